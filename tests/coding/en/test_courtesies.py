"""Courtesies are no sayings and no stands; names in quotation marks, plans and guesses of what is so."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from detente.findings import Finding

Found = Callable[[str, str], list[Finding]]


@pytest.mark.parametrize(
    "text",
    [
        "The presidents of Chad and Kenya met. The two leaders welcomed the progress made on the railway.",
        "The prime minister of Chad expressed his sincere gratitude for the warm reception in Kenya.",
        "Chad and Kenya opened a shared consulate and signed a “Pledge to Confer” on river matters.",
        "The president of Chad declared a state of emergency in two border towns.",
        "The border was closed at noon, Chadian media reported.",
        "According to the media, the border was closed at noon.",
        "Most states of the region were recognizing Chad as a separate country.",
    ],
)
def test_courtesies_names_and_acts_are_no_statements(found: Found, text: str) -> None:
    assert found(text, "statement") == []


def test_what_one_state_welcomes_is_a_stand_and_no_words(found: Found) -> None:
    text = "The foreign ministry of Chad welcomed the release of the Kenyan crew."
    assert found(text, "statement") == []
    assert len(found(text, "position")) == 1


def test_what_is_added_in_the_same_breath_stands_apart(found: Found) -> None:
    text = "Chad's president said he had recalled his envoy, complaining that Kenya had shut the border."
    assert "Chad's president said he had recalled his envoy" in [s.quote for s in found(text, "statement")]


@pytest.mark.parametrize(
    "text",
    [
        "Both sides expressed sincere appreciation to Kenya for hosting the talks with Chad.",
        "Chad and Kenya are pleased to announce the opening of a railway.",
        "The president of Chad accepted an invitation to visit Kenya next year.",
        "The lake might allow Chad to claim the fishing grounds of Kenya.",
    ],
)
def test_courtesies_and_what_is_only_made_possible_are_no_stands(found: Found, text: str) -> None:
    assert found(text, "position") == []


@pytest.mark.parametrize(
    "text",
    [
        "Chad may be supplying arms to the rebels in Kenya.",
        "The issue was that the islands might serve Chad as a base.",
        "Chad knew the profit it could gain from a treaty with Kenya.",
    ],
)
def test_guesses_of_what_is_or_was_so_are_no_outlooks(found: Found, text: str) -> None:
    assert found(text, "outlook") == []


def test_what_could_be_done_neither_way_is_no_outlook(found: Found) -> None:
    assert found("The president of Chad could neither accept nor reject the plan.", "outlook") == []


def test_a_guess_with_a_time_to_come_is_an_outlook(found: Found) -> None:
    assert found("Chad may be supplying arms to Kenya by 2031.", "outlook") != []


def test_verbs_that_share_a_modal_are_one_outlook(found: Found) -> None:
    text = "A new treaty would ease the strain between Chad and Kenya and open the border."
    assert [o.quote for o in found(text, "outlook")] == [text[:-1]]
