"""State-year and dyad-year tables, described by their fields alone."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from detente.datasets.columns import days, states, translate
from detente.datasets.delimited import Batch
from detente.datasets.layout import Column, Layout
from detente.datasets.origin import Origin
from detente.datasets.source import Source
from detente.datasets.tally import Tally
from detente.ontology.schemes import Choices

MISSING = ("NA", ".", "-9", "-9.0", "-9.00", "-9.000000", "NaN", "nan")
YEAR_END = "12-31"
_SYSTEMS = ("cow", "gw", "alpha", "alpha2", "name")


@dataclass(frozen=True, slots=True)
class Field:
    """A column of the table that is made.

    Parameters
    ----------
    name : in our table.
    column : where it comes from in the owner's file.
    kind : how it is read: a state system (`cow`, `gw`, `alpha`, `alpha2`, `name`), `int`, `float`, `text`
        or `day`.
    key : a row without it is left out and counted.
    also : further columns, and their kinds, for rows or files in which the first says nothing.
    read : how a cell becomes text, where it is a code in the file.
    """

    name: str
    column: Column
    kind: str
    key: bool = False
    also: tuple[tuple[Column, str], ...] = ()
    read: Callable[[str], str | None] | None = None

    def as_arrow(self) -> pa.Field:
        """The Arrow field with its description as metadata."""
        kinds = {"int": pa.int64(), "float": pa.float64(), "day": pa.date32()}
        told = {"what": self.column.what, "null": self.column.null}
        return pa.field(self.name, kinds.get(self.kind, pa.string()), metadata=told)


def table_source(
    name: str,
    kind: str,
    origin: Origin,
    layout: str,
    fields: Sequence[Field],
    note: str = "",
    *,
    order: tuple[str, ...] = (),
    year: Callable[[str], int | None] | None = None,
    missing: tuple[str, ...] = MISSING,
    counted: Layout | None = None,
) -> Source:
    """A dataset whose rows are read field by field.

    Parameters
    ----------
    layout : name of the published layout.
    fields : in the order of our table; the one named `year` or `day` says when the codes of states hold
        (a year: on its last day).
    year : how the year is read, where it is no plain number (UN sessions).
    missing : spellings of "nothing here".
    counted : a layout of the owner in which some of the columns have to be counted, without its columns.
    """
    shape = pa.schema([*(f.as_arrow() for f in fields), *_TRACE])
    columns = tuple(dict.fromkeys(c for f in fields for c in (f.column, *(more for more, _ in f.also))))

    def rows(batch: Batch, choices: Choices, tally: Tally) -> pa.RecordBatch:
        return _rows(batch, choices, tally, name, fields, shape, year or _whole)

    layouts = [Layout(layout, columns, order, missing)]
    if counted is not None:
        told = tuple(column for column in columns if column.name not in counted.tallies)
        layouts.append(replace(counted, columns=told, nulls=missing))
    return Source(name, kind, origin, tuple(layouts), rows, shape, note)


_TRACE = (
    pa.field("dataset", pa.string(), metadata={"what": "name in the registry", "null": "never"}),
    pa.field("row", pa.int64(), metadata={"what": "line in the file read, from 1", "null": "never"}),
)


def _rows(
    batch: Batch,
    choices: Choices,
    tally: Tally,
    name: str,
    fields: Sequence[Field],
    shape: pa.Schema,
    year: Callable[[str], int | None],
) -> pa.RecordBatch:
    when = _when(batch, fields, year)
    made: list[Any] = []
    kept: Any = pa.repeat(pa.scalar(True), len(batch))
    for field in fields:
        text = batch.text[field.column.name]
        column = _column(field, text, when, choices, year)
        for more, kind in field.also:
            other = _column(replace(field, kind=kind), batch.text[more.name], when, choices, year)
            column = pc.coalesce(column, other)
        unread = pc.and_(column.is_null(), text.is_valid())
        if field.key:
            _drop(batch, pc.and_(kept, column.is_null()), field, tally)
            kept = pc.and_(kept, column.is_valid())
        else:
            tally.note(f"{field.column.name} that cannot be read", pc.sum(unread).as_py() or 0)
        made.append(column)
    made += [pa.repeat(pa.scalar(name), len(batch)), pa.array(batch.rows, pa.int64())]
    found = pa.RecordBatch.from_arrays(made, schema=shape)
    return found.filter(kept)


def _when(batch: Batch, fields: Sequence[Field], year: Callable[[str], int | None]) -> Any:
    """The day on which the codes of states hold: the day of a row, or the last day of its year."""
    field = next((f for f in fields if f.name in ("day", "start")), None)
    if field is not None:
        return days(batch.text[field.column.name])
    field = next((f for f in fields if f.name == "year"), None)
    if field is None:
        return pa.nulls(len(batch), pa.date32())
    return days(translate(batch.text[field.column.name], lambda cell: _last(year(cell)), pa.string()))


def _last(year: int | None) -> str:
    return f"{year:04d}-{YEAR_END}" if year is not None and 0 < year < 10000 else ""


def _column(field: Field, text: Any, when: Any, choices: Choices, year: Callable[[str], int | None]) -> Any:
    if field.name == "year":
        return translate(text, year, pa.int64())
    if field.kind == "int":
        return translate(text, _whole, pa.int64())
    if field.kind == "float":
        return translate(text, _real, pa.float64())
    if field.kind == "day":
        return days(text)
    if field.kind == "text":
        return text if field.read is None else translate(text, field.read, pa.string())
    plain = translate(text, lambda cell: cell.strip().removesuffix(".0"), pa.string())
    return states(plain, when, field.kind, choices)


def _drop(batch: Batch, missing: Any, field: Field, tally: Tally) -> None:
    """Count the rows whose key is missing; a row that lacks two keys is counted for the first."""
    places = np.flatnonzero(np.asarray(missing)).tolist()
    text = batch.text[field.column.name]
    reason = (
        f"no readable {field.column.name}"
        if field.kind not in _SYSTEMS
        else f"{field.column.name} is no state"
    )
    tally.drop(reason, batch.file, ((int(batch.rows[i]), text[i].as_py() or "") for i in places))


def _whole(cell: str) -> int | None:
    value = _real(cell)
    return int(value) if value is not None and value.is_integer() else None


def _real(cell: str) -> float | None:
    try:
        value = float(cell)
    except ValueError:
        return None
    return value if math.isfinite(value) else None
