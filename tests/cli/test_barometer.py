"""The verbs of the barometer: what they print, and what they say of mistakes."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from case_runs import Verbs, coded_case

from detente.datasets.shape import EVENT_ROWS


@pytest.fixture
def verbs(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Verbs:
    return Verbs(capsys, monkeypatch)


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Events of four states over six years; AUT turns on HUN in January 1993, HUN answers a month later."""
    chance = np.random.default_rng(6)
    rows = []
    for month in range(72):
        first = date(1990 + month // 12, month % 12 + 1, 1)
        for source, target in (
            ("AUT", "HUN"),
            ("HUN", "AUT"),
            ("AUT", "ITA"),
            ("ITA", "AUT"),
            ("HUN", "ITA"),
        ):
            hot = (source, target) == ("AUT", "HUN") and month >= 36
            for quad, rate, score in ((1, 6.0, 2.0), (3, 14.0 if hot else 3.0, -4.0)):
                for _ in range(int(chance.poisson(rate))):
                    day = first + timedelta(days=int(chance.integers(0, 28)))
                    rows.append(
                        {"day": day, "source": source, "target": target, "quad": quad}
                        | {
                            "plover": "CONSULT" if quad == 1 else "REJECT",
                            "goldstein": score,
                            "scheme": "cameo",
                            "dataset": "made",
                            "row": len(rows) + 1,
                        }
                    )
    path = tmp_path_factory.mktemp("events") / "events.parquet"
    pq.write_table(pa.Table.from_pylist(rows, schema=EVENT_ROWS), path)
    return path


def test_series_counts_period_by_period(verbs: Verbs, table: Path) -> None:
    done = verbs("series", table, "--dyad", "AUT-HUN", "--unit", "year", "--format", "jsonl")
    assert (done.code, [r["period"] for r in done.records]) == (0, [str(y) for y in range(1990, 1996)])
    assert all(r["n"] == r["quad_1"] + r["quad_3"] == r["CONSULT"] + r["REJECT"] for r in done.records)
    one = verbs("series", table, "--dyad", "AUT-HUN", "--measure", "conflict", "--directed", "-f", "jsonl")
    assert {r["name"] for r in one.records} == {"AUT>HUN", "HUN>AUT"}
    short = verbs("series", table, "--dyad", "AUT-HUN", "--from", "1991-02", "--to", "1991-03", "-f", "jsonl")
    assert [r["period"] for r in short.records] == ["1991-02", "1991-03"]
    assert "REJECT" not in verbs("series", table, "--dyad", "AUT-HUN").out, "the table is short"


def test_the_level_stands_with_its_range(verbs: Verbs, table: Path) -> None:
    done = verbs("series", table, "--dyad", "AUT-HUN", "--level", "--half-life", "12", "-f", "jsonl")
    assert done.code == 0
    assert all(-9 <= r["level_lowest"] <= r["level"] <= r["level_highest"] <= 9 for r in done.records)
    assert done.records[35]["level"] > done.records[71]["level"]


def test_turning_dates_the_break_and_shows_events(verbs: Verbs, table: Path) -> None:
    words = ("turning", table, "--dyad", "AUT-HUN", "--measure", "conflict")
    done = verbs(*words, "--format", "jsonl")
    assert (done.code, [r["period"] for r in done.records]) == (0, ["1993-01"])
    assert done.records[0]["from"] <= "1993-01" <= done.records[0]["to"]
    assert done.records[0]["events"][0]["plover"] == "REJECT"
    assert "shuffled series show one" in done.err
    checks = verbs(*words, "--checks", "--format", "jsonl").records
    assert checks[0]["turning_points"] == 1


def test_shock_says_what_the_design_bears(verbs: Verbs, table: Path) -> None:
    done = verbs(
        "shock", table, "--dyad", "AUT-HUN", "--event", "1993-01-10", "--measure", "conflict", "-f", "jsonl"
    )
    assert done.code == 0
    assert done.records[0]["low"] > 0
    assert done.records[0]["controls"] is not None
    assert done.records[0]["sentence"] in done.err


def test_reciprocity_has_both_directions(verbs: Verbs, table: Path) -> None:
    done = verbs("reciprocity", table, "--dyad", "AUT-HUN", "--measure", "conflict", "-f", "jsonl")
    assert (done.code, [(r["answered"], r["by"]) for r in done.records]) == (
        0,
        [("HUN>AUT", "AUT>HUN"), ("AUT>HUN", "HUN>AUT")],
    )


def test_reciprocity_takes_a_model_of_counts(verbs: Verbs, table: Path) -> None:
    words = ("reciprocity", table, "--dyad", "AUT-HUN", "-f", "jsonl", "--horizon", "2")
    done = verbs(*words, "--measure", "conflict", "--model", "counts")
    assert (done.code, [r["model"] for r in done.records]) == (0, ["counts", "counts"])
    wrong = verbs(*words, "--model", "count")
    assert (wrong.code, 'Did you mean "counts"' in wrong.err) == (2, True)
    mean = verbs(*words, "--measure", "goldstein_mean", "--model", "counts")
    assert (mean.code, "goldstein_mean does not" in mean.err) == (2, True)


def test_forecast_shows_baselines_and_the_record(verbs: Verbs, table: Path) -> None:
    done = verbs("forecast", table, "--dyad", "AUT-HUN", "--ahead", "1", "--format", "jsonl")
    assert done.code == 0
    assert {r["model"] for r in done.records} == {"last", "seasonal", "mean", "ols", "pooled"}
    assert len({r["model"] for r in done.records if r["chosen"]}) == 1
    record = verbs(
        "forecast", table, "--dyad", "AUT-HUN", "--ahead", "1", "--backtest", "--origins", "3", "-f", "jsonl"
    )
    assert {r["n"] for r in record.records} == {18}


def test_a_table_of_periods_can_be_analysed(verbs: Verbs, tmp_path: Path) -> None:
    path = tmp_path / "talks.csv"
    path.write_text("month,talks\n" + "".join(f"2000-{m:02},{3 if m < 7 else 40}\n" for m in range(1, 13)))
    done = verbs("turning", path, "--format", "jsonl")
    assert [r["period"] for r in done.records] == ["2000-07"]
    assert [r["value"] for r in verbs("series", path, "-f", "jsonl").records] == [3] * 6 + [40] * 6


def test_the_chronicle_of_a_case_is_a_source(verbs: Verbs, tmp_path: Path) -> None:
    case = coded_case(tmp_path)
    done = verbs("series", case.path, "--format", "jsonl", "--covered", "2003-04/2003-06")
    assert (done.code, [(r["dataset"], r["n"]) for r in done.records]) == (
        0,
        [("chronicle", 0), ("chronicle", 1), ("chronicle", 2)],
    )


def test_acts_dated_too_vaguely_are_told_once(verbs: Verbs, tmp_path: Path) -> None:
    case = coded_case(tmp_path)
    done = verbs("turning", case.path, "--unit", "day", "--covered", "2003-04/2003-06", "-f", "jsonl")
    assert (done.code, done.err.count("dated too vaguely")) == (0, 1)


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("series", "{t}"), 2, "Name them: --dyad RUS-USA"),
        (("series", "{t}", "--dyad", "AUT-HUM"), 2, "HUN"),
        (("series", "{t}", "--dyad", "AUT-HUN", "--measure", "conflit"), 2, 'Did you mean "conflict"'),
        (("series", "{t}", "--dyad", "AUT-HUN", "--from", "soon"), 2, '--from "soon" is no date'),
        (("series", "{t}", "--dyad", "AUT-HUN", "--from", "1995", "--to", "1991"), 2, "lies after"),
        (("series", "{t}", "--dyad", "AUT-HUN", "--from", "2010"), 2, "no event row in that time"),
        (("series", "{t}.gone", "--dyad", "AUT-HUN"), 1, "no such file"),
        (("shock", "{t}", "--dyad", "AUT-HUN", "--event", "March"), 2, "Write 2003-03-20"),
        (("shock", "{t}", "--dyad", "AUT-HUN", "--event", "1990-03-01"), 2, "12 periods before it"),
        (("turning", "{t}", "--dyad", "AUT-HUN", "--unit", "year"), 2, "has 6 periods"),
        (("reciprocity", "{t}", "--dyad", "AUT-HUN", "--unit", "year"), 2, "30 are needed"),
        (("forecast", "{t}", "--dyad", "AUT-POL"), 2, "no row between AUT and POL"),
    ],
)
def test_mistakes_are_named(verbs: Verbs, table: Path, words: tuple[str, ...], code: int, said: str) -> None:
    done = verbs(*(word.replace("{t}", str(table)) for word in words))
    assert (done.code, done.out) == (code, "")
    assert said in done.err


