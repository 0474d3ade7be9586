"""Counts of all directed dyads by quad class and period, as one block of numbers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np

from detente.barometer.gaps import longest_as_options
from detente.barometer.periods import Unit, begin, label, stretch
from detente.barometer.plain import PlainTable
from detente.barometer.series import Floats, Kind
from detente.datasets.engines import fetched
from detente.datasets.queries import counts
from detente.errors import UsageError

QUADS = ("verbal cooperation", "material cooperation", "verbal conflict", "material conflict")


@dataclass(frozen=True)
class Panel:
    """Counts [period, dyad, quad] of directed dyads.

    Every dyad stands beside its reverse: `reverse[d]` is the index of the dyad that goes the other way.

    Parameters
    ----------
    unit, periods : as in `Series`.
    dyads : (source, target), both directions of every pair.
    counts : floats, shape (periods, dyads, 4); 0 where no row was found in a covered period.
    """

    unit: Unit
    periods: tuple[date, ...]
    dyads: tuple[tuple[str, str], ...]
    counts: Floats

    @property
    def reverse(self) -> np.ndarray:
        """For each dyad the index of its reverse."""
        where = {dyad: i for i, dyad in enumerate(self.dyads)}
        return np.array([where[b, a] for a, b in self.dyads])

    def index(self, source: str, target: str) -> int:
        """Where a directed dyad stands; UsageError where neither it nor its reverse has a row."""
        if (source, target) not in self.dyads:
            raise UsageError(
                f"There is no row between {source} and {target}, so nothing can be forecast.",
                hint="Check --dyad, --from and --to.",
            )
        return self.dyads.index((source, target))

    def most(self, pairs: int, kept: tuple[str, str]) -> Panel:
        """The pairs of states with the most rows, both directions of each, and in any case `kept`."""
        rows = self.counts.sum(axis=(0, 2))
        both = rows + rows[self.reverse]
        first = [i for i in np.argsort(-both, kind="stable") if self.dyads[i][0] < self.dyads[i][1]][:pairs]
        wanted = {self.dyads[i] for i in first} | {(min(kept), max(kept))}
        at = [i for i, (a, b) in enumerate(self.dyads) if (min(a, b), max(a, b)) in wanted]
        return Panel(self.unit, self.periods, tuple(self.dyads[i] for i in at), self.counts[:, at])

    def until(self, end: int) -> Panel:
        """The first `end` periods."""
        return Panel(self.unit, self.periods[:end], self.dyads, self.counts[:end])


def panel_of_events(events: Any, unit: Unit, last_whole: bool = True) -> Panel:
    """The panel of all dyads in an Ibis table of event rows, from its first period to its last.

    Periods without any row of any dyad are taken as not covered and refused; the dyads are those with
    a row in either direction. Where `last_whole` is False the last period is left out, because it may
    be cut.
    """
    rows = fetched(counts(events, unit.value, True)).to_pylist()
    if not rows:
        raise UsageError("There is no event row between two states.")
    periods = _covered({begin(row["period"], unit) for row in rows}, unit)
    cells = [(r["source"], r["target"], r["period"], [r[f"quad_{q}"] for q in (1, 2, 3, 4)]) for r in rows]
    return _panel(cells, unit, periods if last_whole else periods[:-1])


def panel_of_table(plain: PlainTable, unit: Unit | None = None) -> Panel:
    """The panel of a plain table with two columns of states and four of counts by quad class.

    Rows that do not name two different states are passed over; those of one dyad and period are added. A
    dyad without a row in a period that has rows of others counts as 0 there.

    Parameters
    ----------
    unit : length of a period; None for that of the table.

    Raises
    ------
    UsageError
        where the table lacks such columns, one of them is not of counts or has an empty cell, or a period
        has no row of any dyad.
    """
    names = plain.quads
    if names is None or plain.sides is None:
        raise UsageError(
            f"{plain.name} has no counts by quad class of pairs of states.",
            hint="It needs source, target and quad_1 … quad_4, or verbCoop, matlCoop, verbConf, matlConf.",
        )
    columns = [_counts(plain, name) for name in names]
    step = unit or plain.unit
    periods = _covered({begin(day, step) for day in plain.days}, step)
    cells = [
        (*pair, day, list(quads))
        for pair, day, *quads in zip(plain.pairs, plain.days, *columns, strict=True)
        if pair is not None
    ]
    return _panel(cells, step, periods)


def _counts(plain: PlainTable, name: str) -> list[float]:
    """A column of counts; UsageError where it holds other numbers, or a cell is empty."""
    values = plain.values(name)
    unknown = int(np.isnan(values).sum())
    if plain.kind(name) is not Kind.COUNT or unknown:
        found = f"{unknown} empty cells" if unknown else "fractions or numbers below 0"
        raise UsageError(
            f'The column "{name}" of {plain.name} is to hold counts, but has {found}.',
            hint="Forecasts are of counts by quad class; a count that is not known is not 0.",
        )
    return list(map(float, values))


def _covered(held: set[date], unit: Unit) -> list[date]:
    """The periods from the first to the last that holds a row; UsageError where one between does not."""
    periods = stretch(min(held), max(held), unit)
    known = np.array([period in held for period in periods])
    if not known.all():
        missing = np.flatnonzero(~known)
        raise UsageError(
            f"No row of any dyad lies in {missing.size} of {len(periods)} {unit}s, "
            f"the first {label(periods[missing[0]], unit)}.",
            hint=f"The longest stretch without a gap is {longest_as_options(periods, known, unit)}. "
            "Or take a longer unit.",
        )
    return periods


def _panel(cells: list[tuple[str, str, date, list[float]]], unit: Unit, periods: list[date]) -> Panel:
    pairs = {(a, b) for a, b, _, _ in cells}
    dyads = tuple(sorted(pairs | {(b, a) for a, b in pairs}))
    where, when = {d: i for i, d in enumerate(dyads)}, {p: i for i, p in enumerate(periods)}
    block = np.zeros((len(periods), len(dyads), 4))
    for a, b, day, quads in cells:
        at = when.get(begin(day, unit))
        if at is not None:
            block[at, where[a, b]] += quads
    return Panel(unit, tuple(periods), dyads, block)
