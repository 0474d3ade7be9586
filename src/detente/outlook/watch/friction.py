"""Whether friction in an issue rises or falls, against the issue's own past."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from scipy.stats import beta

from detente import ontology
from detente.casebook import Entry
from detente.findings import Event

WINDOW_DAYS = 365
LEVEL = 0.8
CONFLICT = (3, 4)
LEAST_ACTS = 4
"""With fewer acts in all no trend is told, whatever the interval."""


class Trend(StrEnum):
    """Which way something goes, where the counts can show it."""

    RISING = "rising"
    FALLING = "falling"
    LEVEL = "level"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Friction:
    """Conflictual acts told in a recent window and before.

    Attributes
    ----------
    recent, past : numbers of acts with first days in (as_of - window, as_of] and before, from the first
        dated act of the record on.
    recent_days, past_days : lengths of the two stretches, in days.
    ratio : rate in the window by the rate before; None where the time before has no act.
    low, high : 80 % interval of the ratio, exact conditional on the total (Przyborowski & Wilenski 1940;
        Clopper-Pearson); high is None where it has no upper end.
    acts, earlier : the recent acts and those before, the evidence.
    """

    recent: int
    past: int
    recent_days: int
    past_days: int
    ratio: float | None
    low: float | None
    high: float | None
    acts: tuple[Entry, ...]
    earlier: tuple[Entry, ...]

    @property
    def trend(self) -> Trend:
        """Rising or falling where the interval leaves 1 out, else level; unknown from few acts."""
        if self.low is None or self.recent + self.past < LEAST_ACTS:
            return Trend.UNKNOWN
        if self.low > 1:
            return Trend.RISING
        return Trend.FALLING if self.high is not None and self.high < 1 else Trend.LEVEL


def friction(
    entries: Iterable[Entry], since: datetime.date, as_of: datetime.date, window_days: int = WINDOW_DAYS
) -> Friction:
    """Compare the rate of conflictual acts in the last window with that of the time before.

    Parameters
    ----------
    entries : of the chronicle; acts that are no fact (planned, denied, feared), that belong to no
        conflict class, or that have no day of beginning are passed over.
    since : first day of the record, inclusive; as_of : its last day, inclusive.
    """
    acts = [e for e in entries if conflictual(e.event) and e.first is not None and since <= e.first <= as_of]
    edge = as_of - datetime.timedelta(days=window_days)
    recent = tuple(e for e in acts if e.first is not None and e.first > edge)
    earlier = tuple(e for e in acts if e.first is not None and e.first <= edge)
    past = len(earlier)
    recent_days = min(window_days, (as_of - since).days + 1)
    past_days = max(0, (as_of - since).days + 1 - recent_days)
    ratio = low = high = None
    if past_days and acts:
        low, high = _interval(len(recent), past, recent_days, past_days)
        ratio = (len(recent) / recent_days) / (past / past_days) if past else None
    return Friction(len(recent), past, recent_days, past_days, ratio, low, high, recent, earlier)


def conflictual(event: Event) -> bool:
    """Whether an act is told as a fact and belongs to verbal or material conflict."""
    kind = ontology.plover_types().get(event.plover)
    return bool(event.actual) and kind is not None and kind.quad in CONFLICT


def _interval(recent: int, past: int, recent_days: int, past_days: int) -> tuple[float, float | None]:
    """Ends of the interval of the ratio of two Poisson rates, from the share of the recent acts."""
    tail = (1 - LEVEL) / 2
    bottom = 0.0 if recent == 0 else float(beta.ppf(tail, recent, past + 1))
    top = 1.0 if past == 0 else float(beta.ppf(1 - tail, recent + 1, past))
    scale = past_days / recent_days
    return bottom / (1 - bottom) * scale, None if top == 1 else top / (1 - top) * scale
