from __future__ import annotations

import pytest

from detente.coding.en import relation
from detente.errors import UsageError

CASES = [
    ("Malta condemned Cyprus over the oil search.", "Malta", "Cyprus", "ACCUSE"),
    ("Malta will provide Cyprus with medical supplies.", "Malta", "Cyprus", "AGREE"),
    ("Malta provided Cyprus with medical supplies.", "Malta", "Cyprus", "AID"),
    ("Malta said it would boycott the conference in Cyprus.", "Malta", "Cyprus", "THREATEN"),
    ("Malta threatened to bomb Cyprus.", "Malta", "Cyprus", "THREATEN"),
    ("Malta refused to extradite the banker to Cyprus.", "Malta", "Cyprus", "REJECT"),
    ("Malta said Cyprus must open the port.", "Malta", "Cyprus", "REQUEST"),
    ("Cyprus was bombed by Malta.", "Malta", "Cyprus", "ASSAULT"),
    ("Malta imposed sanctions on Cyprus.", "Malta", "Cyprus", "SANCTION"),
    ("Malta broke off relations with Cyprus.", "Malta", "Cyprus", "SANCTION"),
    ("Malta lifted sanctions on Cyprus.", "Malta", "Cyprus", "CONCEDE"),
    ("Malta released twelve sailors from Cyprus.", "Malta", "Cyprus", "RETREAT"),
    ("Malta arrested two fishermen from Cyprus.", "Malta", "Cyprus", "COERCE"),
    ("Malta massed troops on the border with Cyprus.", "Malta", "Cyprus", "MOBILIZE"),
    ("Malta held talks with Cyprus on fishing.", "Malta", "Cyprus", "CONSULT"),
    ("Malta praised the elections in Cyprus.", "Malta", "Cyprus", "SUPPORT"),
    ("Malta and Cyprus staged joint naval exercises.", "Malta", "Cyprus", "COOPERATE"),
    ("Thousands of Maltese demonstrated against the decision of Cyprus.", "Maltese", "Cyprus", "PROTEST"),
    ("Malta lies south of Cyprus.", "Malta", "Cyprus", "NONE"),
    # what is said of the other side, not to it
    ("Malta said that Cyprus fired first.", "Malta", "Cyprus", "ACCUSE"),
    ("Malta says Cyprus is behind the attack.", "Malta", "Cyprus", "ACCUSE"),
    ("Malta warned that Cyprus is hiding weapons.", "Malta", "Cyprus", "ACCUSE"),
    ("Malta warned that Cyprus would face war.", "Malta", "Cyprus", "THREATEN"),
    ("Malta said that Cyprus had provided food.", "Malta", "Cyprus", "AID"),
    ("Malta called for a boycott of Cyprus.", "Malta", "Cyprus", "ACCUSE"),
    ("The ambassador of Malta protested to Cyprus about the arrests.", "Malta", "Cyprus", "ACCUSE"),
    # what the surroundings make of it
    ("Malta deployed troops in Cyprus.", "Malta", "Cyprus", "MOBILIZE"),
    ("Malta deployed troops in Cyprus on a peacekeeping mission.", "Malta", "Cyprus", "AID"),
    ("A medical team from Malta arrived in Cyprus.", "Malta", "Cyprus", "AID"),
    ("Malta tried to assassinate the president of Cyprus.", "Malta", "Cyprus", "ASSAULT"),
    ("Malta may attack Cyprus.", "Malta", "Cyprus", "THREATEN"),
    ("Malta withdrew its peacekeepers from Cyprus.", "Malta", "Cyprus", "SANCTION"),
    ("Malta announced plans to increase aid to Cyprus.", "Malta", "Cyprus", "AGREE"),
    ("Malta resumed negotiations with Cyprus.", "Malta", "Cyprus", "CONSULT"),
    ("Malta broke off talks with Cyprus.", "Malta", "Cyprus", "SANCTION"),
    ("Malta expressed concern about the courts of Cyprus.", "Malta", "Cyprus", "ACCUSE"),
]


def span(text: str, part: str) -> tuple[int, int]:
    return text.index(part), text.index(part) + len(part)


@pytest.mark.parametrize(("text", "source", "target", "plover"), CASES)
def test_relation_between_two_spans(text: str, source: str, target: str, plover: str) -> None:
    assert relation(text, source=span(text, source), target=span(text, target)) == plover


def test_a_side_that_is_not_named_is_none() -> None:
    assert relation("Malta mobilised its army.", source=(0, 5), target=None) == "MOBILIZE"


def test_a_span_outside_the_text_is_refused() -> None:
    with pytest.raises(UsageError, match="source"):
        relation("Malta.", source=(4, 40), target=(0, 5))
