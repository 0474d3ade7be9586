"""Event rows whose sides are numbers of the Correlates of War."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from detente.barometer.counting import counted
from detente.barometer.inputs import inputs
from detente.barometer.periods import Unit
from detente.datasets.engines import fetched
from detente.datasets.shape import EVENT_ROWS

DAYS = (date(2002, 5, 1), date(2004, 5, 1), date(2007, 5, 1))


def rows(source: Any, target: Any, kind: pa.DataType) -> pa.Table:
    told = [
        {"day": day, "source": source, "target": target, "scheme": "cameo", "quad": 1, "dataset": "mine"}
        | {"row": number}
        for number, day in enumerate(DAYS, 1)
    ]
    schema = EVENT_ROWS
    for name in ("source", "target"):
        schema = schema.set(schema.names.index(name), pa.field(name, kind))
    return pa.Table.from_pylist(told, schema=schema)


@pytest.mark.parametrize(("a", "b", "kind"), [("345", "2", pa.string()), (345, 2, pa.int32())])
def test_numbers_are_the_states_of_their_day(tmp_path: Path, a: Any, b: Any, kind: pa.DataType) -> None:
    pq.write_table(rows(a, b, kind), tmp_path / "mine.parquet")
    found = inputs([tmp_path / "mine.parquet"])
    told = fetched(found.rows().order_by("row")).to_pylist()
    assert [(row["source"], row["target"]) for row in told] == [
        ("YUG", "USA"),
        ("SCG", "USA"),
        ("SRB", "USA"),
    ]
    assert "numbers of the Correlates of War" in found.tally.remarks[0]
    (counts,) = counted(found.rows(), "USA", "SCG", Unit.YEAR)
    assert counts.columns["n"].tolist() == [0, 0, 1, 0, 0, 0]


def test_tables_of_both_kinds_stand_side_by_side(tmp_path: Path) -> None:
    pq.write_table(rows("345", "2", pa.string()), tmp_path / "numbers.parquet")
    pq.write_table(rows("USA", "SCG", pa.string()), tmp_path / "codes.parquet")
    found = inputs([tmp_path / "numbers.parquet", tmp_path / "codes.parquet"])
    (counts,) = counted(found.rows(), "USA", "SCG", Unit.YEAR)
    assert counts.columns["n"].tolist() == [1, 0, 2, 0, 0, 1]


def test_a_file_of_keds_may_have_numbers(tmp_path: Path) -> None:
    path = tmp_path / "k.csv"
    path.write_text("date,source,target,code\n2003-01-02,365,002,040\n2003-01-03,2,365,0311\n")
    found = inputs([path])
    told = fetched(found.rows().order_by("row")).to_pylist()
    assert [(row["source"], row["target"]) for row in told] == [("RUS", "USA"), ("USA", "RUS")]
    assert any("actor codes read as cow" in words for words in found.tally.remarks)
