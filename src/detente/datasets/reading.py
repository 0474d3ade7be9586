"""Files of a dataset → batches of rows in one shape, filtered on the way."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

import pyarrow as pa
import pyarrow.compute as pc

from detente.datasets.delimited import Batch, batches
from detente.datasets.layout import Layout
from detente.datasets.opening import parts
from detente.datasets.parquet import is_parquet, parquet_batches
from detente.datasets.registry import family
from detente.datasets.source import Source
from detente.datasets.tally import Tally
from detente.ontology.schemes import Choices


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which event rows are asked for; None where it does not matter.

    Parameters
    ----------
    dyad : two states; rows between them, in either direction.
    start, end : days, both included.
    """

    dyad: tuple[str, str] | None = None
    start: dt.date | None = None
    end: dt.date | None = None

    def filter(self, rows: pa.RecordBatch) -> pa.RecordBatch:
        """The rows that are wanted."""
        if self.dyad is not None:
            one, other = self.dyad
            kept = pc.or_(_sides(rows, one, other), _sides(rows, other, one))
            rows = rows.filter(kept, null_selection_behavior="drop")
        for bound, keep in ((self.start, pc.greater_equal), (self.end, pc.less_equal)):
            if bound is not None:
                rows = rows.filter(keep(rows["day"], pa.scalar(bound, pa.date32())))
        return rows


def _sides(rows: pa.RecordBatch, source: str, target: str) -> Any:
    return pc.and_(pc.equal(rows["source"], source), pc.equal(rows["target"], target))


ALL = Wanted()


def read(
    paths: Sequence[str | Path],
    name: str,
    *,
    choices: Choices | None = None,
    wanted: Wanted = ALL,
    tally: Tally | None = None,
) -> Iterator[pa.RecordBatch]:
    """Read files of a dataset, in its original layout, into batches of rows.

    Parameters
    ----------
    paths : plain, gzip, bzip2 or zip files.
    name : a dataset of the registry, or a family (`gdelt`) whose layouts tell them apart.
    choices : which of several published readings of the codes holds.
    wanted : of events, those that are asked for.
    tally : counts what was read and what was left out; nothing is dropped without it being counted.

    Raises
    ------
    UnknownName
        where no such dataset is known.
    UnreadableSource
        where a file is not there, is damaged, or has none of the dataset's layouts.
    """
    found, account = family(name), tally if tally is not None else Tally()
    told = choices or Choices()
    for path in map(Path, paths):
        if is_parquet(path):
            yield from _rows(parquet_batches(path, _layouts(found), account), found, told, wanted, account)
            continue
        for part, stream in parts(path):
            yield from read_stream(stream, part, found, told, wanted, account)


def read_stream(
    stream: BinaryIO, file: str, found: Sequence[Source], choices: Choices, wanted: Wanted, tally: Tally
) -> Iterator[pa.RecordBatch]:
    """As `read`, from an open stream of UTF-8 bytes."""
    return _rows(batches(stream, _layouts(found), file, tally), found, choices, wanted, tally)


def _layouts(found: Sequence[Source]) -> list[Layout]:
    return [layout for source in found for layout in source.layouts]


def _rows(
    texts: Iterator[Batch], found: Sequence[Source], choices: Choices, wanted: Wanted, tally: Tally
) -> Iterator[pa.RecordBatch]:
    owners = {id(layout): source for source in found for layout in source.layouts}
    for batch in texts:
        source = owners[id(batch.layout)]
        rows = source.rows(batch, choices, tally)
        kept = wanted.filter(rows) if source.kind == "events" else rows
        tally.filtered += rows.num_rows - kept.num_rows
        tally.kept += kept.num_rows
        if kept.num_rows:
            yield kept


def read_table(
    paths: Sequence[str | Path],
    name: str,
    *,
    choices: Choices | None = None,
    wanted: Wanted = ALL,
    tally: Tally | None = None,
) -> pa.Table:
    """As `read`, all of it in memory; an empty table where there is no row."""
    found = list(read(paths, name, choices=choices, wanted=wanted, tally=tally))
    return pa.Table.from_batches(found, schema=family(name)[0].shape)
