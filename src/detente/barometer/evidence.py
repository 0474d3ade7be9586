"""The events around a date: what was reported when a series turned."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import ibis

from detente.barometer.periods import later
from detente.barometer.turning.find import Turning, TurningPoint
from detente.datasets.engines import fetched
from detente.datasets.queries import between
from detente.ontology.plover import plover_types

_SHOWN = (
    "day",
    "source",
    "target",
    "plover",
    "code",
    "goldstein",
    "mentions",
    "place",
    "url",
    "dataset",
    "row",
)


_QUADS = {"cooperation": (1, 2), "conflict": (3, 4), **{f"quad_{q}": (q,) for q in (1, 2, 3, 4)}}


def around(
    events: Any, a: str, b: str, first: date, last: date, most: int = 3, measure: str = "n"
) -> list[dict[str, Any]]:
    """The rows between two states from a day to another, both included, that weigh most.

    Rows that the measure counts come before all others: acts of conflict, where conflict turned. Weight is
    the size of the Goldstein score, times 1 + log(mentions) where these are known; rows of one day, source,
    target and code count as one and are told by the one with the most mentions. A row near a date is
    evidence of what happened then, not of what turned the series.
    """
    rows = between(events, a, b)
    rows = rows.filter(rows.day >= first, rows.day <= last)
    reports = ibis.greatest(rows.mentions.coalesce(1), 1)
    weight = rows.goldstein.abs().coalesce(0.0) * (1 + reports.ln())
    shown = rows.select(*_SHOWN, weight=weight, own=_counts(rows, measure))
    ordered = shown.order_by(ibis.desc("own"), ibis.desc("weight"), "day", "row").limit(most * 20)
    told: dict[tuple[Any, ...], dict[str, Any]] = {}
    for row in fetched(ordered).to_pylist():
        told.setdefault((row["day"], row["source"], row["target"], row["code"]), row)
    return [_record(row) for row in list(told.values())[:most]]


def evidence(
    turning: Turning, point: TurningPoint, events: Any, a: str, b: str, most: int = 3
) -> list[dict[str, Any]]:
    """The events in the interval of a turning point, its last period included."""
    series = turning.series
    end = later(series.periods[point.last], series.unit) - timedelta(days=1)
    return around(events, a, b, series.periods[point.first], end, most, series.measure)


def _counts(rows: Any, measure: str) -> Any:
    """1 for the rows that a measure counts, 0 for others; 1 for all where it counts no kind of its own."""
    if measure in _QUADS:
        return rows.quad.isin(_QUADS[measure]).fill_null(False).cast("int8")
    if measure in plover_types():
        return (rows.plover == measure).fill_null(False).cast("int8")
    return ibis.literal(1, "int8")


def _record(row: dict[str, Any]) -> dict[str, Any]:
    """The row with its day in ISO form; keys in fixed order, None where the dataset does not say."""
    return {name: row[name].isoformat() if name == "day" else row[name] for name in _SHOWN}
