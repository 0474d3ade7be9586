"""Where the relationship stands: sentences composed from counts of the chronicle, nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from detente.brief import labels
from detente.brief.dates import date_words
from detente.brief.model import Briefing
from detente.brief.sides import Lane, lane
from detente.brief.words import Words
from detente.casebook import Entry, agreement_lives, dispute_lives
from detente.casebook.telling import state_of
from detente.coding.dates.edtf import bounds
from detente.findings import Finding, Outlook

SETTLED = frozenset({"ratified", "in force", "exchanged", "carried out", "ended"})
_BETWEEN = (Lane.A, Lane.B, Lane.JOINT)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with the chronicle's entries or the findings that it counts."""

    text: str
    entries: tuple[Entry, ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Year:
    """Acts between the sides whose date lies within one calendar year, told as facts."""

    year: int
    cooperative: int
    conflictual: int
    unclassed: int

    @property
    def total(self) -> int:
        """All of them."""
        return self.cooperative + self.conflictual + self.unclassed


@dataclass(frozen=True, slots=True)
class Years:
    """The years that have acts, and how many acts fall into none."""

    rows: tuple[Year, ...]
    undated: int
    wide: int


def facts_between(briefing: Briefing) -> list[Entry]:
    """The entries of the chronicle that stand between the two sides and are told as facts."""
    return [
        entry
        for entry in briefing.chronicle
        if entry.event.actual and lane(entry.event, briefing.dyad) in _BETWEEN
    ]


def standing(briefing: Briefing, words: Words) -> list[Sentence]:
    """The sentences, each with what it counts; those with nothing to count are left out."""
    between = facts_between(briefing)
    a, b = (labels.in_sentence(code, words) for code in briefing.dyad)
    names = {"a": a, "b": b}
    if not between:
        acts = [Sentence(words("stand.nothing", **names))]
    else:
        acts = [_count(between, names, words), _classes(between, words), *_balance(between, words)]
    return [*acts, *_latest(between, words), *_pending_matters(briefing, words)]


def years(briefing: Briefing) -> Years:
    """The acts between the sides by calendar year, every year from first to last."""
    between = facts_between(briefing)
    spans = [(entry, _year(entry)) for entry in between]
    placed: dict[int, list[Entry]] = {}
    for entry, year in spans:
        if year is not None:
            placed.setdefault(year, []).append(entry)
    rows = tuple(_counted(year, placed[year]) for year in sorted(placed))
    undated = sum(entry.event.date is None for entry in between)
    return Years(rows, undated, len(between) - undated - sum(row.total for row in rows))


def _count(between: Sequence[Entry], names: dict[str, str], words: Words) -> Sentence:
    span = _years_told(between)
    if span is None:
        return Sentence(words("stand.between", n=len(between), **names), tuple(between))
    text = words("stand.between.dated", n=len(between), span=date_words(span, words), **names)
    return Sentence(text, tuple(between))


def _years_told(entries: Iterable[Entry]) -> str | None:
    """From the first year that a date names to the last, as EDTF."""
    days = [day for entry in entries if entry.event.date for day in bounds(entry.event.date) if day]
    return f"{min(days).year:04d}/{max(days).year:04d}" if days else None


def _classes(between: Sequence[Entry], words: Words) -> Sentence:
    quads = [labels.quad(entry.event) for entry in between]
    text = words("stand.quads", **{quad.value: quads.count(quad) for quad in labels.Quad})
    return Sentence(text, tuple(between))


def _balance(between: Sequence[Entry], words: Words) -> Iterable[Sentence]:
    """The last twelve months that acts with a class cover, against all that went before."""
    classed = [entry for entry in between if labels.quad(entry.event) is not labels.Quad.NONE]
    days = {entry.id: day for entry in classed if (day := _certain_day(entry)) is not None}
    if not days:
        return
    end = max(days.values())
    since = end.replace(year=end.year - 1, day=1)
    late = [entry for entry in classed if entry.id in days and days[entry.id] >= since]
    early = [entry for entry in classed if entry.id in days and days[entry.id] < since]
    if not early:
        return
    text = words(
        "stand.balance.more",
        date=date_words(since.isoformat()[:7], words),
        start=date_words(min(days.values()).isoformat()[:7], words),
        coop=_number(late, cooperative=True),
        conf=_number(late, cooperative=False),
        coop_before=_number(early, cooperative=True),
        conf_before=_number(early, cooperative=False),
    )
    yield Sentence(text, (*early, *late))


def _latest(between: Sequence[Entry], words: Words) -> Iterable[Sentence]:
    wanted: tuple[tuple[str, Callable[[Entry], bool]], ...] = (
        ("stand.meeting", lambda entry: entry.event.plover == "CONSULT"),
        ("stand.coop", lambda entry: labels.quad(entry.event).cooperative),
        ("stand.conf", lambda entry: labels.quad(entry.event).conflictual),
    )
    for key, holds in wanted:
        begun = [(day, entry) for entry in between if holds(entry) and (day := _begins(entry)) is not None]
        if begun:
            last = max(begun, key=lambda pair: pair[0])[1]
            event = last.event
            text = words(
                key,
                date=date_words(event.date, words),
                what=labels.act(event, words),
                who=labels.who(event, words),
            )
            yield Sentence(text, (last,))


def _pending_matters(briefing: Briefing, words: Words) -> Iterable[Sentence]:
    dyad = set(briefing.dyad)
    dates = {document.sha256: document.date for document in briefing.documents}
    disputes = [
        life.findings[0]
        for life in dispute_lives(briefing.findings, dates)
        if dyad <= set(map(state_of, life.parties))
    ]
    pending = [
        life.findings[0]
        for life in agreement_lives(briefing.findings)
        if dyad <= set(map(state_of, life.parties)) and not SETTLED & {step.event for step in life.steps}
    ]
    outlooks = [f for f in briefing.findings if isinstance(f, Outlook)]
    conditional = sum(f.conditional for f in outlooks)
    unreal = [
        entry
        for entry in briefing.chronicle
        if not entry.event.actual and lane(entry.event, briefing.dyad) in _BETWEEN
    ]
    if disputes:
        yield Sentence(words("stand.disputes", n=len(disputes)), findings=tuple(disputes))
    if pending:
        yield Sentence(words("stand.pending", n=len(pending)), findings=tuple(pending))
    if outlooks:
        text = words("stand.outlooks", n=len(outlooks), conditional=conditional)
        yield Sentence(text, findings=tuple(outlooks))
    if unreal:
        yield Sentence(words("stand.nonfact", n=len(unreal)), tuple(unreal))


def _number(entries: Iterable[Entry], *, cooperative: bool) -> int:
    quads = [labels.quad(entry.event) for entry in entries]
    return sum(quad.cooperative if cooperative else quad.conflictual for quad in quads)


def _counted(year: int, entries: Sequence[Entry]) -> Year:
    cooperative = _number(entries, cooperative=True)
    conflictual = _number(entries, cooperative=False)
    return Year(year, cooperative, conflictual, len(entries) - cooperative - conflictual)


def _year(entry: Entry) -> int | None:
    """The calendar year that the whole of a date lies in."""
    if entry.event.date is None:
        return None
    first, last = bounds(entry.event.date)
    return first.year if first and last and first.year == last.year else None


def _certain_day(entry: Entry) -> date | None:
    """The first day of a date that lies within one year."""
    return bounds(entry.event.date)[0] if entry.event.date and _year(entry) is not None else None


def _begins(entry: Entry) -> date | None:
    """The first day that a date can mean; None where it is not dated or its beginning is open."""
    return bounds(entry.event.date)[0] if entry.event.date else None
