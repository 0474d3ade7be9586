"""What Japanese reports do all the time: acts on each other, talks before an appeal, acting premiers."""

from __future__ import annotations

from detente.coding import code
from detente.coding.codes import states_of
from detente.findings import Event, Statement
from detente.reading import from_text


def _events(text: str) -> list[Event]:
    return [f for f in code(from_text(text, name="x", language="ja")) if isinstance(f, Event)]


def test_what_two_do_to_each_other_falls_on_no_third() -> None:
    text = "チリとペルーは会談した。ブラジル首相が仲介した。双方は相手が合意に違反したと非難し合っている。"
    event = next(e for e in _events(text) if e.plover == "ACCUSE")
    assert set(states_of(event.targets)) == {"CHL", "PER"}


def test_those_with_whom_one_talked_are_asked() -> None:
    text = "チリとペルーが対立した。ブラジルの大統領は両首脳と協議し、停戦を呼び掛けた。"
    event = next(e for e in _events(text) if e.plover == "REQUEST")
    assert set(states_of(event.targets)) == {"CHL", "PER"}


def test_who_stands_in_for_an_office_speaks() -> None:
    text = "専門家は停滞を指摘した。タイのプームタム首相代行は、国境を閉鎖すると語った。"
    found = code(from_text(text, name="x", language="ja"))
    assert "THA" in {s for f in found if isinstance(f, Statement) for s in states_of(f.speaker)}


def test_readiness_that_is_told_is_one_act() -> None:
    events = _events("中国の王毅外相は、タイを支援する用意があると述べた。")
    assert [e.plover for e in events] == ["AGREE"]


def test_the_partner_of_an_agreement_stands_before_it() -> None:
    events = _events("ギリシャはフランスと協定を結び、米国との協定を改定した。")
    assert {"GRC", "USA"} in [set(states_of(e.actors)) for e in events]


def test_what_is_asked_again_and_again_is_one_act() -> None:
    events = _events("チリ政府は、貯水を始めないよう繰り返し求めてきた。ペルーは応じなかった。")
    assert [e.plover for e in events] == ["REQUEST", "REJECT"]


def test_whether_something_is_agreed_is_open() -> None:
    events = _events("チリとペルーは会談した。両国は合意を結ぶかどうかで対立している。")
    assert not [e for e in events if e.plover == "AGREE" and e.actual]


def test_who_has_signed_with_another_arms_the_other() -> None:
    event = next(
        e
        for e in _events("チリとペルーが対立した。チリはボリビアと協定を結んで武器を供与した。")
        if e.plover == "AID"
    )
    assert set(states_of(event.targets)) == {"BOL"}


def test_a_statement_that_condemns_is_an_accusation() -> None:
    events = _events("チリは「ペルーが妥協案を拒んだ」と非難する声明を発表した。")
    assert "ACCUSE" in {e.plover for e in events}


def test_both_presidents_are_those_named_together_last() -> None:
    text = (
        "ロシアはイラクと協議した。ロシアはイラクを支援した。ロシア上院はイラクとの条約を承認した。"
        "露米両大統領は6月1日、批准書を交換し、条約は同日発効した。両大統領は9月に会談した。"
    )
    event = _events(text)[-1]
    assert (event.plover, set(states_of(event.actors))) == ("CONSULT", {"RUS", "USA"})
