"""`detente brief`: what is written, what is said, and how it ends."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

TEXT = """On 24 May 2002 President Bush and President Putin signed a treaty in Moscow.
On 5 March 2002 the United States imposed tariffs on Russian steel. Russia criticized the tariffs.
"""


def brief(*words: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "detente", "brief", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "steel.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_a_document_becomes_a_briefing_and_its_findings(text: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    done = brief(text, "--dyad", "rus-usa", "--lang", "ja", "-o", out)
    assert (done.returncode, done.stdout) == (0, f"{out / 'briefing.html'}\n"), done.stderr
    assert str(out) in done.stderr
    html = LexborHTMLParser((out / "briefing.html").read_text(encoding="utf-8"))
    lines = (out / "findings.jsonl").read_text(encoding="utf-8").splitlines()
    found = [json.loads(line) for line in lines]
    assert len(html.css("article.claim")) == sum(record["kind"] != "note" for record in found) > 0
    for node in html.css("[data-quote]"):
        a = node.attributes
        assert TEXT[int(str(a["data-start"])) : int(str(a["data-end"]))] == a["data-quote"]
    assert sorted(path.name for path in out.iterdir()) == ["briefing.html", "findings.jsonl"]


def test_the_dyad_is_guessed_and_said(text: Path, tmp_path: Path) -> None:
    done = brief(text, "-o", tmp_path / "out")
    assert done.returncode == 0, done.stderr
    assert "RUS-USA" in done.stderr


def test_an_unreadable_file_is_counted_and_listed(text: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    done = brief(text, empty, "--dyad", "RUS-USA", "-o", tmp_path / "out")
    assert done.returncode == 3
    assert "empty.txt" in done.stderr
    html = LexborHTMLParser((tmp_path / "out" / "briefing.html").read_text(encoding="utf-8"))
    assert "empty.txt" in html.css_first(".warnings").text()


def test_where_nothing_can_be_read_nothing_is_written(tmp_path: Path) -> None:
    done = brief(tmp_path / "not-there.txt", "-o", tmp_path / "out")
    assert (done.returncode, done.stdout) == (1, "")
    assert "not-there.txt" in done.stderr
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--dyad", "RUS"], "two states"),
        (["--dyad", "RUS-RUS"], "Both sides"),
        (["--dyad", "RUS-UAS"], "Did you mean"),
        (["--lang", "fr"], "Known: en, ja"),
        (["--demo"], "not both"),
    ],
)
def test_wrong_usage_ends_with_2_and_says_what_is_right(
    text: Path, tmp_path: Path, words: list[str], said: str
) -> None:
    done = brief(text, *words, "-o", tmp_path / "out")
    assert (done.returncode, done.stdout) == (2, ""), done.stderr
    assert said in done.stderr
    assert not (tmp_path / "out").exists()


def test_without_documents_an_example_is_given(tmp_path: Path) -> None:
    done = brief("-o", tmp_path / "out")
    assert done.returncode == 2
    assert "Example" in done.stderr


@pytest.mark.slow
def test_the_built_in_case_is_briefed_in_both_languages(tmp_path: Path) -> None:
    done = brief("--demo", "-o", tmp_path)
    assert done.returncode == 0, done.stderr
    names = ["briefing.html", "briefing.ja.html"]
    assert done.stdout.split() == [str(tmp_path / name) for name in names]
    pages = [LexborHTMLParser((tmp_path / name).read_text(encoding="utf-8")) for name in names]
    claims = [len(page.css("article.claim")) for page in pages]
    assert claims[0] == claims[1] > 80


@pytest.mark.slow
def test_a_case_is_briefed_with_its_judgements(text: Path, tmp_path: Path) -> None:
    from detente.casebook.case import create_case
    from detente.casebook.charter import Charter

    case = create_case(tmp_path / "case", Charter(states=("RUS", "USA")))
    case.add(text)
    list(case.code())
    row = next(row for row in case.findings(["event"]))
    case.judge(row.finding.id, "accept", user="analyst", reason="clear")
    done = brief(tmp_path / "case", "-o", tmp_path / "out")
    assert done.returncode == 0, done.stderr
    html = LexborHTMLParser((tmp_path / "out" / "briefing.html").read_text(encoding="utf-8"))
    assert len(html.css("article.claim .judged")) == 1
