"""Event rows counted for one dyad: every measure of a period, with n, and zero apart from not covered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.barometer.periods import Unit, begin, label, stretch
from detente.barometer.series import Floats, Kind, Series, rounded
from detente.datasets.engines import fetched
from detente.datasets.queries import between, counts, first_day
from detente.errors import UnknownName, UsageError
from detente.ontology.plover import plover_types

QUAD_COUNTS = ("quad_1", "quad_2", "quad_3", "quad_4")
COUNTS = (*QUAD_COUNTS, "n", "cooperation", "conflict", "mentions")
VALUES = ("conflict_share", "goldstein_mean", "goldstein_sum", "share_of_total")


def measures() -> list[str]:
    """Every measure by name; those of PLOVER types are the types' names."""
    return [*COUNTS, *VALUES, *plover_types()]


def check_measure(name: str) -> None:
    """Raise UnknownName where there is no such measure."""
    if name not in measures():
        raise UnknownName("measure", name, measures())


@dataclass(frozen=True)
class Counted:
    """The counts of one dyad in one dataset, a number a period.

    Parameters
    ----------
    dataset : where the rows come from.
    name : of the dyad, "RUS>USA" directed, "RUS-USA" not.
    unit, periods : as in `Series`.
    columns : name of a count or sum to its numbers; 0 in a covered period without a row.
    total : rows of the dataset in the period, of whatever dyad; nan where rows of others were left out.
    covered : whether the dataset is known to cover the period: it holds any row of it, or the user says so.
    """

    dataset: str
    name: str
    unit: Unit
    periods: tuple[date, ...]
    columns: dict[str, Floats]
    total: Floats
    covered: NDArray[np.bool_]

    def series(self, measure: str) -> Series:
        """One measure; nan where the period is not covered or the measure has nothing to stand on there."""
        check_measure(measure)
        values = np.where(self.covered, self._numbers(measure), np.nan)
        kind = Kind.VALUE if measure in VALUES else Kind.COUNT
        n = np.where(self.covered, self.columns["n"], np.nan)
        return Series(self.name, measure, self.unit, self.periods, values, kind, n)

    def _numbers(self, measure: str) -> Floats:
        c = self.columns
        cooperation, conflict = c["quad_1"] + c["quad_2"], c["quad_3"] + c["quad_4"]
        if measure in ("cooperation", "conflict"):
            return cooperation if measure == "cooperation" else conflict
        over = {
            "conflict_share": (conflict, cooperation + conflict),
            "goldstein_mean": (c["goldstein_sum"], c["goldstein_n"]),
            "share_of_total": (c["n"], self.total),
        }
        if measure in over:
            above, below = over[measure]
            return np.asarray(np.divide(above, below, out=np.full(len(below), np.nan), where=below > 0))
        return c[measure] if measure in c else np.zeros(len(self.periods))

    def as_records(self) -> list[dict[str, Any]]:
        """One record a period, keys in fixed order; counts are None where the period is not covered."""
        names = ("n", *QUAD_COUNTS, "conflict_share", "goldstein_mean", "goldstein_sum", "mentions")
        shown = {name: self.series(name).values for name in (*names, "share_of_total", *plover_types())}
        return [
            {
                "period": label(period, self.unit),
                "dyad": self.name,
                "dataset": self.dataset,
                "coverage": self._coverage(i),
                **{name: rounded(values[i]) for name, values in shown.items()},
                "goldstein_n": rounded(self.columns["goldstein_n"][i]) if self.covered[i] else None,
                "total": rounded(self.total[i]) if self.covered[i] else None,
            }
            for i, period in enumerate(self.periods)
        ]

    def _coverage(self, index: int) -> str:
        if not self.covered[index]:
            return "not covered"
        return "reports" if self.columns["n"][index] else "no report"


