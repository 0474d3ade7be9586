"""`detente new`."""

from __future__ import annotations

from pathlib import Path

import pytest
from case_runs import Verbs

from detente.casebook import OwnIssue, open_case


@pytest.fixture
def verbs(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Verbs:
    return Verbs(capsys, monkeypatch)


def test_a_case_is_made_as_it_was_said(verbs: Verbs, tmp_path: Path) -> None:
    done = verbs(
        *(
            "new",
            tmp_path / "露米",
            "--dyad",
            "RUS-USA",
            "--from",
            "2001-09",
            "--to",
            "2003",
            "--lang",
            "ja,ru",
        ),
        *("--issue", "iraq", "--issue", "steel=Steel|鉄鋼|鉄鋼,steel", "--format", "jsonl"),
    )
    assert (done.code, done.err) == (0, "")
    assert done.records[0]["issues"] == ["iraq", "steel"]
    charter = open_case(tmp_path / "露米").charter
    assert (charter.states, charter.period_from, charter.period_to) == (("RUS", "USA"), "2001-09", "2003")
    assert charter.languages == ("ja", "ru")
    assert charter.own_issues == (OwnIssue("steel", "Steel", "鉄鋼", ("鉄鋼", "steel")),)


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        (["--dyad", "RUS-US"], 'Write "USA"'),
        (["--dyad", "Russia-USA"], 'Write "RUS"'),
        (["--dyad", "RUS-RUS"], "two different states"),
        (["--dyad", "RUS"], "does not name two states"),
        (["--dyad", "RUS-USA", "--issue", "irak"], 'Did you mean "iraq"'),
        (["--dyad", "RUS-USA", "--issue", "steel=Steel"], "lacks its code, a label or a keyword"),
        (["--dyad", "RUS-USA", "--lang", "jp"], "Unknown language"),
        (["--dyad", "RUS-USA", "--from", "2003", "--to", "2001"], "before it begins"),
        (["--dyad", "RUS-USA", "--from", "May 2003"], "no EDTF date"),
    ],
)
def test_wrong_words_make_no_case(verbs: Verbs, tmp_path: Path, words: list[str], wanted: str) -> None:
    done = verbs("new", tmp_path / "case", *words)
    assert (done.code, done.out) == (2, "")
    assert wanted in done.err
    assert list(tmp_path.iterdir()) == []


def test_a_dry_run_makes_nothing_and_a_second_case_is_refused(verbs: Verbs, tmp_path: Path) -> None:
    case = tmp_path / "case"
    assert verbs("new", case, "--dyad", "RUS-USA", "--dry-run").code == 0
    assert not case.exists()
    assert verbs("new", case, "--dyad", "RUS-USA").code == 0
    assert verbs("new", case, "--dyad", "JPN-USA", "--dry-run").code == 2
    again = verbs("new", case, "--dyad", "JPN-USA")
    assert again.code == 2
    assert "already a case" in again.err
    assert open_case(case).charter.dyad == "RUS-USA"
