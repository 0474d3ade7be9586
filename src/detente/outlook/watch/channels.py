"""Whether a channel that used to be used has fallen silent."""

from __future__ import annotations

import datetime
import itertools
import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from detente.casebook import Entry

CONSULT = "CONSULT"
LEAST_MEETINGS = 3
SILENT = 2.0
"""A channel counts as silent when it is quiet for this many times its usual gap, and longer than ever."""


@dataclass(frozen=True)
class Gaps:
    """How far apart the days of meetings lie.

    Attributes
    ----------
    usual_gap_days : median of the gaps between them; longest_gap_days : the longest.
    quiet_days : days from the last one to the end of the record.
    """

    usual_gap_days: float
    longest_gap_days: int
    quiet_days: int

    @property
    def silent(self) -> bool:
        """Quiet for twice the usual gap, and for longer than ever before."""
        return self.quiet_days > SILENT * self.usual_gap_days and self.quiet_days > self.longest_gap_days


@dataclass(frozen=True)
class Channel:
    """Talks, visits and meetings between the two sides, as the texts tell them.

    Attributes
    ----------
    meetings : the dated ones, in order; the evidence.
    gaps : between them, and since the last.
    """

    meetings: tuple[Entry, ...]
    gaps: Gaps

    @property
    def silent(self) -> bool:
        """Whether the channel has fallen silent."""
        return self.gaps.silent


def gaps(days: Sequence[datetime.date], as_of: datetime.date) -> Gaps:
    """The gaps between two or more different days in order, and from the last to the end of the record."""
    apart = [(b - a).days for a, b in itertools.pairwise(days)]
    return Gaps(float(statistics.median(apart)), max(apart), (as_of - days[-1]).days)


def channel(entries: Iterable[Entry], dyad: tuple[str, str], as_of: datetime.date) -> Channel | None:
    """The channel that some entries make up, or None where fewer than three meetings are dated to a month.

    Meetings are acts of consultation between the two sides that are told as facts and whose date is known
    to a month or better; those of one day count once.
    """
    met = [e for e in entries if _is_meeting(e, dyad, as_of)]
    by_day = {e.first: e for e in reversed(met)}
    days = sorted(day for day in by_day if day is not None)
    if len(days) < LEAST_MEETINGS:
        return None
    return Channel(tuple(by_day[day] for day in days), gaps(days, as_of))


def _is_meeting(entry: Entry, dyad: tuple[str, str], as_of: datetime.date) -> bool:
    first, last = entry.first, entry.last
    if first is None or last is None or first > as_of or (last - first).days > 31:
        return False
    return bool(entry.event.actual) and entry.event.plover == CONSULT and set(dyad) <= entry.sides
