"""`detente brief`: what is written, what is said, and how it ends."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from case_runs import Verbs, coded_case
from selectolax.lexbor import LexborHTMLParser

from detente.casebook import Charter, create_case

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
        (["--dyad", "RUS-RUS"], "two different states"),
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
    case = create_case(tmp_path / "case", Charter(states=("RUS", "USA")))
    case.add(text)
    list(case.code())
    row = next(row for row in case.findings(["event"]))
    case.judge(row.finding.id, "accept", user="analyst", reason="clear")
    done = brief(tmp_path / "case", "-o", tmp_path / "out")
    assert done.returncode == 0, done.stderr
    html = LexborHTMLParser((tmp_path / "out" / "briefing.html").read_text(encoding="utf-8"))
    assert len(html.css("article.claim .judged")) == 1


NMC = (
    "stateabb,ccode,year,milex,milper,irst,pec,tpop,upop,cinc,version\n"
    "USA,2,2001,322365000,1368,90104,3500000,285000,120000,0.15,2021\n"
)
SHEET = "actor,position,salience,capability\nUSA,90,80,10\nRUS,20,60,6\n"
MATRIX = "state,A1,A2,B1,B2\nA1,,,2,-2\nA2,,,-2,2\nB1,3,-3,,\nB2,-1,1,,\n"


@pytest.fixture
def verbs(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Verbs:
    return Verbs(capsys, monkeypatch)


def input_file(case: Path, name: str, text: str) -> Path:
    """A file that the analyst has put into a case's folder `outlook/`."""
    file = case / "outlook" / name
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def test_a_case_with_state_years_alone_is_briefed(verbs: Verbs, tmp_path: Path) -> None:
    case = coded_case(tmp_path)
    file = tmp_path / "nmc.csv"
    file.write_text(NMC, encoding="utf-8")
    assert verbs("add", case.path, file, "--as", "cow-nmc").code == 0
    done = verbs("brief", case.path, "-o", tmp_path / "out")
    assert done.code == 0, done.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--shock", "2003-05-24"], "--shock asks something of event data, and there are none"),
        (["--unit", "year"], "--unit asks something of event data"),
        (["--shock", "24 May"], '--shock "24 May" is no day'),
    ],
)
def test_what_is_asked_of_event_data_needs_some(
    verbs: Verbs, tmp_path: Path, words: list[str], said: str
) -> None:
    done = verbs("brief", coded_case(tmp_path).path, *words, "-o", tmp_path / "out")
    assert (done.code, said in done.err) == (2, True), done.err
    assert not (tmp_path / "out").exists()


def test_forecasts_of_a_sheet_need_no_coded_position(verbs: Verbs, tmp_path: Path) -> None:
    case = coded_case(tmp_path)
    input_file(case.path, "sheet.csv", SHEET)
    assert verbs("brief", case.path, "-o", tmp_path / "out").code == 0
    html = LexborHTMLParser((tmp_path / "out" / "briefing.html").read_text(encoding="utf-8"))
    rows = [row.text() for row in html.css("#futures table tbody tr")]
    assert len(rows) == 3
    assert "No positions are told" not in html.css_first("#futures").text()


