"""Refusals, envoys called home, charges against a counterpart, and who the two sides are."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from detente.findings import Event, Finding

Events = Callable[[str], list[Event]]


def _told(events: list[Event]) -> set[tuple[str, tuple[str, ...], tuple[str, ...], bool]]:
    states = [(_states(e.actors), _states(e.targets)) for e in events]
    return {(e.plover, *sides, e.actual) for e, sides in zip(events, states, strict=True)}


def _states(codes: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(code.split("/")[0] for code in codes)


@pytest.mark.parametrize(
    ("text", "actor", "target"),
    [
        ("Togo won't accept Ghana's offer.", "TGO", "GHA"),
        ("Togo won’t negotiate with Ghana.", "TGO", "GHA"),
        ("Togo will not meet Ghana's president.", "TGO", "GHA"),
        ("Togo did not let Ghanaian trucks cross the border.", "TGO", "GHA"),
    ],
)
def test_what_a_state_will_not_do_is_its_refusal(events: Events, text: str, actor: str, target: str) -> None:
    assert ("REJECT", (actor,), (target,), True) in _told(events(text))


def test_what_is_not_likely_to_happen_is_no_refusal(events: Events) -> None:
    assert not [e for e in events("The agreement between Togo and Ghana will not be signed.") if e.actual]


def test_consultations_for_which_envoys_are_called_home_are_no_talks(events: Events) -> None:
    told = _told(events("Togo and Ghana recalled ambassadors for consultations."))
    assert told == {("PROTEST", ("TGO", "GHA"), ("GHA", "TGO"), True)}
    assert [e.plover for e in events("Togo and Ghana held consultations in Lomé.")] == ["CONSULT"]


def test_what_a_counterpart_is_accused_of_is_the_counterparts_act(events: Events) -> None:
    text = "Togo's president accused his Ghanaian counterpart of undermining peace efforts."
    assert ("REJECT", ("GHA",), ("TGO",), True) in _told(events(text))


def test_those_who_failed_to_agree_failed_with_each_other(events: Events) -> None:
    told = _told(events("The ministers of Togo and Ghana failed to reach an agreement."))
    assert ("REJECT", ("TGO", "GHA"), ("GHA", "TGO"), True) in told


def test_a_verbal_attack_is_words(events: Events) -> None:
    found = events("Togo's president stepped up his verbal attacks on Ghana.")
    assert [e.plover for e in found] == ["ACCUSE"]


def test_the_town_of_a_ceasefire_is_no_party_to_it(events: Events) -> None:
    told = _told(events("Togo and Ghana signed the Agreement on Cessation of Hostilities in Algiers."))
    assert told == {("AGREE", ("TGO", "GHA"), ("GHA", "TGO"), True)}


def test_the_host_of_a_meeting_is_neither_of_both_sides(events: Events) -> None:
    text = (
        "The Togo-Ghana Border Commission met on 7 May 2019 in Porto-Novo, Benin. It was opened by the "
        "Foreign Minister of Togo.\n\n"
        "A first round in Porto-Novo, Benin, was hosted by the President of Benin and attended by "
        "the President of Ghana.\n\nBoth sides thanked the Government of Benin."
    )
    assert ("SUPPORT", ("TGO", "GHA"), ("BEN",), True) in _told(events(text))


@pytest.mark.parametrize(
    "text",
    [
        "The Governments of Togo and Ghana announced a ceasefire.",
        "The Governments of Togo and Ghana are pleased to announce the signing of a pact.",
    ],
)
def test_the_governments_of_two_states_announce_it_together(events: Events, text: str) -> None:
    assert ("AGREE", ("TGO", "GHA"), ("GHA", "TGO"), True) in _told(events(text))


def test_to_announce_a_measure_is_an_act_and_no_statement(found: Callable[[str, str], list[Finding]]) -> None:
    text = "Togo announced new tariffs on Ghana."
    assert [f.as_dict()["plover"] for f in found(text, "event")] == ["SANCTION"]
    assert not found(text, "statement")
    assert found("Togo announced that it would lift the tariffs on Ghana.", "statement")


def test_two_states_that_back_different_sides_support_them(events: Events) -> None:
    assert "SUPPORT" in [e.plover for e in events("Togo and Ghana back different sides in Mali.")]
