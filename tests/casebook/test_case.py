"""The way of a case: make it, add, code, judge, read again, ask."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from casebook_world import TEXT, document, event, make_case, words_coder

from detente.casebook import Charter, Known, OwnIssue, create_case, open_case
from detente.errors import DetenteError, UnknownName, UnreadableSource, UsageError
from detente.findings import Agreement, Finding, StatusEvent
from detente.reading import Document


def test_a_case_opens_as_it_was_made(tmp_path: Path) -> None:
    charter = Charter(
        states=("RUS", "USA"),
        period_from="2001-09-11",
        period_to="2003",
        languages=("ja", "en", "ru"),
        issues=("iraq", "energy"),
        own_issues=(OwnIssue("paris", 'The "Paris" Club', "パリ・クラブ\\", ("パリクラブ", "Paris Club")),),
        title="露米 😊\n二行",
        created="2026-01-01T00:00:00+00:00",
    )
    create_case(tmp_path / "case", charter)
    assert open_case(tmp_path / "case").charter == charter
    with pytest.raises(UsageError, match="already a case"):
        create_case(tmp_path / "case", charter)


def test_a_copy_under_git_without_empty_folders_opens_and_works(tmp_path: Path) -> None:
    case = make_case(tmp_path, [])
    for folder in case.layout.folders:
        shutil.rmtree(folder)
    (tmp_path / "new.txt").write_text(TEXT, encoding="utf-8")
    assert open_case(case.path).findings() == []
    assert case.add(tmp_path / "new.txt").outcome == "added"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("", "schema_version"),
        ("schema_version = 9\nstates = ['RUS', 'USA']\n", "newer détente"),
        ("schema_version = 1\nstates = ['RUS', 'XXX']\n", "Unknown state"),
        ("schema_version = 1\nstates = ['RUS', 'USA']\nperiod = 3\n", "unknown key 'period'"),
        ("schema_version = 1\nstates = [", "not valid TOML"),
    ],
)
def test_a_damaged_charter_is_named(tmp_path: Path, text: str, wanted: str) -> None:
    (tmp_path / "case.toml").write_text(text, encoding="utf-8")
    with pytest.raises(DetenteError, match=wanted) as told:
        open_case(tmp_path)
    assert "case.toml" in str(told.value)


def test_what_is_no_case_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(DetenteError, match="detente new"):
        open_case(tmp_path / "nothing")


def test_adding_again_adds_nothing(tmp_path: Path) -> None:
    case = make_case(tmp_path)
    before = sorted(case.path.rglob("*"))
    again = case.add(tmp_path / "text0.txt")
    assert (again.outcome, again.source) == ("already there", case.sources()[0])
    (tmp_path / "bom.txt").write_bytes(b"\xef\xbb\xbf" + TEXT.encode("utf-8"))
    assert case.add(tmp_path / "bom.txt").outcome == "already there with the same text"
    assert [p for p in sorted(case.path.rglob("*")) if p.name != ".lock"] == [
        p for p in before if p.name != ".lock"
    ]


def test_what_is_newly_said_of_a_source_is_put_over_what_was_said(tmp_path: Path) -> None:
    case = make_case(tmp_path)
    case.add(tmp_path / "text0.txt", Known(title="甲", publisher="外務省"))
    updated = case.add(tmp_path / "text0.txt", Known(title="乙", date="2004"))
    assert updated.outcome == "updated"
    (source,) = case.sources()
    assert source.known == Known(title="乙", publisher="外務省", date="2004")
    assert (case.document(source).title, case.document(source).date) == ("乙", "2004")


def test_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    case = make_case(tmp_path)
    (tmp_path / "more.txt").write_text("Russia met the United States.\n", encoding="utf-8")
    list(case.code(words_coder("会談")))
    before = {p: p.read_bytes() for p in case.path.rglob("*") if p.is_file()}
    assert case.add(tmp_path / "more.txt", dry_run=True).outcome == "added"
    assert case.add(tmp_path / "text0.txt", Known(title="甲"), dry_run=True).outcome == "updated"
    assert [one.outcome for one in case.code(words_coder("批判"), dry_run=True)] == ["coded"]
    case.judge(case.findings()[0].id, "accept", user="ann", dry_run=True)
    assert {p: p.read_bytes() for p in case.path.rglob("*") if p.is_file()} == before


def test_an_altered_original_is_found_out_and_can_be_put_back(tmp_path: Path) -> None:
    case = make_case(tmp_path)
    (source,) = case.sources()
    original = case.layout.sources / source.original
    original.write_bytes(original.read_bytes() + b"!")
    with pytest.raises(UnreadableSource, match="has been altered"):
        case.document(source)
    assert [one.outcome for one in case.code(words_coder("会談"))] == ["failed"]
    assert case.add(tmp_path / "text0.txt").outcome == "restored"
    assert case.document(source).text == TEXT


def test_coding_again_changes_nothing_until_the_coder_does(tmp_path: Path) -> None:
    case = make_case(tmp_path)
    assert [one.outcome for one in case.code(words_coder("会談"))] == ["coded"]
    assert [one.outcome for one in case.code(words_coder("会談"))] == ["unchanged"]
    assert [one.outcome for one in case.code(words_coder("会談", plover="AGREE"))] == ["coded"]
    assert len(case.codings.runs()) == 1, "the same coder's file is replaced"
    assert [one.outcome for one in case.code(words_coder("批判", coder="other.v1"))] == ["coded"]
    assert [row.finding.quote for row in case.findings()] == ["批判"]
    list(case.code(words_coder("会談", plover="AGREE")))
    assert [row.finding.quote for row in case.findings()] == ["会談"], "the run that was last counts"
    list(case.code(words_coder("不在", coder="other.v2")))
    assert case.findings() == [], "a newest run that found nothing counts too"


def test_a_coder_that_misquotes_is_refused(tmp_path: Path) -> None:
    case = make_case(tmp_path)

    def wrong(document: object) -> list[object]:
        import dataclasses

        right = words_coder("会談")(document)[0]  # type: ignore[arg-type]
        return [dataclasses.replace(right, quote="協議")]

    (one,) = case.code(wrong)  # type: ignore[arg-type]
    assert one.outcome == "failed"
    assert "'協議' against '会談'" in str(one.error)
    assert case.codings.runs() == []


@pytest.mark.parametrize(
    ("said", "outcome"), [(Known(title="新"), "coded"), (Known(language="en"), "failed")]
)
def test_what_is_said_of_a_source_while_it_is_coded(tmp_path: Path, said: Known, outcome: str) -> None:
    case = make_case(tmp_path)

    def slow(document: Document) -> list[Finding]:
        case.add(tmp_path / "text0.txt", said)
        return words_coder("会談")(document)

    assert [one.outcome for one in case.code(slow)] == [outcome]
    assert case.sources()[0].known == said
    assert [one.outcome for one in case.code(words_coder("会談"))] != ["failed"]
    assert len(case.findings()) == 1


def test_judging_by_a_unique_beginning_of_an_id(tmp_path: Path) -> None:
    case = make_case(tmp_path)
    list(case.code(words_coder("会談", "批判", "懸念")))
    ids = [row.id for row in case.findings()]
    case.judge(ids[0][:9], "accept", user="ann")
    assert [row.status for row in case.findings()] == ["accepted", "machine", "machine"]
    with pytest.raises(UsageError, match="No finding has an id that begins"):
        case.judge("zz", "accept", user="ann")
    with pytest.raises(UsageError, match="3 ids begin with"):
        case.judge("", "accept", user="ann")
    assert len(case.journal().judgements) == 1


def test_a_change_keeps_what_was_before_and_names_the_analyst(tmp_path: Path) -> None:
    case = make_case(tmp_path)
    list(case.code(words_coder("会談")))
    row = case.findings()[0]
    start = TEXT.index("露米")
    case.judge(row.id, "change", settings=["date=2003-05-24", f"start={start}"], user="ann", reason="文頭")
    (changed,) = case.findings()
    assert changed.finding.quote == "露米両大統領は会談"
    assert (changed.finding.coder, changed.status) == ("analyst:ann", "changed")
    assert changed.judgement is not None
    assert changed.judgement.before == row.finding
    assert case.needs_confirming() == (), "the place that was changed is still the coder's finding"
    case.undo(user="ann")
    assert case.findings() == [row]


@pytest.mark.parametrize(
    ("setting", "wanted"),
    [
        ("plover=CONSLT", 'Did you mean "CONSULT"'),
        ("dat=2003", 'Did you mean "date"'),
        ("date=28.5.2003", "no EDTF date"),
        ("issue=irak", 'Did you mean "iraq"'),
        ("modality=asserte", 'Did you mean "asserted"'),
        ("actual=perhaps", "true or false"),
        ("start=9999", "no passage"),
        ("date", "field=value"),
        ("quote=x", "Unknown field of event"),
        ("plover=CONSULT", "Nothing would change"),
    ],
)
def test_a_change_that_does_not_fit_is_refused_with_advice(tmp_path: Path, setting: str, wanted: str) -> None:
    case = make_case(tmp_path)
    list(case.code(words_coder("会談")))
    with pytest.raises(UsageError, match=wanted):
        case.judge(case.findings()[0].id, "change", settings=[setting], user="ann")
    assert case.journal().judgements == ()


def test_adding_a_finding_and_undoing_only_ones_own(tmp_path: Path) -> None:
    case = make_case(tmp_path)
    list(case.code(words_coder("会談")))
    text = case.document("text0.txt")
    at = TEXT.index("懸念")
    case.add_finding(event(text, at, at + 2, plover="ACCUSE"), user="ann")
    assert [row.status for row in case.findings()] == ["machine", "added"]
    with pytest.raises(UsageError, match="stands on this passage already"):
        case.add_finding(event(text, at, at + 2), user="ben")
    with pytest.raises(UsageError, match="judgement of ann"):
        case.undo(case.findings()[1].id, user="ben")
    undo = case.undo(case.findings()[1].id, user="ann")
    assert [row.status for row in case.findings()] == ["machine"]
    case.undo(undo.id, user="ann")
    assert [row.status for row in case.findings()] == ["machine", "added"], "undoing an undo"


def test_a_rejected_finding_stays_away_and_can_come_back(tmp_path: Path) -> None:
    case = make_case(tmp_path)
    list(case.code(words_coder("会談")))
    id = case.findings()[0].id
    case.judge(id, "reject", user="ann")
    list(case.code(words_coder("会談", coder="test.v2", plover="AGREE")))
    assert case.findings() == []
    case.judge(id, "accept", user="ann")
    assert [row.finding.coder for row in case.findings()] == ["test.v1"]


def test_judgements_travel_between_cases_and_come_back_the_same(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    here, there = make_case(tmp_path / "a"), make_case(tmp_path / "b")
    for case in (here, there):
        list(case.code(words_coder("会談", "批判")))
    here.judge(here.findings()[0].id, "change", settings={"date": "2003"}, user="ann")
    there.judge(there.findings()[1].id, "reject", user="ben")
    taken = there.take_judgements(here.layout.journal)
    assert (taken.new, taken.already_there, taken.aside) == (1, 0, 0)
    assert there.take_judgements(here.layout.journal).new == 0
    here.take_judgements(there.layout.journal)
    assert here.journal() == there.journal()
    assert here.findings() == there.findings()
    assert [row.status for row in here.findings()] == ["changed"]


def test_findings_from_elsewhere_become_a_coding(tmp_path: Path) -> None:
    case = make_case(tmp_path)
    found = words_coder("会談", coder="elsewhere.v1")(case.document("text0.txt"))
    (kept,) = case.take_codings(found)
    assert (kept.outcome, kept.coder, kept.findings) == ("coded", "elsewhere.v1", 1)
    assert [row.finding for row in case.findings()] == found
    with pytest.raises(DetenteError, match="No source of the case"):
        case.take_codings([event(document("別の文書。"), 0, 2)])


def test_a_source_is_found_by_name_or_hash(tmp_path: Path) -> None:
    case = make_case(tmp_path, [TEXT, "Another text about Russia.\n"])
    one, other = case.sources()
    assert case.source("text0.txt") == case.source(one.id[:6]) == case.source(one.sha256) == one
    assert case.source(other.text_sha256) == other
    with pytest.raises(UnknownName, match=r'Did you mean "text0\.txt"'):
        case.source("txt0.txt")


def test_an_agreement_keeps_all_its_spans_when_judged(tmp_path: Path) -> None:
    case = make_case(tmp_path)
    text = case.document("text0.txt")
    at, step = TEXT.index("treaty"), TEXT.index("signed")
    treaty = Agreement(
        document=text.sha256,
        start=at,
        end=at + 6,
        quote="treaty",
        name="treaty",
        parties=("RUS",),
        status_events=(StatusEvent(event="signed", date="2003-05-24", start=step, end=step + 6),),
        coder="test.v1",
    )
    list(case.code(lambda document: [treaty]))
    (made,) = case.judge(treaty.id, "accept", user="ann")
    assert [selector.exact for selector in made.selectors] == ["treaty", "signed"]
    assert open_case(case.path).findings()[0].finding == treaty
