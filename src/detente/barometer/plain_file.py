"""A CSV or Parquet file of periods and numbers → a plain table."""

from __future__ import annotations

import io
from collections import Counter
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pyarrow as pa
import pyarrow.csv as pcsv
import pyarrow.parquet as pq

from detente.barometer.period_cells import is_empty
from detente.barometer.periods import later, likeliest_unit
from detente.barometer.plain import PlainTable
from detente.barometer.sides import in_our_codes, sides_of
from detente.datasets.tally import Tally
from detente.errors import UnreadableSource
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


class NoPeriods(UnreadableSource):
    """A table without a column of periods; `wanted` lists what such a column may be called."""

    wanted = ", ".join(PERIOD_NAMES)


class NotSingle(UnreadableSource):
    """A table with two columns of one name."""


def plain_table(path: Path, tally: Tally | None = None) -> PlainTable:
    """Read a CSV or Parquet file of periods and numbers.

    A CSV is divided by commas, tabs or semicolons, in any encoding that documents may have.

    Parameters
    ----------
    tally : counts the rows; those whose cell of the period is empty are left out.

    Raises
    ------
    UnreadableSource
        where it cannot be read or no column holds periods.
    """
    parquet = path.suffix == ".parquet"
    try:
        table = pq.read_table(path) if parquet else _csv(path)
    except (pa.ArrowInvalid, OSError) as error:
        raise UnreadableSource(f"The table cannot be read ({error}).", where=str(path)) from error
    lower = {name.lower(): name for name in reversed(table.column_names)}
    period = next((lower[name] for name in PERIOD_NAMES if name in lower), None)
    if period is None:
        raise NoPeriods(
            f"No column holds periods; the columns are {', '.join(table.column_names)}.",
            where=str(path),
            hint=f"Call it one of {NoPeriods.wanted}.",
        )
    twice = [name for name, times in Counter(table.column_names).items() if times > 1]
    if twice:
        raise NotSingle(
            f'Several columns are called "{twice[0]}".', where=str(path), hint="Rename all but one."
        )
    account = tally if tally is not None else Tally()
    kept = _with_period(table, period, path.name, 0 if parquet else 1, account)
    sides = sides_of(kept)
    found = PlainTable(path.name, kept, period, sides.names if sides else None)
    if sides is None or sides.system is None or not kept.num_rows:
        return found
    unit = likeliest_unit(sorted(set(found.days)))
    ends = {day: later(day, unit) - timedelta(days=1) for day in set(found.days)}
    coded = in_our_codes(kept, sides, [ends[day] for day in found.days], path.name, account)
    return replace(found, table=coded)


def _with_period(table: pa.Table, period: str, name: str, header: int, tally: Tally) -> pa.Table:
    """The rows that tell their period; the others are counted by their line."""
    cells = table.column(period).combine_chunks().dictionary_encode(null_encoding="encode")
    nothing = [is_empty(cell) for cell in cells.dictionary.to_pylist()]
    empty = [nothing[at] for at in cells.indices.to_pylist()]
    lines = [at for at, none in enumerate(empty) if none]
    told = (", ".join(str(c) for c in table.slice(at, 1).to_pylist()[0].values() if c) for at in lines)
    tally.read += table.num_rows
    tally.kept += table.num_rows - len(lines)
    rows = zip((at + 1 + header for at in lines), told, strict=True)
    tally.drop(f'the period ("{period}") is empty', name, rows)
    return table.filter(pa.array([not none for none in empty], pa.bool_())) if lines else table


def _csv(path: Path) -> pa.Table:
    data = path.read_bytes()
    if not data.strip():
        raise UnreadableSource("The file is empty.", where=str(path))
    text = decode(data, where=str(path)).text
    head = text.split("\n", 1)[0]
    delimiter = max("\t,;", key=head.count)
    options = pcsv.ParseOptions(delimiter=delimiter)
    return pcsv.read_csv(io.BytesIO(text.encode("utf-8", "replace")), parse_options=options)
