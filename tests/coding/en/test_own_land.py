"""Acts within one state, and sides that a counted group, a bill, a treaty or a fallen ruler stands for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from detente.coding.codes import states_of
from detente.findings import Event

PAIR = "Russia and the United States met in May. "


@pytest.mark.parametrize(
    ("text", "plover", "actors", "targets"),
    [
        (PAIR + "Then Russian troops shelled Grozny.", "ASSAULT", ("RUS/army",), ("RUS/Grozny",)),
        (
            PAIR + "Russia began a bombing campaign in the First Chechen War.",
            "ASSAULT",
            ("RUS",),
            ("RUS/Chechnya",),
        ),
        (PAIR + "S.J.Res. 12 would condemn Russia.", "ACCUSE", ("USA/Congress",), ("RUS",)),
        (PAIR + "H.R. 3009 would ban imports from Russia.", "SANCTION", ("USA/Congress",), ("RUS",)),
        (
            PAIR + "The Gadsden Treaty, signed with Mexico, allowed the United States access.",
            "CONCEDE",
            ("MEX",),
            ("USA",),
        ),
        (
            "Egypt and Turkey fell out in 2013. Turkey was angered by Morsi's ouster.",
            "NONE",
            (),
            ("EGY/Morsi",),
        ),
    ],
)
def test_the_sides_of_an_act(
    event: Callable[[str, str], Event],
    text: str,
    plover: str,
    actors: tuple[str, ...],
    targets: tuple[str, ...],
) -> None:
    told = event(text, plover)
    assert (told.actors, told.targets) == (actors, targets)


def test_a_counted_group_is_the_states_that_were_listed(event: Callable[[str, str], Event]) -> None:
    text = "Belarus, Kazakhstan, Russia and Ukraine had arms. "
    text += "France urged the four former Soviet republics to disarm."
    assert set(states_of(event(text, "REQUEST").targets)) == {"BLR", "KAZ", "RUS", "UKR"}


def test_the_two_superpowers_are_those_of_the_cold_war(event: Callable[[str, str], Event]) -> None:
    text = "Russia and the United States recall the past. In 1955 the two superpowers met in Geneva."
    assert set(states_of(event(text, "CONSULT").actors)) == {"USA", "USSR"}


def test_the_place_of_talks_is_no_side_of_them(event: Callable[[str, str], Event]) -> None:
    text = "China and Japan agreed on talks on fish that were then held in Geneva."
    assert set(states_of(event(text, "AGREE").actors)) == {"CHN", "JPN"}


def test_who_expects_that_something_comes_asks_for_nothing(events: Callable[[str], list[Event]]) -> None:
    foretold = events("Norway and Sweden met. Norway expects that Sweden will also raise trade.")
    asked = events("Norway and Sweden met. Norway expects Sweden to release the crew.")
    assert "REQUEST" not in {e.plover for e in foretold}
    assert "REQUEST" in {e.plover for e in asked}


def test_matters_across_the_strait_are_those_of_its_two_shores(event: Callable[[str, str], Event]) -> None:
    text = "France stressed the importance of peace across the Taiwan Strait."
    assert set(states_of(event(text, "SUPPORT").targets)) == set(states_of(("CHN", "Taiwan")))
