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
SUMS = (*(f"quad_{quad}" for quad in QUADS), "n", "goldstein_sum", "goldstein_n", "mentions")
_A_YEAR = {"month": 12, "quarter": 4, "year": 1}


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
    keys = ("number", "source", "target")
    return (
        between(events, a, b)
        .select("quad", "goldstein", "mentions", number=_number(_.day, period), **_sides(directed))
        .group_by(*keys, "quad")
        .aggregate(
            n=_.count(),
            goldstein_sum=_.goldstein.sum(),
            goldstein_n=_.goldstein.count(),
            mentions=_.mentions.sum(),
        )
        .group_by(*keys)
        .aggregate(**_sums())
        .select(_begin(_.number, period).name("period"), "source", "target", *SUMS)
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


def _number(day: Any, period: Period) -> Any:
    """What rows are grouped by: months, quarters or years are counted, which is cheaper than a date a row."""
    if period not in _A_YEAR:
        return first_day(day, period)
    of_year = {"month": day.month() - 1, "quarter": day.quarter() - 1, "year": 0}[period]
    return day.year() * _A_YEAR[period] + of_year


def _begin(number: Any, period: Period) -> Any:
    """The first day of a period by its number."""
    if period not in _A_YEAR:
        return number
    parts = _A_YEAR[period]
    month = number % parts * (12 // parts) + 1
    return ibis.date((number // parts).cast("int32"), month.cast("int32"), 1)


def _sides(directed: bool) -> dict[str, Any]:
    if directed:
        return {"source": _.source, "target": _.target}
    return {"source": ibis.least(_.source, _.target), "target": ibis.greatest(_.source, _.target)}


def _sums() -> dict[str, Any]:
    """Sums over the quad classes of a group: a row is counted once, not asked for each class in turn."""
    quads = {f"quad_{quad}": _.n.sum(where=_.quad == quad).fill_null(0) for quad in QUADS}
    return quads | {name: _[name].sum() for name in SUMS[len(quads) :]}
