"""Sheets, uncertainty, what-ifs and the backtest of group decisions."""

from __future__ import annotations

import time
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from detente.errors import UnknownName, UsageError
from detente.findings import Position
from detente.outlook import decision

SHEET = """actor,position,salience,capability,quotes
A,80..90,90,100,x
B,20±5,80,40,
C,10<25<40,70,30,
D,30,50,35,
"""


@pytest.fixture
def sheet(tmp_path: Path) -> decision.Sheet:
    path = tmp_path / "sheet.csv"
    path.write_text(SHEET, encoding="utf-8")
    return decision.read_sheet(path)


def test_the_default_stands_beside_what_was_chosen_with_its_interval(sheet: decision.Sheet) -> None:
    shown = decision.forecasts(sheet, "weighted-median")
    assert [(f.model, f.draws) for f in shown] == [("weighted-mean", 10_000), ("weighted-median", 10_000)]
    weights = np.array([9000, 3200, 2100, 1750])
    assert shown[0].central == pytest.approx(np.average([85, 20, 25, 30], weights=weights))
    assert shown[0].low is not None
    assert shown[0].high is not None
    assert shown[0].low < shown[0].central < shown[0].high


def test_a_seed_gives_the_same_figures(sheet: decision.Sheet) -> None:
    assert decision.forecasts(sheet, seed=7) == decision.forecasts(sheet, seed=7)
    assert decision.forecasts(sheet, seed=7) != decision.forecasts(sheet, seed=8)
    position, _, _ = sheet.drawn(3, 7)
    assert position[:, 0, 0].round(6).tolist() == [86.250955, 88.972138, 87.756857]


@given(st.floats(0.01, 0.99))
def test_quantities_have_the_quantiles_of_their_distributions(share: float) -> None:
    u = np.array([share])
    assert decision.parse_quantity("20..40", "").quantiles(u)[0] == pytest.approx(
        stats.uniform(20, 20).ppf(share)
    )
    assert decision.parse_quantity("20±4", "").quantiles(u)[0] == pytest.approx(stats.norm(20, 4).ppf(share))
    triangle = stats.triang(0.25, loc=20, scale=40)
    assert decision.parse_quantity("20<30<60", "").quantiles(u)[0] == pytest.approx(triangle.ppf(share))