@pytest.mark.parametrize("verb", ["series", "turning", "shock", "reciprocity", "forecast"])
def test_a_misspelt_dataset_is_met_with_the_nearest(verbs: Verbs, table: Path, verb: str) -> None:
    event = ("--event", "1993-01-10") if verb == "shock" else ()
    done = verbs(verb, table, "--dyad", "AUT-HUN", "--dataset", "made-up", *event)
    assert (done.code, done.out) == (2, "")
    assert 'Unknown dataset "made-up". Did you mean "made"?' in done.err


def test_rows_of_several_datasets_are_not_forecast_together(
    verbs: Verbs, table: Path, tmp_path: Path
) -> None:
    rows = pq.read_table(table)
    other = rows.set_column(
        rows.schema.get_field_index("dataset"), "dataset", pa.array(["found"] * len(rows))
    )
    pq.write_table(other, tmp_path / "other.parquet")
    words = (
        "forecast",
        table,
        tmp_path / "other.parquet",
        "--dyad",
        "AUT-HUN",
        "--ahead",
        "1",
        "-f",
        "jsonl",
    )
    done = verbs(*words)
    assert (done.code, done.out) == (2, "")
    assert "several datasets: found, made. Name one with --dataset" in done.err
    assert (
        verbs(*words, "--dataset", "made").records
        == verbs("forecast", table, "--dyad", "AUT-HUN", "--ahead", "1", "-f", "jsonl").records
    )


