"""What a briefing rests on, at a glance: documents, the time told of, warnings, counts, speeches."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from detente.brief.dates import date_words
from detente.brief.model import LOW_CONFIDENCE, Briefing
from detente.brief.words import Words
from detente.coding.dates.edtf import parse, sort_key
from detente.findings import Statement
from detente.reading import Document


@dataclass(frozen=True, slots=True)
class Source:
    """A document and how many findings rest on it."""

    document: Document
    findings: int


@dataclass(frozen=True, slots=True)
class Tally:
    """How many findings of one kind a coder made, and how many of them of low confidence."""

    kind: str
    coder: str
    n: int
    low: int


def period(briefing: Briefing, words: Words) -> tuple[str, str] | None:
    """The first and the last point of time that an event's date names, each as exact as it is given."""
    spans = [parse(entry.event.date) for entry in briefing.chronicle if entry.event.date]
    points = [point for span in spans for point in (span.start, span.end) if point is not None]
    if not points:
        return None
    first, last = min(points, key=lambda p: p.first_day), max(points, key=lambda p: p.last_day)
    return date_words(str(first), words), date_words(str(last), words)


def sources(briefing: Briefing) -> list[Source]:
    """Every document with the number of findings that rest on it."""
    counts = Counter(finding.document for finding in briefing.findings)
    return [Source(d, counts[d.sha256]) for d in briefing.documents]


def warnings(briefing: Briefing, words: Words) -> list[tuple[str, str]]:
    """Document and warning: first the files that could not be read."""
    said = [(d.name, warning) for d in briefing.documents for warning in d.warnings]
    unread = [("", words("unreadable", name=u.name, reason=u.reason)) for u in briefing.unreadable]
    return unread + said


def statements(briefing: Briefing) -> list[Statement]:
    """Every statement found, by date."""
    found = [f for f in briefing.findings if isinstance(f, Statement)]
    return sorted(found, key=lambda f: (sort_key(f.date), f.document, f.start))


def tally(briefing: Briefing) -> list[Tally]:
    """How many findings each coder made of each kind."""
    groups: dict[tuple[str, str], list[float]] = {}
    for finding in briefing.findings:
        groups.setdefault((finding.kind, finding.coder), []).append(finding.confidence)
    return [
        Tally(kind, coder, len(found), sum(c < LOW_CONFIDENCE for c in found))
        for (kind, coder), found in sorted(groups.items())
    ]
