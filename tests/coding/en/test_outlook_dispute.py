"""Forecasts against what one wills, positions told by refusal, and quarrels that a verb tells."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from detente.findings import Dispute, Finding, Outlook, Position


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Peru planned a dam, a step likely to irritate Chile.", "a step likely to irritate Chile"),
        ("Traders expect the peso to weaken in May.", "the peso to weaken in May"),
        ("The talks are expected to resume in May.", "The talks are expected to resume in May"),
        (
            "They looked forward to the next session in Lima.",
            "They looked forward to the next session in Lima",
        ),
    ],
)
def test_what_is_forecast(found: Callable[[str, str], list[Finding]], text: str, quote: str) -> None:
    assert quote in [outlook.quote for outlook in found(text, "outlook")]


def test_until_states_a_condition(found: Callable[[str, str], list[Finding]]) -> None:
    (outlook,) = found("The sanctions will remain in force until Peru has complied.", "outlook")
    assert isinstance(outlook, Outlook)
    assert outlook.condition == "until Peru has complied"


@pytest.mark.parametrize(
    "text",
    [
        "Chile will not recognise the frontier.",
        "The minister said that Peru would not accept the frontier.",
        "Chile threatened to close the port.",
        "The Parties shall settle disputes by peaceful means.",
        "The Parties will exchange envoys within a month.",
        "As you will know, Chile supports the treaty.",
        "I will attend the ceremony for my government.",
        "They set up a court which would settle the claims.",
        "They explored the possibility of a treaty.",
        "The quarrel that would end in war began over a dam.",
        "Both sides took steps to reduce the risk of war.",
    ],
)
def test_what_is_willed_or_past_is_no_forecast(found: Callable[[str, str], list[Finding]], text: str) -> None:
    assert found(text, "outlook") == []


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        (
            "The possibility that Chile would withdraw alarmed Peru.",
            "The possibility that Chile would withdraw alarmed Peru",
        ),
        (
            "Peru will learn that Chile will answer every move.",
            "Peru will learn that Chile will answer every move",
        ),
    ],
)
def test_what_is_foretold_in_a_foretelling_is_one_outlook(
    found: Callable[[str, str], list[Finding]], text: str, quote: str
) -> None:
    assert [outlook.quote for outlook in found(text, "outlook")] == [quote]


def test_a_threat_with_its_condition_is_a_forecast(found: Callable[[str, str], list[Finding]]) -> None:
    (outlook,) = found("Chile threatened to close the port unless Peru withdrew.", "outlook")
    assert isinstance(outlook, Outlook)
    assert outlook.conditional


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Chile will not recognise the frontier.", "CHL"),
        ("We know Peru. Peru cannot accept the frontier.", "PER"),
        ("Chile says the matter was settled long ago.", "CHL"),
    ],
)
def test_a_stance_in_plain_words(found: Callable[[str, str], list[Finding]], text: str, actor: str) -> None:
    positions = [f for f in found(text, "position") if isinstance(f, Position)]
    assert actor in [position.actor for position in positions]


def test_what_will_not_come_about_is_no_stance(found: Callable[[str, str], list[Finding]]) -> None:
    assert found("Peru will not win the war.", "position") == []


def test_what_is_argued_for_a_stance_is_its_reason(found: Callable[[str, str], list[Finding]]) -> None:
    positions = found("Chile rejected the plan, arguing that the dam was unsafe.", "position")
    assert [(p.rule, p.reasons) for p in positions if isinstance(p, Position)] == [
        ("stance/reject-verb", ("that the dam was unsafe",))
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Chile and Peru are at odds over access to the lake.",
        "Chile and Peru have long disagreed about fishing.",
        "Chile and Peru have maintained overlapping claims to the shelf.",
        "Chile does not recognise Peru.",
        "The islands are contested by Chile and Peru.",
        "Relations between Chile and Peru hit a new low in 2020.",
        "The dam continues to divide Chile and Peru.",
    ],
)
def test_a_quarrel_that_a_verb_tells(found: Callable[[str, str], list[Finding]], text: str) -> None:
    disputes = [f for f in found(text, "dispute") if isinstance(f, Dispute)]
    assert {"CHL", "PER"} in [set(dispute.parties) for dispute in disputes]


def test_disputes_that_are_to_be_settled_are_no_dispute(found: Callable[[str, str], list[Finding]]) -> None:
    text = "Chile and Peru met. They promised to resolve disputes by talks."
    assert found(text, "dispute") == []


@pytest.mark.parametrize(
    "text",
    [
        "Chile has demanded sovereign access to the lake from Peru.",
        "Chile and Peru met over the three disputed islands.",
        "The truce did not resolve growing tensions between Chile and Peru.",
    ],
)
def test_demands_disputed_things_and_what_was_not_eased(
    found: Callable[[str, str], list[Finding]], text: str
) -> None:
    disputes = [f for f in found(text, "dispute") if isinstance(f, Dispute)]
    assert {"CHL", "PER"} in [set(dispute.parties) for dispute in disputes]


def test_a_quarrel_that_is_denied_is_none(found: Callable[[str, str], list[Finding]]) -> None:
    assert found("Chile seeks neither conflict nor confrontation with Peru.", "dispute") == []


@pytest.mark.parametrize(
    ("text", "named", "parties"),
    [
        ("Norway's concerns about Russia's jamming of signals grew.", "jamming of signals", ("NOR", "RUS")),
        ("Dhaka raised the case of the shot villagers with Delhi.", "the shot villagers", ("BGD", "IND")),
        ("Egypt and Ethiopia failed to agree on the dam.", "failed to agree", ("EGY", "ETH")),
        ("Guyana and Venezuela both claim the Essequibo region.", "claim", ("GUY", "VEN")),
        ("The wrecks remain the main obstacle to ties between Fiji and Tonga.", "obstacle", ("FJI", "TON")),
        (
            "The issue of pensions weighs on ties between Seoul and Tokyo.",
            "issue of pensions",
            ("KOR", "JPN"),
        ),
    ],
)
def test_matters_taken_up_and_matters_in_the_way(
    found: Callable[[str, str], list[Finding]], text: str, named: str, parties: tuple[str, ...]
) -> None:
    (dispute,) = (f for f in found(text, "dispute") if isinstance(f, Dispute))
    assert named in dispute.quote
    assert set(dispute.parties) == set(parties)


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Relations between Chile and Peru were frozen for years.", {"CHL", "PER"}),
        ("Many Peruvians questioned the validity of the treaty with Chile.", {"CHL", "PER"}),
        ("Talks between Sudan and Egypt on the dam stalled.", {"SDN", "EGY"}),
        ("Talks between Sudan and Egypt on the dam ended without an agreement.", {"SDN", "EGY"}),
        ("The envoy of Kenya spoke of a conflict between Chile and Peru in Bolivia.", {"CHL", "PER"}),
    ],
)
def test_frozen_ties_doubted_rights_and_stalled_talks_are_disputes(
    found: Callable[[str, str], list[Finding]], text: str, parties: set[str]
) -> None:
    assert parties in [set(f.parties) for f in found(text, "dispute") if isinstance(f, Dispute)]


@pytest.mark.parametrize(
    "text",
    [
        "The leaders of Chile and Peru expressed concern about the conflict in Sudan.",
        "The treaty lowers the risk of conflict between Chile and Peru.",
        "A dispute between Chile and Peru would harm both.",
        "Chile did not support the independence of Taiwan.",
        "Chile met Peru. The question of Chile came up.",
        "Talks between Sudan and Egypt on the dam opened.",
        "Chile and Peru met. Few expect a full-scale conflict between Chile and Peru.",
    ],
)
def test_quarrels_of_others_feared_quarrels_and_mere_silence_are_none(
    found: Callable[[str, str], list[Finding]], text: str
) -> None:
    assert not found(text, "dispute")


def test_a_shared_object_belongs_to_the_first_verb_as_well(
    found: Callable[[str, str], list[Finding]],
) -> None:
    quotes = [f.quote for f in found("Peru denounced but could not stop the Chilean blockade.", "position")]
    assert "Peru denounced but could not stop the Chilean blockade" in quotes
