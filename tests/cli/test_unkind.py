"""What users do by mistake: named, with the right exit code, and never with a traceback."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

CHINESE = "普京总统与布什总统在圣彼得堡举行会谈。两国领导人交换了条约批准书。中国外交部对此表示欢迎。\n"
JAPANESE = "日本は中国に抗議した。中国の外相は「関係は良好だ」と述べた。\n"


def detente(*words: str | Path, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "detente", *map(str, words)],
        input=stdin, capture_output=True, check=False, env={**os.environ, **environment},
    )  # fmt: skip


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "抗議 文.txt"
    path.write_text(JAPANESE, encoding="utf-8")
    return path


def test_bytes_on_stdin_are_read_like_a_file(text: Path) -> None:
    wanted = detente("code", text).stdout
    for encoding in ("utf-8", "utf-8-sig", "shift_jis", "utf-16"):
        given = detente("code", "-", "--encoding", encoding, stdin=JAPANESE.encode(encoding))
        assert (given.returncode, given.stdout) == (0, wanted), encoding
    assert b"nothing but blanks" in detente("read", "-").stderr


def test_data_are_utf_8_in_every_locale(text: Path) -> None:
    plain = detente("code", text).stdout
    assert "抗議" in plain.decode("utf-8")
    assert detente("code", text, PYTHONIOENCODING="ascii").stdout == plain


def test_a_text_in_a_language_without_coder_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "zh.txt"
    path.write_text(CHINESE, encoding="utf-8")
    done = detente("code", path)
    assert (done.returncode, done.stdout) == (1, b"")
    assert b'"zh", for which there is no coder' in done.stderr


def test_of_several_files_the_readable_ones_are_read(text: Path, tmp_path: Path) -> None:
    done = detente("read", tmp_path / "none.txt", text, "--format", "jsonl")
    assert (done.returncode, len(done.stdout.splitlines())) == (3, 2)
    assert b"none.txt" in done.stderr
    both = detente("read", tmp_path / "none.txt", tmp_path / "neither.txt")
    assert (both.returncode, both.stdout) == (1, b"")
    assert b"none.txt" in both.stderr
    assert b"neither.txt" in both.stderr


def test_a_line_that_is_not_utf_8_is_named_and_the_others_are_coded(tmp_path: Path) -> None:
    path = tmp_path / "wire.txt"
    good = [line.encode() for line in ("\ufeff日本は中国に抗議した。\r\n", "中国は日本を批判した。")]
    path.write_bytes(b"\x94\x94\n".join(good))
    done = detente("code", "--lines", path, "--language", "ja")
    found = [json.loads(row) for row in done.stdout.splitlines()]
    assert [len(row["events"]) for row in found] == [1, 0, 1]
    assert (done.returncode, b"line 2" in done.stderr, b"line 1" in done.stderr) == (3, True, False)


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["code", "TEXT", "--date", "28 May"], 2, "no EDTF date"),
        (["code", "TEXT", "-o", "DIR"], 2, "a file is expected"),
        (["read", "TEXT", "--repaired", "-o", "DIR/none/x"], 2, "no such folder"),
        (["read", "TEXT", "--encoding", "hex"], 2, "Unknown encoding"),
        (["code", "--lines", "TEXT", "--kind", "event"], 2, "--kind does not go with --lines"),
        (["code", "--lines", "TEXT", "--encoding", "rot13"], 2, "Unknown encoding"),
        (["brief", "TEXT", "-o", "TEXT"], 2, "a folder is expected"),
        (["brief", "TEXT", "--date", "x"], 2, "no EDTF date"),
        (["brief", "TEXT", "--dyad", "Russia-USA"], 2, 'Write "RUS"'),
        (["brief", "TEXT", "--dyad", "RUS-USAA"], 2, 'Did you mean "USA"'),
        (["new", "TEXT", "--dyad", "RUS-USA"], 2, "a folder is expected"),
        (["code", "TEXT", "--codebook", "DIR"], 1, "no such codebook"),
    ],
)
def test_mistakes(text: Path, tmp_path: Path, words: list[str], code: int, said: str) -> None:
    given = [w.replace("TEXT", str(text)).replace("DIR", str(tmp_path)) for w in words]
    done = detente(*given)
    assert (done.returncode, done.stdout) == (code, b"")
    assert said in done.stderr.decode("utf-8")
    assert b"Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == [text]


def test_a_case_folder_is_coded_and_its_options_are_its_own(text: Path, tmp_path: Path) -> None:
    case = tmp_path / "case"
    detente("new", case, "--dyad", "JPN-CHN")
    detente("add", case, text)
    assert detente("code", case, "--kind", "event").returncode == 2
    done = detente("code", case, "--format", "jsonl")
    (row,) = map(json.loads, done.stdout.splitlines())
    assert (done.returncode, row["outcome"], row["file"]) == (0, "coded", text.name)
    assert detente("show", case, "chronicle", "--kind", "event").returncode == 2


def test_a_document_that_is_also_in_a_case_counts_once(text: Path, tmp_path: Path) -> None:
    case, out = tmp_path / "case", tmp_path / "out"
    detente("new", case, "--dyad", "JPN-CHN")
    detente("add", case, text)
    detente("code", case)
    done = detente("brief", text, case, case, "-o", out)
    ids = [json.loads(row)["id"] for row in (out / "findings.jsonl").read_text(encoding="utf-8").splitlines()]
    assert (done.returncode, len(ids), len(set(ids))) == (0, len(ids), len(ids))
    assert ids


def test_a_source_of_a_case_that_cannot_be_coded_leaves_the_others(text: Path, tmp_path: Path) -> None:
    case, other = tmp_path / "case", tmp_path / "zh.txt"
    other.write_text(CHINESE, encoding="utf-8")
    detente("new", case, "--dyad", "JPN-CHN")
    detente("add", case, other, text)
    done = detente("brief", case, "-o", tmp_path / "out")
    assert done.returncode == 3
    assert (tmp_path / "out" / "findings.jsonl").stat().st_size > 0
    assert b"zh.txt" in done.stderr
