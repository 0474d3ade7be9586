"""The SQL that the heaviest questions become on each engine."""

from __future__ import annotations

from typing import Any

import ibis
import pytest
from syrupy.assertion import SnapshotAssertion

from detente.datasets.once import once
from detente.datasets.overlap import joined
from detente.datasets.queries import counts
from detente.datasets.shape import EVENT_ROWS

EVENTS = ibis.table(ibis.Schema.from_pyarrow(EVENT_ROWS), name="events")
OTHERS = ibis.table(ibis.Schema.from_pyarrow(EVENT_ROWS), name="others")
QUESTIONS = {
    "monthly counts of directed dyads": counts(EVENTS, "month", True),
    "weekly counts of one dyad": counts(EVENTS, "week", False, "RUS", "USA"),
    "one row an event": once(EVENTS, "event"),
    "imports that share rows": joined([EVENTS, OTHERS], "import"),
}


@pytest.mark.parametrize("dialect", ["duckdb", "pyspark"])
@pytest.mark.parametrize("question", QUESTIONS)
def test_the_sql_is_the_one_that_was_read(question: str, dialect: Any, snapshot: SnapshotAssertion) -> None:
    getattr(ibis, dialect)  # registers the options of the dialect
    assert str(ibis.to_sql(QUESTIONS[question], dialect=dialect)) == snapshot
