"""Japanese events: the side that a text leaves open, whose arms and cities are meant, who has the floor."""

from __future__ import annotations

import pytest

from detente.coding import code
from detente.coding.codes import states_of
from detente.coding.ja.readings import continental
from detente.findings import Event
from detente.ontology import mentions
from detente.ontology.kana import spellings
from detente.reading import from_text


def sides(text: str, plover: str) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """The states on both sides of each event of a type."""
    found = code(from_text(text, name="text", language="ja"), kinds=["event"])
    return [
        (states_of(e.actors), states_of(e.targets))
        for e in found
        if isinstance(e, Event) and e.plover == plover
    ]


@pytest.mark.parametrize(
    ("text", "plover", "expected"),
    [
        # who did the last act bears the answer, not whom the text names beside it
        (
            "ペルーはチリから護衛艦を買う契約に署名した。ボリビアはこれを強く非難した。ペルーは報復措置を取ると警告した。",
            "THREATEN",
            (("PER",), ("BOL",)),
        ),
        # an act that names no one is filled in from the pair of the text
        (
            "タイとカンボジアは国境をめぐって争ってきた。タイはカンボジアの主張を退けた。翌月、政府間の協定に署名した。",
            "AGREE",
            (("THA", "KHM"), ("THA", "KHM")),
        ),
        # arms act for their owner
        (
            "トルコ空軍のF16がシリアのヘリコプターを撃墜した。",
            "ASSAULT",
            (("TUR",), ("SYR",)),
        ),
        # a clause that describes a time has the subject of its sentence
        (
            "エジプトの船を拿捕した翌月、スーダンは謝罪した。",
            "COERCE",
            (("SDN",), ("EGY",)),
        ),
        # what lies in a city is its state's
        ("ナイロビの高裁がウガンダの要請を退けた。", "REJECT", (("KEN",), ("UGA",))),
        # Moscow, where a text speaks of the Soviet Union
        ("フルシチョフは演説した。モスクワは中国を非難した。", "ACCUSE", (("USSR",), ("CHN",))),
        # the label of a turn is no part of its sentence, and its first person is the speaker
        (
            "茂木外務大臣　ロシア政府は条約に違反しました。私から強く抗議しました。",
            "PROTEST",
            (("JPN",), ("RUS",)),
        ),
        # our country in the mouth of another
        (
            "フィリピンのマルコス大統領は「中国はわが国を脅した」と述べた。",
            "THREATEN",
            (("CHN",), ("PHL",)),
        ),
    ],
)
def test_sides(text: str, plover: str, expected: tuple[tuple[str, ...], tuple[str, ...]]) -> None:
    assert expected in sides(text, plover)


def test_no_attack_is_laid_to_anybody_for_want_of_another() -> None:
    text = "インドとネパールは関係を改善した。首都でインドの外交官が射殺された。"
    assert sides(text, "ASSAULT") == [((), ("IND",))]


def test_a_gathering_of_nobody_named_stays_so() -> None:
    text = "日本は国連で演説した。9月にニューヨークで未来サミットが開催された。"
    assert ((), ()) in sides(text, "CONSULT")


def test_a_name_with_v_is_known_with_b_and_the_reverse() -> None:
    assert spellings("サーカシビリ") == ("サーカシビリ", "サーカシヴィリ")
    assert spellings("ヴァジパイ") == ("ヴァジパイ", "バジパイ")
    assert mentions("サーカシヴィリ大統領は", "ja", None)[0].actors == ("GEO/Saakashvili",)


def test_families_that_are_not_japanese() -> None:
    assert [name for name in ("沈国放", "施肇基", "高村", "金子", "林芳正") if continental(name)] == [
        "沈国放",
        "施肇基",
    ]
