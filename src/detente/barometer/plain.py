"""A plain table of periods and numbers, so that any series can be analysed."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pcsv
import pyarrow.parquet as pq

from detente.barometer.periods import Unit, begin, likeliest_unit, stretch
from detente.barometer.series import Kind, Series
from detente.errors import UnknownName, UnreadableSource, UsageError
from detente.reading.encoding import decode

PERIOD_NAMES = (
    "period",
    "date",
    "day",
    "week",
    "month",
    "quarter",
    "year",
    "time",
    "期間",
    "日付",
    "年月",
    "年",
)
DYAD_NAMES = (("source", "target"), ("i_iso3c", "j_iso3c"), ("a", "b"), ("i", "j"), ("iso3c1", "iso3c2"))
QUAD_NAMES = (
    ("quad_1", "quad_2", "quad_3", "quad_4"),
    ("verbCoop", "matlCoop", "verbConf", "matlConf"),
    ("verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict"),
)
_QUARTER = re.compile(r"(\d{4})-?Q([1-4])$")


@dataclass(frozen=True)
class PlainTable:
    """A table with a column of periods, perhaps two of states, and columns of numbers.

    Parameters
    ----------
    name : of the file.
    table : as read.
    period : name of the column of periods.
    sides : names of the two columns of states; None where there are none.
    """

    name: str
    table: pa.Table
    period: str
    sides: tuple[str, str] | None

    @property
    def numbers(self) -> list[str]:
        """The columns that hold numbers."""
        passed = {self.period, *(self.sides or ())}
        found = [
            f.name for f in self.table.schema if pa.types.is_integer(f.type) or pa.types.is_floating(f.type)
        ]
        return [name for name in found if name not in passed]

    @property
    def quads(self) -> tuple[str, str, str, str] | None:
        """The columns of counts by quad class, where the table has them."""
        return next((names for names in QUAD_NAMES if set(names) <= set(self.table.column_names)), None)

    def series(
        self,
        column: str | None = None,
        dyad: tuple[str, str] | None = None,
        *,
        directed: bool = False,
        absent_is_zero: bool = False,
        unit: Unit | None = None,
    ) -> Series:
        """One column as a series; a period without a row is nan, or 0 where `absent_is_zero`.

        Whole numbers from 0 are counts, all others values. Undirected, rows of both directions are added.
        With `absent_is_zero` only periods of which the table has a row of some dyad become 0.
        """
        name = self._column(column)
        rows = self.of(dyad, directed)
        days = self.days(rows)
        if not days:
            raise UsageError(f"{self.name} has no row of {'-'.join(dyad or ())}.", hint="Check --dyad.")
        every = self.days(self.table)
        step = unit or likeliest_unit(sorted(set(every)))
        periods = stretch(min(every), max(every), step)
        values = np.full(len(periods), np.nan)
        where = {p: i for i, p in enumerate(periods)}
        seen: dict[tuple[int, int], int] = {}
        sides = self._sides_of(rows)
        for day, value, side in zip(days, rows.column(name).to_pylist(), sides, strict=True):
            at = where[begin(day, step)]
            seen[at, side] = seen.get((at, side), 0) + 1
            values[at] = value if np.isnan(values[at]) else values[at] + (value or 0)
        if any(times > 1 for times in seen.values()) and unit is None:
            raise UsageError(
                f"{self.name} has several rows for one period.", hint="Name the dyad: --dyad RUS-USA."
            )
        if absent_is_zero:
            held = [where[begin(day, step)] for day in every]
            values[held] = np.nan_to_num(values[held])
        known = values[~np.isnan(values)]
        kind = Kind.COUNT if (known >= 0).all() and (known == np.round(known)).all() else Kind.VALUE
        label = self.name if dyad is None else (">" if directed else "-").join(dyad)
        return Series(label, name, step, tuple(periods), values, kind).trimmed()

    def of(self, dyad: tuple[str, str] | None, directed: bool = False) -> pa.Table:
        """The rows of a dyad; all of them for None."""
        if dyad is None:
            return self.table
        if self.sides is None:
            raise UsageError(
                f"{self.name} has no columns of states, so --dyad means nothing there.",
                hint=f"Such columns are called {', '.join('/'.join(pair) for pair in DYAD_NAMES)}.",
            )
        one, other = (self.table.column(side).cast(pa.string()) for side in self.sides)
        kept = pc.and_(pc.equal(one, dyad[0]), pc.equal(other, dyad[1]))
        if not directed:
            kept = pc.or_(kept, pc.and_(pc.equal(one, dyad[1]), pc.equal(other, dyad[0])))
        return self.table.filter(kept)

    def days(self, rows: pa.Table) -> list[date]:
        """The first day of the period of each row."""
        return [_day(cell, self.name) for cell in rows.column(self.period).to_pylist()]

    def _sides_of(self, rows: pa.Table) -> list[int]:
        if self.sides is None:
            return [0] * rows.num_rows
        return [hash(cell) for cell in rows.column(self.sides[0]).cast(pa.string()).to_pylist()]

    def _column(self, column: str | None) -> str:
        if column is not None and column not in self.numbers:
            raise UnknownName("column of numbers", column, self.numbers)
        if column is None and len(self.numbers) != 1:
            listed = ", ".join(self.numbers) or "none"
            raise UsageError(
                f"{self.name} has {len(self.numbers)} columns of numbers: {listed}.",
                hint="Name one with --measure.",
            )
        return column or self.numbers[0]


def plain_table(path: Path) -> PlainTable:
    """Read a CSV or Parquet file of periods and numbers.

    A CSV is divided by commas, tabs or semicolons, in any encoding that documents may have.

    Raises
    ------
    UnreadableSource
        where it cannot be read or no column holds periods.
    """
    try:
        table = pq.read_table(path) if path.suffix == ".parquet" else _csv(path)
    except (pa.ArrowInvalid, OSError) as error:
        raise UnreadableSource(f"The table cannot be read ({error}).", where=str(path)) from error
    lower = {name.lower(): name for name in reversed(table.column_names)}
    period = next((lower[name] for name in PERIOD_NAMES if name in lower), None)
    if period is None:
        raise UnreadableSource(
            f"No column holds periods; the columns are {', '.join(table.column_names)}.",
            where=str(path),
            hint=f"Call it one of {', '.join(PERIOD_NAMES)}.",
        )
    sides = next((pair for pair in DYAD_NAMES if set(pair) <= set(table.column_names)), None)
    return PlainTable(path.name, table, period, sides)


def _csv(path: Path) -> pa.Table:
    data = path.read_bytes()
    if not data.strip():
        raise UnreadableSource("The file is empty.", where=str(path))
    text = decode(data, where=str(path)).text
    head = text.split("\n", 1)[0]
    delimiter = max("\t,;", key=head.count)
    options = pcsv.ParseOptions(delimiter=delimiter)
    return pcsv.read_csv(io.BytesIO(text.encode("utf-8", "replace")), parse_options=options)


def _day(cell: Any, name: str) -> date:
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    text = str(cell).strip()
    quarter = _QUARTER.match(text)
    if quarter:
        return date(int(quarter[1]), int(quarter[2]) * 3 - 2, 1)
    if len(text) == 6 and text.isdigit():
        text = f"{text[:4]}-{text[4:]}"
    padded = {4: "-01-01", 7: "-01"}.get(len(text), "")
    try:
        return date.fromisoformat(text + padded if "-" in text or padded == "-01-01" else text)
    except ValueError:
        raise UnreadableSource(
            f'"{text}" is no period.',
            where=name,
            hint="Write 2003-05-24, 20030524, 2003-05, 200305, 2003-Q2 or 2003.",
        ) from None
