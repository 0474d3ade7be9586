"""Rows that several imports share stand as often as in the import that has them most often."""

from __future__ import annotations

import datetime as dt
from collections import Counter

import ibis
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.datasets.engines import shaped
from detente.datasets.overlap import joined
from detente.datasets.shape import EVENT_ROWS
from detente.errors import UnknownName


def one_import(kinds: list[int]) -> ibis.Table:
    """One row a number; rows of one number are alike but for the line."""
    rows = [
        {"day": dt.date(2001, 1, 1 + kind), "source": "AUT" if kind % 2 else None, "target": "HUN"}
        | {"scheme": "cameo", "dataset": "made", "mentions": kind or None, "row": line}
        for line, kind in enumerate(kinds, start=1)
    ]
    return shaped(ibis.memtable(pa.Table.from_pylist(rows, schema=EVENT_ROWS)), EVENT_ROWS)


def kinds_of(table: ibis.Table) -> Counter[int]:
    return Counter(day.day - 1 for day in table.to_pyarrow()["day"].to_pylist())


@settings(max_examples=20, deadline=None)
@given(st.lists(st.lists(st.integers(0, 4), max_size=8), min_size=1, max_size=3))
def test_the_merged_rows_are_the_union_of_multisets(imports: list[list[int]]) -> None:
    expected: Counter[int] = Counter()
    for kinds in imports:
        expected |= Counter(kinds)
    tables = [one_import(kinds) for kinds in imports]
    assert kinds_of(joined(tables, "import")) == expected
    assert kinds_of(joined(tables)) == sum((Counter(kinds) for kinds in imports), Counter())


def test_other_rules_reach_over_imports_and_a_wrong_one_is_named() -> None:
    tables = [one_import([1, 1]), one_import([1])]
    assert kinds_of(joined([t.mutate(code=ibis.literal("040")) for t in tables], "event")) == {1: 1}
    with pytest.raises(UnknownName, match='"import"'):
        joined(tables, "imports")
