"""Counts of all directed dyads by quad class and period, as one block of numbers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np

from detente.barometer.periods import Unit, begin, likeliest_unit, stretch
from detente.barometer.plain import PlainTable
from detente.barometer.series import Floats
from detente.datasets.queries import counts
from detente.errors import UnknownName, UsageError

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
        """Where a directed dyad stands; UnknownName where it has no row."""
        names = [f"{a}>{b}" for a, b in self.dyads]
        wanted = f"{source}>{target}"
        if wanted not in names:
            raise UnknownName("dyad", wanted, names)
        return names.index(wanted)

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
    rows = counts(events, unit.value, True).to_pyarrow().to_pylist()
    if not rows:
        raise UsageError("There is no event row between two states.")
    days = sorted({begin(row["period"], unit) for row in rows})
    periods = stretch(days[0], days[-1], unit)
    if len(periods) != len(days):
        missing = next(p for p in periods if p not in set(days))
        raise UsageError(
            f"{len(periods) - len(days)} periods have no row of any dyad, the first {missing.isoformat()}.",
            hint="Name a covered stretch with --from and --to, or take a longer unit.",
        )
    cells = [(r["source"], r["target"], r["period"], [r[f"quad_{q}"] for q in (1, 2, 3, 4)]) for r in rows]
    return _panel(cells, unit, periods if last_whole else periods[:-1])


def panel_of_table(plain: PlainTable) -> Panel:
    """The panel of a plain table with two columns of states and four of counts by quad class."""
    names = plain.quads
    if names is None or plain.sides is None:
        raise UsageError(
            f"{plain.name} has no counts by quad class of pairs of states.",
            hint="It needs source, target and quad_1 … quad_4, or verbCoop, matlCoop, verbConf, matlConf.",
        )
    columns = [plain.table.column(name).to_pylist() for name in (*plain.sides, *names)]
    days = plain.days(plain.table)
    unit = likeliest_unit(sorted(set(days)))
    cells = [
        (source, target, day, [q or 0 for q in quads])
        for source, target, day, *quads in zip(columns[0], columns[1], days, *columns[2:], strict=True)
    ]
    return _panel(cells, unit, stretch(min(days), max(days), unit))


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
