"""`detente judge`."""

from __future__ import annotations

from pathlib import Path

import pytest
from case_runs import TEXT, Verbs, coded_case, coder

from detente.casebook import Case, open_case
from detente.casebook.lock import exclusive


@pytest.fixture
def verbs(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Verbs:
    monkeypatch.setenv("DETENTE_USER", "環境")
    return Verbs(capsys, monkeypatch)


@pytest.fixture
def case(tmp_path: Path) -> Case:
    return coded_case(tmp_path)


def test_what_is_printed_is_in_the_journal(verbs: Verbs, case: Case) -> None:
    ids = [row.id for row in case.findings()]
    done = verbs("judge", case.path, "accept", ids[0][:8], ids[1], "--reason", "注 11", "--format", "jsonl")
    assert (done.code, done.err) == (0, "")
    assert [record["finding"] for record in done.records] == ids[:2]
    journal = open_case(case.path).journal().judgements
    assert [j.id for j in journal] == [record["judgement"] for record in done.records]
    assert {(j.user, j.reason) for j in journal} == {("環境", "注 11")}
    assert [row.status for row in case.findings()] == ["accepted", "accepted", "machine"]


def test_change_and_undo(verbs: Verbs, case: Case) -> None:
    id = case.findings()[0].id
    words = ("--set", "date=2003-05-28", "--set", "actors=RUS/Putin,USA/Bush", "--set", "hedged=true")
    assert verbs("judge", case.path, "change", id, *words, "--user", "ann").code == 0
    changed = case.findings()[0].finding.as_dict()
    assert (changed["date"], changed["actors"], changed["hedged"]) == (
        "2003-05-28",
        ("RUS/Putin", "USA/Bush"),
        True,
    )
    assert verbs("judge", case.path, "undo").code == 2, "the user of the environment has judged nothing"
    undone = verbs("judge", case.path, "undo", "--user", "ann", "--format", "jsonl")
    assert undone.records[0]["verdict"] == "undo"
    assert case.findings()[0].id == id
    assert [row.status for row in case.findings()] == ["machine"] * 3


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("actors=RUSS", 'Did you mean "RUS"?'),
        ("targets=USA,Russia", 'Write "RUS".'),
        ('actors=["NATOO"]', 'Did you mean "NATO"?'),
        ("actors=RUS/", 'Unknown actor "RUS/"'),
    ],
)
def test_an_actor_that_is_none_is_refused(verbs: Verbs, case: Case, given: str, said: str) -> None:
    done = verbs("judge", case.path, "change", case.findings()[0].id, "--set", given)
    assert done.code == 2
    assert said in done.err
    assert not case.journal().judgements


def test_a_finding_is_added_by_its_quotation(verbs: Verbs, case: Case) -> None:
    words = ("judge", case.path, "add", "statement", "--source", "text.txt")
    done = verbs(*words, "--quote", "ロシアは米国を批判", "--set", "speaker=RUS", "--format", "jsonl")
    assert (done.code, done.records[0]["quote"]) == (0, "ロシアは米国を批判")
    added = next(row for row in case.findings() if row.status == "added")
    assert (added.finding.kind, added.finding.start) == ("statement", TEXT.index("ロシアは"))
    for quote, wanted in (("会談せず", "does not stand there"), ("年", "stands there 2 times")):
        done = verbs(*words, "--quote", quote)
        assert (done.code, wanted in done.err) == (2, True)
    assert verbs(*words, "--set", "start=0", "--set", "end=4").code == 0
    assert verbs("judge", case.path, "add", "statment", "--source", "text.txt", "--quote", "会談").code == 2


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        (["accept"], "Which finding"),
        (["accept", "zzzz"], "No finding has an id"),
        (["accept", "{id}", "--set", "date=2003"], "--set goes with change"),
        (["change", "{id}"], "Nothing would change"),
        (["change", "{id}", "--set", "plover=ACUSE"], 'Did you mean "ACCUSE"'),
        (["add", "event"], "name its kind and its source"),
        (["import"], "Which file?"),
        (["undo", "a", "b"], "One judgement"),
    ],
)
def test_wrong_words_are_refused_and_nothing_is_written(
    verbs: Verbs, case: Case, words: list[str], wanted: str
) -> None:
    id = case.findings()[0].id
    done = verbs("judge", case.path, *(word.replace("{id}", id) for word in words))
    assert (done.code, done.out) == (2, "")
    assert wanted in done.err
    assert not case.layout.journal.exists()


def test_a_dry_run_judges_nothing(verbs: Verbs, case: Case) -> None:
    done = verbs("judge", case.path, "reject", case.findings()[0].id, "--dry-run")
    assert (done.code, "Nothing was written" in done.err) == (0, True)
    assert not case.layout.journal.exists()


def test_judgements_are_listed_exported_and_imported(verbs: Verbs, case: Case, tmp_path: Path) -> None:
    for row, verdict in zip(case.findings(), ("accept", "reject", "accept"), strict=True):
        case.judge(row.id, verdict, user="ann")
    listed = verbs("judge", case.path, "list", "--format", "jsonl").records
    assert [record["verdict"] for record in listed] == ["accept", "reject", "accept"]
    assert verbs("judge", case.path, "export").out.encode() == case.layout.journal.read_bytes()
    file = tmp_path / "out.jsonl"
    assert verbs("judge", case.path, "export", "-o", file).code == 0
    (tmp_path / "b").mkdir()
    other = coded_case(tmp_path / "b")
    assert verbs("judge", other.path, "import", file, "--format", "jsonl").records == [
        {"new": 3, "already there": 0, "set aside": 0}
    ]
    assert other.journal() == case.journal()
    assert other.findings() == case.findings()
    assert verbs("judge", other.path, "import", tmp_path / "none.jsonl").code == 1


def test_who_comes_second_is_told_who_holds_the_case(verbs: Verbs, case: Case) -> None:
    id = case.findings()[0].id
    with exclusive(case.layout.lock, wait_seconds=0):
        done = verbs("judge", case.path, "accept", id, "--wait", "0.1")
    assert done.code == 1
    assert "is being written by process" in done.err
    assert verbs("judge", case.path, "accept", id, "--wait", "0").code == 0


def test_a_judgement_outlives_coding_again(verbs: Verbs, case: Case) -> None:
    id = case.findings()[0].id
    assert verbs("judge", case.path, "change", id, "--set", "plover=AGREE").code == 0
    before = case.findings()[0]
    list(case.code(lambda document: coder(document)[1:]))
    assert case.findings()[0] == before
