"""`detente read` from the shell."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pyarrow.parquet as pq
import pytest

TEXT = "第1章 関係\n\n両国は2003 年に合意した（1）。関係は改善した（2）。\n"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "case.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def run(*words: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "detente", "read", *map(str, words)],
        capture_output=True,
        text=True,
        check=False,
    )


def test_passages_as_json_lines(source: Path) -> None:
    done = run(source, "--format", "jsonl")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert (done.returncode, done.stderr) == (0, "")
    assert [row["kind"] for row in rows] == ["heading", "sentence", "sentence"]
    assert rows[1]["text"] == "両国は2003年に合意した。"
    assert all(TEXT[row["start"] : row["end"]] == row["quote"] for row in rows)


def test_notes_as_csv(source: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run(source, "--notes", "--format", "csv").stdout)))
    assert [(row["number"], row["marker"]) for row in rows] == [("1", "（1）"), ("2", "（2）")]


def test_repaired_text(source: Path) -> None:
    assert run(source, "--repaired").stdout == "第1章 関係\n\n両国は2003年に合意した。関係は改善した。\n"


def test_parquet_to_a_file(source: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.parquet"
    assert run(source, "--format", "parquet", "--output", target).returncode == 0
    assert pq.read_table(target).num_rows == 3


def test_several_files_in_one_run(source: Path) -> None:
    rows = run(source, source, "--format", "jsonl").stdout.splitlines()
    assert len(rows) == 6


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("missing.txt",), 1, "There is no such file"),
        (("case.txt", "--encoding", "shift-jiss"), 2, 'Did you mean "shift_jis"'),
        (("case.txt", "--encoding", "ascii"), 1, "Byte 0"),
        (("case.txt", "--language", "jp"), 2, 'Did you mean "ja"'),
        (("case.txt", "--notes", "--repaired"), 2, "Choose one"),
    ],
)
def test_errors(source: Path, words: tuple[str, ...], code: int, said: str) -> None:
    first, *rest = words
    done = run(source.parent / first, *rest)
    assert done.returncode == code
    assert said in done.stderr
    assert done.stdout == ""


def test_help_shows_an_example() -> None:
    assert "Example: detente read" in run("--help").stdout
