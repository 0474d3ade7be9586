"""`detente decide` and `detente vote`."""

from __future__ import annotations

from pathlib import Path

import pytest
from case_runs import Verbs, coded_case

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
    ],
)
def test_mistakes_are_answered_with_what_to_do(
    verbs: Verbs, sheet: Path, words: list[str], said: str
) -> None:
    done = verbs("decide", sheet, *words)
    assert (done.code, said in done.err) == (2, True), done.err


def test_a_sheet_is_drafted_from_a_case(verbs: Verbs, tmp_path: Path) -> None:
    case = coded_case(tmp_path)
    done = verbs("decide", case.path, "--draft")
    assert done.code == 0
    assert "Fill in" in done.err


def test_power_in_a_known_body_and_a_file(verbs: Verbs, tmp_path: Path) -> None:
    records = verbs("vote", "unsc", "--format", "jsonl").records
    assert records[0]["shapley_shubik_exact"] == "421/2145"
    body = tmp_path / "body.csv"
    body.write_text("voter,votes\nA,2\nB,1\nC,1\n", encoding="utf-8")
    shares = verbs("vote", body, "--rule", "votes > 1/2", "--format", "jsonl").records
    assert [r["shapley_shubik_exact"] for r in shares] == ["2/3", "1/6", "1/6"]
    assert verbs("vote", body).code == 2
    assert "Did you mean" in verbs("vote", "unsec").err


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
    case = coded_case(tmp_path)
    assert verbs("map", case.path, "suggest").code == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["paths"], "needs two ends"),
        (["paths", "--from", "war", "--to", "trades"], 'Did you mean "trade"'),
        (["what-if"], "Give --high"),
        (["compare"], "Give --holder twice"),
        (["--holder", "authors"], 'Did you mean "author"'),
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
