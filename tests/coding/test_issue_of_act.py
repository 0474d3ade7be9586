"""What an act is about: its own words, then its kind and sides, then its sentence."""

from __future__ import annotations

import pytest

from detente.coding.issues import issue_of_act
from detente.coding.leaders import is_leader


def about(text: str, context: str, kind: str, *sides: str, rule: str = "x") -> str:
    language = "en" if text.isascii() else "ja"
    return issue_of_act(text, context, language, kind=kind, rule=rule, actors=sides[:1], targets=sides[1:])


def test_its_own_words_come_before_those_of_the_sentence() -> None:
    sentence = "Before the summit Oslo raised tariffs and froze talks on warheads."
    assert about("Oslo raised tariffs", sentence, "SANCTION", "NOR", "DNK") == "trade"


@pytest.mark.parametrize(
    ("kind", "rule", "sides", "issue"),
    [
        ("CONSULT", "consult-meet", ("USA/Clinton", "RUS/Yeltsin"), "summit"),
        ("CONSULT", "consult-meet", ("USA/Blinken", "CHN"), "other"),
        ("CONSULT", "consult-call", ("USA/Clinton", "RUS/Yeltsin"), "other"),
        ("ACCUSE", "accuse", ("USA/Clinton", "RUS/Yeltsin"), "other"),
    ],
)
def test_leaders_who_meet_do_so_about_their_relations(
    kind: str, rule: str, sides: tuple[str, str], issue: str
) -> None:
    assert about("they did so", "They did so.", kind, *sides, rule=rule) == issue


@pytest.mark.parametrize(
    ("context", "kind", "issue"),
    [
        ("Talks on strategic arms went on as they asked for time.", "REQUEST", "arms-control"),
        ("As oil prices fell they asked for time.", "REQUEST", "other"),
        ("As tariffs rose they lifted the ban.", "CONCEDE", "trade"),
        ("As tariffs rose they sent troops.", "MOBILIZE", "other"),
    ],
)
def test_a_sentence_decides_for_what_it_treats_of_as_a_whole(context: str, kind: str, issue: str) -> None:
    assert about("they did so", context, kind, "NOR", "DNK") == issue


def test_a_state_is_no_issue_in_its_own_affairs_with_others() -> None:
    assert about("Iran broke off relations", "", "SANCTION", "IRN", "SAU") == "other"
    assert about("Iran broke off talks", "", "REJECT", "IRN", "USA") == "iran"
    assert about("Oslo objected to the raid on Iran", "", "ACCUSE", "NOR", "DNK") == "iran"


@pytest.mark.parametrize(
    ("text", "issue"),
    [
        ("They traded barbs", "other"),
        ("Oslo placed an embargo on Denmark", "trade"),
        ("外務貿易大臣が会談した", "other"),
        ("内政に干渉しないことを確認した", "other"),
        ("国連の事務総長は非難した", "other"),
        ("重要鉱物の供給で合意した", "trade"),
        ("原子力協定に署名した", "nonproliferation"),
    ],
)
def test_words_that_show_an_issue_and_words_that_show_none(text: str, issue: str) -> None:
    assert about(text, text, "AGREE", "NOR", "DNK") == issue


@pytest.mark.parametrize(
    ("actor", "leads"),
    [
        ("USA/Clinton", True),
        ("KOR/president", True),
        ("FRA/3首脳", True),
        ("USA/presidential office", False),
        ("BRA/副大統領", False),
        ("USA/vice president", False),
        ("USA", False),
        ("DEU/foreign minister", False),
    ],
)
def test_who_leads_a_state(actor: str, leads: bool) -> None:
    assert is_leader(actor) == leads
