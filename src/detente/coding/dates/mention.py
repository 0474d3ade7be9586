"""What a date in a text says, before anything is known of its context."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """How a date is put.

    A name stands for an event (9.11, September 11); a title is the year in the name of a treaty or
    law (the Trade Act of 1974), which dates no act of the sentence. Neither is leaned on by a later
    date that is incomplete.
    """

    ABSOLUTE = "absolute"
    PARTIAL = "partial"
    RELATIVE = "relative"
    RANGE = "range"
    OPEN = "open"
    ERA = "era"
    DECADE = "decade"
    CENTURY = "century"
    NAME = "name"
    TITLE = "title"


class Base(StrEnum):
    """What a relative date counts from: the last date of the text, or the document's own date."""

    REFERENCE = "reference"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Point:
    """One end of a date as said; None for what the text leaves out.

    Parameters
    ----------
    year, month, day : numbers as said; `year` is the first year of a decade or century.
    unit : "year" (the default, also for months and days), "decade", "century" or "fiscal".
    part : months of the year as (first, last) for a half or a quarter, a season code (21–24) as
        (code, code), or None. Early, middle and late are dropped: the value stays true without.
    base : what the shifts count from; None for a date that needs none.
    years, months, weeks, days : shift from the base; 0 is "the same"; None is not said.
    weekday : 0 (Monday) to 6, or None.
    turn : +1 for the next such month or weekday after the base, -1 for the last one before.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    unit: str = "year"
    part: tuple[int, int] | None = None
    base: Base | None = None
    years: int | None = None
    months: int | None = None
    weeks: int | None = None
    days: int | None = None
    weekday: int | None = None
    turn: int = 0


@dataclass(frozen=True, slots=True)
class DateMention:
    """A stretch of text that says a date.

    Parameters
    ----------
    start, end : code points, half-open, into the text that was searched.
    kind : how it is put.
    first : the date, or the beginning of a range.
    last : the end of a range, else None.
    bound : "after" (since, 以降), "before" (until, まで), or None.
    approximate : the text says about, 頃, около.
    """

    start: int
    end: int
    kind: Kind
    first: Point
    last: Point | None = None
    bound: str | None = None
    approximate: bool = False


def kind_of(first: Point, last: Point | None, bound: str | None, said: Kind | None = None) -> Kind:
    """The kind of a date from what it says; `said` is era, name or title where its words say so."""
    if said in (Kind.NAME, Kind.TITLE):
        return said
    if last is not None:
        return Kind.RANGE
    if bound is not None:
        return Kind.OPEN
    if first.unit in (Kind.DECADE, Kind.CENTURY):
        return Kind(first.unit)
    if first.base is not None or first.weekday is not None:
        return Kind.RELATIVE
    full = None not in (first.year, first.month, first.day)
    return said or (Kind.ABSOLUTE if full else Kind.PARTIAL)
