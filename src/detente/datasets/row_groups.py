"""How rows are laid down in Parquet: row groups of one size, and columns packed by what they are read for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

GROUP_ROWS = 1 << 17
"""Rows of a group: what an engine reads at once. Small groups cost it more than the rows in them."""

_EVIDENCE = frozenset({"place", "url", "row"})
"""Columns of event rows that only evidence is shown from: packed small. Others are packed to open fast."""


@contextmanager
def row_groups(path: Path, schema: pa.Schema) -> Iterator[RowGroups]:
    """A Parquet file to put batches of rows into, whatever their size."""
    with pq.ParquetWriter(path, schema, compression=_packing(schema)) as writer:
        groups = RowGroups(writer)
        yield groups
        groups.finish()


class RowGroups:
    """Gathers batches until they make a row group; at most one group waits."""

    def __init__(self, writer: pq.ParquetWriter) -> None:
        self._writer = writer
        self._waiting: list[pa.RecordBatch] = []
        self._rows = 0

    def write(self, batches: Iterable[pa.RecordBatch]) -> None:
        """Put rows in, in their order."""
        for batch in batches:
            rest = batch
            while self._rows + rest.num_rows >= GROUP_ROWS:
                room = GROUP_ROWS - self._rows
                self._add(rest.slice(0, room))
                self._flush()
                rest = rest.slice(room)
            self._add(rest)

    def finish(self) -> None:
        """Write what waits."""
        if self._waiting:
            self._flush()

    def tell(self, metadata: Mapping[str, str]) -> None:
        """What the file says of itself."""
        self._writer.add_key_value_metadata(dict(metadata))

    def _add(self, batch: pa.RecordBatch) -> None:
        if batch.num_rows:
            self._waiting.append(batch)
            self._rows += batch.num_rows

    def _flush(self) -> None:
        self._writer.write_table(pa.Table.from_batches(self._waiting), GROUP_ROWS)
        self._waiting, self._rows = [], 0


def _packing(schema: pa.Schema) -> dict[str, str]:
    return {name: "zstd" if name in _EVIDENCE else "snappy" for name in schema.names}
