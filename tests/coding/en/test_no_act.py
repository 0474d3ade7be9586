"""What looks like an act and is none; whom a joint press conference and a speech are about."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from detente.coding.en.voice import addressees, pair_of_speakers
from detente.findings import Event


@pytest.mark.parametrize(
    "text",
    [
        "Asked about the Ghanaian note, the Togolese minister declined to comment.",
        "Ghana was asked whether Togo had paid.",
        "Ghana asked Togo many times what was it going to do.",
        "Togo refused to give details to reporters from Ghana.",
        "Remarks by President Duda in Vilnius\n\nLet me speak of Lithuania. I am honoured to come.",
    ],
)
def test_questions_silence_and_feelings_are_no_acts(events: Callable[[str], list[Event]], text: str) -> None:
    assert not [e for e in events(text) if e.plover in ("REQUEST", "REJECT", "SUPPORT", "CONCEDE")]


def test_a_refusal_to_do_something_is_still_one(events: Callable[[str], list[Event]]) -> None:
    assert [e.plover for e in events("Togo refused to return the boats to Ghana.")] == ["REJECT"]


def test_two_who_speak_in_turn_are_the_pair() -> None:
    tusk, merz = ("POL/Tusk",), ("DEU/Merz",)
    assert pair_of_speakers([tusk, merz, (), tusk]) == ("POL", "DEU")
    assert pair_of_speakers([tusk, (), tusk]) == ()


def test_a_speech_to_a_parliament_calls_its_state_you() -> None:
    texts = ["Address by President Duda to the Lithuanian Parliament", "I thank you."]
    duda = ("POL/Duda",)
    assert addressees(texts, [duda, duda]) == [("LTU",), ("LTU",)]


def test_an_attack_condemned_is_not_laid_at_the_door_of_its_victims(
    events: Callable[[str], list[Event]],
) -> None:
    told = events("Norway deplored the bombing in Nairobi. Kenya thanked Norway.")
    assert not [e for e in told if e.plover == "ASSAULT" and e.actors]
    assert not [e for e in told if e.plover == "ACCUSE" and e.targets]


def test_they_are_the_two_governments_named_before(events: Callable[[str], list[Event]]) -> None:
    told = events("Chile and Peru met. The two governments built a road. They agreed to share water.")
    assert {c.split("/")[0] for c in next(e for e in told if e.plover == "AGREE").actors} == {"CHL", "PER"}


@pytest.mark.parametrize(
    "text",
    [
        "The raid left twenty Togolese soldiers dead.",
        "Ghana's embargo left Togo with little choice.",
        "Little was left of the ties between Ghana and Togo.",
    ],
)
def test_what_leaves_someone_in_a_state_is_no_departure(
    events: Callable[[str], list[Event]], text: str
) -> None:
    assert [e for e in events(text) if e.plover == "RETREAT"] == []
    assert [e.plover for e in events("Ghana's troops left Togo.")] == ["RETREAT"]


def test_who_falls_out_of_a_window_quarrels_with_nobody(events: Callable[[str], list[Event]]) -> None:
    assert events("Ghana's envoy fell out of a window in Lomé.") == []
    assert events("Ghana fell out with Togo over fish.") != []
