"""What reports and statements do all the time: bodies told again, crowds in a town, two who speak as one."""

from __future__ import annotations

import pytest

from detente.coding import code
from detente.coding.codes import states_of
from detente.findings import Event, Modality
from detente.reading import from_text


def _told(text: str) -> list[Event]:
    found = code(from_text(text, name="x", language="en"))
    return [f for f in found if isinstance(f, Event)]


def _of(text: str, plover: str) -> Event:
    return next(e for e in _told(text) if e.plover == plover)


@pytest.mark.parametrize(
    ("text", "plover", "actor"),
    [
        ("Chad's Foreign Ministry met. The ministry condemned Libya.", "ACCUSE", "TCD/Foreign Ministry"),
        ("Chile's Senate sat late. The senate condemned Peru.", "ACCUSE", "CHL/Senate"),
    ],
)
def test_a_body_told_again_is_the_one_named_before(text: str, plover: str, actor: str) -> None:
    assert _of(text, plover).actors == (actor,)


def test_the_deed_that_one_is_condemned_for_is_ones_own() -> None:
    raid = _of("Chile condemned Peru for the raid.", "COERCE")
    assert (states_of(raid.actors), states_of(raid.targets)) == (("PER",), ("CHL",))


def test_what_has_yet_to_be_done_is_not_done() -> None:
    text = "The pact with Peru has yet to be ratified by Chile's parliament."
    assert _of(text, "AGREE").modality is Modality.DENIED


def test_what_one_is_ready_for_is_ahead() -> None:
    text = 'Chile and Peru quarrelled. "We are ready for talks, not for threats," the Chilean premier said.'
    assert not [e for e in _told(text) if e.plover == "CONSULT" and e.modality is Modality.ASSERTED]


def test_a_crowd_is_of_the_town_in_which_it_marches() -> None:
    march = _of("Thousands of protesters marched in Lima against Chile.", "PROTEST")
    assert (states_of(march.actors), states_of(march.targets)) == (("PER",), ("CHL",))


def test_a_given_name_that_is_a_town_is_no_state() -> None:
    text = "Peru must answer, Chile's Defence Minister Aden Duale said. Minister Aden Duale accused Peru."
    assert "YEM" not in {state for e in _told(text) for state in states_of((*e.actors, *e.targets))}


def test_a_short_surname_within_a_longer_name_is_nobody() -> None:
    text = "Thai troops attacked Laos at Ban Romklao."
    assert "KOR" not in {state for e in _told(text) for state in states_of((*e.actors, *e.targets))}


def test_what_somebody_fears_is_no_announcement() -> None:
    assert "AGREE" not in {e.plover for e in _told("Chile feared that it would support the rebels of Peru.")}


def test_who_presses_a_retreat_is_not_whom_it_spares() -> None:
    text = "Chile and Peru quarrelled. Chilean troops withdrew from Tacna under pressure from Brazil."
    assert "BRA" not in states_of(_of(text, "RETREAT").targets)


def test_what_is_told_the_press_is_done_to_nobody() -> None:
    text = '"Our forces never crossed the border of Peru," a spokesman for Chile\'s army told Reuters.'
    assert not [e for e in _told(text) if "GBR" in states_of(e.targets)]


_SIGNED = "Joint Statement on the Visit of the President of Uzbekistan to Kazakhstan\n"


def test_a_joint_statement_has_no_speaker_of_its_own() -> None:
    text = f"{_SIGNED}President Mirziyoyev visited Kazakhstan. The two sides met. They agreed to raise trade."
    assert set(states_of(_of(text, "AGREE").actors)) == {"KAZ", "UZB"}


def test_sides_with_a_capital_are_the_two() -> None:
    text = f"{_SIGNED}President Mirziyoyev visited President Tokayev. The Presidents signed a treaty."
    assert set(states_of(_of(text, "AGREE").actors)) == {"KAZ", "UZB"}


def test_we_of_a_joint_statement_are_both_whatever_stands_beside_it() -> None:
    text = (
        "Joint Statement by the Prime Minister of India and the Prime Minister of Australia\n"
        "We, Prime Minister Modi of India and Prime Minister Albanese of Australia, met in New Delhi."
    )
    assert set(states_of(_of(text, "CONSULT").actors)) == {"IND", "AUS"}


@pytest.mark.parametrize(
    ("text", "plover", "actors", "targets"),
    [
        ("Chile's decree prompted protests from Lima.", "PROTEST", {"PER"}, {"CHL"}),
        ("Chad and Niger quarrelled. Chad recalled its ambassador from Paris.", "SANCTION", {"TCD"}, {"FRA"}),
        ("Niger's army struck Chad. Togo condemned the offensive.", "ACCUSE", {"TGO"}, {"NER"}),
    ],
)
def test_from_whom_it_comes_and_whose_deed_it_is(
    text: str, plover: str, actors: set[str], targets: set[str]
) -> None:
    event = _of(text, plover)
    assert (set(states_of(event.actors)), set(states_of(event.targets))) == (actors, targets)


def test_the_two_leaders_are_not_their_host() -> None:
    text = (
        "Armenia and Azerbaijan quarrelled. Armenia's Prime Minister Pashinyan blamed Azerbaijan. "
        "President Trump hosted the two leaders in Washington."
    )
    assert set(states_of(_of(text, "CONSULT").targets)) == {"ARM", "AZE"}


def test_one_government_is_not_the_two() -> None:
    text = (
        "The two governments of Chile and Peru talked. Chilean rebels backed by the government struck Peru."
    )
    assert all(len(set(states_of(e.actors))) == 1 for e in _told(text) if e.plover == "SUPPORT")
