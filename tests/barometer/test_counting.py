"""Counts of a dyad, the chronicle as rows, plain tables, and what the paths hold."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import ibis
import numpy as np
import pyarrow.parquet as pq
import pytest
from barometer_world import event, events

from detente.barometer.chronicle_rows import chronicle_rows
from detente.barometer.counting import counted
from detente.barometer.evidence import around
from detente.barometer.inputs import inputs
from detente.barometer.periods import Unit
from detente.barometer.plain_file import plain_table
from detente.barometer.series import Kind
from detente.casebook import chronicle
from detente.errors import UnknownName, UnreadableSource, UsageError
from detente.findings import Event, Modality

ROWS = [
    event("2001-01-03", "AUT", "HUN", 1, 4.0, mentions=3),
    event("2001-01-20", "HUN", "AUT", 3, -2.0, mentions=1),
    event("2001-02-11", "AUT", "ITA", 1, 1.0),
    event("2001-04-05", "AUT", "HUN", 4, -10.0, mentions=9),
    event("2001-01-09", "AUT", "HUN", 2, 7.0, dataset="other"),
]


def test_counts_shares_and_scores_stand_with_n_and_coverage() -> None:
    made, other = counted(ibis.memtable(events(ROWS)), "HUN", "AUT", Unit.MONTH)
    records = made.as_records()
    assert [r["coverage"] for r in records] == ["reports", "no report", "not covered", "reports"]
    assert [r["n"] for r in records] == [2, 0, None, 1]
    assert [r["conflict_share"] for r in records] == [0.5, None, None, 1]
    assert [r["goldstein_mean"] for r in records] == [1, None, None, -10]
    assert [r["share_of_total"] for r in records] == [1, 0, None, 1]
    assert (records[0]["CONSULT"], records[0]["REJECT"], records[0]["AID"]) == (1, 1, 0)
    assert [r["coverage"] for r in other.as_records()] == ["reports", *["not covered"] * 3]


def test_directions_are_told_apart_and_known_coverage_makes_zeros() -> None:
    table = ibis.memtable(events(ROWS[:4]))
    known = (date(2001, 1, 1), date(2001, 5, 31))
    there, back = counted(table, "HUN", "AUT", Unit.MONTH, directed=True, known_coverage={"*": known})
    assert (there.name, back.name) == ("HUN>AUT", "AUT>HUN")
    assert there.series("n").values.tolist() == [1, 0, 0, 0, 0]
    assert back.series("conflict").values.tolist() == [0, 0, 0, 1, 0]
    assert back.series("n").kind is Kind.COUNT
    assert back.series("goldstein_mean").kind is Kind.VALUE
    with pytest.raises(UnknownName, match="conflict"):
        back.series("conflct")


def test_the_sum_over_directions_is_the_undirected_count() -> None:
    table = ibis.memtable(events(ROWS[:4]))
    (both,) = counted(table, "AUT", "HUN", Unit.QUARTER)
    one, other = counted(table, "AUT", "HUN", Unit.QUARTER, directed=True)
    for measure in ("n", "quad_1", "quad_4", "goldstein_sum", "ASSAULT"):
        summed = one.series(measure).values + other.series(measure).values
        assert both.series(measure).values.tolist() == summed.tolist()


def test_evidence_is_the_weightiest_row_of_each_kind() -> None:
    rows = [*ROWS, event("2001-01-03", "AUT", "HUN", 1, 4.0, mentions=1)]
    found = around(ibis.memtable(events(rows)), "AUT", "HUN", date(2001, 1, 1), date(2001, 1, 31))
    assert [(r["day"], r["goldstein"], r["row"]) for r in found] == [
        ("2001-01-03", 4.0, 1),
        ("2001-01-09", 7.0, 5),
        ("2001-01-20", -2.0, 2),
    ]


@pytest.mark.parametrize(
    ("measure", "rows"),
    [("n", [1, 5, 2]), ("conflict", [2, 1, 5]), ("quad_2", [5, 1, 2]), ("REJECT", [2, 1, 5])],
)
def test_evidence_begins_with_what_the_measure_counts(measure: str, rows: list[int]) -> None:
    table = ibis.memtable(events(ROWS))
    found = around(table, "AUT", "HUN", date(2001, 1, 1), date(2001, 1, 31), measure=measure)
    assert sorted(r["row"] for r in found) == sorted(rows)
    assert found[0]["row"] == rows[0]


def act(day: str | None, actors: tuple[str, ...], targets: tuple[str, ...], **more: object) -> Event:
    start = act.next = getattr(act, "next", 0) + 10  # type: ignore[attr-defined]
    fields = {"plover": "CONSULT", "modality": Modality.ASSERTED, "actual": True, "action": "meet", **more}
    return Event(
        document="d" * 64,
        start=start,
        end=start + 5,
        quote="talks",
        date=day,
        actors=actors,
        targets=targets,
        **fields,  # type: ignore[arg-type]
    )


def test_the_chronicle_gives_rows_only_of_dated_facts_between_the_two() -> None:
    entries = chronicle(
        [
            act("2001-01-03", ("AUT/Chancellor", "HUN"), ()),
            act("2001-02", ("AUT",), ("HUN/Parliament",), plover="ACCUSE"),
            act("2001", ("AUT",), ("HUN",), plover="REJECT"),
            act("2001-03-01", ("AUT",), ("ITA",)),
            act("2001-04-01", ("AUT",), ("HUN",), modality=Modality.PLANNED, actual=False),
        ]
    )
    found = chronicle_rows(entries, "AUT", "HUN", Unit.MONTH)
    rows = found.rows.to_pylist()
    assert [(r["day"].isoformat(), r["source"], r["target"], r["quad"]) for r in rows] == [
        ("2001-01-03", "AUT", "HUN", 1),
        ("2001-02-01", "AUT", "HUN", 3),
    ]
    assert found.too_vague == 1
    assert rows[1]["goldstein"] == -3
    assert chronicle_rows(entries, "AUT", "HUN", Unit.MONTH, directed=True).rows.num_rows == 3
    assert chronicle_rows(entries, "AUT", "HUN", Unit.DAY).too_vague == 2
    assert chronicle_rows(entries, "AUT", "HUN", Unit.MONTH, issue="iraq").rows.num_rows == 0


def test_plain_tables_are_read_and_mistakes_named(tmp_path: Path) -> None:
    path = tmp_path / "p.csv"
    path.write_text(
        "year,source,target,protests,mood\n2001,AUT,HUN,3,0.5\n2003,AUT,HUN,4,0.1\n2003,HUN,AUT,1,1\n"
    )
    table = plain_table(path)
    found = table.series("protests", ("AUT", "HUN"), directed=True)
    assert (found.unit, found.kind, found.name) == (Unit.YEAR, Kind.COUNT, "AUT>HUN")
    assert np.isnan(found.values[1])
    assert table.series("protests", ("HUN", "AUT")).values.tolist()[::2] == [3, 5]
    assert table.series("mood", ("AUT", "HUN")).kind is Kind.VALUE
    with pytest.raises(UsageError, match="2 columns of numbers: protests, mood"):
        table.series(None, ("AUT", "HUN"))
    with pytest.raises(UnknownName, match="protests"):
        table.series("protest", ("AUT", "HUN"))
    with pytest.raises(UsageError, match="has no row of AUT-ITA"):
        table.series("protests", ("AUT", "ITA"))
    path.write_text("when,x\n2001,3\n")
    with pytest.raises(UnreadableSource, match="No column holds periods"):
        plain_table(path)
    path.write_text("period;x\n2001-Q2;3\nlately;4\n")
    with pytest.raises(UnreadableSource, match='"lately" is no period'):
        plain_table(path).series("x")


def test_a_dyad_without_a_row_is_zero_only_where_the_table_has_rows(tmp_path: Path) -> None:
    path = tmp_path / "p.csv"
    path.write_text("date,a,b,score\n2001-01-01,A,B,2\n2001-01-02,A,C,1\n2001-01-04,A,B,5\n")
    found = plain_table(path).series("score", ("B", "A"), absent_is_zero=True)
    assert found.values[[0, 1, 3]].tolist() == [2, 0, 5]
    assert np.isnan(found.values[2])


def test_a_parquet_file_is_known_by_its_columns(tmp_path: Path) -> None:
    pq.write_table(events(ROWS), tmp_path / "events.parquet")
    found = inputs([tmp_path])
    assert found.parquet == [(tmp_path / "events.parquet",)]
    assert found.rows().count().to_pyarrow().as_py() == 5
    with pytest.raises(UnreadableSource, match="no such file"):
        inputs([tmp_path / "nothing.tsv"])
    with pytest.raises(UsageError, match="no event rows"):
        inputs([]).rows()
