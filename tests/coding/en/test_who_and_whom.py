"""Who an act is by and toward where the sentence says it only by its grammar."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from detente.coding import code
from detente.coding.codes import states_of
from detente.findings import Event
from detente.reading import from_text


@pytest.mark.parametrize(
    ("text", "plover", "both"),
    [
        ("Chile and Peru suspended the dialogue in March.", "REJECT", {"CHL", "PER"}),
        ("Both parties to the treaty, Mali and Niger, fought at the border.", "ASSAULT", {"MLI", "NER"}),
        ("The signing of the Sino-Soviet Treaty followed.", "AGREE", {"CHN", "USSR"}),
        ("The Thai and Lao premiers spoke over the phone.", "CONSULT", {"THA", "LAO"}),
    ],
)
def test_what_two_share_is_done_by_both_to_each_other(
    event: Callable[[str, str], Event], text: str, plover: str, both: set[str]
) -> None:
    told = event(text, plover)
    assert (set(states_of(told.actors)), set(states_of(told.targets))) == (both, both)


@pytest.mark.parametrize(
    ("text", "plover", "actors", "targets"),
    [
        ("American sanctions on Cuba were suspended.", "CONCEDE", {"USA"}, {"CUB"}),
        ("Protesters stormed the Saudi embassy in Iran.", "ASSAULT", {"IRN"}, {"SAU"}),
        ("Norway accused NATO ally Turkey of spying.", "ACCUSE", {"NOR"}, {"TUR"}),
        ("The EU, Russia, and Egypt denounced Libya's decision.", "ACCUSE", {"EU", "RUS", "EGY"}, {"LBY"}),
        ("“We reject Peru's demand,” Chile's foreign minister said.", "REJECT", {"CHL"}, {"PER"}),
        ("Spain no longer recognises Kosovo.", "REJECT", {"ESP"}, {"Kosovo"}),
        ("Portugal denounced the treaty between Spain and France.", "ACCUSE", {"PRT"}, {"ESP", "FRA"}),
    ],
)
def test_sides_by_grammar(
    event: Callable[[str, str], Event], text: str, plover: str, actors: set[str], targets: set[str]
) -> None:
    told = event(text, plover)
    assert set(states_of(told.actors)) == actors
    assert set(states_of(told.targets)) <= targets
    assert told.targets


def test_an_object_pronoun_is_not_the_subject_of_its_verb(event: Callable[[str, str], Event]) -> None:
    told = event("Norway put pressure on Libya to persuade it to accept Egypt's offer.", "AGREE")
    assert set(states_of(told.actors)) == {"LBY"}


def test_the_owner_of_a_noun_acts_before_the_subject_over_it(event: Callable[[str, str], Event]) -> None:
    told = event("Kenya reported abuses, including Chad's detention of three Kenyan traders.", "COERCE")
    assert set(states_of(told.actors)) == {"TCD"}


def test_of_two_the_former_and_the_latter(event: Callable[[str, str], Event]) -> None:
    told = event("Kenya met Chad in May. The former has accused Mali of raids.", "ACCUSE")
    assert set(states_of(told.actors)) == {"KEN"}


def test_a_later_passive_says_by_whom_an_earlier_one_was_done(event: Callable[[str, str], Event]) -> None:
    told = event("Chadian rebels were trained and funded by Sudan.", "AID")
    assert set(states_of(told.actors)) == {"SDN"}


def test_moscow_is_soviet_in_the_passage_that_speaks_of_the_soviet_union() -> None:
    text = (
        "The Soviet Union recognised China in 1949. Moscow sent aid to China in 1950. "
        "Russia and China met in 1996. Moscow sent aid to China in 1998."
    )
    found = code(from_text(text, name="x", language="en"), kinds=["event"])
    givers = [f.actors[0] for f in found if isinstance(f, Event) and f.plover == "AID"]
    assert givers == ["USSR", "RUS"]


def test_by_whose_account_is_no_side(event: Callable[[str, str], Event]) -> None:
    told = event("Iran has accepted Qatar's proposal, according to Oman.", "AGREE")
    assert "OMN" not in set(states_of(told.targets))


def test_a_trade_war_is_fought_without_arms() -> None:
    text = "Chile started a trade war with Peru."
    found = code(from_text(text, name="x", language="en"), kinds=["event"])
    assert {f.plover for f in found if isinstance(f, Event)} == {"SANCTION"}


def test_to_suggest_that_something_is_so_asks_for_nothing() -> None:
    text = "Egypt suggested that Sudan feared a drought."
    found = code(from_text(text, name="x", language="en"), kinds=["event"])
    assert not [f for f in found if isinstance(f, Event) and f.plover == "REQUEST"]


def test_neither_of_two_denies_what_is_said_of_them(event: Callable[[str, str], Event]) -> None:
    assert set(states_of(event("Neither Chile nor Peru recognised Kosovo.", "REJECT").targets)) == {"Kosovo"}


def test_their_is_no_single_person_and_pulled_back_troops_are_no_target(
    event: Callable[[str, str], Event],
) -> None:
    text = "Chile and Peru attacked Bolivia. President Eisenhower condemned their aggression."
    assert set(states_of(event(text, "ACCUSE").targets)) == {"CHL", "PER"}
    assert not set(states_of(event("Libya pulled its forces back from the frontier.", "RETREAT").targets))