@pytest.mark.parametrize("text", ["forty", "40..30", "1<3<2", "5±-1", "", "40..", "1e3x"])
def test_what_is_no_quantity_is_said_so(text: str) -> None:
    with pytest.raises(UsageError):
        decision.parse_quantity(text, "sheet.csv, line 2")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("actor,position,salience\nA,1,1\n", "column capability is missing"),
        ("actor,position,salience,capability\n", "There is no actor"),
        ("actor,position,salience,capability\nA,101,1,1\n", "line 2, column position"),
        ("actor,position,salience,capability\nA,10,,1\n", "The cell is empty"),
        ("actor,position,salience,capability\n,10,1,1\n", "column actor: The cell is empty"),
        (
            "actor,position,salience,capability\nA,120±5,1,1\n",
            "position: A number from 0 to 100 .* found 120",
        ),
        ("actor,position,salience,capability\nA,10,-3±5,1\n", "column salience: .* found -3"),
        (
            "actor,position,salience,capability\nA,10,1,-1±5\n",
            "capability: A number of 0 or more .* found -1",
        ),
        ("actor,position,salience,capability\nA,10,1,-1\n", "capability: A number of 0 or more .* found -1"),
        (f"actor,position,salience,capability\nA,10,1,{'9' * 400}\n", "found inf"),
        ("actor,issue,position,salience,capability\nA,x,1,1,1\nA,y,1,1,2\n", "A has two capabilities"),
        ("actor,position,salience,capability\nA,1,1,1\nA,2,1,1\n", "two rows"),
        ("actor,issue,position,salience,capability\nA,x,1,1,1\nA,y,1,1,1\nB,x,2,1,1\n", "no row on y"),
    ],
)
def test_a_wrong_sheet_says_where(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "sheet.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=said):
        decision.read_sheet(path)


def test_a_move_changes_one_actor_on_one_issue(sheet: decision.Sheet) -> None:
    there = decision.moved(sheet, {"B": 80.0}, "issue")
    assert decision.forecasts(there)[0].central > decision.forecasts(sheet)[0].central
    with pytest.raises(UnknownName):
        decision.moved(sheet, {"E": 1.0}, "issue")


def test_the_tornado_begins_with_what_matters_most(sheet: decision.Sheet) -> None:
    swings = decision.tornado(sheet, "issue")
    assert [s.width for s in swings] == sorted((s.width for s in swings), reverse=True)
    assert len(swings) == 12
    stated = {(s.actor, s.kind) for s in swings if s.stated}
    assert stated == {("A", "position"), ("B", "position"), ("C", "position")}


def test_a_backtest_counts_errors_hits_and_squares(tmp_path: Path) -> None:
    path = tmp_path / "record.csv"
    path.write_text(
        "issue,actor,position,salience,outcome\n"
        "x,A,0,50,100\nx,B,100,50,100\nx,C,100,,100\ny,A,20,10,30\ny,B,60,30,30\nz,A,5,5,\n",
        encoding="utf-8",
    )
    record = decision.read_record(path)
    assert (record.issues, record.filled) == (("x", "y"), 1)
    score = next(s for s in decision.backtest(record) if s.model == "weighted-mean")
    assert score.mae == pytest.approx(((100 - 200 / 3) + 20) / 2)
    assert (score.n, score.yes_no, score.hits) == (2, 1, 1.0)
    assert score.brier == pytest.approx((1 / 3) ** 2)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("issue,actor,position,salience,outcome\nx,A,0,50\n", "line 2: The header has 5 columns"),
        ("issue,actor,position,salience,outcome\nx,A,0,50,inf\n", "column outcome: A number is expected"),
        ("issue,actor,position,salience,outcome\nx,A,101,50,1\n", "from 0 to 100 is expected; found 101"),
        ("issue,actor,position,salience,outcome\nx,A,,50,1\n", "x has an outcome, but no actor"),
        ("issue,actor,position,salience,outcome\nx,A,1,5,1\nx,A,2,5,1\n", "line 3: A has two rows on x"),
        ("issue,actor,position,salience,outcome\nx,A,1,5,1\nx,B,2,5,2\n", "x has two figures: 1 and 2"),
        ("issue,actor,position,salience,outcome\nx,A,1,5,\n", "No issue has an outcome"),
        ("issue,actor,position,salience,outcome,capability\nx,A,1,5,1,\n", "capability: The cell is empty"),
        ("isnr\tpA\tsA\tout\nx\t1\t2\n", "The header has 4 columns, this row 3 cells"),
        ("issue,actor\nx,A\n", "Neither layout fits; found the columns issue, actor"),
        ("", "Neither layout fits; found the columns of no header"),
    ],
)
def test_a_wrong_record_says_where(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "record.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=said):
        decision.read_record(path)


@pytest.mark.shared
@pytest.mark.slow
def test_the_backtest_gives_the_recomputed_table(shared: Path) -> None:
    """DEU III with GDP as capability: scores recomputed by others from the same file."""
    record = decision.read_record(shared / "models/deu3/deu3.csv")
    assert len(record.issues) == 353
    wanted = {"weighted-mean": 23.087, "plain-mean": 23.710, "weighted-median": 27.204, "challenge": 30.533}
    models = [m for m in decision.MODELS if m.name in wanted]
    found = {s.model: s for s in decision.backtest(record, models)}
    for name, mae in wanted.items():
        assert found[name].mae == pytest.approx(mae, abs=0.1), name
    default = found["weighted-mean"]
    assert (default.yes_no, default.hits, default.brier) == (
        63,
        pytest.approx(0.714, abs=1e-3),
        pytest.approx(0.186, abs=1e-3),
    )


def test_ten_thousand_draws_of_thirty_actors_are_quick(tmp_path: Path) -> None:
    path = tmp_path / "sheet.csv"
    rows = "".join(f"a{i},{i}..{i + 40},{i + 10}±5,{i + 1}\n" for i in range(30))
    path.write_text("actor,position,salience,capability\n" + rows, encoding="utf-8")
    sheet = decision.read_sheet(path)
    decision.forecasts(sheet)
    took = min(_timed(lambda: decision.forecasts(sheet)) for _ in range(3))
    assert took < 1.0, "0.2 s on an idle machine; see bench/outlook.py"


def _timed(what: object) -> float:
    began = time.perf_counter()
    what()  # type: ignore[operator]
    return time.perf_counter() - began


def test_a_drafted_sheet_shows_quotations_and_guesses_no_number() -> None:
    def told(actor: str, issue: str, quote: str, start: int) -> Position:
        return Position(
            document="d" * 64,
            start=start,
            end=start + len(quote),
            quote=quote,
            actor=actor,
            issue=issue,
            stance=quote,
        )

    rows = decision.draft(
        [
            told("RUS/Putin", "iraq", "opposed", 0),
            told("USA+GBR", "iraq", "for it", 9),
            told("RUS", "iraq", "no", 20),
        ]
    )
    assert [(r["actor"], r["mentions"], r["position"]) for r in rows] == [
        ("RUS", 2, ""),
        ("GBR", 1, ""),
        ("USA", 1, ""),
    ]
    assert rows[0]["quotes"] == ["opposed", "no"]
    assert decision.draft([told("RUS", "iraq", "x", 0)], "trade") == []
