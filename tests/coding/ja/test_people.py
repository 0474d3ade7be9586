"""People whom no gazetteer knows, vows of a speech, acts in the passive between the two of a text."""

from __future__ import annotations

import pytest
from japanese_texts import events

from detente.coding.codes import states_of

PAIR = "日本とチリは東京で会談した。日本はチリとの貿易を重視している。"


def sides(text: str, word: str) -> tuple[set[str], set[str]]:
    found = [e for e in events(text) if word in e.quote]
    assert len(found) == 1, [(e.plover, e.quote) for e in events(text)]
    return set(states_of(found[0].actors)), set(states_of(found[0].targets))


def test_a_name_after_a_states_office_tells_its_holders_state() -> None:
    text = PAIR + "チリ共和国大統領カルロ・ベラスケスが到着した。ベラスケス大統領は漁業協定の締結を要求した。"
    assert sides(text, "要求した") == ({"CHL"}, {"JPN"})


def test_the_other_holder_of_one_office_is_of_the_other_state() -> None:
    text = PAIR + "ペドロ・ベラスケス外務大臣は日本の岩屋毅外務大臣に謝罪した。"
    assert sides(text, "謝罪した") == ({"CHL"}, {"JPN"})


@pytest.mark.parametrize(("pair", "found"), [("日本とチリ", {"JPN"}), ("ペルーとチリ", set())])
def test_a_japanese_name_is_of_japan_where_the_text_is_about_japan(pair: str, found: set[str]) -> None:
    text = (
        f"{pair}の関係を論じる。{pair}は隣り合わない。高梨健二議員は面会した。高梨氏は協定の改正を提案した。"
    )
    told = [e for e in events(text) if "提案した" in e.quote]
    assert {s for e in told for s in states_of(e.actors)} == found


def test_a_private_person_asks_his_own_state() -> None:
    text = "日本と米国の同盟を論じる。日本と米国は同盟を結んだ。高梨健二は中立を提唱した。"
    assert sides(text, "提唱した") == ({"JPN"}, {"JPN"})


def test_what_was_done_by_no_one_named_was_done_by_both() -> None:
    assert sides(PAIR + "5つの事業が実施された。", "事業") == ({"JPN", "CHL"}, {"JPN", "CHL"})


def test_what_a_third_did_is_not_laid_to_both() -> None:
    assert not any("事業" in e.quote for e in events(PAIR + "5つの事業が国連によって実施された。"))


def test_a_speaker_vows_for_his_state() -> None:
    text = (
        "我が国は平和を愛します。我が国は、今後とも世界の平和に貢献してまいります。"
        "私は、この道を進むことを誓います。"
    )
    vowed = events(text)
    assert [e.plover for e in vowed] == ["COOPERATE", "AGREE"]
    assert all(states_of(e.actors) == ("JPN",) and not e.targets for e in vowed)


def test_who_did_what_is_judged_is_the_one_judged() -> None:
    text = (
        "トルコはエジプトに制裁を科した。ブラジルはケニアと会談した。インドはペルーを支援した。"
        "カナダ政府は今回の制裁決定を非難した。"
    )
    assert sides(text, "非難した") == ({"CAN"}, {"TUR"})


def test_officers_of_no_known_state_are_a_matter_of_crime() -> None:
    assert events("チリ北部で男が警察官に射殺された。") == []
    (shot,) = events("ペルーの警察官がチリの漁民を射殺した。")
    assert (shot.plover, shot.actors[0][:3], shot.targets[0][:3]) == ("ASSAULT", "PER", "CHL")