def counted(
    events: Any,
    a: str,
    b: str,
    unit: Unit,
    *,
    directed: bool = False,
    first: date | None = None,
    last: date | None = None,
    known_coverage: Mapping[str, tuple[date, date]] | None = None,
    narrowed: frozenset[str] = frozenset(),
) -> list[Counted]:
    """The counts of a dyad, one `Counted` a dataset and, where directed, a direction.

    A period counts as covered where the dataset holds a row of any dyad in it, or where `known_coverage`
    holds it; a table that was filtered to one dyad cannot show which of its empty periods were quiet.

    Parameters
    ----------
    events : an Ibis table of the shape `EVENT_ROWS`.
    a, b : the two states.
    first, last : days, both included; periods that they cut count what lies inside. None: as the data.
    known_coverage : dataset to the days, both included, between which it is known to cover the dyad; "*" for
        all that are not named.
    narrowed : datasets of which rows of other dyads were left out, so that their total is not known.

    Raises
    ------
    UsageError
        where there is no row in that time.
    """
    if first is not None:
        events = events.filter(events.day >= first)
    if last is not None:
        events = events.filter(events.day <= last)
    total = events.group_by(period=first_day(events.day, unit.value), dataset=events.dataset)
    totals = _rows(total.aggregate(total=events.count()))
    if not totals:
        raise UsageError("There is no event row in that time.", hint="Check --from, --to and the files.")
    known = known_coverage or {}
    days = [begin(row["period"], unit) for row in totals] + [day for span in known.values() for day in span]
    start, end = first or min(days), last or max(days)
    periods = stretch(start, end, unit)
    pairs = [(a, b), (b, a)] if directed else [(min(a, b), max(a, b))]
    return [
        _counted(events, dataset, pair, directed, unit, periods, totals, known, dataset not in narrowed)
        for dataset in sorted({row["dataset"] for row in totals})
        for pair in pairs
    ]


def _counted(
    events: Any,
    dataset: str,
    pair: tuple[str, str],
    directed: bool,
    unit: Unit,
    periods: list[date],
    totals: list[dict[str, Any]],
    known: Mapping[str, tuple[date, date]],
    whole: bool,
) -> Counted:
    own = events.filter(events.dataset == dataset)
    where = {period: i for i, period in enumerate(periods)}
    rows = [r for r in _rows(counts(own, unit.value, directed, *pair)) if (r["source"], r["target"]) == pair]
    columns = {name: np.zeros(len(periods)) for name in (*QUAD_COUNTS, "n", *_SUMS)}
    for row in rows:
        for name, numbers in columns.items():
            numbers[where[row["period"]]] = _number(row[name], name)
    for row in _types(own, pair, directed, unit):
        column = columns.setdefault(row["plover"], np.zeros(len(periods)))
        column[where[row["period"]]] += row["rows"]
    total = np.zeros(len(periods))
    for row in totals:
        if row["dataset"] == dataset:
            total[where[begin(row["period"], unit)]] = row["total"]
    span = known.get(dataset) or known.get("*")
    covered = np.array([t > 0 or _inside(p, unit, span) for t, p in zip(total, periods, strict=True)])
    name = f"{pair[0]}>{pair[1]}" if directed else f"{pair[0]}-{pair[1]}"
    reported = total if whole else np.full(len(periods), np.nan)
    return Counted(dataset, name, unit, tuple(periods), columns, reported, covered)


def _number(value: float | None, name: str) -> float:
    """A sum from the engine; no score adds nothing, but no number of mentions is not 0 mentions."""
    if value is None:
        return float("nan") if name == "mentions" else 0.0
    return float(value)


_SUMS = ("goldstein_sum", "goldstein_n", "mentions")


def _types(events: Any, pair: tuple[str, str], directed: bool, unit: Unit) -> list[dict[str, Any]]:
    rows = between(events, *pair)
    if directed:
        rows = rows.filter(rows.source == pair[0])
    rows = rows.filter(rows.plover.isin(list(plover_types())))
    grouped = rows.group_by(period=first_day(rows.day, unit.value), plover=rows.plover)
    return _rows(grouped.aggregate(rows=rows.count()))


def _inside(period: date, unit: Unit, known: tuple[date, date] | None) -> bool:
    return known is not None and begin(known[0], unit) <= period <= known[1]


def _rows(table: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = fetched(table).to_pylist()
    return found
