"""Event tables of any size as a folder of Parquet files by year: year=2003/NAME.parquet."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from detente.datasets.row_groups import GROUP_ROWS, row_groups
from detente.datasets.store import META, beside


def split_by_year(tables: Sequence[Path], folder: Path) -> list[Path]:
    """Write event tables into `folder`, one file a table and year; nothing is held in memory.

    A file of the same table and year is replaced, so that doing it twice gives the same folder. Files of
    other tables stay.

    Returns
    -------
    The files written, in order.
    """
    return sorted(path for table in tables for path in _split(table, folder))


def _split(table: Path, folder: Path) -> Iterator[Path]:
    file = pq.ParquetFile(table)
    about = json.loads((file.metadata.metadata or {}).get(META.encode(), b"{}"))
    for year in _years(file):
        target = folder / f"year={year}" / table.name
        with beside(target) as part:
            _write(file, year, part, about)
        yield target


def _years(file: pq.ParquetFile) -> list[int]:
    found: set[int] = set()
    for batch in file.iter_batches(GROUP_ROWS, columns=["day"]):
        found.update(pc.year(batch["day"]).unique().to_pylist())
    return sorted(found)


def _write(file: pq.ParquetFile, year: int, part: Path, about: dict[str, Any]) -> None:
    with row_groups(part, file.schema_arrow) as groups:
        for batch in file.iter_batches(GROUP_ROWS):
            groups.write([batch.filter(pc.equal(pc.year(batch["day"]), pa.scalar(year, pa.int64())))])
        groups.tell({META: json.dumps(about, ensure_ascii=False)})
