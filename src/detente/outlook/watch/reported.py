"""What imported event data report of the two sides: friction and consultations, apart from the texts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np

from detente.barometer.counting import Counted, counted
from detente.barometer.evidence import around
from detente.barometer.periods import Unit
from detente.datasets.engines import fetched
from detente.datasets.queries import between
from detente.outlook.watch.channels import CONSULT, LEAST_MEETINGS, Gaps, gaps
from detente.outlook.watch.friction import CONFLICT

MONTHS = 12
EVIDENCE = 3


@dataclass(frozen=True)
class Reported:
    """What one dataset reports between the two sides.

    Attributes
    ----------
    dataset : its name.
    since, as_of : first and last day with a row of the dataset, between whomever.
    recent, past : rows of verbal or material conflict in the last twelve months and before.
    recent_months, past_months : how many of these months the data cover.
    ratio : rows a month in the recent months by those in the months before; None where these have none.
    recent_share, past_share : conflict as a share of the rows of conflict and cooperation; None without any.
    acts : the recent rows of conflict that weigh most, keys as in `barometer.evidence.around`.
    days : on how many days a consultation is reported; the gaps between them, None for fewer than three.
    last : the row of the last consultation; None where none is reported.
    """

    dataset: str
    since: date
    as_of: date
    recent: int
    past: int
    recent_months: int
    past_months: int
    ratio: float | None
    recent_share: float | None
    past_share: float | None
    acts: tuple[dict[str, Any], ...]
    days: int
    gaps: Gaps | None
    last: dict[str, Any] | None


def reported(events: Any, dyad: tuple[str, str]) -> list[Reported]:
    """What each dataset of imported events reports, in order of name; datasets without a row are left out.

    Rows are reports, and several may tell of one event: they are not independent, and therefore no
    interval and no trend is told of them. The share of conflict beside the rate shows whether a dataset
    only reports more of everything. A month is covered where the dataset has any row in it.

    Parameters
    ----------
    events : an Ibis table of the shape `EVENT_ROWS`.
    dyad : the two states.
    """
    every = [one for one in counted(events, *dyad, Unit.MONTH) if one.columns["n"].any()]
    return [_reported(events.filter(events.dataset == one.dataset), one, dyad) for one in every]


def _reported(events: Any, counts: Counted, dyad: tuple[str, str]) -> Reported:
    covered = np.flatnonzero(counts.covered)
    end = covered[-1]
    ends = fetched(events.aggregate(first=events.day.min(), last=events.day.max()))
    first, last_day = (ends[name][0].as_py() for name in ("first", "last"))
    recent, past = covered[covered > end - MONTHS], covered[covered <= end - MONTHS]
    conflict, cooperation = (counts.series(name).values for name in ("conflict", "cooperation"))
    now, before = conflict[recent].sum(), conflict[past].sum()
    edge = counts.periods[recent[0]]
    hostile = events.filter(events.quad.isin(list(CONFLICT)))
    talks = events.filter(events.plover == CONSULT)
    days = _days(talks, dyad)
    return Reported(
        counts.dataset,
        first,
        last_day,
        int(now),
        int(before),
        len(recent),
        len(past),
        float(now / len(recent) / (before / len(past))) if before else None,
        _share(now, cooperation[recent].sum()),
        _share(before, cooperation[past].sum()),
        tuple(around(hostile, *dyad, edge, last_day, EVIDENCE)),
        len(days),
        gaps(days, last_day) if len(days) >= LEAST_MEETINGS else None,
        around(talks, *dyad, days[-1], days[-1], 1)[0] if days else None,
    )


def _days(talks: Any, dyad: tuple[str, str]) -> list[date]:
    rows = fetched(between(talks, *dyad).select("day").distinct().order_by("day"))
    return [day for day in rows.column("day").to_pylist() if day is not None]


def _share(conflict: float, cooperation: float) -> float | None:
    every = conflict + cooperation
    return float(conflict / every) if every else None