def test_a_forecast_of_a_plain_table_heeds_time_and_unit(verbs: Verbs, tmp_path: Path) -> None:
    path = tmp_path / "quads.csv"
    months = [f"{1990 + m // 12}-{m % 12 + 1:02}" for m in range(120)]
    lines = [f"{m},{a},{b},5,0,1,0" for m in months for a, b in (("AUT", "HUN"), ("HUN", "AUT"))]
    path.write_text("month,source,target,quad_1,quad_2,quad_3,quad_4\n" + "\n".join(lines) + "\n")
    words = ("forecast", path, "--dyad", "AUT-HUN", "--ahead", "1", "--directed", "-f", "jsonl")
    assert {(r["period"], r["last"]) for r in verbs(*words).records if r["quad"] == "verbal cooperation"} == {
        ("2000-01", 5)
    }
    done = verbs(*words, "--unit", "year", "--to", "1997-12")
    assert {(r["period"], r["last"]) for r in done.records if r["quad"] == "verbal cooperation"} == {
        ("1998", 60)
    }
    short = verbs(*words, "--from", "1999-10")
    assert (short.code, "there are 2" in short.err) == (2, True)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("series", "{p}", "{q}"), "2 plain tables: talks.csv, visits.csv. Name one"),
        (("series", "{p}", "{t}", "--dyad", "AUT-HUN"), "plain tables (talks.csv) are not analysed together"),
        (
            ("series", "{p}", "--covered", "2000", "--dataset", "icews"),
            "--covered, --dataset: that is of event",
        ),
        (("turning", "{p}", "--issue", "iraq"), "--issue: that is of event rows"),
        (("turning", "{p}", "--once", "url"), "--once: that is of event rows"),
        (("series", "{p}", "--engine", "spark"), "--engine: that is of event rows"),
        (("series", "{t}", "--dyad", "AUT-HUN", "--absent-is-zero"), "--absent-is-zero is of a plain table"),
    ],
)
def test_what_would_be_passed_over_is_refused(
    verbs: Verbs, table: Path, tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    (tmp_path / "talks.csv").write_text("month,talks\n2000-01,3\n2000-02,4\n")
    (tmp_path / "visits.csv").write_text("month,visits\n2000-01,1\n")
    named = {"{p}": str(tmp_path / "talks.csv"), "{q}": str(tmp_path / "visits.csv"), "{t}": str(table)}
    done = verbs(*(named.get(word, word) for word in words))
    assert (done.code, done.out) == (2, "")
    assert said in done.err


def test_a_row_without_a_period_is_a_row_error(verbs: Verbs, tmp_path: Path) -> None:
    path = tmp_path / "talks.csv"
    path.write_text("month,talks\n2000-01,3\n,4\n2000-02,5\n")
    done = verbs("series", path, "-f", "jsonl")
    assert (done.code, [r["value"] for r in done.records]) == (3, [3, 5])
    assert 'the period ("month") is empty (first: talks.csv, line 3)' in done.err


@pytest.mark.parametrize("verb", ["series", "turning", "shock", "reciprocity", "forecast"])
def test_every_verb_has_an_example(verbs: Verbs, verb: str) -> None:
    assert f"Example: detente {verb}" in verbs(verb, "--help").out


def test_a_dyad_without_rows_is_told(verbs: Verbs, table: Path) -> None:
    done = verbs("series", table, "--dyad", "NRU-TUV", "--unit", "year", "--format", "jsonl")
    assert (done.code, {r["coverage"] for r in done.records}) == (0, {"no report"})
    assert "made has no row of NRU-TUV in that time." in done.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("series", "--dyad", "AUT-AUT"), "two different states"),
        (("series", "--dyad", "AUT-HUN", "--issue", "iraq"), "event data have no issues"),
        (
            ("shock", "--dyad", "AUT-HUN", "--event", "1993-02-01", "--control", "HUN-AUT"),
            "cannot be its own control",
        ),
    ],
)
def test_what_means_nothing_is_refused(verbs: Verbs, table: Path, words: tuple[str, ...], said: str) -> None:
    done = verbs(words[0], table, *words[1:])
    assert (done.code, said in done.err) == (2, True)


