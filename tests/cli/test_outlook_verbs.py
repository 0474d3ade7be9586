"""`detente decide`, `vote`, `map` and `scenarios`."""

from __future__ import annotations

from pathlib import Path

import pytest
from case_runs import TEXT, Verbs, coded_case

from detente.findings import CausalClaim, Position

SHEET = "actor,position,salience,capability\nUSA,90,80,10\nRUS,20..30,60,6\nFRA,30,50,3\n"


@pytest.fixture
def verbs(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Verbs:
    return Verbs(capsys, monkeypatch)


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "sheet.csv"
    path.write_text(SHEET, encoding="utf-8")
    return path


def test_the_chosen_model_stands_under_the_default(verbs: Verbs, sheet: Path) -> None:
    done = verbs("decide", sheet, "--model", "nash", "--format", "jsonl")
    assert done.code == 0
    assert [r["model"] for r in done.records] == ["weighted-mean", "nash"]
    assert "near the mean" in done.err


def test_what_if_an_actor_moved(verbs: Verbs, sheet: Path) -> None:
    given, moved = verbs("decide", sheet, "--move", "FRA=90", "--format", "jsonl").records
    assert (given["inputs"], moved["inputs"]) == ("as given", "if moved")
    assert moved["forecast"] > given["forecast"]


def test_rounds_and_tornado(verbs: Verbs, sheet: Path) -> None:
    rounds = verbs("decide", sheet, "--model", "challenge", "--rounds", "--format", "jsonl").records
    assert rounds[0]["r0"] == 90
    assert verbs("decide", sheet, "--tornado", "--format", "jsonl").records[0]["width"] > 0
    wrong = verbs("decide", sheet, "--rounds")
    assert (wrong.code, "has no rounds" in wrong.err) == (2, True)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--model", "spacial"], 'Did you mean "spatial"'),
        (["--move", "FRA"], "is no move"),
        (["--move", "FRE=3"], 'Did you mean "FRA"'),
        (["--draft"], "needs a case folder"),
        (["--tornado", "--rounds"], "cannot be asked for at once"),
        (["--issue", "gas"], "Unknown issue"),
        (["--reference", "40"], "--reference has no bearing on weighted-mean"),
        (["--tornado", "--draws", "50"], "--draws has no bearing on --tornado"),
        (["--backtest", "--move", "FRA=3"], "--move has no bearing on --backtest"),
        (["--move", "FRA=3", "--move", "FRA=4"], "FRA is moved twice"),
        (["--move", "FRA=nan"], "is no move"),
    ],
)
def test_mistakes_are_answered_with_what_to_do(
    verbs: Verbs, sheet: Path, words: list[str], said: str
) -> None:
    done = verbs("decide", sheet, *words)
    assert (done.code, said in done.err) == (2, True), done.err


def test_a_sheet_is_drafted_from_a_case_with_the_quotations(verbs: Verbs, tmp_path: Path) -> None:
    case = coded_case(tmp_path)
    (source,) = case.sources()
    start = TEXT.index("批判")
    place = {"document": source.text_sha256, "start": start, "end": start + 2, "quote": "批判"}
    case.add_finding(Position(**place, actor="RUS/Putin", issue="iraq", stance="against"), user="analyst")  # type: ignore[arg-type]
    done = verbs("decide", case.path, "--draft", "--format", "jsonl")
    assert (done.code, "1 actors and issues. Fill in" in done.err) == (0, True), done.err
    (row,) = done.records
    assert {k: row[k] for k in ("actor", "issue", "position", "salience", "capability", "quotes")} == {
        "actor": "RUS",
        "issue": "iraq",
        "position": "",
        "salience": "",
        "capability": "",
        "quotes": ["批判"],
    }
    assert 'Did you mean "iraq"' in verbs("decide", case.path, "--draft", "--issue", "iraqi").err


def test_of_several_issues_it_is_said_which_is_asked_about(verbs: Verbs, sheet: Path) -> None:
    rows = [line.split(",") for line in SHEET.splitlines()[1:]]
    lines = [",".join([a, issue, *rest]) for issue in ("gas", "oil") for a, *rest in rows]
    sheet.write_text("\n".join(["actor,issue,position,salience,capability", *lines]), encoding="utf-8")
    assert "the first, gas" in verbs("decide", sheet, "--tornado").err
    assert "the first" not in verbs("decide", sheet, "--tornado", "--issue", "oil").err


def test_power_in_a_known_body_and_a_file(verbs: Verbs, tmp_path: Path) -> None:
    records = verbs("vote", "unsc", "--format", "jsonl").records
    assert records[0]["shapley_shubik_exact"] == "421/2145"
    body = tmp_path / "body.csv"
    body.write_text("voter,votes\nA,2\nB,1\nC,1\n", encoding="utf-8")
    shares = verbs("vote", body, "--rule", "votes > 1/2", "--format", "jsonl").records
    assert [r["shapley_shubik_exact"] for r in shares] == ["2/3", "1/6", "1/6"]
    assert verbs("vote", body).code == 2
    assert "Did you mean" in verbs("vote", "unsec").err


