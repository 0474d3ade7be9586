from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.coding.en import code
from detente.findings import (
    Agreement,
    CausalClaim,
    Dispute,
    Event,
    Finding,
    Modality,
    Outlook,
    Position,
    Statement,
)
from detente.reading import from_text

SENTENCES = (
    "In May 2019, Chile and Peru signed the Arica Agreement on fishing rights.",
    "Peru's foreign minister said that Chile must withdraw its patrols because they endanger fishermen.",
    "“We want peace,” the Chilean president said, “but we shall defend our waters.”",
    "The collapse of the talks led to a crisis between the two countries.",
    "If Chile sends more ships, Peru may close the border.",
    "Chile did not attack Peru.",
    "Peru, which had denounced the treaty, objected to the Chilean exercises in June 2020.",
    "The annual festival drew many visitors to the old town.",
    "Despite the protests — 10,000 people in Lima — nothing changed (see below).",
)


def coded(text: str, date: str | None = None) -> list[Finding]:
    return code(from_text(text, name="test", language="en", date=date))


@settings(deadline=None, max_examples=25)
@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6), st.sampled_from([" ", "\n\n", "\n"]))
def test_every_finding_quotes_the_stored_text(parts: list[str], between: str) -> None:
    document = from_text(between.join(parts), name="test", language="en")
    found = code(document)
    assert all(document.text[f.start : f.end] == f.quote for f in found)
    spans = Counter((f.kind, f.start, f.end) for f in found)
    assert not spans or max(spans.values()) == 1
    assert found == sorted(found, key=lambda f: (f.start, f.end, f.kind))
    assert all(0 < f.confidence <= 1 and f.rule and f.coder for f in found)


@settings(deadline=None, max_examples=15)
@given(st.text(alphabet="ab .,“”\"'()—-\n0A", max_size=60).filter(lambda t: t.strip() != ""))
def test_any_text_can_be_coded(text: str) -> None:
    document = from_text(text, name="test", language="en")
    assert all(document.text[f.start : f.end] == f.quote for f in code(document))


def only(found: list[Finding], kind: type[Finding]) -> Finding:
    fitting = [f for f in found if isinstance(f, kind)]
    assert len(fitting) == 1, fitting
    return fitting[0]


def test_a_signature_is_an_event_and_an_agreement() -> None:
    found = coded(SENTENCES[0])
    event = only(found, Event)
    assert isinstance(event, Event)
    assert (event.plover, event.date, event.actual) == ("AGREE", "2019-05", True)
    assert set(event.actors) == set(event.targets) == {"CHL", "PER"}
    agreement = only(found, Agreement)
    assert isinstance(agreement, Agreement)
    assert agreement.name == "Arica Agreement"
    assert agreement.signed == "2019-05"
    assert set(agreement.parties) == {"CHL", "PER"}
    assert [step.event for step in agreement.status_events] == ["signed"]


def test_a_demand_is_event_statement_and_position_with_its_reason() -> None:
    found = coded(SENTENCES[1])
    event = next(f for f in found if isinstance(f, Event) and f.plover == "REQUEST")
    assert event.targets[0].startswith("CHL")
    statement = next(f for f in found if isinstance(f, Statement))
    assert any("PER" in s for s in statement.speaker)
    assert not statement.direct
    assert any(isinstance(f, Position) for f in found)
    claim = next(f for f in found if isinstance(f, CausalClaim))
    assert claim.sign == "+"
    assert "endanger fishermen" in claim.cause


def test_a_broken_quotation_is_one_direct_statement() -> None:
    found = [f for f in coded(SENTENCES[2]) if isinstance(f, Statement)]
    assert [f.direct for f in found] == [True]
    assert found[0].quote.startswith("“We want")
    assert found[0].quote.endswith("waters.”")
    assert "CHL/president" in found[0].speaker


def test_a_condition_makes_a_conditional_outlook_and_a_claim() -> None:
    found = coded(SENTENCES[4])
    outlook = next(f for f in found if isinstance(f, Outlook))
    assert outlook.conditional
    assert outlook.condition == "If Chile sends more ships"
    event = next(f for f in found if isinstance(f, Event) and "close" in f.quote)
    assert event.modality is Modality.HYPOTHETICAL
    assert not event.actual


def test_a_denied_act_is_not_actual() -> None:
    event = only(coded(SENTENCES[5]), Event)
    assert isinstance(event, Event)
    assert (event.plover, event.modality, event.actual) == ("ASSAULT", Modality.DENIED, False)


def test_lasting_opposition_is_a_dispute() -> None:
    found = [f for f in coded(SENTENCES[6]) if isinstance(f, Dispute)]
    assert "objected" in found[-1].quote
    assert all(set(f.parties) == {"PER", "CHL"} for f in found)


@pytest.mark.parametrize(
    "text",
    [
        SENTENCES[7],
        "Kenya has a population of 50 million and borders five countries.",
        "The striker scored twice as Brazil beat Chile in the final.",
        "Rice is the staple food of Thailand.",
    ],
)
def test_what_is_no_act_between_states_is_no_event(text: str) -> None:
    assert not [f for f in coded(text) if isinstance(f, Event)]


def test_weekdays_resolve_by_the_documents_date() -> None:
    event = only(coded("Chile expelled the Peruvian ambassador on Tuesday.", date="2021-03-18"), Event)
    assert isinstance(event, Event)
    assert (event.plover, event.date) == ("SANCTION", "2021-03-16")


@pytest.mark.parametrize(
    "text",
    [
        "Peru voted for Resolution 2117, which condemned Chile.",
        "Resolution 2117 condemned Chile.",
    ],
)
def test_what_a_numbered_resolution_does_the_council_does(text: str) -> None:
    acts = [f for f in coded(text) if isinstance(f, Event) and f.targets == ("CHL",)]
    assert [f.actors for f in acts if f.plover == "ACCUSE"] == [("UNSC",)]
