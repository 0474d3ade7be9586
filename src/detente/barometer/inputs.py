"""What a user hands to the barometer: event files, Parquet, a case folder, or a plain table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from detente.barometer.chronicle_rows import chronicle_rows
from detente.barometer.cow_events import has_numbers, in_our_codes
from detente.barometer.narrowed import fitting, narrowed_datasets
from detente.barometer.owner_table import other_dataset, owner_table
from detente.barometer.periods import Unit
from detente.barometer.plain import PlainTable
from detente.barometer.plain_file import NoPeriods, NotSingle, plain_table
from detente.casebook import Case, open_case
from detente.coding.dates.edtf import bounds
from detente.datasets.engines import DUCKDB, check_engine, connect, memory, number_of, shaped, table
from detente.datasets.opening import parts
from detente.datasets.overlap import check_rule, joined
from detente.datasets.queries import between
from detente.datasets.reading import ALL, read_stream
from detente.datasets.registry import SOURCES
from detente.datasets.shape import EVENT_ROWS
from detente.datasets.source import Source
from detente.datasets.tally import Tally
from detente.datasets.visible import parquet_files
from detente.errors import UnreadableSource, UsageError
from detente.ontology.schemes import Choices

_MARKS = frozenset({"day", "source", "target", "quad", "dataset"})


@dataclass
class Inputs:
    """What the paths hold.

    Parameters
    ----------
    tables : event rows of raw files, of the shape `EVENT_ROWS`.
    parquet : event rows in Parquet, which the engine reads itself: the files of each import.
    plain : plain tables of periods and numbers.
    cases : case folders; their chronicle is a source of its own.
    tally : what was read from raw files and what was left out, with the reasons.
    too_vague : acts of chronicles whose date is wider than a period, counted when `events` is asked for.
    engine : where rows are counted, see `engines.connect`; it is started when rows are asked for.
    once : rule by which rows are merged, see `overlap.joined`; None counts every row of every import.
    """

    tables: list[pa.Table] = field(default_factory=list)
    parquet: list[tuple[Path, ...]] = field(default_factory=list)
    plain: list[PlainTable] = field(default_factory=list)
    cases: list[Case] = field(default_factory=list)
    tally: Tally = field(default_factory=Tally)
    too_vague: int = 0
    engine: str = DUCKDB
    once: str | None = None

    @property
    def has_events(self) -> bool:
        """Whether there are event rows beside those of chronicles."""
        return bool(self.tables or self.parquet)

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
        acts = [self._memory(one.rows) for one in told if one.rows.num_rows]
        if issue is not None and not self.cases:
            raise UsageError(
                "--issue is of the acts of a chronicle; event data have no issues.",
                hint="Name a case folder.",
            )
        rows = [self._rows()] if issue is None and self.has_events else []
        if not rows and not acts:
            raise _no_rows()
        return joined([*rows, *acts])

    def rows(self) -> Any:
        """The event rows of tables and files as one Ibis table, without chronicles; UsageError for none."""
        if not self.has_events:
            raise _no_rows()
        return self._rows()

    def keep(self, dyad: tuple[str, str]) -> None:
        """Leave out the imports that were made for another dyad, and say so; UsageError for nothing else."""
        beside = bool(self.tables or self.cases)
        self.parquet, said = fitting(self.parquet, dyad, beside)
        for words in said:
            self.tally.remark(words)

    @cached_property
    def narrowed(self) -> frozenset[str]:
        """The datasets of which some import has the rows of one dyad only."""
        return narrowed_datasets(self.parquet)

    def merged(self, a: str, b: str, rule: str, dataset: str | None = None) -> tuple[int, int]:
        """How many rows there are between two states, and how many of them a rule merges into others."""
        own = [between(one, a, b) for one in self._imports]
        if dataset is not None:
            own = [one.filter(one.dataset == dataset) for one in own]
        if not own:
            return 0, 0
        before, after = (number_of(joined(own, by)) for by in (None, rule))
        return before, before - after

    @cached_property
    def _backend(self) -> Any:
        return connect(self.engine)

    def _rows(self) -> Any:
        """All rows by the rule; with none, Parquet files of the same columns are one scan."""
        if self.once is not None:
            return joined(self._imports, self.once)
        alike: dict[str, list[Path]] = {}
        for file in (file for files in self.parquet for file in files):
            columns = str(pq.read_schema(file).remove_metadata())
            alike.setdefault(f"{has_numbers([file])} {columns}", []).append(file)
        return joined([*self._raw, *(self._scan(files) for files in alike.values())])

    @cached_property
    def _imports(self) -> list[Any]:
        """One Ibis table an import; raw files are one together."""
        return [*self._raw, *(self._scan(files) for files in self.parquet)]

    @cached_property
    def _raw(self) -> list[Any]:
        return [self._memory(pa.concat_tables(self.tables))] if self.tables else []

    def _scan(self, files: Sequence[Path]) -> Any:
        rows = table(self._backend, files)
        if has_numbers(files):
            named = ", ".join(file.name for file in files)
            self.tally.remark(f"{named}: source and target are read as numbers of the Correlates of War.")
            rows = in_our_codes(rows, lambda known: memory(self._backend, known))
        return shaped(rows, EVENT_ROWS)

    def _memory(self, rows: pa.Table) -> Any:
        return shaped(memory(self._backend, rows), EVENT_ROWS)

    def told_coverage(self) -> tuple[date, date] | None:
        """The period of the first case, where it has both ends: its chronicle is taken to cover it."""
        if not self.cases:
            return None
        charter = self.cases[0].charter
        first = bounds(charter.period_from)[0] if charter.period_from else None
        last = bounds(charter.period_to)[1] if charter.period_to else None
        return (first, last) if first and last else None


def _no_rows() -> UsageError:
    return UsageError(
        "There are no event rows.", hint="Name event files, a Parquet table of them, or a case folder."
    )


def inputs(paths: Iterable[Path], engine: str = DUCKDB, once: str | None = None) -> Inputs:
    """Read what the paths hold.

    A folder with a case.toml is a case, with the event tables in it; another folder is all Parquet files
    under it that are not hidden. A Parquet file with the columns of event rows holds events, any other a
    plain table. Another file is read by the first layout of the registry that fits, or else as a plain table.
    Files of the dyad-year datasets of the registry are plain tables, read in their owner's layout.

    Parameters
    ----------
    engine, once : as in `Inputs`.

    Raises
    ------
    UnknownName
        where there is no such engine or rule.
    UnreadableSource
        where a file fits none of these.
    """
    check_engine(engine)
    if once is not None:
        check_rule(once)
    found = Inputs(engine=engine, once=once)
    for path in paths:
        if (path / "case.toml").is_file():
            found.cases.append(open_case(path))
            tables = parquet_files(path / "tables")
            _take_parquet([table for table in tables if _holds_events(table)], found)
        elif path.is_dir():
            _take_folder(path, found)
        elif path.suffix == ".parquet":
            _take_parquet([path], found)
        elif not path.is_file():
            raise UnreadableSource("There is no such file.", where=str(path), hint="Check the path.")
        else:
            _take_file(path, found)
    return found


def _take_folder(path: Path, found: Inputs) -> None:
    files = parquet_files(path)
    if not files:
        raise UnreadableSource(
            "The folder is no case and holds no Parquet file.", where=str(path), hint="Name the files in it."
        )
    _take_parquet(files, found)


def _take_parquet(paths: Sequence[Path], found: Inputs) -> None:
    """Every event table is an import; the yearly parts of a partitioned table are one together."""
    parts: dict[Path, list[Path]] = {}
    for path in paths:
        if not _holds_events(path):
            found.plain.append(owner_table(path, found.tally) or plain_table(path, found.tally))
        else:
            partitioned = path.parent.name.startswith("year=")
            parts.setdefault(path.parent.parent if partitioned else path, []).append(path)
    found.parquet += [tuple(files) for files in parts.values()]


def _holds_events(path: Path) -> bool:
    return set(pq.read_schema(path).names) >= _MARKS


def _take_file(path: Path, found: Inputs) -> None:
    events = [source for source in SOURCES if source.kind == "events"]
    before = deepcopy(found.tally)
    try:
        batches = [
            batch
            for part, stream in parts(path)
            for batch in read_stream(stream, part, events, Choices(), ALL, found.tally)
        ]
        if not batches:
            raise UnreadableSource("No row was found.", where=str(path))
    except UnreadableSource as error:
        found.tally = before
        try:
            found.plain.append(owner_table(path, found.tally) or plain_table(path, found.tally))
            return
        except NoPeriods as lacking:
            other = other_dataset(path)
            if other is not None:
                raise _not_of_dyads(path, other) from None
            advice = f"{error.hint or ''} As a table of your own it would need a column of periods, called "
            names = f"{lacking.wanted}."
            raise UnreadableSource(error.message, where=error.where, hint=advice + names) from None
        except NotSingle:
            raise
        except UnreadableSource:
            raise error from None
    found.tables.append(pa.Table.from_batches(batches, schema=EVENT_ROWS))


def _not_of_dyads(path: Path, source: Source) -> UnreadableSource:
    """The error for a file of another dataset, which has no row a dyad and period."""
    return UnreadableSource(
        f"This is {source.name} ({source.origin.title}), which has no rows of dyads and periods to measure.",
        where=str(path),
        hint=f"`detente add CASE FILE --as {source.name}` puts it into a case.",
    )
