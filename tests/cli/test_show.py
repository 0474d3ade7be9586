"""`detente show`."""

from __future__ import annotations

from pathlib import Path

import pytest
from case_runs import TEXT, Verbs, coded_case

from detente.casebook import Case, Charter, create_case
from detente.findings import Event, from_dict


@pytest.fixture
def verbs(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Verbs:
    return Verbs(capsys, monkeypatch)


@pytest.fixture
def case(tmp_path: Path) -> Case:
    case = coded_case(tmp_path)
    ids = [row.id for row in case.findings()]
    case.judge(ids[0], "accept", user="ann", reason="明白")
    case.judge(ids[1], "reject", user="ann")
    return case


def shown(verbs: Verbs, case: Case, *words: str) -> list[dict[str, object]]:
    done = verbs("show", case.path, *words, "--format", "jsonl")
    assert (done.code, done.err) == (0, "")
    return done.records


def test_the_summary_counts_what_there_is(verbs: Verbs, case: Case) -> None:
    counts = {record["what"]: record["value"] for record in shown(verbs, case)}
    assert (counts["sources"], counts["states"]) == (1, "RUS-USA")
    assert [counts[f"findings, {s}"] for s in ("machine", "accepted", "changed", "rejected")] == [1, 1, 0, 1]
    assert [counts["needs confirming"], counts["lost judgements"], counts["not coded yet"]] == [0, 0, 0]


def test_findings_come_whole_in_machine_formats_and_short_in_a_table(verbs: Verbs, case: Case) -> None:
    records = shown(verbs, case, "findings", "--kind", "event")
    beside = ("in_force", "judged_by", "judgement", "reason", "moved", "contested")
    assert [record["in_force"] for record in records] == ["accepted", "machine"]
    assert (records[0]["judged_by"], records[0]["reason"]) == ("ann", "明白")
    back = [from_dict({k: v for k, v in record.items() if k not in beside}) for record in records]
    assert back == [row.finding for row in case.findings()]
    table = verbs("show", case.path, "findings").out
    assert "会談" in table
    assert "批判" not in table, "it is rejected"
    assert shown(verbs, case, "findings", "--kind", "note") == []


def test_the_chronicle_and_the_dossiers(verbs: Verbs, case: Case) -> None:
    assert [record["date"] for record in shown(verbs, case, "chronicle")] == ["2003-05-24", "2003-06"]
    assert [(d["issue"], d["events"]) for d in shown(verbs, case, "dossiers")] == [("iraq", 2)]
    items = shown(verbs, case, "dossiers", "--issue", "iraq")
    assert [item["quote"] for item in items] == ["会談", "懸念"]
    wrong = verbs("show", case.path, "dossiers", "--issue", "irak")
    assert (wrong.code, 'Did you mean "iraq"' in wrong.err) == (2, True)


def test_judgements_and_sources(verbs: Verbs, case: Case) -> None:
    assert [record["verdict"] for record in shown(verbs, case, "judgements")] == ["accept", "reject"]
    (source,) = shown(verbs, case, "sources")
    assert (source["file"], source["characters"], source["language"]) == ("text.txt", len(TEXT), "ja")


def test_what_only_overlaps_a_judged_passage_waits(verbs: Verbs, case: Case) -> None:
    start, end = TEXT.index("会談"), TEXT.index("会談した") + 4

    def wider(document: object) -> list[Event]:
        sha = case.sources()[0].text_sha256
        return [Event(document=sha, start=start, end=end, quote=TEXT[start:end], coder="test.v2")]

    list(case.code(wider))  # type: ignore[arg-type]
    (waiting,) = shown(verbs, case, "needs-confirming")
    assert (waiting["quote"], waiting["judged quote"], waiting["verdict"]) == ("会談した", "会談", "accept")
    assert [record["quote"] for record in shown(verbs, case, "findings")] == ["会談"]


def test_lost_judgements_show_their_passage_and_why(verbs: Verbs, case: Case, tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    other = coded_case(tmp_path / "b")
    for path in other.layout.sources.iterdir():
        path.unlink()
    other.take_judgements(case.layout.journal)
    (first, _) = shown(verbs, other, "lost")
    assert (first["quote"], first["lost because"]) == ("会談", "its source is not in the case")
    assert str(first["before"]).endswith("露米両大統領は")


def test_lines_set_aside_are_mentioned_and_do_no_harm(verbs: Verbs, case: Case) -> None:
    with case.layout.journal.open("ab") as stream:
        stream.write(b'{"id": "torn')
    done = verbs("show", case.path, "judgements", "--format", "jsonl")
    assert (done.code, len(done.records)) == (0, 2)
    assert "line 3 is set aside" in done.err


def test_the_watch_list_counts_imported_data_apart(verbs: Verbs, case: Case, tmp_path: Path) -> None:
    told = shown(verbs, case, "watch")
    assert {record["source"] for record in told} == {"chronicle"}
    file = tmp_path / "keds.csv"
    file.write_text(
        "date,source,target,code\n2003-01-02,RUSGOV,USA,112\n2003-02-03,USA,RUS,112\n", encoding="utf-8"
    )
    assert verbs("add", case.path, file, "--as", "keds").code == 0
    *chronicle, data = shown(verbs, case, "watch")
    assert chronicle == told
    assert (data["source"], data["recent"], data["as_of"]) == ("keds", 2, "2003-02-03")


def test_usage(verbs: Verbs, case: Case, tmp_path: Path) -> None:
    assert verbs("show", tmp_path / "none").code == 1
    assert verbs("show", case.path, "chronicles").code == 2
    assert 'Did you mean "event"' in verbs("show", case.path, "findings", "--kind", "evnt").err


@pytest.mark.parametrize("what", ["dossiers", "watch"])
def test_it_is_said_where_the_case_names_its_issues(verbs: Verbs, tmp_path: Path, what: str) -> None:
    create_case(tmp_path / "narrow", Charter(states=("RUS", "USA"), issues=("iraq",)))
    done = verbs("show", tmp_path / "narrow", what)
    assert (done.code, "Only what concerns the issues of the case: iraq" in done.err) == (0, True)
