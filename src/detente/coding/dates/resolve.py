"""From what a date says to its EDTF value, by the dates around it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from detente.coding.dates.context import Basis, DateContext
from detente.coding.dates.edtf import Instant, Span, instant
from detente.coding.dates.mention import Base, DateMention, Kind, Point


@dataclass(frozen=True, slots=True)
class ResolvedDate:
    """A date of a text with its value.

    Parameters
    ----------
    start, end : code points, half-open, into the text that was searched.
    edtf : the value, or None where the context does not give it.
    basis : stated, name (9.11), reference (year or month from an earlier date of the text),
        document (from the document's date), fiscal year (given as the plain year), unresolved.
    kind : how it is put.
    approximate : the text says about; `edtf` is the plain value all the same.
    """

    start: int
    end: int
    edtf: str | None
    basis: Basis
    kind: Kind
    approximate: bool = False


_Value = tuple[Instant | None, Instant | None]  # first and last point; the same for one date
_NOTHING: _Value = (None, None)


def resolve(mentions: Iterable[DateMention], context: DateContext) -> list[ResolvedDate]:
    """Give each mention of one text, in its order, its value; `edtf` is None where it has none."""
    return resolve_on(mentions, context)[0]


def resolve_on(
    mentions: Iterable[DateMention], context: DateContext
) -> tuple[list[ResolvedDate], DateContext]:
    """Like `resolve`, and the context after the last mention, to go on with."""
    found = []
    for mention in mentions:
        (first, last), basis = _mention(mention, context)
        first, last = _year_of_season(first), _year_of_season(last)
        edtf = _edtf(first, last, mention.bound)
        found.append(
            ResolvedDate(
                mention.start,
                mention.end,
                edtf,
                basis if edtf else Basis.UNRESOLVED,
                mention.kind,
                mention.approximate,
            )
        )
        if mention.kind not in (Kind.NAME, Kind.TITLE) and not _background(mention, last, context):
            context = context.said(last)
    return found, context


def _background(mention: DateMention, last: Instant | None, context: DateContext) -> bool:
    """Whether news only says since which year something has gone on: 2021年から反対し、7月に."""
    since = mention.bound == "after" and last is not None and last.month is None
    return since and context.day_of_document is not None


def _year_of_season(point: Instant | None) -> Instant | None:
    """A season counts as its year, which stays true: seasons have no agreed first and last day."""
    return Instant(point.year) if point and point.month and point.month > 12 else point


def _mention(mention: DateMention, context: DateContext) -> tuple[_Value, Basis]:
    if mention.last is None:
        value, basis = _point(mention.first, context)
        if mention.kind is Kind.NAME:
            basis = Basis.NAME
        return value, basis
    return _range(mention.first, mention.last, context)


def _range(first: Point, last: Point, context: DateContext) -> tuple[_Value, Basis]:
    """Both ends of a range; the end without a year (or month) leans on the other one."""
    if first.year is None and first.base is None and last.year is not None:
        (_, end), basis = _point(last, context)
        start = _before(first, end)
    else:
        (start, stop), basis = _point(first, context)
        (_, end), _ = _point(last, context.said(stop)) if stop else (_NOTHING, basis)
        end = _not_before(end, start, last)
    return ((start, end), basis) if start and end else (_NOTHING, basis)


def _before(first: Point, end: Instant | None) -> Instant | None:
    if end is None:
        return None
    month = first.month or end.month
    later = (
        month is not None and end.month is not None and (month, first.day or 0) > (end.month, end.day or 31)
    )
    if first.month is None and later and month is not None:
        year, month = _add_months(end.year, month, -1)
        return instant(year, month, first.day)
    return instant(end.year - later, month, first.day)


def _not_before(end: Instant | None, start: Instant | None, last: Point) -> Instant | None:
    """Move an end whose year was filled in to the next year where it would lie before the start."""
    if end and start and last.year is None and last.base is None and end.last_day < start.first_day:
        return instant(end.year + 1, end.month, end.day)
    return end


def _point(point: Point, context: DateContext) -> tuple[_Value, Basis]:
    if point.base is not None or point.weekday is not None:
        return _shifted(point, context)
    if point.year is not None:
        basis = Basis.FISCAL if point.unit == "fiscal" else Basis.STATED
        return _stated(point, point.year), basis
    if point.month is not None or point.part is not None:
        source, basis = context.year_source
        if source is None or source.unit != "year":
            return _NOTHING, basis
        return _stated(point, _nearest_year(point, source, basis)), basis
    return _bare_day(point, context)


def _stated(point: Point, year: int) -> _Value:
    if point.unit in ("decade", "century"):
        value = Instant(year, unit=point.unit)
        return value, value
    if point.part is not None:
        first, last = (instant(year, month) for month in point.part)
        return first, last
    value_or_none = instant(year, point.month, point.day)
    return value_or_none, value_or_none


def _nearest_year(point: Point, source: Instant, basis: Basis) -> int:
    """The year that puts a month nearest to the document's day; the year itself in a running text."""
    if basis is not Basis.DOCUMENT or source.day is None:
        return source.year
    month = point.month or (point.part[0] if point.part and point.part[0] <= 12 else 7)
    apart = (month - (source.month or 7) + 6) % 12 - 6
    return source.year + ((source.month or 7) + apart - 1) // 12


def _bare_day(point: Point, context: DateContext) -> tuple[_Value, Basis]:
    """A day of the month: in news one up to a week ahead of the document, else one in the past."""
    source, basis = context.month_source
    if point.day is not None and context.of_the_news(point.day):
        source, basis = context.day_of_document, Basis.DOCUMENT
    if source is None or source.month is None or point.day is None:
        return _NOTHING, basis
    year, month = source.year, source.month
    if basis is Basis.DOCUMENT and source.day:
        ahead = point.day - source.day
        year, month = _add_months(year, month, -1 if ahead > 7 else 1 if ahead < -23 else 0)
    value = instant(year, month, point.day)
    return (value, value), basis


def _shifted(point: Point, context: DateContext) -> tuple[_Value, Basis]:
    anchor, basis = _anchor(point, context)
    if anchor is None:
        return _NOTHING, basis
    if point.weekday is not None and point.weeks is None:
        return _weekday(point, anchor), basis
    if point.turn:
        return _turned(point, anchor), basis
    if point.days is not None or point.weeks is not None:
        return _days_on(point, anchor), basis
    if point.months is not None:
        if anchor.month is None or anchor.month > 12:
            return _NOTHING, basis
        year, month = _add_months(anchor.year, anchor.month, point.months)
        value = instant(year, month, point.day)
        return (value, value), basis
    years = point.years or 0
    if anchor.unit != "year":
        return ((anchor, anchor) if not years else _NOTHING), basis
    return _stated(replace(point, base=None), anchor.year + years), basis


def _anchor(point: Point, context: DateContext) -> tuple[Instant | None, Basis]:
    needs_month = point.months is not None or point.days is not None
    source, basis = context.same_month if needs_month else context.same_year
    if point.base is Base.REFERENCE:
        return source, basis
    if context.document is not None:
        return context.document, Basis.DOCUMENT
    return (source if point.years == 0 else None), basis


def _weekday(point: Point, anchor: Instant) -> _Value:
    """The last such weekday up to the anchor; the next or the last one apart from it with `turn`."""
    if anchor.day is None or point.weekday is None:
        return _NOTHING
    day = anchor.first_day
    if point.turn > 0:
        moved = day + timedelta((point.weekday - day.weekday() - 1) % 7 + 1)
    elif point.turn < 0:
        moved = day - timedelta((day.weekday() - point.weekday - 1) % 7 + 1)
    else:
        moved = day - timedelta((day.weekday() - point.weekday) % 7)
    return _of(moved), _of(moved)


def _turned(point: Point, anchor: Instant) -> _Value:
    """The next or the last such month, season or day of a month, apart from the anchor's own."""
    if point.month is None and point.part is None:
        if point.day is None or anchor.month is None:
            return _NOTHING
        year, month = anchor.year, anchor.month
        if (point.day - (anchor.day or 0)) * point.turn <= 0:
            year, month = _add_months(year, month, point.turn)
        value = instant(year, month, point.day)
        return value, value
    for year in (anchor.year, anchor.year + point.turn):
        first, last = _stated(replace(point, base=None), year)
        if (
            first
            and last
            and (first.first_day > anchor.last_day if point.turn > 0 else last.last_day < anchor.first_day)
        ):
            return first, last
    return _NOTHING


def _days_on(point: Point, anchor: Instant) -> _Value:
    if anchor.day is None:
        return _NOTHING
    day = anchor.first_day + timedelta(point.days or 0)
    if point.weeks is None:
        return _of(day), _of(day)
    if point.weekday is not None:
        day += timedelta(weeks=point.weeks, days=point.weekday - day.weekday())
        return _of(day), _of(day)
    monday = day - timedelta(day.weekday()) + timedelta(weeks=point.weeks)
    return _of(monday), _of(monday + timedelta(6))


def _of(day: date) -> Instant:
    return Instant(day.year, day.month, day.day)


def _add_months(year: int, month: int, months: int) -> tuple[int, int]:
    at = year * 12 + month - 1 + months
    return at // 12, at % 12 + 1


def _edtf(first: Instant | None, last: Instant | None, bound: str | None) -> str | None:
    if first is None or last is None:
        return None
    if bound == "after":
        return str(Span(first, None))
    if bound == "before":
        return str(Span(None, last))
    if first.first_day > last.last_day:
        return None
    return str(Span(first, last))
