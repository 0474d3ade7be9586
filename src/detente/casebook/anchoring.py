"""Every span of a finding: reading them off, checking them, and moving them to another text."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from detente.casebook.selector import Selector, Span, relocate, select
from detente.errors import DetenteError
from detente.findings import Agreement, CausalClaim, Finding, Note
from detente.reading import Document


def inner_spans(finding: Finding) -> list[Span]:
    """The spans that a finding has beside its anchor, in a fixed order."""
    if isinstance(finding, Agreement):
        return [(step.start, step.end) for step in finding.status_events]
    if isinstance(finding, CausalClaim):
        return [span for span in (finding.cause_span, finding.effect_span) if span]
    if isinstance(finding, Note):
        text = [(finding.text_start, finding.text_end)]
        return [(finding.sentence_start, finding.sentence_end), *_located(text)]
    return []


def selectors_of(text: str, finding: Finding, slot: Span | None = None) -> tuple[Selector, ...]:
    """The selectors that a finding needs to be found again: its slot's, then those of its other spans.

    `slot` is the span that the judgement binds to, where it is not the finding's own.
    """
    spans = dict.fromkeys([slot or (finding.start, finding.end), (finding.start, finding.end)])
    spans.update(dict.fromkeys(inner_spans(finding)))
    return tuple(select(text, *span) for span in spans)


def check(finding: Finding, document: Document) -> None:
    """Raise DetenteError where a finding does not stand in the document as it says."""
    if finding.document != document.sha256:
        raise DetenteError(f"A {finding.kind} refers to another text than this one.", where=document.name)
    found = document.text[finding.start : finding.end]
    if found != finding.quote:
        raise DetenteError(
            f"The quotation of a {finding.kind} is not what stands at [{finding.start}, {finding.end}):"
            f" {finding.quote!r} against {found!r}.",
            where=document.name,
        )
    for start, end in inner_spans(finding):
        if not 0 <= start <= end <= len(document.text):
            raise DetenteError(f"[{start}, {end}) of a {finding.kind} is no span.", where=document.name)


def places(selectors: Iterable[Selector], text: str) -> dict[Span, Span] | None:
    """Where each selected span stands in another text; None as soon as one cannot be told."""
    found: dict[Span, Span] = {}
    for selector in selectors:
        place = relocate(selector, text)
        if place is None:
            return None
        found[selector.span] = place
    return found


def moved(finding: Finding, document: Document, places: dict[Span, Span]) -> Finding:
    """The finding as it stands in another text, every span put to its new place."""
    start, end = places[finding.start, finding.end]
    return replace(
        finding,
        document=document.sha256,
        start=start,
        end=end,
        quote=document.text[start:end],
        page=document.page_at(start),
        **_inner(finding, lambda span: places[span]),
    )


def _inner(finding: Finding, place: Callable[[Span], Span]) -> dict[str, Any]:
    """The fields that hold inner spans, each span put to its place."""
    if isinstance(finding, Agreement):
        steps = [(step, place((step.start, step.end))) for step in finding.status_events]
        return {"status_events": tuple(replace(s, start=a, end=b) for s, (a, b) in steps)}
    if isinstance(finding, CausalClaim):
        names = ("cause_span", "effect_span")
        return {n: place(getattr(finding, n)) if getattr(finding, n) else None for n in names}
    if isinstance(finding, Note):
        a, b = place((finding.sentence_start, finding.sentence_end))
        given: dict[str, Any] = {"sentence_start": a, "sentence_end": b}
        for span in _located([(finding.text_start, finding.text_end)]):
            given["text_start"], given["text_end"] = place(span)
        return given
    return {}


def _located(spans: Iterable[tuple[int | None, int | None]]) -> list[Span]:
    return [(a, b) for a, b in spans if a is not None and b is not None]
