"""However small the batches of a file are, its Parquet has whole row groups."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from detente.datasets.row_groups import GROUP_ROWS, row_groups

SCHEMA = pa.schema([("row", pa.int64()), ("quad", pa.int8()), ("url", pa.string())])


def batch(first: int, rows: int) -> pa.RecordBatch:
    numbers = list(range(first, first + rows))
    cells = [numbers, [n % 4 for n in numbers], [f"http://{n}.example" for n in numbers]]
    return pa.RecordBatch.from_arrays(
        [pa.array(c, f.type) for c, f in zip(cells, SCHEMA, strict=True)], schema=SCHEMA
    )


def test_small_batches_make_whole_groups_and_large_ones_are_cut(tmp_path: Path) -> None:
    sizes = [1, GROUP_ROWS - 2, 5, 0, 2 * GROUP_ROWS + 7, 3]
    with row_groups(tmp_path / "x.parquet", SCHEMA) as groups:
        at = 0
        for size in sizes:
            groups.write([batch(at, size)])
            at += size
    file = pq.ParquetFile(tmp_path / "x.parquet").metadata
    found = [file.row_group(i).num_rows for i in range(file.num_row_groups)]
    assert found == [GROUP_ROWS, GROUP_ROWS, GROUP_ROWS, at - 3 * GROUP_ROWS]
    assert pq.read_table(tmp_path / "x.parquet")["row"].to_pylist() == list(range(at))


def test_columns_that_are_counted_open_fast_and_evidence_is_packed_small(tmp_path: Path) -> None:
    with row_groups(tmp_path / "x.parquet", SCHEMA) as groups:
        groups.write([batch(0, 9)])
    first = pq.ParquetFile(tmp_path / "x.parquet").metadata.row_group(0)
    assert [first.column(i).compression for i in range(3)] == ["ZSTD", "SNAPPY", "ZSTD"]


def test_no_rows_make_a_readable_file(tmp_path: Path) -> None:
    with row_groups(tmp_path / "x.parquet", SCHEMA):
        pass
    assert pq.read_table(tmp_path / "x.parquet").num_rows == 0
