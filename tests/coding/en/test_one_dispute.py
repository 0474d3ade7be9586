"""Which quarrels that a text tells of are one, on sentences of our own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from detente.findings import Finding

Found = Callable[[str, str], list[Finding]]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        (
            "Tensions between Chile and Peru rose. The dispute over the fishing grounds is old. "
            "The two neighbours met in May.",
            "The dispute over the fishing grounds",
        ),
        (
            "Chile and Peru are in a long row over a dam. Relations between the two countries soured.",
            "a long row over a dam",
        ),
        (
            "Chile and Peru quarrelled over the dam. The row over the dam lasted a year.",
            "Chile and Peru quarrelled over the dam",
        ),
    ],
)
def test_a_quarrel_barely_told_is_the_one_told_by_its_matter(found: Found, text: str, quote: str) -> None:
    assert [dispute.quote for dispute in found(text, "dispute")] == [quote]


def test_land_claims_and_objections_belong_to_the_border_dispute(found: Found) -> None:
    text = (
        "Chile and Peru are in a border dispute. Both made conflicting territorial claims. "
        "Peru strongly objected to a map of the island."
    )
    assert [dispute.quote for dispute in found(text, "dispute")] == ["a border dispute"]


def test_what_a_quarrel_is_over_is_no_second_one(found: Found) -> None:
    (dispute,) = found("Chile is in a diplomatic spat with Peru over land disputes in the desert.", "dispute")
    assert dispute.quote == "a diplomatic spat with Peru over land disputes in the desert"


def test_two_matters_are_two_disputes(found: Found) -> None:
    text = "The dispute between Chile and Peru over a dam is old. The two countries are in a row over visas."
    assert len(found(text, "dispute")) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Any conflict between Chile and Peru harms traders.",
        "Chile and Peru met. The port might allow Chile to claim sovereignty.",
    ],
)
def test_a_quarrel_that_might_be_is_none(found: Found, text: str) -> None:
    assert not found(text, "dispute")


def test_sides_may_stand_after_the_verb(found: Found) -> None:
    (dispute,) = found("Tensions are also growing between Chile and Peru over water.", "dispute")
    assert dispute.quote == "Tensions are also growing between Chile and Peru over water"


def test_tension_between_sides_however_described_is_barely_told(found: Found) -> None:
    text = "A dispute over a dam has stoked tensions between Chile and its former province, Peru. "
    text += "Peru and Chile met."
    assert [dispute.quote for dispute in found(text, "dispute")] == ["A dispute over a dam"]
