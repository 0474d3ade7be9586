"""The counts of a Parquet file by SQL written by hand, beside those of the query."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import duckdb
import pytest

from detente.datasets.engines import connect, fetched, table
from detente.datasets.queries import Period, counts

QUADS = ", ".join(f"count(*) FILTER (quad = {q}) AS quad_{q}" for q in (1, 2, 3, 4))


def by_sql(file: Path, period: str) -> list[dict[str, Any]]:
    sql = f"""SELECT date_trunc('{period}', day)::DATE AS period, source, target, {QUADS}, count(*) AS n,
        sum(goldstein) AS goldstein_sum, count(goldstein) AS goldstein_n, sum(mentions)::BIGINT AS mentions
        FROM read_parquet('{file}') WHERE source <> target GROUP BY ALL ORDER BY ALL"""
    rows: list[dict[str, Any]] = duckdb.connect().execute(sql).to_arrow_table().to_pylist()
    return rows


def assert_as_by_sql(file: Path, period: Period) -> None:
    """Sums of scores may differ in the last digit, because their order does."""
    asked = counts(table(connect(), [file]), period, True).order_by("period", "source", "target")
    ours, theirs = fetched(asked).to_pylist(), by_sql(file, period)
    assert theirs
    for row in theirs:
        if row["goldstein_n"]:
            row["goldstein_sum"] = pytest.approx(row["goldstein_sum"], rel=1e-9, abs=1e-9)
    assert list(ours[0]) == list(theirs[0])
    assert ours == theirs
