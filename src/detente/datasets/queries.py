"""Questions to event tables as Ibis expressions: the same function on every engine."""

from __future__ import annotations

from typing import Any, Literal

import ibis
import ibis.expr.types as ir
from ibis import _

from detente.datasets.shape import QUADS
from detente.errors import UnknownName

Period = Literal["day", "week", "month", "quarter", "year"]
PERIODS: dict[str, str] = {"day": "D", "week": "W", "month": "M", "quarter": "Q", "year": "Y"}
"""Period to the unit that Ibis truncates dates by; a week begins on Monday (ISO 8601)."""


def counts(
    events: ir.Table, period: Period, directed: bool, a: str | None = None, b: str | None = None
) -> ir.Table:
    """Count the event rows of each dyad and period.

    A dyad is two different states: rows with a side that no state stands on, and rows of a state with
    itself, are left out. Periods without a row have no row here; only who knows the coverage of the
    dataset can tell a zero from a gap.

    Parameters
    ----------
    events : rows of `detente.datasets.shape.EVENT_ROWS`; rows are reports or events as the dataset has it.
    period : day, week (from Monday), month, quarter or year.
    directed : whether RUS→USA and USA→RUS are told apart. If not, `source` is the alphabetically first.
    a, b : states; with both only the rows between them, with one only the rows it is a side of.

    Returns
    -------
    Table in the order of `period` (date, its first day), `source`, `target`; `quad_1` … `quad_4` (rows of
    the quad class), `n` (all rows, also those of no class), `goldstein_sum` (null where `goldstein_n` is 0),
    `goldstein_n` (rows with a score), `mentions` (sum; null where no row has a number). The order of rows
    is open.

    Raises
    ------
    UnknownName
        where the period is none.
    """
    if period not in PERIODS:
        raise UnknownName("period", period, PERIODS)
    return (
        between(events, a, b)
        .select("quad", "goldstein", "mentions", period=first_day(_.day, period), **_sides(directed))
        .group_by("period", "source", "target")
        .aggregate(**_sums())
    )


def between(events: ir.Table, a: str | None = None, b: str | None = None) -> ir.Table:
    """The rows with a state on each side, not the same; only those of `a`, `b` or both where given."""
    kept = events.filter(events.source != events.target)
    for state in (a, b):
        if state is not None:
            kept = kept.filter((kept.source == state) | (kept.target == state))
    return kept


def first_day(day: Any, period: Period) -> Any:
    """The first day of the period that a day lies in, as a date expression."""
    return day if period == "day" else day.truncate(PERIODS[period]).cast("date")


def _sides(directed: bool) -> dict[str, Any]:
    if directed:
        return {"source": _.source, "target": _.target}
    return {"source": ibis.least(_.source, _.target), "target": ibis.greatest(_.source, _.target)}


def _sums() -> dict[str, Any]:
    # Spark sums the condition, which is null where every quad of the group is.
    quads = {f"quad_{quad}": _.count(where=_.quad == quad).fill_null(0) for quad in QUADS}
    return quads | {
        "n": _.count(),
        "goldstein_sum": _.goldstein.sum(),
        "goldstein_n": _.goldstein.count(),
        "mentions": _.mentions.sum(),
    }
