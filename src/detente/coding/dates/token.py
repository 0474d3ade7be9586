"""The pieces that a reader cuts dates into before it joins them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum

from detente.coding.dates.edtf import instant
from detente.coding.dates.mention import Kind, Point


class Level(IntEnum):
    """What a piece says; a date joins pieces of rising level."""

    YEAR = 0
    PART = 1
    MONTH = 2
    DAY = 3
    WHOLE = 9


@dataclass(frozen=True, slots=True)
class Token:
    """One piece of a date, or a whole one.

    Parameters
    ----------
    start, end : code points, half-open.
    level : what it says.
    point : its value; only the fields of its level are set, or all for a whole date.
    lead : the first end of a range said in one piece (24 in 24-27日), else None.
    kind : era, name or title where the piece says so, else None: the kind follows from the value.
    approximate : the value is rounder than it looks (three weeks later).
    """

    start: int
    end: int
    level: Level
    point: Point
    lead: Point | None = None
    kind: Kind | None = None
    approximate: bool = False


Reader = Callable[[re.Match[str]], Token | None]


def pieces(text: str, pattern: re.Pattern[str], readers: Mapping[str, Reader]) -> Iterator[Token]:
    """The pieces of a text, in order, each by the reader of the last group that matched in it."""
    for match in pattern.finditer(text):
        token = readers[match.lastgroup or ""](match)
        if token is not None:
            yield token


def piece(
    m: re.Match[str], level: Level, point: Point, lead: Point | None = None, *, kind: Kind | None = None
) -> Token | None:
    """What a match says, None where there is no such day."""
    if point.year and point.month and instant(point.year, point.month, point.day) is None:
        return None
    return Token(m.start(), m.end(), level, point, lead, kind)


def iso(m: re.Match[str]) -> Token | None:
    """A day as 2003-05-28, in the groups iy, im and id."""
    return piece(m, Level.DAY, Point(int(m["iy"]), int(m["im"]), int(m["id"])))


def merged(coarse: Point, fine: Point) -> Point:
    """The point that says both: 2003年 and 5月. What is finer wins where both shift from a base."""
    if fine.base is not None:
        return fine
    return Point(
        year=coarse.year,
        month=fine.month if fine.month is not None else coarse.month,
        day=fine.day if fine.day is not None else coarse.day,
        unit=coarse.unit,
        part=fine.part or coarse.part,
        base=coarse.base,
        years=coarse.years,
        months=coarse.months,
        weeks=coarse.weeks,
        days=coarse.days,
        weekday=fine.weekday if fine.weekday is not None else coarse.weekday,
        turn=coarse.turn or fine.turn,
    )
