"""Parquet files with an owner's columns (converted tables) → batches of text, as from a delimited file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from detente.datasets.delimited import Batch
from detente.datasets.found_layout import nearest_error
from detente.datasets.layout import Layout
from detente.datasets.tally import Tally
from detente.errors import UnreadableSource

MAGIC = b"PAR1"


def is_parquet(path: Path) -> bool:
    """Whether a file says that it is Parquet."""
    try:
        with path.open("rb") as stream:
            return stream.read(4) == MAGIC
    except OSError:
        return False


def parquet_batches(path: Path, layouts: Sequence[Layout], tally: Tally) -> Iterator[Batch]:
    """The rows of a Parquet file as text; `rows` counts from 1.

    Raises UnreadableSource where the file is damaged or lacks columns of every layout.
    """
    try:
        file = pq.ParquetFile(path)
    except (pa.ArrowInvalid, OSError) as error:
        raise UnreadableSource(f"The Parquet file is damaged ({error}).", where=str(path)) from None
    header = file.schema_arrow.names
    layout = next((one for one in layouts if not one.missing(header) and not one.tallies), None)
    if layout is None:
        raise nearest_error(header, layouts, str(path))
    tally.remark(f"{path}: a converted table, read as {layout.name}.")
    yield from _batches(file, layout, path, tally)


def _batches(file: pq.ParquetFile, layout: Layout, path: Path, tally: Tally) -> Iterator[Batch]:
    header = file.schema_arrow.names
    names = {name: header[place] for name, place in layout.places(header).items()}
    line = 1
    first: dict[str, Any] = {}
    for raw in file.iter_batches(columns=sorted(set(names.values()))):
        text = {name: _text(raw.column(column), layout) for name, column in names.items()}
        for column in layout.columns:
            text.setdefault(column.name, pa.nulls(raw.num_rows, pa.string()))
        first = first or text
        tally.read += raw.num_rows
        yield Batch(str(path), layout, text, np.arange(line, line + raw.num_rows), first)
        line += raw.num_rows


def _text(column: pa.Array, layout: Layout) -> pa.Array:
    cells = column.cast(pa.string())
    return pc.if_else(pc.is_in(cells, pa.array(["", *layout.nulls])), None, cells)
