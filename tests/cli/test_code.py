"""`detente code`: formats, kinds, lines, explanation, errors."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

TEXT = "日本は中国に抗議した。中国の外相は「関係は良好だ」と述べた。\n"


def detente(*words: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "detente", "code", *words],
        input=stdin, capture_output=True, text=True, check=False, encoding="utf-8",
    )  # fmt: skip


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "text.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_findings_come_as_json_lines_with_exact_quotes(file: Path) -> None:
    shown = detente(str(file))
    assert shown.returncode == 0, shown.stderr
    records = [json.loads(line) for line in shown.stdout.splitlines()]
    assert {r["kind"] for r in records} >= {"event", "statement"}
    assert all(r["quote"] == TEXT[r["start"] : r["end"]] for r in records)


def test_stdin_reads_the_same_as_the_file(file: Path) -> None:
    at = ["--kind", "event"]
    assert detente("-", *at, stdin=TEXT).stdout == detente(str(file), *at).stdout


def test_one_kind_as_csv(file: Path) -> None:
    shown = detente(str(file), "--kind", "statement", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(shown.stdout)))
    assert {row["kind"] for row in rows} == {"statement"}
    assert "「関係は良好だ」" in [row["quote"] for row in rows]


def test_the_date_of_the_document_dates_its_people_and_days(file: Path) -> None:
    file.write_text("ブッシュ大統領は5日、ロシアを訪問した。", encoding="utf-8")
    shown = detente(str(file), "--kind", "event", "--date", "2002-05-06")
    (record,) = [json.loads(line) for line in shown.stdout.splitlines()]
    assert (record["actors"], record["date"]) == (["USA/Bush"], "2002-05-05")


def test_explain_names_rule_words_and_confidence(file: Path) -> None:
    shown = detente(str(file), "--kind", "event", "--explain")
    assert "日本は中国に抗議した" in shown.stdout
    assert "entry protest.state, by verb" in shown.stdout
    assert "confidence 0." in shown.stdout


def test_lines_give_one_object_a_line(tmp_path: Path) -> None:
    lines = tmp_path / "wire.txt"
    lines.write_text("日本は中国に抗議した。\n大会が開かれた。\n", encoding="utf-8")
    shown = detente("--lines", str(lines), "--language", "ja")
    records = [json.loads(line) for line in shown.stdout.splitlines()]
    assert [r["line"] for r in records] == [1, 2]
    assert [[e["plover"] for e in r["events"]] for r in records] == [["PROTEST"], []]


def test_shallow_lines_have_the_same_form(tmp_path: Path) -> None:
    lines = tmp_path / "wire.txt"
    lines.write_text("Chile accused Peru of spying.\nThe harvest was good.\n", encoding="utf-8")
    parsed, shallow = detente("--lines", str(lines)), detente("--lines", str(lines), "--shallow")
    assert shallow.returncode == 0
    assert json.loads(shallow.stdout.splitlines()[0])["events"][0]["dyads"] == [["CHL", "PER"]]
    assert shallow.stdout == parsed.stdout


def test_shallow_lines_name_what_is_not_utf8(tmp_path: Path) -> None:
    lines = tmp_path / "wire.txt"
    lines.write_bytes(b"Chile accused Peru of spying.\n\xff\xfe\n")
    shown = detente("--lines", str(lines), "--shallow")
    assert shown.returncode == 3
    assert "line 2" in shown.stderr
    assert len(shown.stdout.splitlines()) == 2


def test_an_own_codebook_is_heard(file: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine.yaml"
    mine.write_text(
        "entries:\n  - {id: protest.state, heads: 抗議, type: ACCUSE, frame: against}\n", encoding="utf-8"
    )
    shown = detente(str(file), "--kind", "event", "--codebook", str(mine))
    assert "ACCUSE" in {json.loads(line)["plover"] for line in shown.stdout.splitlines()}


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ([], 2, "No document"),
        (["FILE", "--kind", "evnt"], 2, 'Did you mean "event"'),
        (["FILE", "--lines", "FILE"], 2, "Give one of the two"),
        (["nowhere.txt"], 1, "nowhere.txt"),
        (["FILE", "--codebook", "nowhere.yaml"], 1, "nowhere.yaml"),
        (["--lines", "nowhere.txt"], 1, "nowhere.txt"),
        (["--lines", "nowhere.txt", "--shallow"], 1, "nowhere.txt"),
        (["FILE", "--shallow"], 2, "--shallow does not go with a document"),
        (["--lines", "FILE", "--shallow", "--language", "ja"], 2, "one reading only"),
    ],
)
def test_mistakes_are_named_and_nothing_is_printed(
    file: Path, words: list[str], code: int, said: str
) -> None:
    shown = detente(*[str(file) if word == "FILE" else word for word in words])
    assert shown.returncode == code
    assert said in shown.stderr
    assert shown.stdout == ""
