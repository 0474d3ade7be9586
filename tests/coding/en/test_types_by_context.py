"""What goes with a verb tells the type of its act: promises of harm, refusals, what is said or allowed."""

from __future__ import annotations

import pytest

from detente import coding
from detente.findings import Event
from detente.reading import from_text


def told(text: str) -> list[Event]:
    document = from_text(text, name="note", language="en")
    return [found for found in coding.code(document, kinds=["event"]) if isinstance(found, Event)]


@pytest.mark.parametrize(
    ("text", "plover"),
    [
        ("Chile offered to bomb the Peruvian rebels.", "THREATEN"),
        ("Chile promised not to invade Peru.", "AGREE"),
        ("Chile vowed to fight piracy with Peru.", "AGREE"),
        ("Chile has not ruled out military action against Peru.", "THREATEN"),
        ("Chile said it was ready to retaliate against Peru.", "THREATEN"),
        ("Chile let Peru know that it would not attend the congress.", "REJECT"),
        ("Chile let Peru know that its consulates would be closed.", "THREATEN"),
        ("Chile won't haggle with Peru.", "REJECT"),
        ("Chile and Peru restored diplomatic relations.", "AGREE"),
        ("Chile and Peru deepened their relations.", "COOPERATE"),
        ("Chilean soldiers arrived in Peru.", "MOBILIZE"),
        ("Chilean jets violated Peruvian airspace.", "COERCE"),
        ("Chile negotiated a treaty with Peru.", "CONSULT"),
        ("Chile centred its verbal attacks on Peru.", "ACCUSE"),
    ],
)
def test_what_goes_with_a_verb_tells_its_type(text: str, plover: str) -> None:
    assert [event.plover for event in told(text)] == [plover]


def test_who_will_not_be_pressed_is_the_one_who_refuses() -> None:
    (event,) = told("Peru would not be intimidated by Chile.")
    assert (event.plover, event.actors, event.targets) == ("REJECT", ("PER",), ("CHL",))


def test_an_allowed_act_is_only_the_content_of_the_permission() -> None:
    (event,) = told("Chile allowed Peruvian warships to sail to the strait.")
    assert event.plover == "CONCEDE"


def test_an_agreement_that_allows_something_is_no_one_who_gives_way() -> None:
    assert "CONCEDE" not in {event.plover for event in told("The lease allows Chile to claim the bay.")}


def test_a_letter_that_goes_to_a_capital_is_no_visit() -> None:
    assert not [e for e in told("Letters about the bay went to Peru.") if e.plover == "CONSULT"]


def test_the_answer_is_the_act_that_it_consists_in() -> None:
    (event,) = told("Chile responded by closing its border with Peru.")
    assert event.plover == "COERCE"


def test_what_several_do_to_another_is_not_taken_for_cooperation() -> None:
    text = "Chile and Peru hounded the fishermen of Ecuador."
    assert "COOPERATE" not in {event.plover for event in told(text)}
