"""`detente add`."""

from __future__ import annotations

from pathlib import Path

import pytest
from case_runs import TEXT, Verbs, coded_case

from detente.casebook import open_case


@pytest.fixture
def verbs(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Verbs:
    return Verbs(capsys, monkeypatch)


def test_files_are_added_once_with_what_is_said_of_them(verbs: Verbs, tmp_path: Path) -> None:
    case = coded_case(tmp_path)
    file = tmp_path / "more.txt"
    file.write_text("Russia and the United States met in Geneva.\n", encoding="utf-8")
    words = ("add", case.path, file, "--title", "会談", "--publisher", "外務省", "--date", "2003-05")
    done = verbs(*words, "--licence", "CC BY 4.0", "--format", "jsonl")
    assert (done.code, done.err) == (0, "")
    assert [(r["outcome"], r["title"], r["date"]) for r in done.records] == [("added", "会談", "2003-05")]
    assert (
        verbs(*words, "--licence", "CC BY 4.0", "--format", "jsonl").records[0]["outcome"] == "already there"
    )
    source = open_case(case.path).source("more.txt")
    assert (source.known.publisher, source.known.licence) == ("外務省", "CC BY 4.0")
    assert (case.layout.sources / source.original).read_bytes() == file.read_bytes()


def test_an_encoding_that_is_said_is_used(verbs: Verbs, tmp_path: Path) -> None:
    case = coded_case(tmp_path)
    file = tmp_path / "sjis.txt"
    file.write_bytes("ロシアは米国と協議した。\n".encode("shift_jis"))
    assert verbs("add", case.path, file, "--encoding", "shift_jis", "--language", "ja").code == 0
    assert open_case(case.path).document("sjis.txt").text == "ロシアは米国と協議した。\n"
    wrong = verbs("add", case.path, file, "--encoding", "shift-sjis")
    assert (wrong.code, "Unknown encoding" in wrong.err) == (2, True)


def test_unreadable_files_are_reported_and_the_rest_is_added(verbs: Verbs, tmp_path: Path) -> None:
    case = coded_case(tmp_path)
    empty, good = tmp_path / "empty.txt", tmp_path / "good.txt"
    empty.write_bytes(b"")
    good.write_text("Russia met the United States.\n", encoding="utf-8")
    done = verbs("add", case.path, empty, tmp_path / "god.txt", good, "--format", "jsonl")
    assert done.code == 3
    assert [record["outcome"] for record in done.records] == ["added"]
    assert len(done.err.splitlines()) == 2
    assert "empty.txt" in done.err
    assert 'Did you mean "good.txt"' in done.err
    assert len(open_case(case.path).sources()) == 2


def test_a_dry_run_says_what_would_be_done(verbs: Verbs, tmp_path: Path) -> None:
    case = coded_case(tmp_path)
    file = tmp_path / "more.txt"
    file.write_text("Russia met the United States.\n", encoding="utf-8")
    assert verbs("add", case.path, file, "--dry-run", "--format", "jsonl").records[0]["outcome"] == "added"
    assert len(open_case(case.path).sources()) == 1


def test_findings_from_another_case_become_a_coding(verbs: Verbs, tmp_path: Path) -> None:
    case = coded_case(tmp_path)
    other = tmp_path / "other"
    file = tmp_path / "findings.jsonl"
    assert verbs("export", case.path, "-o", file).code == 0
    assert verbs("new", other, "--dyad", "RUS-USA").code == 0
    done = verbs("add", other, tmp_path / "text.txt", "--findings", file, "--format", "jsonl")
    assert [record["outcome"] for record in done.records] == ["added", "coded"]
    assert [r.finding for r in open_case(other).findings()] == [r.finding for r in case.findings()]


def test_usage(verbs: Verbs, tmp_path: Path) -> None:
    case = coded_case(tmp_path)
    assert verbs("add", case.path).code == 2
    assert verbs("add", tmp_path / "none", tmp_path / "text.txt").code == 1
    file = tmp_path / "more.txt"
    file.write_text(TEXT + "さらに。\n", encoding="utf-8")
    assert verbs("add", case.path, file, "--date", "28 May").code == 2
    assert verbs("add", case.path, file, file, "--title", "one").code == 2
    assert len(open_case(case.path).sources()) == 1