def test_who_stops_it_already_is_named(verbs: Verbs, tmp_path: Path) -> None:
    stands = tmp_path / "stands.csv"
    stands.write_text("voter,stand\nUSA,yes\nRUS,no\nCHN,abstain\nFRA,no\n", encoding="utf-8")
    told = verbs("vote", "unsc", "--stands", stands, "--format", "jsonl").records
    assert next(r["who"] for r in told if r["question"] == "stopped by each of") == ["FRA", "RUS"]


def test_a_sheet_in_which_nobody_has_weight_says_so(verbs: Verbs, sheet: Path) -> None:
    sheet.write_text("actor,position,salience,capability\nUSA,90,0,10\nRUS,30,60,0\n", encoding="utf-8")
    done = verbs("decide", sheet, "--format", "jsonl")
    assert done.records[0]["forecast"] == 60
    assert "Nobody has weight on issue" in done.err


def test_a_link_from_a_concept_to_itself_is_left_out_and_said(verbs: Verbs, tmp_path: Path) -> None:
    edges = tmp_path / "edges.csv"
    edges.write_text("cause,effect,sign\nA,B,+\nA,A,+\n", encoding="utf-8")
    done = verbs("map", edges, "--format", "jsonl")
    assert [(r["cause"], r["effect"]) for r in done.records] == [("A", "B")]
    assert "1 link from a concept to itself left out" in done.err


def test_names_of_concepts_that_are_not_in_the_map_are_said(verbs: Verbs, tmp_path: Path) -> None:
    edges, names = tmp_path / "edges.csv", tmp_path / "names.csv"
    edges.write_text("cause,effect,sign\nwar,debt,+\n", encoding="utf-8")
    names.write_text("concept,name\nwar,conflict\nwarr,conflict\n", encoding="utf-8")
    done = verbs("map", edges, "--names", names, "--format", "jsonl")
    assert done.records[0]["cause"] == "conflict"
    assert 'do nothing (1): "warr"' in done.err


def test_who_must_be_won(verbs: Verbs, tmp_path: Path) -> None:
    stands = tmp_path / "stands.csv"
    stands.write_text("voter,stand,chance\nUSA,yes,\nGBR,yes,\nRUS,no,\n", encoding="utf-8")
    rows = {r["question"]: r for r in verbs("vote", "unsc", "--stands", stands, "--format", "jsonl").records}
    assert rows["can pass"]["answer"] is False
    assert rows["fewest that carry it"]["answer"] is None


@pytest.fixture
def drawn(tmp_path: Path) -> Path:
    path = tmp_path / "map.csv"
    path.write_text("cause,effect,sign\nwar,debt,+\ndebt,trade,-\ntrade,war,-\n", encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("words", "key", "value"),
    [
        (["edges"], "cause", "debt"),
        (["central"], "role", "between"),
        (["loops"], "kind", "amplifying"),
        (["effects"], "total", "-"),
        (["paths", "--from", "war", "--to", "trade"], "sign", "-"),
        (["what-if", "--high", "war"], "direction", "up"),
    ],
)
def test_a_map_is_asked(verbs: Verbs, drawn: Path, words: list[str], key: str, value: str) -> None:
    done = verbs("map", drawn, *words, "--format", "jsonl")
    assert (done.code, done.err) == (0, "")
    assert value in [record[key] for record in done.records]


def test_a_map_goes_out_and_comes_back(verbs: Verbs, drawn: Path, tmp_path: Path) -> None:
    out = tmp_path / "map.gexf"
    assert verbs("map", drawn, "--export", "gexf", "--output", out).code == 0
    back = verbs("map", out, "--format", "jsonl").records
    assert [(r["cause"], r["sign"]) for r in back] == [("debt", "-"), ("trade", "-"), ("war", "+")]


def test_the_map_of_a_case_is_asked_by_its_documents(verbs: Verbs, tmp_path: Path) -> None:
    case = coded_case(tmp_path)
    (source,) = case.sources()
    for word, cause in (("会談", "the war"), ("批判", "war")):
        start = TEXT.index(word)
        place = {"document": source.text_sha256, "start": start, "end": start + 2, "quote": word}
        case.add_finding(CausalClaim(**place, cause=cause, effect="debt", holder="author"), user="analyst")  # type: ignore[arg-type]
    (pair,) = verbs("map", case.path, "suggest", "--format", "jsonl").records
    assert {pair["first"], pair["second"]} == {"the war", "war"}
    assert len(verbs("map", case.path, "--document", source.file, "--format", "jsonl").records) == 2
    assert (
        len(verbs("map", case.path, "--document", source.text_sha256[:8], "--format", "jsonl").records) == 2
    )
    done = verbs("map", case.path, "--document", "txet.txt")
    assert (done.code, 'Did you mean "text.txt"' in done.err) == (2, True), done.err
    out = tmp_path / "map.csv"
    names = tmp_path / "names.csv"
    names.write_text("concept,name\nthe war,war\n", encoding="utf-8")
    assert verbs("map", case.path, "--names", names, "--export", "csv", "--output", out).code == 0
    back = verbs("map", out, "--format", "jsonl").records
    assert [(r["cause"], r["quote"]) for r in back] == [("war", "会談"), ("war", "批判")]
    assert "Unknown document" in verbs("map", out, "--document", "ffff").err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["paths"], "needs two ends"),
        (["paths", "--from", "war", "--to", "trades"], 'Did you mean "trade"'),
        (["what-if"], "Give --high"),
        (["compare"], "Give --holder twice"),
        (["--holder", "authors"], 'Did you mean "author"'),
        (["--from", "war"], '--from has no bearing on the question "edges"'),
        (["loops", "--high", "war"], '--high has no bearing on the question "loops"'),
        (["loops", "--export", "csv"], "--export has no bearing"),
        (["what-if", "--high", "war", "--low", "war"], "both high and low"),
    ],
)
def test_a_map_says_what_it_needs(verbs: Verbs, drawn: Path, words: list[str], said: str) -> None:
    done = verbs("map", drawn, *words)
    assert (done.code, said in done.err) == (2, True), done.err


