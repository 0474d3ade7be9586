"""`detente export`."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from case_runs import Verbs, coded_case

from detente.casebook import Case
from detente.casebook.exchange import read_findings


@pytest.fixture
def verbs(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Verbs:
    return Verbs(capsys, monkeypatch)


@pytest.fixture
def case(tmp_path: Path) -> Case:
    case = coded_case(tmp_path)
    case.judge(case.findings()[0].id, "accept", user="ann")
    return case


@pytest.mark.parametrize(
    ("to", "ending"),
    [("jsonl", "jsonl"), ("csv", "csv"), ("parquet", "parquet"), ("webannotation", "json")],
)
def test_every_form_comes_back_the_same(
    verbs: Verbs, case: Case, tmp_path: Path, to: str, ending: str
) -> None:
    file = tmp_path / f"findings.{ending}"
    done = verbs("export", case.path, "--to", to, "-o", file)
    assert (done.code, done.out) == (0, "")
    assert "3 findings written" in done.err
    assert [row.finding for row in read_findings(file)] == [row.finding for row in case.findings()]
    assert not list(tmp_path.glob("*.part"))


def test_other_tools_can_read_it(verbs: Verbs, case: Case, tmp_path: Path) -> None:
    for to, file in (("csv", tmp_path / "f.csv"), ("parquet", tmp_path / "f.parquet")):
        assert verbs("export", case.path, "--to", to, "--output", file).code == 0
    with (tmp_path / "f.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert [row["quote"] for row in rows] == ["会談", "批判", "懸念"]
    assert json.loads(rows[0]["actors"]) == ["RUS"]
    assert pq.read_table(tmp_path / "f.parquet").column("in_force").to_pylist() == [
        "accepted",
        "machine",
        "machine",
    ]


def test_a_dry_run_and_usage(verbs: Verbs, case: Case, tmp_path: Path) -> None:
    file = tmp_path / "out.csv"
    done = verbs("export", case.path, "--to", "csv", "-o", file, "--dry-run")
    assert (done.code, file.exists()) == (0, False)
    assert "3 findings would be written" in done.err
    assert verbs("export", case.path, "--to", "xlsx").code == 2
    assert verbs("export", case.path, "--kind", "evnt").code == 2
    nowhere = verbs("export", case.path, "-o", tmp_path / "none" / "out.jsonl")
    assert (nowhere.code, "no such folder" in nowhere.err) == (2, True)
