"""Laws of the records: ids, slots, and the way to JSON and back."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.errors import DetenteError, UnknownName
from detente.findings import (
    KINDS,
    Agreement,
    CausalClaim,
    Event,
    Finding,
    StatusEvent,
    from_dict,
)

TEXTS = st.text(max_size=20)


@st.composite
def findings(draw: st.DrawFn) -> Finding:
    start = draw(st.integers(0, 50))
    quote = draw(st.text(min_size=1, max_size=9))
    base = {"document": "d", "start": start, "end": start + len(quote), "quote": quote}
    kind = draw(st.sampled_from(sorted(KINDS)))
    return KINDS[kind](**base, coder=draw(TEXTS), confidence=draw(st.floats(0, 1)))


@given(findings())
def test_a_record_comes_back_from_json_the_same(finding: Finding) -> None:
    assert from_dict(json.loads(json.dumps(finding.as_dict(), ensure_ascii=False))) == finding


@given(findings(), TEXTS, st.floats(0, 1))
def test_the_id_does_not_hang_on_who_found_it(finding: Finding, coder: str, confidence: float) -> None:
    other = replace(finding, coder=coder, confidence=confidence)
    assert (other.id, other.slot) == (finding.id, finding.slot)


@given(findings(), st.integers(1, 9))
def test_another_place_is_another_id_and_slot(finding: Finding, shift: int) -> None:
    moved = replace(finding, start=finding.start + shift, end=finding.end + shift)
    assert moved.id != finding.id
    assert moved.slot != finding.slot


def test_ids_cannot_be_confused_by_joining() -> None:
    one = Event(document="a", start=1, end=12, quote="x")
    two = Event(document="a1", start=1, end=2, quote="x")
    assert one.slot != two.slot


def test_nested_records_come_back() -> None:
    agreement = Agreement(
        document="d",
        start=0,
        end=1,
        quote="x",
        status_events=(StatusEvent(event="signed", date="2002-05-24", start=0, end=1),),
    )
    claim = CausalClaim(document="d", start=0, end=1, quote="x", cause_span=(0, 1))
    for finding in (agreement, claim):
        assert from_dict(json.loads(json.dumps(finding.as_dict()))) == finding


def test_an_altered_record_is_refused() -> None:
    record = Event(document="d", start=0, end=1, quote="x", plover="AGREE").as_dict()
    with pytest.raises(DetenteError, match="does not fit"):
        from_dict({**record, "plover": "ASSAULT"})


def test_misspelt_kinds_and_fields_get_a_suggestion() -> None:
    with pytest.raises(UnknownName, match='Did you mean "event"'):
        from_dict({"kind": "evnt"})
    with pytest.raises(UnknownName, match='Did you mean "actors"'):
        from_dict({"kind": "event", "document": "d", "start": 0, "end": 1, "quote": "x", "actor": []})


@pytest.mark.parametrize(("start", "end"), [(1, 1), (2, 1), (-1, 2)])
def test_empty_and_turned_spans_are_refused(start: int, end: int) -> None:
    with pytest.raises(DetenteError, match="start < end"):
        Event(document="d", start=start, end=end, quote="x")
