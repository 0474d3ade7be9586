"""Plain tables: whose rows they are, what a longer unit makes of them, which cells are refused."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from detente.barometer.busiest import busiest_of_table
from detente.barometer.forecast import panel_of_table
from detente.barometer.inputs import inputs
from detente.barometer.period_cells import first_day
from detente.barometer.periods import Unit
from detente.barometer.plain import PlainTable
from detente.barometer.plain_file import plain_table
from detente.barometer.series import Kind
from detente.datasets.tally import Tally
from detente.errors import UnreadableSource, UsageError


def table(folder: Path, *lines: str) -> PlainTable:
    path = folder / "p.csv"
    path.write_text("\n".join(lines) + "\n")
    return plain_table(path)


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("2003-05-24", date(2003, 5, 24)),
        ("20030524", date(2003, 5, 24)),
        ("5/24/2003", date(2003, 5, 24)),
        ("2003-05-24 00:00:00", date(2003, 5, 24)),
        ("2003-05", date(2003, 5, 1)),
        (200305, date(2003, 5, 1)),
        ("2003-Q2", date(2003, 4, 1)),
        ("2003Q2", date(2003, 4, 1)),
        ("2003-W21", date(2003, 5, 19)),
        (2003, date(2003, 1, 1)),
        (2003.0, date(2003, 1, 1)),
    ],
)
def test_a_period_is_told_in_many_ways(cell: object, day: date) -> None:
    assert first_day(cell, "p.csv") == day


@pytest.mark.parametrize("cell", ["2003-13", "2003-Q5", "lately", "2003-02-30"])
def test_what_tells_no_period_is_an_error(cell: str) -> None:
    with pytest.raises(UnreadableSource, match=f'p.csv: "{cell}" is no period'):
        first_day(cell, "p.csv")


def test_different_pairs_are_never_added(tmp_path: Path) -> None:
    many = table(tmp_path, "year,source,target,n", "2001,AUT,HUN,3", "2001,HUN,AUT,4", "2002,ITA,HUN,9")
    for unit in (None, Unit.YEAR):
        with pytest.raises(
            UsageError, match=r"2 pairs of states: AUT-HUN, HUN-ITA\. Name one: --dyad AUT-HUN"
        ):
            many.series("n", unit=unit)
    one = table(tmp_path, "year,source,target,n", "2001,AUT,HUN,3", "2001,HUN,AUT,4", "2002,AUT,HUN,9")
    assert (one.series("n").name, one.series("n").values.tolist()) == ("AUT-HUN", [7, 9])
    with pytest.raises(UsageError, match="AUT-HUN, HUN-AUT"):
        one.series("n", directed=True)


def test_two_rows_of_one_direction_are_gathered_only_when_asked(tmp_path: Path) -> None:
    twice = table(tmp_path, "month,n", "2001-01,3", "2001-01,4", "2001-02,9")
    with pytest.raises(UsageError, match=r"2 rows for the month of 2001-01-01.*--unit month"):
        twice.series()
    assert twice.series(unit=Unit.MONTH).values.tolist() == [7, 9]


def test_a_longer_unit_adds_counts_and_averages_values(tmp_path: Path) -> None:
    both = table(
        tmp_path,
        "month,acts,mood",
        "2001-01,3,0.5",
        "2001-02,4,1.5",
        "2001-05,9,-2",
        "2001-06,,",
        "2001-08,1,0",
    )
    acts, mood = (both.series(name, unit=Unit.QUARTER) for name in ("acts", "mood"))
    assert (acts.kind, acts.values.tolist()) == (Kind.COUNT, [7, 9, 1])
    assert (mood.kind, mood.values.tolist()) == (Kind.VALUE, [1.0, -2.0, 0.0])


def test_a_sum_that_lacks_a_part_is_told(tmp_path: Path) -> None:
    lines = ("month,n,mood", "2001-01,3,0.5", "2001-02,4,", "2001-03,,1", "2001-04,1,1", "2001-05,1,1")
    gaps = table(tmp_path, *lines, "2001-06,2,2")
    assert gaps.partial_sums("n", unit=Unit.QUARTER) == (
        "p.csv n: 1 of 2 quarters add up fewer months than they have and may be too low "
        "(first: 2001-Q1, 2 of 3)."
    )
    assert gaps.partial_sums("mood", unit=Unit.QUARTER) is None
    assert gaps.partial_sums("n", unit=Unit.MONTH) is None
    assert gaps.partial_sums("n") is None


def test_columns_of_numbers_called_a_and_b_are_no_states(tmp_path: Path) -> None:
    numbers = table(tmp_path, "month,a,b", "2001-01,3,1", "2001-02,4,2")
    assert numbers.sides is None
    assert numbers.series("b").values.tolist() == [1, 2]
    assert table(tmp_path, "month,i,j,n", "2001-01,AUT,HUN,1").sides == ("i", "j")
    assert table(tmp_path, "month,source,target,n", "2001-01,2,365,1").sides == ("source", "target")


def test_the_column_decides_what_is_a_count_not_the_dyad(tmp_path: Path) -> None:
    mood = table(tmp_path, "year,source,target,mood", "2001,AUT,HUN,1", "2001,HUN,AUT,2", "2001,AUT,ITA,-0.5")
    found = mood.series("mood", ("AUT", "HUN"))
    assert (found.kind, found.values.tolist()) == (Kind.VALUE, [1.5])


def test_an_absent_dyad_is_zero_in_means_too_but_an_empty_cell_is_not(tmp_path: Path) -> None:
    lines = ("date,a,b,score", "2001-01-01,A,B,-3", "2001-01-02,A,C,1", "2001-01-03,A,B,", "2001-01-08,A,B,5")
    found = table(tmp_path, *lines).series("score", ("A", "B"), absent_is_zero=True, unit=Unit.WEEK)
    assert found.values.tolist() == [-1.5, 5]
    daily = table(tmp_path, *lines).series("score", ("A", "B"), absent_is_zero=True)
    assert daily.values[:2].tolist() == [-3, 0]
    assert np.isnan(daily.values[2:7]).all()


def test_a_stretch_of_time_keeps_the_unit_of_the_table(tmp_path: Path) -> None:
    months = table(tmp_path, "month,n", *(f"2001-{m:02},{m}" for m in range(1, 13)))
    one = months.within(date(2001, 3, 1), date(2001, 3, 31)).series("n")
    assert (one.unit, one.values.tolist()) == (Unit.MONTH, [3])
    part = months.within(date(2001, 2, 1), date(2001, 4, 30)).series("n", unit=Unit.YEAR)
    assert part.values.tolist() == [9]
    with pytest.raises(UsageError, match="no row in that time; it runs from 2001-01-01 to 2001-12-01"):
        months.within(date(2002, 1, 1), None)


def test_infinite_and_absent_numbers_are_named(tmp_path: Path) -> None:
    odd = table(tmp_path, "year,source,target,x,y,z,w", "2001,AUT,HUN,inf,,a,", "2002,AUT,ITA,2,,b,3")
    with pytest.raises(UsageError, match=r'column "x" of p.csv is infinite in the period of 2001-01-01'):
        odd.series("x", ("AUT", "HUN"))
    for column, found in (("y", "no numbers"), ("z", r'other things than numbers \("a"\)')):
        with pytest.raises(
            UsageError, match=f'column "{column}" of p.csv holds {found}. Those that do: x, w'
        ):
            odd.series(column, ("AUT", "HUN"))
    with pytest.raises(UsageError, match=r'column "w" of p.csv holds no number of AUT-HUN'):
        odd.series("w", ("AUT", "HUN"))
    pq.write_table(pa.table({"year": [2001], "x": pa.array([None], pa.float64())}), tmp_path / "p.parquet")
    with pytest.raises(UsageError, match=r'column "x" of p.parquet holds no number'):
        plain_table(tmp_path / "p.parquet").series()


def test_a_row_without_a_period_is_counted_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "p.csv").write_text("month,n\n2001-01,3\n,4\n2001-03,5\n")
    tally = inputs([tmp_path / "p.csv"]).tally
    assert (tally.read, tally.kept) == (3, 2)
    assert tally.errors() == ['1 row left out: the period ("month") is empty (first: p.csv, line 3).']
    pq.write_table(pa.table({"year": [2001.0, None, float("nan")], "n": [1, 2, 3]}), tmp_path / "p.parquet")
    tally = Tally()
    assert plain_table(tmp_path / "p.parquet", tally).series("n").values.tolist() == [1]
    assert [example.row for example in tally.examples] == [2, 3]


def test_the_busiest_pairs_have_two_sides(tmp_path: Path) -> None:
    rows = [
        "2001,AUT,HUN,1",
        "2001,,HUN,1",
        "2001,,HUN,1",
        "2001,ITA,ITA,1",
        "2001,ITA,ITA,1",
        "2001,ITA,AUT,1",
    ]
    found = table(tmp_path, "year,source,target,n", *rows)
    assert busiest_of_table(found, ("POL", "SVK"), 6) == [("AUT", "HUN"), ("AUT", "ITA")]
    holes = pa.table({"year": [2001, 2001], "source": ["AUT", None], "target": ["HUN", "HUN"], "n": [1, 2]})
    pq.write_table(holes, tmp_path / "p.parquet")
    assert busiest_of_table(plain_table(tmp_path / "p.parquet"), ("POL", "SVK"), 6) == [("AUT", "HUN")]


QUADS = "date,source,target,quad_1,quad_2,quad_3,quad_4"


def test_a_panel_of_a_table_has_the_unit_asked_for(tmp_path: Path) -> None:
    months = table(tmp_path, QUADS, *(f"2001-{m:02},AUT,HUN,{m},0,0,1" for m in range(1, 13)))
    years = panel_of_table(months, Unit.YEAR)
    assert (years.unit, years.counts[:, years.index("AUT", "HUN")].tolist()) == (Unit.YEAR, [[78, 0, 0, 12]])
    assert len(panel_of_table(months).periods) == 12


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (
            ("2001-01,AUT,HUN,1,0,0,0", "2001-03,AUT,HUN,1,0,0,0"),
            "No row of any dyad lies in 1 of 3 months, the first 2001-02",
        ),
        (
            ("2001-01,AUT,HUN,1,0,0,0", "2001-02,AUT,HUN,,0,0,0"),
            '"quad_1" of p.csv is to hold counts, but has 1 empty',
        ),
        (("2001-01,AUT,HUN,1,0,0,0.5",), '"quad_4" of p.csv is to hold counts, but has fractions'),
        (("2001-01,AUT,HUN,1,0,-1,0",), '"quad_3".*numbers below 0'),
    ],
)
def test_a_panel_fills_nothing(tmp_path: Path, rows: tuple[str, ...], said: str) -> None:
    with pytest.raises(UsageError, match=said):
        panel_of_table(table(tmp_path, QUADS, *rows), Unit.MONTH)


@pytest.mark.parametrize("columns", [("talks", "visits", "trade"), ("talks", "visits", "trade", "calls")])
def test_a_table_as_wide_as_an_event_file_is_a_table_by_its_header(
    tmp_path: Path, columns: tuple[str, ...]
) -> None:
    path = tmp_path / "own.csv"
    rows = (f"{year}-01-01{',2' * len(columns)}" for year in (2001, 2002, 2003))
    path.write_text("\n".join([",".join(("date", *columns)), *rows]) + "\n")
    found = inputs([path])
    assert (len(found.plain), found.has_events, found.tally.errors()) == (1, False, [])


def test_two_columns_of_one_name_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text("month,month,talks\n2001-01,2001-02,3\n")
    with pytest.raises(UnreadableSource, match='Several columns are called "month"'):
        inputs([path])


def test_a_table_without_periods_is_told_what_it_lacks(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text("talks,visits\n1,2\n")
    with pytest.raises(UnreadableSource, match=r"the layout of no event dataset.*a column of periods"):
        inputs([path])


def test_a_folder_with_nothing_to_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableSource, match="no case and holds no Parquet file"):
        inputs([tmp_path])


def test_what_makes_a_column_no_numbers_is_shown(tmp_path: Path) -> None:
    odd = table(tmp_path, "month,talks", "2001-01,3", "2001-02,few")
    with pytest.raises(UsageError, match=r'no column of numbers: talks has other cells \("few"\)'):
        odd.series()
    with pytest.raises(UsageError, match=r'other things than numbers \("few"\)'):
        odd.series("talks")


def test_a_unit_shorter_than_that_of_the_table_is_refused(tmp_path: Path) -> None:
    monthly = table(tmp_path, "month,talks", "2001-01,3", "2001-02,4")
    with pytest.raises(UsageError, match="numbers of months; a day is shorter"):
        monthly.series(unit=Unit.DAY)


def test_a_direction_that_is_not_there_is_told_apart_from_a_dyad_that_is_not(tmp_path: Path) -> None:
    one_way = table(tmp_path, "year,source,target,n", "2001,AUT,HUN,3")
    with pytest.raises(UsageError, match=r"no row of HUN>AUT. It has the other direction only"):
        one_way.series("n", ("HUN", "AUT"), directed=True)
    with pytest.raises(UsageError, match=r"no row of ITA-HUN. Check"):
        one_way.series("n", ("ITA", "HUN"))