def test_a_file_given_twice_counts_once(verbs: Verbs, tmp_path: Path) -> None:
    one, other, third = (tmp_path / name for name in ("a.tab", "b.tab", "c.tab"))
    for path in (one, other):
        path.write_text("2003-01-01\tFRA\tDEU\t040\n2003-01-02\tDEU\tFRA\t112\n")
    third.write_text("2003-01-03\tFRA\tDEU\t040\n")
    done = verbs("series", one, other, third, "--dyad", "FRA-DEU", "--format", "jsonl")
    assert [record["n"] for record in done.records] == [3]
    assert f"{other} holds the same as {one} and is read once." in done.err


def test_a_measure_in_small_letters_is_met_with_the_right_one(verbs: Verbs, table: Path) -> None:
    done = verbs("series", table, "--dyad", "AUT-HUN", "--measure", "accuse")
    assert (done.code, 'Did you mean "ACCUSE"' in done.err) == (2, True)


def test_a_table_tells_a_long_stretch_without_coverage_on_one_line(verbs: Verbs, tmp_path: Path) -> None:
    path = tmp_path / "levant.tab"
    days = ("2003-01-01", "2003-03-01", "2003-09-01")
    path.write_text("".join(f"{day}\tFRA\tDEU\t040\n" for day in days))
    told = [line.split("  ")[0] for line in verbs("series", path, "--dyad", "FRA-DEU").out.splitlines()]
    assert told == ["period", "2003-01", "2003-02", "2003-03", "2003-04 to 2003-08", "2003-09"]
    every = verbs("series", path, "--dyad", "FRA-DEU", "--format", "jsonl")
    assert len(every.records) == 9


def test_states_may_be_named_as_the_correlates_of_war_number_them(verbs: Verbs, table: Path) -> None:
    ours = verbs("series", table, "--dyad", "AUT-HUN", "-f", "jsonl")
    for dyad in ("305-310", "310305", "cow:AUS-HUN"):
        assert verbs("series", table, "--dyad", dyad, "-f", "jsonl").records == ours.records
    words = ("shock", table, "--dyad", "305-310", "--event", "1993-01-10", "-f", "jsonl", "--control")
    assert verbs(*words, "310-325").records == verbs(*words, "HUN-ITA").records
    read_as = verbs("series", table, "--dyad", "AUS-HUN")
    assert "AUS is read as Australia" in read_as.err
    wrong = verbs("series", table, "--dyad", "304-310")
    assert (wrong.code, "Near it: 300 AHU, 305 AUT" in wrong.err) == (2, True)
    several = verbs("series", table, "--dyad", "345-310")
    assert (several.code, "SRB from 2006-06-05" in several.err) == (2, True)
    assert "made has no row of HUN-YUG" in verbs("series", table, "--dyad", "345-310", "--to", "1995").err


def test_words_that_are_options_are_told_where_they_stand(verbs: Verbs, table: Path) -> None:
    for word, option in (("level", "series PATH… --level"), ("backtest", "forecast PATH… --backtest")):
        wrong = verbs(word, table, "--dyad", "AUT-HUN")
        assert (wrong.code, option in wrong.err) == (2, True)