@pytest.fixture
def matrix(tmp_path: Path) -> Path:
    path = tmp_path / "matrix.csv"
    path.write_text("state,A1,A2,B1,B2\nA1,,,2,-2\nA2,,,-2,2\nB1,3,-3,,\nB2,-1,1,,\n", encoding="utf-8")
    return path


def test_scenarios_show_their_survival_first(verbs: Verbs, matrix: Path) -> None:
    done = verbs("scenarios", matrix, "--format", "jsonl")
    assert "2 of 4 combinations" in done.err
    assert [next(iter(record)) for record in done.records] == ["survival", "survival"]
    assert {(record["A"], record["B"]) for record in done.records} == {("A1", "B1"), ("A2", "B2")}
    supposed = verbs("scenarios", matrix, "--suppose", "A2", "--format", "jsonl").records
    assert [(record["A"], record["B"]) for record in supposed] == [("A2", "B2")]


def test_balances_succession_and_export(verbs: Verbs, matrix: Path, tmp_path: Path) -> None:
    rows = verbs("scenarios", matrix, "--balance", "A1 B2", "--format", "jsonl").records
    assert (rows[0]["state"], rows[0]["balance"], rows[0]["best"]) == ("A1", -1.0, False)
    ends = verbs("scenarios", matrix, "--succession", "local", "--format", "jsonl").records
    assert sum(r["starts"] for r in ends) == 4
    out = tmp_path / "out.scw"
    assert verbs("scenarios", matrix, "--export", "scw", "--output", out).code == 0
    assert len(verbs("scenarios", out, "--format", "jsonl").records) == 2
    assert 'Did you mean "A2"' in verbs("scenarios", matrix, "--suppose", "A22").err
    assert verbs("scenarios", tmp_path / "none.csv").code == 2


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--suppose", "A1", "--suppose", "A2"], '"A1" and "A2" are states of one descriptor, A'),
        (["--suppose", "A1", "--succession", "global"], "--suppose has no bearing on --succession"),
        (["--tolerance", "1", "--balance", "A1 B1"], "--tolerance has no bearing on --balance"),
        (["--export", "csv", "--balance", "A1 B1"], "cannot be asked for at once"),
        (["--names", "names.csv"], "--names has no bearing on a matrix"),
        (["--succession", "globle"], 'Did you mean "global"'),
    ],
)
def test_scenarios_say_what_does_not_go_together(
    verbs: Verbs, matrix: Path, words: list[str], said: str
) -> None:
    done = verbs("scenarios", matrix, *words)
    assert (done.code, said in done.err) == (2, True), done.err


def test_stands_and_abstention_are_two_questions(verbs: Verbs, tmp_path: Path) -> None:
    stands = tmp_path / "stands.csv"
    stands.write_text("voter,stand\nUSA,yes\n", encoding="utf-8")
    done = verbs("vote", "unsc", "--stands", stands, "--abstention")
    assert (done.code, "cannot be asked for at once" in done.err) == (2, True)


@pytest.mark.parametrize(
    ("verb", "text"),
    [
        (["decide"], "actor,position,salience,capability\nJosé,1,2,3\n"),
        (["decide", "--backtest"], "issue,actor,position,salience,outcome\nx,José,1,2,3\n"),
        (["map"], "cause,effect,sign\nJosé,b,+\n"),
        (["scenarios"], "state,José,B\nJosé,,1\nB,2,\n"),
        (["vote", "--rule", "members > 1/2"], "voter,votes\nJosé,1\n"),
    ],
)
def test_a_table_in_latin_1_is_no_fault_of_ours(
    verbs: Verbs, tmp_path: Path, verb: list[str], text: str
) -> None:
    path = tmp_path / "table.csv"
    path.write_bytes(text.encode("latin-1"))
    done = verbs(verb[0], path, *verb[1:])
    assert (done.code, "UTF-8 is expected" in done.err) == (2, True), done.err
