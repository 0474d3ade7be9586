"""Forecasts without a future auxiliary, what filters of the will leave, and stances that a noun carries."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from detente.findings import Finding, Outlook, Position


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("A new round of fighting cannot be ruled out.", "A new round of fighting cannot be ruled out"),
        ("Another round has been set for September.", "Another round has been set for September"),
        ("War between the two is inevitable.", "War between the two is inevitable"),
        ("The region is on the brink of a new war.", "The region is on the brink of a new war"),
        ("Observers fear a new arms race.", "a new arms race"),
        ("Turkey will not ratify it before the vote.", "Turkey will not ratify it before the vote"),
        ("Japan agreed that the talks would resume in March.", "the talks would resume in March"),
        ("Lima said it would reopen its embassy next week.", "it would reopen its embassy next week"),
    ],
)
def test_what_is_to_come(found: Callable[[str, str], list[Finding]], text: str, quote: str) -> None:
    (outlook,) = (f for f in found(text, "outlook") if isinstance(f, Outlook))
    assert outlook.quote == quote


@pytest.mark.parametrize(
    "text",
    [
        "They agreed that Egypt would withdraw its troops.",
        "The date had been set by the two ministers.",
        "The two sides were on the brink of war in 1962.",
        "It is inevitable that states differ.",
    ],
)
def test_what_is_no_forecast(found: Callable[[str, str], list[Finding]], text: str) -> None:
    assert found(text, "outlook") == []


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("New Zealand takes the view that the tribunal has no jurisdiction.", "NZL"),
        ("India has no intention of joining the alliance.", "IND"),
        ("Beijing attaches great importance to ties with Jakarta.", "CHN"),
        ("Argentina has never abandoned its claim to the islands.", "ARG"),
        ("Saudi Arabia has made normalisation conditional on a treaty.", "SAU"),
        ("Latvia has been one of the strongest critics of Moscow.", "LVA"),
        ("Japan does not want a confrontation with China.", "JPN"),
        ("Uruguay would prefer a bilateral deal with China.", "URY"),
    ],
)
def test_stances_that_a_noun_or_a_denied_wish_tells(
    found: Callable[[str, str], list[Finding]], text: str, actor: str
) -> None:
    (position,) = (f for f in found(text, "position") if isinstance(f, Position))
    assert position.actor == actor


def test_an_offer_of_importance_in_passing_is_no_stance(found: Callable[[str, str], list[Finding]]) -> None:
    assert found("The treaty had the importance that Peru places on fishing.", "position") == []


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Chile and Peru agreed that both sides should withdraw from the ridge.", "CHL+PER"),
        ("Peru made it clear that it would not discuss the border.", "PER"),
        ("Lima held that the strait is an inland sea.", "PER"),
        ("The islands that Chile claims lie in the south.", "CHL"),
        ("Norway laid stress on the need for inspections.", "NOR"),
        ("Norway spoke of the need to inspect the mines.", "NOR"),
        ("Finland is loath to close the frontier.", "FIN"),
        ("Peru resented Chilean pressure over fish.", "PER"),
        ("Chile was convinced that Peru would not honour the treaty.", "CHL"),
        ("Norway wants talks, while Sweden fears that they would fail.", "SWE"),
        ("The envoy said Kenya has always been committed to solving the dispute.", "KEN"),
    ],
)
def test_what_is_agreed_made_clear_claimed_and_stressed_is_a_stance(
    found: Callable[[str, str], list[Finding]], text: str, actor: str
) -> None:
    assert actor in [f.actor for f in found(text, "position") if isinstance(f, Position)]


@pytest.mark.parametrize(
    "text",
    [
        "Chile and Peru agreed that experts would inspect the dam.",
        "Chile expects Peru will send an envoy in May.",
        "Peru has seen ships come out of the strait.",
        "The vote raised questions about Peru's commitment to the pact.",
        "Peru abandoned its policy of neutrality.",
        "The leaders of Chile and Peru recalled the cooperation of past years.",
    ],
)
def test_forecasts_plans_and_stances_in_doubt_are_no_positions(
    found: Callable[[str, str], list[Finding]], text: str
) -> None:
    assert not found(text, "position")


def test_what_shares_its_should_is_one_position(found: Callable[[str, str], list[Finding]]) -> None:
    text = "Ties between Chile and Peru should not target others, harm their interests or split the region."
    assert len(found(text, "position")) == 1


def test_an_adjective_holds_no_stance(found: Callable[[str, str], list[Finding]]) -> None:
    held = found("Chile voiced firm opposition to the dam.", "position")
    assert {f.actor for f in held if isinstance(f, Position)} == {"CHL"}


def test_a_noun_within_a_stance_is_the_same_stance(found: Callable[[str, str], list[Finding]]) -> None:
    text = "Chile spoke. Chile supported the talks and its own commitment to them."
    assert len(found(text, "position")) == 1
