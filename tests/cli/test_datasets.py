"""`detente sources`, `detente add --as` and `detente get` from the command line."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from detente.datasets.reading import Wanted
from detente.datasets.store import Import, write_rows
from detente.datasets.tally import Tally

KEDS = (
    "date,source,target,code\n"
    "2003-01-02,RUSGOV,USA,0311\n2003-01-02,RUSGOV,USA,0311\n2003-02-30,USA,RUS,040\n"
)


def run(*words: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "detente", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.fixture
def case(tmp_path: Path) -> Path:
    folder = tmp_path / "case"
    assert run("new", folder, "--dyad", "RUS-USA").returncode == 0
    (tmp_path / "keds.csv").write_text(KEDS, encoding="utf-8")
    return folder


def test_data_become_a_table_of_the_case_and_bad_rows_are_said(case: Path) -> None:
    words = ("add", case, case.parent / "keds.csv", "--as", "keds", "--once", "event", "--format", "jsonl")
    done = run(*words)
    told = json.loads(done.stdout)
    assert done.returncode == 3
    assert (told["outcome"], told["rows"], told["read"], told["merged"], told["left out"]) == (
        "added",
        1,
        3,
        1,
        1,
    )
    assert "1 row left out: no readable day (first: " in done.stderr
    assert "keds.csv, line 4)" in done.stderr
    assert "one row per day, source, target and code; 1 of 2 rows merged" in done.stderr
    again = json.loads(run(*words).stdout)
    assert (again["outcome"], again["rows"]) == ("unchanged", 1)
    assert [p.name for p in (case / "tables").iterdir()] == [told["table"]]
    cited = run("sources", "--cite", case).stdout
    assert "Schrodt" in cited
    assert "Licence" in cited


def test_a_dry_run_writes_nothing(case: Path) -> None:
    done = run("add", case, case.parent / "keds.csv", "--as", "keds", "--dry-run", "--format", "jsonl")
    assert json.loads(done.stdout)["outcome"] == "would be added"
    assert list((case / "tables").iterdir()) == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--as", "kedz"), 'Did you mean "keds"?'),
        (("--as", "keds", "--once", "urls"), 'Did you mean "url"?'),
        (("--as", "keds", "--dyad", "RUS"), "RUS-USA"),
        (("--as", "keds", "--dyad", "RUS-UAS"), "Did you mean"),
        (("--as", "keds", "--from", "2003-13"), "is no date"),
        (("--as", "keds", "--from", "2003", "--to", "2002"), "before it begins"),
        (("--as", "keds", "--quad", "gdelt2"), "Did you mean"),
        (("--as", "cow-nmc", "--once", "url"), "holds no events"),
        (("--once", "url"), "go with --as"),
    ],
)
def test_mistakes_are_usage_errors_and_nothing_is_written(
    case: Path, words: tuple[str, ...], said: str
) -> None:
    done = run("add", case, case.parent / "keds.csv", *words)
    assert done.returncode == 2, done.stderr
    assert said in done.stderr
    assert list((case / "tables").iterdir()) == []


def test_a_file_in_another_layout_fails_and_leaves_the_case_as_it_was(case: Path) -> None:
    done = run("add", case, case.parent / "keds.csv", "--as", "icews")
    assert done.returncode == 1
    assert "Columns are missing" in done.stderr or "not in the layout" in done.stderr
    assert list((case / "tables").iterdir()) == []


def test_a_missing_file_is_named(case: Path) -> None:
    done = run("add", case, case.parent / "nothing.csv", "--as", "keds")
    assert done.returncode == 1
    assert "nothing.csv" in done.stderr


def test_sources_lists_every_dataset_and_its_columns() -> None:
    listed = [json.loads(line) for line in run("sources", "--format", "jsonl").stdout.splitlines()]
    assert {"gdelt1", "gdelt2", "icews", "un-votes"} <= {one["name"] for one in listed}
    columns = [json.loads(line) for line in run("sources", "icews", "--format", "jsonl").stdout.splitlines()]
    assert {"CAMEO Code", "Event Date"} <= {one["column"] for one in columns if one["required"]}
    assert run("sources", "icwes").returncode == 2


def test_a_dry_run_of_get_refuses_what_the_run_would(tmp_path: Path) -> None:
    rows = Import("gdelt1", wanted=Wanted(("RUS", "USA")))
    write_rows([], tmp_path / "out/.parts/gdelt1-2003-x.parquet", rows, Tally(), [])
    nowhere = ("--from-url", "http://127.0.0.1:9/", "--dry-run", "-o", tmp_path / "out")
    done = run("get", "gdelt", "--dyad", "RUS-CHN", *nowhere)
    assert done.returncode == 2
    assert "asked for otherwise" in done.stderr


def test_get_says_when_a_server_cannot_be_reached(tmp_path: Path) -> None:
    done = run("get", "archigos", "-o", tmp_path / "out")
    assert done.returncode == 2
    assert "detente add CASE FILE --as archigos" in done.stderr


def test_a_dyad_may_be_named_by_numbers_of_the_correlates_of_war(case: Path) -> None:
    words = ("add", case, case.parent / "keds.csv", "--as", "keds", "--dry-run", "--format", "jsonl")
    assert json.loads(run(*words, "--dyad", "365-2").stdout)["rows"] == 2
    assert json.loads(run(*words, "--dyad", "365-20").stdout)["rows"] == 0
    several = run(*words, "--dyad", "345-2")
    assert (several.returncode, "YUG until 2003-02-03" in several.stderr) == (2, True)
    kept_apart = run(*words, "--dyad", "365-2", "--ussr", "USSR", "--from", "1950", "--to", "1980")
    assert json.loads(kept_apart.stdout)["rows"] == 0
    made = run("new", case.parent / "other", "--dyad", "345-2", "--from", "2004", "--to", "2005")
    assert "SCG-USA" in made.stdout
