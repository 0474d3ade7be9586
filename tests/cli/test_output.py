"""Records come back the same from every machine-readable format."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.cli.output import OutputFormat, as_csv, write_records

RECORDS = [
    {"name": "露米首脳会談", "n": 1, "actors": ["RUS", "USA"], "page": None, "actual": True},
    {"name": 'a "b", c\nd', "n": 2, "actors": [], "page": 3, "actual": False},
]


@pytest.mark.parametrize("format", [OutputFormat.JSON, OutputFormat.JSONL])
def test_json_round_trip(tmp_path: Path, format: OutputFormat) -> None:
    out = tmp_path / "records"
    write_records(RECORDS, format, out)
    text = out.read_text(encoding="utf-8")
    back = json.loads(text) if format is OutputFormat.JSON else [json.loads(x) for x in text.splitlines()]
    assert back == RECORDS
    assert list(tmp_path.iterdir()) == [out]


def test_parquet_round_trip(tmp_path: Path) -> None:
    out = tmp_path / "records.parquet"
    write_records(RECORDS, OutputFormat.PARQUET, out)
    assert pq.read_table(out).to_pylist() == RECORDS


def test_mixed_columns_go_to_parquet_as_json(tmp_path: Path) -> None:
    out = tmp_path / "mixed.parquet"
    write_records([{"v": 1}, {"v": "one"}, {}], OutputFormat.PARQUET, out)
    assert pq.read_table(out).column("v").to_pylist() == ["1", '"one"', None]


@given(st.lists(st.fixed_dictionaries({"a": st.text(), "b": st.text()}), min_size=1, max_size=5))
def test_csv_keeps_every_text(records: list[dict[str, str]]) -> None:
    wanted = [r for r in records if not any(c in r["a"] + r["b"] for c in "\r\0")]
    back = list(csv.DictReader(io.StringIO(as_csv(wanted), newline=""))) if wanted else []
    assert back == wanted


def test_a_table_shows_every_cell_whole(capsys: pytest.CaptureFixture[str]) -> None:
    write_records(RECORDS[:1], OutputFormat.TABLE)
    shown = capsys.readouterr().out
    assert "露米首脳会談" in shown
    assert "RUS, USA" in shown


def test_a_column_without_values_has_the_type_of_its_field(tmp_path: Path) -> None:
    out = tmp_path / "empty.parquet"
    record = {"kind": "event", "page": None, "actors": [], "date": None, "own": None, "words": []}
    write_records([record], OutputFormat.PARQUET, out)
    types = {field.name: str(field.type) for field in pq.read_schema(out)}
    assert types == {
        "kind": "string",
        "page": "int64",
        "actors": "list<element: string>",
        "date": "string",
        "own": "string",
        "words": "list<element: string>",
    }
    assert pq.read_table(out).to_pylist() == [record]
