"""Event data handed over more than once count once, and it is said."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from case_runs import Verbs, coded_case
from selectolax.lexbor import LexborHTMLParser

ROWS = [f"2003-{month:02d}-05,RUSGOV,USAGOV,{code}" for month in range(1, 13) for code in ("111", "040")]


@pytest.fixture
def verbs(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Verbs:
    return Verbs(capsys, monkeypatch)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    file = tmp_path / "keds.csv"
    file.write_text("\n".join(["date,source,target,code", *ROWS]) + "\n", encoding="utf-8")
    return file


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return coded_case(tmp_path).path


def conflict(verbs: Verbs, case: Path) -> int:
    """Rows of conflict that the watch list counts in the data of a case."""
    return int(verbs("show", case, "watch", "--format", "jsonl").records[-1]["recent"])


def packed(data: Path) -> Path:
    """The same data in a file of other bytes."""
    file = data.with_name("again.csv.gz")
    file.write_bytes(gzip.compress(data.read_bytes()))
    return file


def test_the_same_rows_in_two_tables_are_said_and_count_once(verbs: Verbs, case: Path, data: Path) -> None:
    first = verbs("add", case, data, "--as", "keds")
    assert "several tables" not in first.err
    once = conflict(verbs, case)
    second = verbs("add", case, packed(data), "--as", "keds")
    assert "24 of 48 rows between RUS and USA stand in several tables of the case now." in second.err
    assert conflict(verbs, case) == once == 12
    told = verbs("show", case, "watch").err
    assert "24 of 48 rows between RUS and USA stand in several imports; each counts once." in told


def test_the_briefing_counts_once_what_the_case_and_an_option_bring(
    verbs: Verbs, case: Path, data: Path, tmp_path: Path
) -> None:
    assert verbs("add", case, data, "--as", "keds").code == 0
    done = verbs("brief", case, "--events", packed(data), "-o", tmp_path / "out")
    assert (done.code, "24 of 48 rows" in done.err) == (0, True), done.err
    page = LexborHTMLParser((tmp_path / "out" / "briefing.html").read_text(encoding="utf-8"))
    assert "Rows of conflict between the two sides: 12 " in page.css_first("#watch").text()


def test_a_file_named_twice_is_read_once(verbs: Verbs, case: Path, data: Path) -> None:
    copy = data.with_name("copy.csv")
    copy.write_bytes(data.read_bytes())
    done = verbs("add", case, data, copy, "--as", "keds", "--format", "jsonl")
    assert (done.code, done.records[0]["rows"]) == (0, 24)
    assert f"{copy} holds the same as {data} and is read once." in done.err
    assert verbs("add", case, copy, "--as", "keds", "--format", "jsonl").records[0]["outcome"] == "unchanged"


@pytest.mark.parametrize("dry", [[], ["--dry-run"]])
def test_files_without_a_row_make_no_table(verbs: Verbs, case: Path, data: Path, dry: list[str]) -> None:
    data.write_text("", encoding="utf-8")
    done = verbs("add", case, data, "--as", "keds", *dry)
    assert (done.code, "No row was found, so no table is made." in done.err) == (1, True), done.err
    assert list((case / "tables").iterdir()) == []