def test_two_cases_bring_their_inputs_together_or_it_is_said(verbs: Verbs, tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    one, two = (coded_case(tmp_path / name).path for name in ("one", "two"))
    input_file(one, "sheet.csv", SHEET)
    done = verbs("brief", one, two, "-o", tmp_path / "out")
    assert done.code == 0, done.err
    html = LexborHTMLParser((tmp_path / "out" / "briefing.html").read_text(encoding="utf-8"))
    assert len(html.css("#futures table tbody tr")) == 3
    twice = input_file(two, "sheet.csv", SHEET)
    assert "Two cases hold a sheet" in verbs("brief", one, two, "-o", tmp_path / "out").err
    twice.unlink()
    for case, name in ((one, "war"), (two, "fight")):
        input_file(case, "concepts.csv", f"concept,name\nthe war,{name}\n")
    done = verbs("brief", one, two, "-o", tmp_path / "out")
    assert (done.code, '"the war" differently: "war" and "fight"' in done.err) == (2, True), done.err


def test_states_of_a_draft_that_the_analyst_changed_keep_their_names(verbs: Verbs, tmp_path: Path) -> None:
    case = coded_case(tmp_path)
    input_file(case.path, "matrix.csv", "# draft\n" + MATRIX)
    assert verbs("brief", case.path, "-o", tmp_path / "out", "--lang", "ja").code == 0
    html = LexborHTMLParser((tmp_path / "out" / "briefing.html").read_text(encoding="utf-8"))
    cells = [cell.text() for cell in html.css(".scenarios tbody td")]
    assert sorted(cells) == ["A1", "A2", "B1", "B2"]
    answers = MATRIX.replace("A1", "war: yes").replace("A2", "war: no")
    input_file(
        case.path,
        "matrix.csv",
        "# draft\ndescriptor," + answers.replace("\nw", "\nwar,w").replace("\nB", "\nB,B"),
    )
    assert verbs("brief", case.path, "-o", tmp_path / "out", "--lang", "en").code == 0
    html = LexborHTMLParser((tmp_path / "out" / "briefing.html").read_text(encoding="utf-8"))
    cells = [cell.text() for cell in html.css(".scenarios tbody td")]
    assert sorted(cells) == ["B1", "B2", "comes true", "does not"]


def other_case(tmp_path: Path, states: tuple[str, str]) -> Path:
    """A case of other states, with nothing in it."""
    folder = tmp_path / "-".join(states)
    create_case(folder, Charter(states=states))
    return folder


def test_cases_of_different_states_need_a_dyad(verbs: Verbs, tmp_path: Path) -> None:
    one, two = coded_case(tmp_path).path, other_case(tmp_path, ("JPN", "RUS"))
    done = verbs("brief", one, two, "-o", tmp_path / "out")
    assert done.code == 2
    assert f"different states: {one} is RUS-USA, {two} is JPN-RUS." in done.err
    assert "--dyad RUS-USA" in done.err
    assert not (tmp_path / "out").exists()
    done = verbs("brief", one, two, "--dyad", "RUS-USA", "-o", tmp_path / "out")
    assert done.code == 0, done.err
    assert verbs("brief", one, other_case(tmp_path, ("USA", "RUS")), "-o", tmp_path / "out").code == 0


@pytest.mark.parametrize("words", [["--date", "2004"], ["--language", "ja"], ["--encoding", "shift_jis"]])
@pytest.mark.parametrize("builtin", [True, False])
def test_what_is_said_of_documents_is_refused_for_cases(
    verbs: Verbs, tmp_path: Path, words: list[str], builtin: bool
) -> None:
    what = "--demo" if builtin else coded_case(tmp_path).path
    done = verbs("brief", what, *words, "-o", tmp_path / "out")
    assert done.code == 2
    assert f"{words[0]} is said of documents, and has no bearing on" in done.err
    assert f"detente add CASE FILE {words[0]}" in done.err
    assert not (tmp_path / "out").exists()


def test_a_dyad_that_the_texts_do_not_speak_of_is_said(verbs: Verbs, tmp_path: Path) -> None:
    done = verbs("brief", coded_case(tmp_path).path, "--dyad", "FRA-DEU", "-o", tmp_path / "out")
    assert (done.code, "No act between FRA and DEU was found in the texts." in done.err) == (0, True)
    assert "Briefing of 1 document with" in done.err


POLICY = (
    "On 5 March 2002 the United States imposed tariffs on Russian steel. Russia opposed the tariffs.\n"
    "On 20 March 2003 the United States attacked Iraq. On 24 March 2003 Russia condemned the war in Iraq.\n"
)


def test_a_briefing_keeps_to_the_issues_that_its_case_names(verbs: Verbs, tmp_path: Path) -> None:
    """What is of other issues stands in one last dossier, so that every claim still has its place."""
    text = tmp_path / "policy.txt"
    text.write_text(POLICY, encoding="utf-8")
    case = tmp_path / "case"
    verbs("new", case, "--dyad", "RUS-USA", "--issue", "iraq", "--issue", "arms-control")
    verbs("add", case, text)
    done = verbs("brief", case, "-o", tmp_path / "out")
    assert done.code == 0, done.err
    assert "keep to the issues of the case: iraq, arms-control" in done.err
    page = LexborHTMLParser((tmp_path / "out" / "briefing.html").read_text(encoding="utf-8"))
    titles = [node.text() for node in page.css("section.dossier > h3")]
    assert titles == ["Iraq", "Outside the issues of the case"]
    assert "Iraq and Arms control" in page.css_first("dl.facts").text()
    watched = page.css_first("#watch").text()
    assert "Iraq" in watched
    assert "Trade" not in watched
    ids = {node.attributes["id"] for node in page.css("[id]")}
    assert all(node.attributes["href"][1:] in ids for node in page.css("a[href^='#']"))
    shown = [node.attributes["data-quote"] for node in page.css("section.dossier [data-quote]")]
    assert any("imposed tariffs" in str(quote) for quote in shown)


def test_cases_of_which_one_names_no_issues_are_briefed_whole(verbs: Verbs, tmp_path: Path) -> None:
    text = tmp_path / "policy.txt"
    text.write_text(POLICY, encoding="utf-8")
    for name, issue in (("one", ["--issue", "iraq"]), ("two", [])):
        verbs("new", tmp_path / name, "--dyad", "RUS-USA", *issue)
        verbs("add", tmp_path / name, text)
    done = verbs("brief", tmp_path / "one", tmp_path / "two", "-o", tmp_path / "out")
    page = LexborHTMLParser((tmp_path / "out" / "briefing.html").read_text(encoding="utf-8"))
    assert "Trade" in [node.text() for node in page.css("section.dossier > h3")], done.err
