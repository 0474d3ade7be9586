"""Sides and findings that the sentences around tell: third states, blame, surnames, acts told twice."""

from __future__ import annotations

from collections.abc import Callable

from detente.coding.codes import states_of
from detente.findings import Dispute, Event, Finding, Outlook, Position, Statement


def test_two_who_oppose_something_oppose_the_third_state_named_before(
    event: Callable[[str, str], Event],
) -> None:
    text = "Norway and Finland spoke of Belarus. The two governments opposed any change of the frontier."
    told = event(text, "REJECT")
    assert (set(states_of(told.actors)), set(states_of(told.targets))) == ({"NOR", "FIN"}, {"BLR"})


def test_two_who_oppose_something_unnamed_do_not_oppose_each_other(
    event: Callable[[str, str], Event],
) -> None:
    assert event("Norway and Finland opposed any change of the frontier.", "REJECT").targets == ()


def test_a_possessive_after_blame_is_who_is_blamed(event: Callable[[str, str], Event]) -> None:
    text = "Canada imposed sanctions on Turkey for its purchase of missiles from Russia."
    assert set(states_of(event(text, "COOPERATE").actors)) == {"TUR"}


def test_a_denial_answers_whoever_acted_last(event: Callable[[str, str], Event]) -> None:
    text = "Kenya and Uganda met. Kenya accused Somalia of raids. Somalia denied any part."
    assert set(states_of(event(text, "REJECT").targets)) == {"KEN"}


def test_a_title_with_a_surname_is_the_person_named_in_full_before(
    event: Callable[[str, str], Event],
) -> None:
    text = "South Korean President Lee Jae-myung flew to Lima. President Lee thanked Peru."
    assert set(states_of(event(text, "SUPPORT").actors)) == {"KOR"}


def test_names_joined_by_a_hyphen_act_together(event: Callable[[str, str], Event]) -> None:
    told = event("The Japan–Australia partnership has grown.", "COOPERATE")
    assert set(states_of(told.actors)) == {"JPN", "AUS"}


def test_a_visit_told_again_with_its_exact_days_is_one(found: Callable[[str, str], list[Finding]]) -> None:
    text = "In 1972 Nixon went to China. Nixon went to China on 21 February 1972."
    assert sum(isinstance(f, Event) and f.plover == "CONSULT" for f in found(text, "event")) == 1


def test_a_voiced_commitment_is_one_position_and_reaches_to_the_end_of_its_relative(
    found: Callable[[str, str], list[Finding]],
) -> None:
    text = "Chile reaffirmed its commitment to any treaty that keeps the strait open to the ships of Peru."
    held = [f for f in found(text, "position") if isinstance(f, Position)]
    assert [f.quote for f in held] == [text.rstrip(".")]


def test_what_two_oppose_together_is_a_dispute_where_it_is_named(
    found: Callable[[str, str], list[Finding]],
) -> None:
    text = "Norway and Finland expressed concern about Belarusian drones over the frontier."
    held = [f for f in found(text, "dispute") if isinstance(f, Dispute)]
    assert [(set(states_of(f.parties)), f.quote) for f in held] == [
        ({"NOR", "FIN", "BLR"}, "Belarusian drones over the frontier")
    ]


def test_who_does_not_believe_something_says_so(found: Callable[[str, str], list[Finding]]) -> None:
    said = found("Togo does not believe that the dam will be built.", "statement")
    assert [f.speaker for f in said if isinstance(f, Statement)] == [("Togo",)]


def test_what_is_to_happen_or_intended_is_an_outlook_and_what_was_reported_of_oneself_is_none(
    found: Callable[[str, str], list[Finding]],
) -> None:
    assert found("The patrols are to leave Togo in May.", "outlook")
    assert found("Ghana intends to withdraw its boats.", "outlook")
    assert not found("Ghana said that it would leave.", "outlook")
    would = found("Had Togo not paid, Ghana would have closed the port.", "outlook")
    assert [f.conditional for f in would if isinstance(f, Outlook)] == [True]


def test_a_treaty_signed_by_no_one_named_is_that_of_the_two_states_of_the_text(
    event: Callable[[str, str], Event],
) -> None:
    text = "Chile and Peru had quarrelled for years. A treaty was signed in 1929."
    assert set(states_of(event(text, "AGREE").actors)) == {"CHL", "PER"}


def test_its_neighbour_is_the_other_state_of_the_text(event: Callable[[str, str], Event]) -> None:
    text = "Chile and Peru met. Chile accused its neighbour of raids."
    assert set(states_of(event(text, "ACCUSE").targets)) == {"PER"}


def test_the_rivals_are_the_two_states_just_named(event: Callable[[str, str], Event]) -> None:
    text = "Chile and Peru met in May. The rivals signed a treaty."
    assert set(states_of(event(text, "AGREE").actors)) == {"CHL", "PER"}


def test_the_efforts_of_someone_are_under_way(event: Callable[[str, str], Event]) -> None:
    told = event("Chile and Peru met. Chile's attempts to isolate Peru failed.", "COERCE")
    assert told.actual
    assert set(states_of(told.targets)) == {"PER"}


def test_an_ordered_attack_takes_place(event: Callable[[str, str], Event]) -> None:
    assert event("In 1989 Chile ordered an invasion of Peru.", "ASSAULT").actual


def test_what_a_state_was_able_to_do_it_did(event: Callable[[str, str], Event]) -> None:
    assert event("Chile was able to conclude a treaty with Peru.", "AGREE").actual
