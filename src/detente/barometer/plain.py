"""A plain table of periods and numbers, so that any series can be analysed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

import numpy as np
import pyarrow as pa

from detente.barometer.number_columns import chosen, number_columns
from detente.barometer.partial import lacking, told
from detente.barometer.period_cells import first_day
from detente.barometer.periods import Unit, begin, likeliest_unit, stretch
from detente.barometer.series import Floats, Kind, Series
from detente.barometer.sides import DYAD_NAMES
from detente.errors import UsageError

Pair = tuple[str, str]

QUAD_NAMES = (
    ("quad_1", "quad_2", "quad_3", "quad_4"),
    ("verbCoop", "matlCoop", "verbConf", "matlConf"),
    ("verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict"),
)
_NAMED = 6
"""So many pairs of states are named where one of them has to be chosen."""


@dataclass(frozen=True)
class PlainTable:
    """A table with a column of periods, perhaps two of states, and columns of numbers.

    Parameters
    ----------
    name : of the file.
    table : as read, without rows that tell no period.
    period : name of the column of periods.
    sides : names of the two columns of states; None where there are none.
    told_unit : length of a period, where more is known of it than the rows tell.
    """

    name: str
    table: pa.Table
    period: str
    sides: tuple[str, str] | None
    told_unit: Unit | None = None

    @property
    def numbers(self) -> list[str]:
        """The columns that hold numbers."""
        return number_columns(self.table, self._passed)

    @property
    def _passed(self) -> tuple[str, ...]:
        """The columns that tell of what a row is, which are no numbers of it."""
        return (self.period, *(self.sides or ()))

    @property
    def quads(self) -> tuple[str, str, str, str] | None:
        """The columns of counts by quad class, where the table has them."""
        return next((names for names in QUAD_NAMES if set(names) <= set(self.table.column_names)), None)

    @cached_property
    def days(self) -> list[date]:
        """The first day of the period of each row."""
        cells = self.table.column(self.period).combine_chunks().dictionary_encode()
        known = [first_day(cell, self.name) for cell in cells.dictionary.to_pylist()]
        return [known[at] for at in cells.indices.to_pylist()]

    @cached_property
    def pairs(self) -> list[Pair | None]:
        """Source and target of each row; None where a side is missing or both are the same."""
        if self.sides is None:
            return [None] * self.table.num_rows
        one, other = (self.table.column(side).cast(pa.string()).to_pylist() for side in self.sides)
        return [(a, b) if a and b and a != b else None for a, b in zip(one, other, strict=True)]

    @cached_property
    def unit(self) -> Unit:
        """The length of a period as the rows show it."""
        return self.told_unit or likeliest_unit(sorted(set(self.days)))

    def within(self, first: date | None, last: date | None) -> PlainTable:
        """The rows whose period begins from `first` to `last`, both included; None leaves that end open."""
        kept = [(first is None or d >= first) and (last is None or d <= last) for d in self.days]
        if all(kept):
            return self
        rows = self.table.filter(pa.array(kept, pa.bool_()))
        if not rows.num_rows:
            raise UsageError(
                f"{self.name} has no row in that time; it runs from {min(self.days)} to {max(self.days)}.",
                hint="Check --from and --to.",
            )
        return replace(self, table=rows, told_unit=self.unit)

    def values(self, column: str) -> Floats:
        """The numbers of a column, one a row; nan for null."""
        return np.asarray(self.table.column(column).to_numpy(), dtype=np.float64)

    def kind(self, column: str) -> Kind:
        """Whether a column of numbers holds counts: whole numbers from 0, in all its rows.

        Raises
        ------
        UsageError
            where it holds no number at all, or an infinite one.
        """
        values = self.values(column)
        known = values[~np.isnan(values)]
        if not known.size:
            raise UsageError(f'The column "{column}" of {self.name} holds no number.')
        endless = np.flatnonzero(np.isinf(values))
        if endless.size:
            raise UsageError(
                f'The column "{column}" of {self.name} is infinite in the period of '
                f"{self.days[int(endless[0])]}.",
                hint="Leave the cell empty where the number is not known.",
            )
        return Kind.COUNT if (known >= 0).all() and (known == np.round(known)).all() else Kind.VALUE

    def series(
        self,
        column: str | None = None,
        dyad: Pair | None = None,
        *,
        directed: bool = False,
        absent_is_zero: bool = False,
        unit: Unit | None = None,
    ) -> Series:
        """One column as a series; a period without a row is nan, or 0 where `absent_is_zero`.

        Where several rows fall into a period (both directions of a dyad, or the months of a year), counts are
        added and values averaged; see `kind` and `partial_sums`. With `absent_is_zero` a period of the table
        counts as 0 where it has rows of others only; a row without a number stays unknown.

        Parameters
        ----------
        dyad : two states; None for a table of one pair, or without states.

        Raises
        ------
        UsageError
            where the rows are of several pairs and none is named, several are of one direction and period
            and no unit says to gather them, or there is no number.
        """
        name = chosen(self.name, self.table, self._passed, column)
        kind, step = self.kind(name), unit or self.unit
        if list(Unit).index(step) < list(Unit).index(self.unit):
            raise UsageError(
                f"{self.name} has numbers of {self.unit}s; a {step} is shorter.",
                hint=f"Take --unit {self.unit} or a longer one.",
            )
        pair = dyad or self._only_pair(directed)
        given = self._given(name, pair, directed=directed, absent_is_zero=absent_is_zero, unit=unit)
        periods = tuple(stretch(min(self.days), max(self.days), step))
        values = _gathered(given, periods, step, kind)
        label = self._label(pair, directed)
        if np.isnan(values).all():
            raise UsageError(f'The column "{name}" of {self.name} holds no number of {label}.')
        return Series(label, name, step, periods, values, kind).trimmed()

    def partial_sums(
        self,
        column: str | None = None,
        dyad: Pair | None = None,
        *,
        directed: bool = False,
        absent_is_zero: bool = False,
        unit: Unit | None = None,
    ) -> str | None:
        """A sentence on the periods of `series` whose sum lacks a part; None where none does."""
        name = chosen(self.name, self.table, self._passed, column)
        if unit is None or self.kind(name) is not Kind.COUNT:
            return None
        pair = dyad or self._only_pair(directed)
        given = self._given(name, pair, directed=directed, absent_is_zero=absent_is_zero, unit=unit)
        known = [day for day, value in given if not np.isnan(value)]
        lack = lacking(known, self.unit, unit)
        if not lack:
            return None
        words = told(lack, len({begin(day, unit) for day in known}), self.unit, unit)
        return f"{self._label(pair, directed)} {name}: {words}"

    def _given(
        self, name: str, pair: Pair | None, *, directed: bool, absent_is_zero: bool, unit: Unit | None
    ) -> list[tuple[date, float]]:
        """Day and number of each row of a pair, and 0 for the periods of the table that it has no row in."""
        at = self._rows_of(pair, directed)
        if not at:
            other = directed and pair is not None and self._rows_of(pair, False)
            raise UsageError(
                f"{self.name} has no row of {(('>' if directed else '-').join(pair or ()))}.",
                hint="It has the other direction only." if other else "Check --dyad.",
            )
        if unit is None:
            self._check_single(at)
        numbers = self.values(name)
        given = [(self.days[i], float(numbers[i])) for i in at]
        if absent_is_zero:
            least = min(unit or self.unit, self.unit, key=list(Unit).index)
            given += [(day, 0.0) for day in self._without(at, least)]
        return given

    def _label(self, pair: Pair | None, directed: bool) -> str:
        return self.name if pair is None else (">" if directed else "-").join(pair)

    def _rows_of(self, pair: Pair | None, directed: bool) -> list[int]:
        """The places of the rows of a dyad; all of them for None."""
        if pair is None:
            return list(range(self.table.num_rows))
        if self.sides is None:
            raise UsageError(
                f"{self.name} has no columns of states, so --dyad means nothing there.",
                hint=f"Such columns are called {', '.join('/'.join(pair) for pair in DYAD_NAMES)}.",
            )
        wanted = {pair} if directed else {pair, pair[::-1]}
        return [i for i, found in enumerate(self.pairs) if found in wanted]

    def _only_pair(self, directed: bool) -> Pair | None:
        """The pair of which all rows are; None where no row names two states."""
        told = (pair for pair in self.pairs if pair is not None)
        found = Counter(pair if directed else (min(pair), max(pair)) for pair in told)
        if len(found) > 1:
            names = ["-".join(pair) for pair, _ in found.most_common(_NAMED)]
            more = f" and {len(found) - _NAMED} others" if len(found) > _NAMED else ""
            raise UsageError(
                f"{self.name} has rows of {len(found)} pairs of states: {', '.join(names)}{more}.",
                hint=f"Name one: --dyad {names[0]}.",
            )
        return next(iter(found), None)

    def _check_single(self, at: list[int]) -> None:
        """UsageError where one direction has several rows of one period and no unit says to gather them."""
        seen = Counter((begin(self.days[i], self.unit), self.pairs[i]) for i in at)
        (period, _), times = seen.most_common(1)[0]
        if times > 1:
            raise UsageError(
                f"{self.name} has {times} rows for the {self.unit} of {period}.",
                hint=f"Leave one, or say --unit {self.unit} to add counts and average values.",
            )

    def _without(self, at: list[int], unit: Unit) -> Iterator[date]:
        """A day of each period in which only other rows than these lie."""
        held = {begin(self.days[i], unit) for i in at}
        for day in self.days:
            period = begin(day, unit)
            if period not in held:
                held.add(period)
                yield day


def _gathered(given: list[tuple[date, float]], periods: tuple[date, ...], unit: Unit, kind: Kind) -> Floats:
    """One number a period: the sum of counts, the mean of values; nan where none is known."""
    where = {period: i for i, period in enumerate(periods)}
    sums, n = np.zeros(len(periods)), np.zeros(len(periods))
    for day, value in given:
        if not np.isnan(value):
            at = where[begin(day, unit)]
            sums[at] += value
            n[at] += 1
    whole = sums if kind is Kind.COUNT else sums / np.maximum(n, 1)
    return np.where(n > 0, whole, np.nan)
