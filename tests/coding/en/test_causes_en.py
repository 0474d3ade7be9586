"""Causal claims: motives, idioms, joined clauses and inverted conditions."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from detente.findings import CausalClaim


@pytest.mark.parametrize(
    ("text", "cause", "effect", "sign"),
    [
        ("Alarmed by the riots, Peru closed its border.", "the riots", "Peru closed its border", "+"),
        ("Fearing an attack, Peru closed its border.", "Fearing an attack", "Peru closed its border", "+"),
        ("The quarrel laid the groundwork for the war.", "The quarrel", "the war", "+"),
        ("The arrest cast a shadow over the summit.", "The arrest", "the summit", "-"),
        (
            "Old grievances played a role in the collapse of the talks.",
            "Old grievances",
            "the collapse of the talks",
            "+",
        ),
        ("Progress depends on the withdrawal of the fleet.", "the withdrawal of the fleet", "Progress", "+"),
        (
            "Pride has kept the two governments from yielding.",
            "Pride",
            "the two governments from yielding",
            "-",
        ),
        ("Observers attributed the thaw to economic pressure.", "economic pressure", "the thaw", "+"),
        ("The crisis caused by the embargo lasted for years.", "the embargo", "The crisis", "+"),
        (
            "Chile refused to sign the treaty, so Peru refused as well.",
            "Chile refused to sign the treaty",
            "Peru refused as well",
            "+",
        ),
        (
            "The blockade hurt trade, leaving the island without fuel.",
            "The blockade hurt trade",
            "leaving the island without fuel",
            "+",
        ),
        ("Relations improved, thanks to the new treaty.", "the new treaty", "Relations improved", "+"),
        ("The curbs came in an apparent protest against the ruling.", "the ruling", "The curbs came", "+"),
        ("The talks collapsed due to mutual distrust.", "mutual distrust", "The talks collapsed", "+"),
        ("The reform brought stability.", "The reform", "stability", "+"),
        ("The summit resulted in three pacts.", "The summit", "three pacts", "+"),
        (
            "Chile, concerned about the missiles, recalled its envoy.",
            "the missiles",
            "recalled its envoy",
            "+",
        ),
        ("Bowing to foreign pressure, Peru freed the crew.", "foreign pressure", "Peru freed the crew", "+"),
        ("The war severed the economic ties.", "The war", "the economic ties", "-"),
        ("The raids threatened to tilt the balance.", "The raids", "to tilt the balance", "+"),
        (
            "The crisis was triggered when gunmen shot three officers.",
            "when gunmen shot three officers",
            "The crisis",
            "+",
        ),
    ],
)
def test_what_brings_about_what(
    claims: Callable[[str], list[CausalClaim]], text: str, cause: str, effect: str, sign: str
) -> None:
    assert (cause, effect, sign) in [(found.cause, found.effect, found.sign) for found in claims(text)]


def test_a_condition_may_be_told_by_the_order_of_words(claims: Callable[[str], list[CausalClaim]]) -> None:
    (found,) = claims("Had Chile recognised Peru earlier, the war might have been avoided.")
    assert (found.cause, found.effect) == (
        "Had Chile recognised Peru earlier",
        "the war might have been avoided",
    )


def test_what_announces_a_quotation_is_no_effect(claims: Callable[[str], list[CausalClaim]]) -> None:
    (found,) = claims("The minister set out his view: “If the talks fail, there will be riots.”")
    assert found.effect == "there will be riots"


def test_a_reason_that_says_no_is_no_denied_link(claims: Callable[[str], list[CausalClaim]]) -> None:
    (found,) = claims("The talks failed because neither side trusted the other.")
    assert not found.negated


def test_a_denied_reason_is_a_denied_link(claims: Callable[[str], list[CausalClaim]]) -> None:
    found = claims("Peru acted because of its debt and not in retaliation for the ruling.")
    assert {claim.rule: claim.negated for claim in found} == {
        "because-of/because": False,
        "phrase/in retaliation for": True,
    }


@pytest.mark.parametrize(
    "text",
    [
        "The rivers originating from Peru flow into Chile.",
        "Chile urged Peru to remain in the treaty.",
        "It was an accident, the source said.",
        "The treaty called for both parties to withdraw.",
        "Peru looks to the international community to respect the accord.",
        "I welcome the occasion to speak of your country.",
        "The envoys left amid a dispute over fishing.",
    ],
)
def test_no_link(claims: Callable[[str], list[CausalClaim]], text: str) -> None:
    assert claims(text) == []


def test_a_question_about_consequences_tells_none(claims: Callable[[str], list[CausalClaim]]) -> None:
    assert claims("And what were the consequences you threatened?") == []
