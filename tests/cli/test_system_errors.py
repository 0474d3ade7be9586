"""What the operating system refuses is said as our own errors are, without a traceback."""

from __future__ import annotations

from pathlib import Path

import pytest
from case_runs import Verbs, coded_case


@pytest.fixture
def verbs(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Verbs:
    return Verbs(capsys, monkeypatch)


def test_a_misspelt_file_gets_the_nearest_name_beside_it(verbs: Verbs, tmp_path: Path) -> None:
    (tmp_path / "sheet.csv").touch()
    done = verbs("decide", tmp_path / "shet.csv")
    assert (done.code, done.err) == (
        1,
        f'detente: {tmp_path / "shet.csv"}: There is no such file. Did you mean "sheet.csv"?\n',
    )


def test_a_folder_in_the_place_of_a_file_is_said(verbs: Verbs, tmp_path: Path) -> None:
    done = verbs("decide", tmp_path)
    assert (done.code, "This is a folder; a file is expected." in done.err) == (1, True), done.err


def test_a_case_in_the_place_of_a_sheet_leads_to_the_draft(verbs: Verbs, tmp_path: Path) -> None:
    case = coded_case(tmp_path).path
    done = verbs("decide", case)
    assert (done.code, f"detente decide {case} --draft" in done.err) == (2, True), done.err


def test_a_case_is_not_made_of_a_file(verbs: Verbs, tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.touch()
    done = verbs("new", file, "--dyad", "RUS-USA")
    assert (done.code, "This is a file; a folder is expected." in done.err) == (2, True), done.err


@pytest.mark.parametrize("option", ["--from", "--to"])
def test_a_wrong_date_names_its_option(verbs: Verbs, tmp_path: Path, option: str) -> None:
    done = verbs("new", tmp_path / "case", "--dyad", "RUS-USA", option, "May")
    assert (done.code, f'{option}: "May" is no EDTF date' in done.err) == (2, True), done.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--quad", "phoenix"], "go with --as DATASET"),
        (["--as", "keds", "--title", "Events"], "--title has no bearing on data (--as)"),
        (["--as", "keds", "--findings", "f.csv"], "--findings has no bearing on data (--as)"),
        (["--findings", "not-there.csv"], "not-there.csv: There is no such file."),
        (["--date", "5"], '--date: "5" is no EDTF date'),
    ],
)
def test_options_of_add_without_a_bearing_are_refused(
    verbs: Verbs, tmp_path: Path, words: list[str], said: str
) -> None:
    case = coded_case(tmp_path).path
    file = tmp_path / "more.txt"
    file.write_text("Russia criticized the United States.\n", encoding="utf-8")
    done = verbs("add", case, *([] if words[0] == "--findings" else [file]), *words)
    assert (done.code in (1, 2), said in done.err) == (True, True), done.err
