"""Causal claims of verbs with a fixed complement, of effects that a noun names, and what is no claim."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from detente.findings import CausalClaim


@pytest.mark.parametrize(
    ("text", "cause", "effect", "sign"),
    [
        ("Border clashes set off a wave of strikes.", "Border clashes", "a wave of strikes", "+"),
        ("The shelling put the truce at risk.", "The shelling", "the truce at risk", "-"),
        ("The coup put an end to the cooperation.", "The coup", "the cooperation", "-"),
        ("The crisis grew out of a quarrel over rights.", "a quarrel over rights", "The crisis", "+"),
        ("The dispute has its origins in a treaty of 1929.", "a treaty of 1929", "The dispute", "+"),
        ("Suspicion lies at the heart of the quarrel.", "Suspicion", "the quarrel", "+"),
        ("The war left both countries exhausted.", "The war", "both countries exhausted", "+"),
        ("The visit did much to ease tensions.", "The visit", "to ease tensions", "-"),
        ("Talks are the only way to end the strike.", "Talks", "to end the strike", "-"),
        (
            "They reopened the embassy and laid the groundwork for the summit.",
            "They reopened the embassy",
            "the summit",
            "+",
        ),
        (
            "The effect of the sanctions on the economy has been severe.",
            "the sanctions",
            "the economy has been severe",
            "+",
        ),
        (
            "The border is long, and so there are always incidents.",
            "The border is long",
            "there are always incidents",
            "+",
        ),
    ],
)
def test_turns_of_phrase_that_are_causal(
    claims: Callable[[str], list[CausalClaim]], text: str, cause: str, effect: str, sign: str
) -> None:
    assert [(c.cause, c.effect, c.sign) for c in claims(text)] == [(cause, effect, sign)]


@pytest.mark.parametrize(
    "text",
    [
        "The minister took the opportunity to congratulate his colleague.",
        "The meeting followed the same format as we have in other rounds.",
        "The influence of the army was great.",
    ],
)
def test_no_cause_is_told(claims: Callable[[str], list[CausalClaim]], text: str) -> None:
    assert claims(text) == []
