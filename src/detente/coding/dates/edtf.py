"""The part of EDTF (ISO 8601-2, levels 0 and 1) that dates of findings are written in."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from detente.errors import DetenteError

_POINT = re.compile(
    r"(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?(?P<mark>[~?%]?)"
    r"|(?P<decade>[0-9]{3})X(?P<decade_mark>[~?%]?)"
    r"|(?P<century>[0-9]{2})XX(?P<century_mark>[~?%]?)"
)
_SEASON_MONTHS = {21: 3, 22: 6, 23: 9, 24: 12}
_YEARS = {"decade": 10, "century": 100}


@dataclass(frozen=True, slots=True)
class Instant:
    """One point of an EDTF date, of any precision.

    `month` is 1–12 or a season code 21–24 (spring, summer, autumn, winter), None where not given;
    `unit` is "decade" or "century" where `year` is the first year of one, else "year"; `mark` is
    "", "~" (about), "?" (uncertain) or "%" (both).
    """

    year: int
    month: int | None = None
    day: int | None = None
    unit: str = "year"
    mark: str = ""

    def __str__(self) -> str:
        if self.unit == "decade":
            return f"{self.year // 10:03d}X{self.mark}"
        if self.unit == "century":
            return f"{self.year // 100:02d}XX{self.mark}"
        parts = [f"{self.year:04d}"]
        parts += [f"{n:02d}" for n in (self.month, self.day) if n is not None]
        return "-".join(parts) + self.mark

    @property
    def first_day(self) -> date:
        """The earliest day that the point can mean."""
        month = _SEASON_MONTHS.get(self.month or 1, self.month or 1)
        return date(max(self.year, 1), month, self.day or 1)

    @property
    def last_day(self) -> date:
        """The latest day that the point can mean; a winter runs into the next year's February."""
        if self.unit in _YEARS:
            return date(self.year + _YEARS[self.unit] - 1, 12, 31)
        if self.month is None:
            return date(max(self.year, 1), 12, 31)
        if self.month in _SEASON_MONTHS:
            return _last_of_season(self.year, self.month)
        return date(self.year, self.month, self.day or calendar.monthrange(self.year, self.month)[1])


@dataclass(frozen=True, slots=True)
class Span:
    """An EDTF date as the interval that it is; `start` or `end` None where open.

    A single point has `start == end`.
    """

    start: Instant | None
    end: Instant | None

    def __str__(self) -> str:
        if self.start == self.end:
            return str(self.start)
        return f"{self.start or '..'}/{self.end or '..'}"


@lru_cache(maxsize=4096)
def parse(text: str) -> Span:
    """Read an EDTF date, interval or open interval; raise DetenteError where it is none.

    Taken are years 0001–9999, months, days, seasons 21–24, decades (199X), centuries (18XX), the
    marks ~ ? %, intervals `a/b` with a not after b, and open ends `../b`, `a/..`.
    """
    start, slash, end = text.partition("/")
    if not slash:
        point = _point(text)
        if point is None:
            raise _not_edtf(text)
        return Span(point, point)
    first, last = (_point(part) for part in (start, end))
    if (first is None and start != "..") or (last is None and end != "..") or first is last is None:
        raise _not_edtf(text)
    if first and last and first.first_day > last.last_day:
        raise DetenteError(f'The interval "{text}" ends before it begins.')
    return Span(first, last)


def is_valid(text: str) -> bool:
    """Whether `parse` takes the text."""
    try:
        parse(text)
    except DetenteError:
        return False
    return True


def bounds(text: str) -> tuple[date | None, date | None]:
    """The earliest and the latest day that an EDTF date can mean, both inclusive; None where open.

    Raises DetenteError where the text is no EDTF date.
    """
    span = parse(text)
    return (span.start.first_day if span.start else None, span.end.last_day if span.end else None)


def is_after(text: str | None, day: str | None) -> bool:
    """Whether a date lies wholly after another, both as EDTF; False where one is None."""
    first = bounds(text)[0] if text else None
    last = bounds(day)[1] if day else None
    return first is not None and last is not None and first > last


def sort_key(text: str | None) -> tuple[date, date]:
    """A key that sorts by earliest, then latest day; an open start is put at the end day, None last."""
    if text is None:
        return date.max, date.max
    first, last = bounds(text)
    return first or last or date.max, last or date.max


def _point(text: str) -> Instant | None:
    match = _POINT.fullmatch(text)
    if match is None:
        return None
    if match["decade"]:
        return Instant(int(match["decade"]) * 10, unit="decade", mark=match["decade_mark"])
    if match["century"]:
        return Instant(int(match["century"]) * 100, unit="century", mark=match["century_mark"])
    month, day = (int(match[k]) if match[k] else None for k in ("month", "day"))
    return instant(int(match["year"]), month, day, mark=match["mark"])


def instant(year: int, month: int | None = None, day: int | None = None, *, mark: str = "") -> Instant | None:
    """The point of these numbers, None where the calendar has no such day, month or year."""
    if not 1 <= year <= 9999:
        return None
    if month is not None and not (1 <= month <= 12 or (month in _SEASON_MONTHS and day is None)):
        return None
    if day is not None and (month is None or not 1 <= day <= calendar.monthrange(year, month)[1]):
        return None
    return Instant(year, month, day, mark=mark)


def _last_of_season(year: int, season: int) -> date:
    month = _SEASON_MONTHS[season] + 2
    if month > 12:
        year, month = min(year + 1, 9999), month - 12
    return date(year, month, calendar.monthrange(year, month)[1])


def _not_edtf(text: str) -> DetenteError:
    return DetenteError(
        f'"{text}" is no EDTF date.',
        hint="Write 2003, 2003-05, 2003-05-28, 2003-05/2003-09, ../2003-05, 2003-05/.., 199X or 18XX.",
    )
