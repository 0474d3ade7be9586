"""Counting straight from files gives what importing and counting gives."""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import Any

import pytest
from dataset_files import ICEWS_HEADER, gdelt_row, icews_row
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.datasets.direct import count_files
from detente.datasets.engines import connect, table
from detente.datasets.queries import PERIODS, counts
from detente.datasets.store import Import, stored, write
from detente.datasets.tally import Tally
from detente.errors import UsageError

COUNTRIES = ("RUS", "USA", "ROM", "EUR", "", "YUG")
CODES = ("040", "112", "190", "0841", "010", "---")
CELLS = st.tuples(
    st.sampled_from(COUNTRIES),
    st.sampled_from(COUNTRIES),
    st.sampled_from(CODES),
    st.sampled_from(("20030101", "20030204", "20030203", "20061231", "20030231")),
    st.sampled_from(("1.0", "-10.0", "", "0.40000000000000002")),
    st.sampled_from(("3", "12", "", "x")),
)


def lines(cells: list[tuple[str, ...]]) -> str:
    names = (
        "Actor1CountryCode",
        "Actor2CountryCode",
        "EventCode",
        "SQLDATE",
        "GoldsteinScale",
        "NumMentions",
    )
    return "".join(gdelt_row(58, **dict(zip(names, row, strict=True))) + "\n" for row in cells)


def imported(path: Path, folder: Path, name: str, period: Any, directed: bool) -> list[dict[str, Any]]:
    made = write([path], folder / "x.parquet", Import(name))
    result = counts(table(connect(), [made.path]), period, directed).order_by("period", "source", "target")
    return list(result.to_pyarrow().to_pylist())


def rounded(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [row | {"goldstein_sum": row["goldstein_sum"] and round(row["goldstein_sum"], 9)} for row in rows]


@settings(max_examples=40, deadline=None)
@given(st.lists(CELLS, min_size=1, max_size=30), st.sampled_from(sorted(PERIODS)), st.booleans())
def test_gdelt_text_counts_as_its_import(
    tmp_path_factory: pytest.TempPathFactory, cells: list[tuple[str, ...]], period: Any, directed: bool
) -> None:
    folder = tmp_path_factory.mktemp("direct")
    path = folder / "events.tsv"
    path.write_text(lines(cells), encoding="utf-8")
    tally = Tally()
    direct = count_files([path], "gdelt", period, directed, tally=tally)
    assert rounded(direct.to_pylist()) == rounded(imported(path, folder, "gdelt", period, directed))
    assert tally.read == len(cells)


@pytest.mark.parametrize("packed", [False, True])
def test_clean_gdelt_rows_whether_packed_or_not(tmp_path: Path, packed: bool) -> None:
    said = {"SQLDATE": "20030301", "EventCode": "112", "QuadClass": "3", "GoldsteinScale": "-2.0"}
    answer = {"SQLDATE": "20030331", "Actor1CountryCode": "USA", "Actor2CountryCode": "RUS"}
    text = gdelt_row(**said) + "\n" + gdelt_row(**answer) + "\n"
    path = tmp_path / "events.tsv"
    path.write_bytes(gzip.compress(text.encode()) if packed else text.encode())
    (row,) = count_files([path], "gdelt", "month", False).to_pylist()
    assert (row["source"], row["target"], row["quad_1"], row["quad_3"], row["n"]) == ("RUS", "USA", 1, 1, 2)
    assert (row["goldstein_sum"], row["goldstein_n"], row["mentions"]) == (-1.0, 2, 8)


def test_a_row_cut_off_is_counted_as_left_out_and_not_lost(tmp_path: Path) -> None:
    path = tmp_path / "events.tsv"
    path.write_text(lines([("RUS", "USA", "112", "20030301", "-2.0", "3")]) + "2\t2003", encoding="utf-8")
    tally = Tally()
    assert count_files([path], "gdelt", "year", True, tally=tally)["n"].to_pylist() == [1]
    assert tally.dropped == {"2 fields instead of 58": 1}


def test_other_datasets_are_counted_too(tmp_path: Path) -> None:
    path = tmp_path / "events.tab"
    path.write_text(f"{ICEWS_HEADER}\n{icews_row()}\n{icews_row(CAMEO_Code='190')}\n", encoding="utf-8")
    assert count_files([path], "icews", "year", True).to_pylist() == imported(
        path, tmp_path, "icews", "year", True
    )


def test_an_import_carries_its_origin_and_account(tmp_path: Path) -> None:
    path = tmp_path / "events.tsv"
    row = ("RUS", "USA", "112", "20030301", "-2.0", "3")
    path.write_text(lines([row, row]), encoding="utf-8")
    write([path], tmp_path / "x.parquet", Import("gdelt", rule="event"))
    about = stored(tmp_path / "x.parquet").about
    assert about["origins"][0]["title"] == "GDELT 1.0 Event Database"
    assert about["files"][0]["file"] == "events.tsv"
    assert (about["account"]["read"], about["account"]["merged"], about["account"]["kept"]) == (2, 1, 1)
    assert not list(tmp_path.glob(".*"))


def test_what_was_not_imported_here_says_so(tmp_path: Path) -> None:
    (tmp_path / "x.parquet").write_bytes(b"PAR1")
    with pytest.raises(UsageError, match="no table that"):
        stored(tmp_path / "x.parquet")
