"""What a user hands to the barometer: event files, Parquet, a case folder, or a plain table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from detente.barometer.chronicle_rows import chronicle_rows
from detente.barometer.periods import Unit
from detente.barometer.plain import PlainTable, plain_table
from detente.casebook import Case, open_case
from detente.coding.dates.edtf import bounds
from detente.datasets.opening import parts
from detente.datasets.reading import ALL, read_stream
from detente.datasets.registry import SOURCES
from detente.datasets.shape import EVENT_ROWS
from detente.datasets.tally import Tally
from detente.errors import UnreadableSource, UsageError
from detente.ontology.schemes import Choices

_MARKS = frozenset({"day", "source", "target", "quad", "dataset"})


@dataclass
class Inputs:
    """What the paths hold.

    Parameters
    ----------
    tables : event rows of the shape `EVENT_ROWS`.
    plain : plain tables of periods and numbers.
    cases : case folders; their chronicle is a source of its own.
    tally : what was read from raw files and what was left out, with the reasons.
    too_vague : acts of chronicles whose date is wider than a period, counted when `events` is asked for.
    """

    tables: list[pa.Table] = field(default_factory=list)
    plain: list[PlainTable] = field(default_factory=list)
    cases: list[Case] = field(default_factory=list)
    tally: Tally = field(default_factory=Tally)
    too_vague: int = 0

    @property
    def dyad(self) -> tuple[str, str] | None:
        """The two states of the first case."""
        return self.cases[0].charter.states if self.cases else None

    def events(
        self, dyad: tuple[str, str], unit: Unit, *, directed: bool = False, issue: str | None = None
    ) -> Any:
        """All event rows as one Ibis table; an issue leaves only the chronicles, which alone have issues.

        Raises
        ------
        UsageError
            where there are none.
        """
        told = [
            chronicle_rows(c.chronicle(), *dyad, unit, directed=directed, issue=issue) for c in self.cases
        ]
        self.too_vague = sum(one.too_vague for one in told)
        found = [*(self.tables if issue is None else []), *(one.rows for one in told if one.rows.num_rows)]
        return _memory(found)

    def rows(self) -> Any:
        """The event rows of tables and files as one Ibis table, without chronicles; UsageError for none."""
        return _memory(self.tables)

    def told_coverage(self) -> tuple[date, date] | None:
        """The period of the first case, where it has both ends: its chronicle is taken to cover it."""
        if not self.cases:
            return None
        charter = self.cases[0].charter
        first = bounds(charter.period_from)[0] if charter.period_from else None
        last = bounds(charter.period_to)[1] if charter.period_to else None
        return (first, last) if first and last else None


def _memory(tables: Sequence[pa.Table]) -> Any:
    import ibis

    if not tables:
        raise UsageError(
            "There are no event rows.", hint="Name event files, a Parquet table of them, or a case folder."
        )
    return ibis.memtable(pa.concat_tables(tables))


def inputs(paths: Iterable[Path]) -> Inputs:
    """Read what the paths hold.

    A folder with a case.toml is a case, with the event tables in it; another folder is all Parquet files
    under it. A Parquet file with the columns of event rows holds events, any other a plain table. Another
    file is read by the first layout of the registry that fits, or else as a plain table.

    Raises
    ------
    UnreadableSource
        where a file fits none of these.
    """
    found = Inputs()
    for path in paths:
        if (path / "case.toml").is_file():
            found.cases.append(open_case(path))
            tables = sorted((path / "tables").rglob("*.parquet"))
            _take_parquet([table for table in tables if _holds_events(table)], found)
        elif path.is_dir():
            _take_parquet(sorted(path.rglob("*.parquet")), found)
        elif path.suffix == ".parquet":
            _take_parquet([path], found)
        elif not path.is_file():
            raise UnreadableSource("There is no such file.", where=str(path), hint="Check the path.")
        else:
            _take_file(path, found)
    return found


def _take_parquet(paths: Sequence[Path], found: Inputs) -> None:
    for path in paths:
        if _holds_events(path):
            table = pq.read_table(path)
            found.tables.append(_shaped(table))
        else:
            found.plain.append(plain_table(path))


def _holds_events(path: Path) -> bool:
    return set(pq.read_schema(path).names) >= _MARKS


def _shaped(table: pa.Table) -> pa.Table:
    """The table with exactly the columns of event rows; those it lacks are null."""
    columns = [
        table.column(f.name).cast(f.type)
        if f.name in table.column_names
        else pa.nulls(table.num_rows, f.type)
        for f in EVENT_ROWS
    ]
    return pa.Table.from_arrays(columns, schema=EVENT_ROWS)


def _take_file(path: Path, found: Inputs) -> None:
    events = [source for source in SOURCES if source.kind == "events"]
    try:
        batches = [
            batch
            for part, stream in parts(path)
            for batch in read_stream(stream, part, events, Choices(), ALL, found.tally)
        ]
        if not batches:
            raise UnreadableSource("No row was found.", where=str(path))
    except UnreadableSource as error:
        try:
            found.plain.append(plain_table(path))
            return
        except UnreadableSource:
            raise error from None
    found.tables.append(pa.Table.from_batches(batches, schema=EVENT_ROWS))
