"""The same questions on DuckDB and on Spark give the same rows."""

from __future__ import annotations

import datetime as dt
import os
import shutil
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import ibis
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hand_sql import assert_as_by_sql
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.datasets.engines import connect, fetched, number_of, table
from detente.datasets.once import once
from detente.datasets.partition import split_by_year
from detente.datasets.queries import PERIODS, counts
from detente.datasets.shape import EVENT_ROWS
from detente.datasets.voting import ideal_distance, same_vote
from detente.errors import DetenteError, UnknownName

STATES = ("RUS", "USA", "CHN", None)
no_java = pytest.mark.skipif(shutil.which("java") is None, reason="Spark needs Java 17")
ENGINES = ["duckdb", pytest.param("spark://local[2]", marks=[pytest.mark.slow, no_java])]


@pytest.fixture(scope="session", params=ENGINES)
def engine(request: pytest.FixtureRequest) -> Iterator[Any]:
    os.environ.setdefault("TZ", "UTC")
    backend = connect(request.param)
    yield backend
    backend.disconnect()


def event(number: int, **fields: Any) -> dict[str, Any]:
    day = dt.date(2001, 9, 1) + dt.timedelta(days=number % 500)
    usual: dict[str, Any] = dict.fromkeys(EVENT_ROWS.names)
    usual |= {"day": day, "source": STATES[number % 4], "target": STATES[number // 4 % 4], "scheme": "cameo"}
    usual |= {
        "code": f"{number % 20:02d}0",
        "quad": [1, 2, 3, 4, None][number % 5],
        "dataset": "x",
        "row": number,
    }
    usual |= {"goldstein": None if number % 7 == 0 else number % 5 - 2.5, "mentions": number % 3 or None}
    return usual | {"url": f"http://{number // 3}.example"} | fields


ROWS = [event(n) for n in range(1, 400)]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("events")
    pq.write_table(pa.Table.from_pylist(ROWS, schema=EVENT_ROWS), place / "all.parquet")
    split_by_year([place / "all.parquet"], place / "years")
    return place


def by_hand(period: str, directed: bool) -> dict[tuple[Any, ...], list[Any]]:
    first = {
        "day": lambda d: d,
        "week": lambda d: d - dt.timedelta(days=d.weekday()),
        "month": lambda d: d.replace(day=1),
        "quarter": lambda d: d.replace(month=(d.month - 1) // 3 * 3 + 1, day=1),
        "year": lambda d: d.replace(month=1, day=1),
    }[period]
    found: dict[tuple[Any, ...], list[Any]] = defaultdict(list)
    for row in ROWS:
        a, b = row["source"], row["target"]
        if a and b and a != b:
            pair = (a, b) if directed else tuple(sorted((a, b)))
            found[(first(row["day"]), *pair)].append(row)
    return found


@pytest.mark.parametrize(
    ("period", "directed"), [*zip(PERIODS, (True, False, True, False, True), strict=True), ("month", False)]
)
def test_counts_are_those_made_by_hand(engine: Any, folder: Path, period: Any, directed: bool) -> None:
    result = counts(table(engine, [folder / "years"]), period, directed).to_pyarrow()
    expected = by_hand(period, directed)
    assert result.num_rows == len(expected)
    for row in result.to_pylist():
        group = expected[(row["period"], row["source"], row["target"])]
        scores = [r["goldstein"] for r in group if r["goldstein"] is not None]
        mentions = [r["mentions"] for r in group if r["mentions"] is not None]
        assert [row[f"quad_{q}"] for q in (1, 2, 3, 4)] == [
            sum(r["quad"] == q for r in group) for q in (1, 2, 3, 4)
        ]
        assert (row["n"], row["goldstein_n"]) == (len(group), len(scores))
        assert row["goldstein_sum"] == (sum(scores) if scores else None)
        assert row["mentions"] == (sum(mentions) if mentions else None)
    assert [str(kind) for kind in result.schema.types] == [
        "date32[day]", "string", "string", *["int64"] * 5, "double", "int64", "int64"
    ]  # fmt: skip


@pytest.mark.parametrize("period", PERIODS)
def test_counts_are_those_of_sql_written_by_hand(folder: Path, period: Any) -> None:
    assert_as_by_sql(folder / "all.parquet", period)


def test_what_is_fetched_is_what_ibis_gives(engine: Any, folder: Path) -> None:
    events = table(engine, [folder / "all.parquet"])
    for rows in (counts(events, "month", True), counts(events.filter(events.row < 0), "month", True)):
        ordered = rows.order_by("period", "source", "target")
        assert fetched(ordered).equals(ordered.to_pyarrow())
    assert number_of(events) == len(ROWS)


def test_only_the_rows_of_two_states(engine: Any, folder: Path) -> None:
    found = (
        counts(table(engine, [folder / "all.parquet"]), "year", False, "USA", "RUS").to_pyarrow().to_pylist()
    )
    assert {(row["source"], row["target"]) for row in found} == {("RUS", "USA")}


@pytest.mark.parametrize("rule", ["event", "url"])
def test_the_same_event_told_twice_is_kept_once(engine: Any, tmp_path: Path, rule: str) -> None:
    same = {
        "day": dt.date(2003, 5, 28),
        "source": "RUS",
        "target": "USA",
        "code": "040",
        "url": "http://a.example",
    }
    rows = [event(1, **same, mentions=2), event(2, **same, mentions=3), event(3, **{**same, "target": "CHN"})]
    rows += [event(4, **{**same, "url": None, "code": None}), event(5, **{**same, "url": None, "code": None})]
    pq.write_table(pa.Table.from_pylist(rows, schema=EVENT_ROWS), tmp_path / "x.parquet")
    found = once(table(engine, [tmp_path / "x.parquet"]), rule).order_by("row").to_pyarrow()
    assert found.schema.types == EVENT_ROWS.types
    assert found["row"].to_pylist() == [1, 3, 4, 5]
    assert found["mentions"].to_pylist()[0] == 5


def test_voting_alike(engine: Any, tmp_path: Path) -> None:
    votes = {("RUS", 1): "yes", ("USA", 1): "yes", ("RUS", 2): "no", ("USA", 2): "yes", ("RUS", 3): "abstain"}
    votes |= {("USA", 3): "absent", ("RUS", 4): "abstain", ("USA", 4): "abstain"}
    rows = [{"rcid": call, "state": state, "vote": vote} for (state, call), vote in votes.items()]
    pq.write_table(pa.Table.from_pylist(rows), tmp_path / "votes.parquet")
    days = [{"rcid": call, "day": dt.date(2001 if call < 4 else 2002, 5, 1)} for call in (1, 2, 3, 4)]
    pq.write_table(pa.Table.from_pylist(days), tmp_path / "calls.parquet")
    tables = (table(engine, [tmp_path / f"{name}.parquet"]) for name in ("votes", "calls"))
    found = same_vote(*tables, "RUS", "USA").to_pyarrow().to_pylist()
    assert [(r["year"], r["n"], r["same"], r["share"]) for r in found] == [
        (2001, 2, 1, 0.5),
        (2002, 1, 1, 1.0),
    ]


def test_distance_of_ideal_points(engine: Any, tmp_path: Path) -> None:
    rows = [("RUS", 2001, -0.5), ("USA", 2001, 2.0), ("RUS", 2002, -0.4)]
    points = [{"state": s, "year": y, "ideal_point": p} for s, y, p in rows]
    pq.write_table(pa.Table.from_pylist(points), tmp_path / "points.parquet")
    found = (
        ideal_distance(table(engine, [tmp_path / "points.parquet"]), "RUS", "USA").to_pyarrow().to_pylist()
    )
    assert found == [{"year": 2001, "distance": 2.5}]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(1, 60), max_size=40), st.sampled_from(["event", "url"]))
def test_merging_twice_changes_nothing_and_loses_no_mention(numbers: list[int], rule: str) -> None:
    rows = [event(n, row=i) for i, n in enumerate(numbers)]
    memory = ibis.memtable(pa.Table.from_pylist(rows, schema=EVENT_ROWS))
    first = once(memory, rule).order_by("row").to_pyarrow()
    again = once(ibis.memtable(first), rule).order_by("row").to_pyarrow()
    assert again.equals(first)
    assert sum(m or 0 for m in first["mentions"].to_pylist()) == sum(r["mentions"] or 0 for r in rows)


def test_wrong_names_are_answered_with_the_right_ones() -> None:
    events = ibis.memtable(pa.Table.from_pylist(ROWS[:1], schema=EVENT_ROWS))
    with pytest.raises(UnknownName, match='"month"'):
        counts(events, "months", True)  # type: ignore[arg-type]
    with pytest.raises(UnknownName, match='"event"'):
        once(events, "events")
    with pytest.raises(UnknownName, match="spark"):
        connect("sparc://x")
    with pytest.raises(DetenteError, match="no table in Parquet"):
        table(connect(), ["nowhere.parquet"])
