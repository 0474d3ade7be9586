"""The stretch of time that the timeline draws, and its ticks."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

_KEPT = 0.8
_WORTH_CUTTING = 2 / 3
_SHORTEST_DAYS = 90
_ROOM = 30.0


@dataclass(frozen=True, slots=True)
class Axis:
    """Days from `first` to `last`, both inclusive, laid between two places on the page."""

    first: date
    last: date
    left: float
    right: float

    def x(self, day: date) -> float:
        """The place of a day; days outside stand at the nearer end."""
        share = (day - self.first).days / max((self.last - self.first).days, 1)
        return self.left + min(max(share, 0.0), 1.0) * (self.right - self.left)

    def middle(self, first: date | None, last: date | None) -> float:
        """The place halfway between two days; of one of them where the other is open."""
        known = [self.x(day) for day in (first, last) if day is not None]
        return sum(known) / len(known)


@dataclass(frozen=True, slots=True)
class Tick:
    """A line at the beginning of a year, quarter or month; `major` ones carry the year."""

    x: float
    day: date
    major: bool
    named: bool


def dense_window(spans: Sequence[tuple[date | None, date | None]]) -> tuple[date, date]:
    """The days to draw: all of them, or the stretch in which most of the dates lie.

    That stretch is the shortest with four fifths of the dates, and what lies next to it by no more
    than a quarter of its length. It is taken only where it is less than two thirds of the whole, so that
    one treaty of a century ago does not press three years into a corner. Not less than 90 days, and
    whole months.
    """
    points = sorted(_middle(first, last) for first, last in spans)
    need = max(1, round(len(points) * _KEPT))
    low = min(range(len(points) - need + 1), key=lambda i: points[i + need - 1] - points[i])
    high = low + need - 1
    room = max((points[high] - points[low]) / 4, timedelta(days=_SHORTEST_DAYS))
    while low > 0 and points[low] - points[low - 1] <= room:
        low -= 1
    while high + 1 < len(points) and points[high + 1] - points[high] <= room:
        high += 1
    if points[high] - points[low] >= (points[-1] - points[0]) * _WORTH_CUTTING:
        low, high = 0, len(points) - 1
    return _whole_months(points[low], points[high])


def ticks(axis: Axis) -> tuple[Tick, ...]:
    """Lines at months, quarters, years, five, ten or more years, as many as can be told apart."""
    days = (axis.last - axis.first).days
    months = next((m for m, most in ((1, 500), (3, 1900), (12, 9000), (60, 30000)) if days <= most), 120)
    major = max(months, 12)
    found = [day for day in _months(axis.first, axis.last) if _count(day) % months == 0]
    roomy = months < 12 and len(found) > 1 and axis.x(found[1]) - axis.x(found[0]) >= _ROOM
    return tuple(
        Tick(axis.x(day), day, _count(day) % major == 0, roomy or _count(day) % major == 0) for day in found
    )


def _count(day: date) -> int:
    """Months since the year 0."""
    return day.year * 12 + day.month - 1


def _middle(first: date | None, last: date | None) -> date:
    if first is None or last is None:
        known = first or last
        assert known is not None
        return known
    return first + (last - first) / 2


def _shifted(day: date, by: timedelta) -> date:
    room = (date.min - day) if by.days < 0 else (date.max - day)
    return day + (max(by, room) if by.days < 0 else min(by, room))


def _whole_months(first: date, last: date) -> tuple[date, date]:
    lacking = timedelta(days=_SHORTEST_DAYS) - (last - first)
    if lacking > timedelta(0):
        first, last = _shifted(first, -lacking / 2), _shifted(last, lacking / 2)
    return first.replace(day=1), last.replace(day=monthrange(last.year, last.month)[1])


def _months(first: date, last: date) -> Iterable[date]:
    year, month = first.year, first.month
    while (year, month) <= (last.year, last.month):
        yield date(year, month, 1)
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
        if year > date.max.year:
            return
