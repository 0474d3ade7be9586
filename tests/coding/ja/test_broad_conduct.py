"""Studies and yearbooks: conduct told in broad strokes, whom it falls on, and what is only supposed."""

from __future__ import annotations

import pytest

from detente.coding import code
from detente.findings import Event, Outlook, Position
from detente.reading import from_text


def events(text: str) -> list[Event]:
    return [
        f for f in code(from_text(text, name="t", language="ja"), kinds=["event"]) if isinstance(f, Event)
    ]


def positions(text: str) -> list[tuple[str, str]]:
    found = code(from_text(text, name="t", language="ja"), kinds=["position"])
    return [(f.actor, f.quote) for f in found if isinstance(f, Position)]


def conditions(text: str) -> list[str | None]:
    found = code(from_text(text, name="t", language="ja"), kinds=["outlook"])
    return [f.condition for f in found if isinstance(f, Outlook)]


@pytest.mark.parametrize(
    ("text", "kind", "actual"),
    [
        ("ブラジルはアルゼンチンへの圧力を強めるとは考えにくい。", "COERCE", False),
        ("インドはパキスタンとの同盟を放棄するかのように、声明を出した。", "CONCEDE", False),
        ("ペルーの報告書には、チリへの武器の輸出を停止することなどが記された。", "SANCTION", False),
        ("ペルーはチリに厳しい姿勢で臨んでいる。", "THREATEN", True),
    ],
)
def test_broad_conduct_is_told_as_actual_or_not(text: str, kind: str, actual: bool) -> None:
    assert [(e.plover, e.actual) for e in events(text) if e.plover == kind] == [(kind, actual)]


@pytest.mark.parametrize(
    "text",
    [
        "チリとペルーは対立した。チリは反カスティジョ勢力を支持した。",
        "チリとペルーは対立した。チリは「ならず者国家」に厳しい態度で臨んでいる。",
        "チリとペルーは対立した。チリは武装組織を支援している。",
    ],
)
def test_a_group_bears_an_act_itself(text: str) -> None:
    last = events(text)[-1]
    assert last.actors == ("CHL",)
    assert "PER" not in last.targets


def test_what_could_be_done_to_anybody_is_no_act() -> None:
    assert events("チリとペルーの軍は、いかなる国とも戦う用意があるという前提に立つ。") == []


def test_a_figure_after_the_last_verb_is_a_note() -> None:
    text = "チリとペルーは対立した。チリの大統領はペルーとの協力を進める方針を示した1。\n"
    assert any(actor.startswith("CHL") for actor, _ in positions(text))


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("非同盟はインド外交の基軸である。", "IND"),
        ("中国にとって、この島は核心的利益である。", "CHN"),
        ("トルコの狙いは、国境の安定を守ることにある。", "TUR"),
        ("背景には、海洋進出に対するフィリピンの懸念がある。", "PHL"),
        ("ペルーは協定の締結を目標としている。", "PER"),
        ("チリは対立を避けようとしてきた。", "CHL"),
        ("ペルーに求められるのは、対話を続けることであろう。", "author"),
        ("重要なのは、対話を続けることだ。", "author"),
        ("チリとしては、緊張の高まりは避けたい。", "CHL"),
    ],
)
def test_a_stand_told_by_a_noun_or_a_cleft(text: str, actor: str) -> None:
    assert actor in [holder for holder, _ in positions(text)]


@pytest.mark.parametrize(
    "text",
    ["この島は中国の南にある。", "中国にとって、この島は重要な漁場であった。", "チリの狙いは外れた。"],
)
def test_a_plain_trait_is_no_stand(text: str) -> None:
    assert positions(text) == []


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("その際、ペルーは影響力の回復を図ったり、軍備を増強したりするかもしれない。", "その際"),
        ("対立が深まるほど、加盟の可能性は減じていく。", "対立が深まるほど、"),
        ("変化の要因となりうるのは、ペルーの国力が弱まることであろう。", "ペルーの国力が弱まることであろう"),
    ],
)
def test_the_condition_of_an_outlook(text: str, condition: str) -> None:
    assert condition in conditions(text)


def test_what_explains_the_past_is_no_condition() -> None:
    assert conditions("対立の要因として挙げられるのは、国境で衝突があったことであろう。") in ([], [None])


def test_the_first_of_two_topics_tells_and_the_second_is_told_of() -> None:
    text = "ペルーの大統領は先週、チリは合意を破り、輸入を制限していると批判した。"
    told = {e.plover: (e.actors[0][:3], e.targets) for e in events(text)}
    assert told["ACCUSE"] == ("PER", ("CHL",))
    assert told["REJECT"][0] == told["SANCTION"][0] == "CHL"


@pytest.mark.parametrize(
    ("text", "actual"),
    [
        ("チリの離脱は、ペルーとの対話を打ち切ることとなろう。", False),
        ("ペルーはチリへの援助を停止するのだろう。", False),
    ],
)
def test_what_will_come_about_is_not_told_as_done(text: str, actual: bool) -> None:
    found = events(text)
    assert found
    assert all(e.actual is actual for e in found if e.plover in ("SANCTION", "REJECT") and e.end > 12)


def test_what_the_author_doubts_is_the_act_of_the_topic_and_nobody_s_words() -> None:
    text = "ペルーは昨年、選挙を終えたが、チリへの派兵に踏み切るとは、当面は考えにくい。"
    assert [(e.actors, e.actual) for e in events(text) if e.plover == "MOBILIZE"] == [(("PER",), False)]
    assert not list(code(from_text(text, name="t", language="ja"), kinds=["statement"]))


def test_talks_between_two_states_are_no_date() -> None:
    assert events("ペルーとチリは隣国である。二国間の緊密な協議は、安定に不可欠である。") == []


def test_what_the_author_only_guesses_somebody_thinks_is_no_statement() -> None:
    text = "ペルーとチリは隣国である。ペルーは協定が自国の利益に資すると認識しているようである。"
    assert not list(code(from_text(text, name="t", language="ja"), kinds=["statement"]))
    assert positions(text)
