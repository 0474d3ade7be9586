"""Counts per dyad and period straight from the owner's files, without a table in between."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from detente.datasets.gdelt_scan import scan
from detente.datasets.queries import PERIODS, Period
from detente.datasets.reading import read
from detente.datasets.tally import Tally
from detente.errors import UnknownName
from detente.ontology.schemes import Choices

KEYS = ("day", "source", "target")
SUMS = ("quad_1", "quad_2", "quad_3", "quad_4", "n", "goldstein_sum", "goldstein_n", "mentions")
MERGE_AT = 1 << 18
"""So many partial rows are gathered before they are summed."""


def count_files(
    paths: Sequence[str | Path],
    name: str,
    period: Period,
    directed: bool,
    *,
    choices: Choices | None = None,
    tally: Tally | None = None,
) -> pa.Table:
    """As `queries.counts`, from files in their owner's layout, in one pass and little memory.

    Uncompressed files of GDELT without a header are scanned by polars, in which a row that is cut off after
    NumMentions still counts; all others, and files with odd rows, are read as `reading.read` does.

    Parameters
    ----------
    paths, name, choices, tally : as for `reading.read`; counting the lines for a tally takes a second pass.
    period, directed : as for `queries.counts`.

    Returns
    -------
    The columns of `queries.counts`, in order of period, source and target.

    Raises
    ------
    UnknownName, UnreadableSource
        as `queries.counts` and `reading.read` do.
    """
    if period not in PERIODS:
        raise UnknownName("period", period, PERIODS)
    daily = _gathered(_partials([Path(path) for path in paths], name, choices or Choices(), tally))
    return _periods(daily, period, directed)


def _partials(paths: Iterable[Path], name: str, choices: Choices, tally: Tally | None) -> Iterator[pa.Table]:
    for path in paths:
        scanned = scan(path, name, choices, tally)
        if scanned is not None:
            yield scanned.select([*KEYS, *SUMS])
            continue
        for rows in read([path], name, choices=choices, tally=tally):
            yield _day_counts(rows)


def _day_counts(rows: pa.RecordBatch) -> pa.Table:
    """The sums of a batch of event rows per day and directed dyad."""
    two = pc.fill_null(pc.not_equal(rows["source"], rows["target"]), False)
    rows = rows.filter(two)
    quads = {
        f"quad_{q}": pc.fill_null(pc.equal(rows["quad"], q), False).cast(pa.int64()) for q in (1, 2, 3, 4)
    }
    made = {key: rows[key] for key in KEYS} | quads
    made["n"] = pa.repeat(pa.scalar(1, pa.int64()), rows.num_rows)
    made["goldstein_sum"] = rows["goldstein"]
    made["goldstein_n"] = rows["goldstein"].is_valid().cast(pa.int64())
    made["mentions"] = rows["mentions"].cast(pa.int64())
    return _summed(pa.table(made), KEYS)


def _summed(table: pa.Table, keys: Sequence[str]) -> pa.Table:
    """The sums of a table per key; a sum of nothing but nulls is null."""
    options = pc.ScalarAggregateOptions(min_count=1)
    grouped = table.group_by(list(keys), use_threads=False).aggregate(
        [(name, "sum", options) for name in SUMS]
    )
    return grouped.rename_columns({f"{name}_sum": name for name in SUMS}).select([*keys, *SUMS])


def _gathered(tables: Iterable[pa.Table]) -> pa.Table:
    waiting: list[pa.Table] = [_EMPTY]
    for table in tables:
        waiting.append(table)
        if sum(one.num_rows for one in waiting) > MERGE_AT + 2 * waiting[0].num_rows:
            waiting = [_summed(pa.concat_tables(waiting), KEYS)]
    return _summed(pa.concat_tables(waiting), KEYS)


def _periods(daily: pa.Table, period: Period, directed: bool) -> pa.Table:
    source, target = daily["source"], daily["target"]
    if not directed:
        source, target = pc.min_element_wise(source, target), pc.max_element_wise(source, target)
    day = daily["day"] if period == "day" else pc.floor_temporal(daily["day"], unit=period)
    told = pa.table({"period": day, "source": source, "target": target} | {s: daily[s] for s in SUMS})
    keys = ("period", "source", "target")
    return _summed(told, keys).sort_by([(key, "ascending") for key in keys])


_KINDS = {"day": pa.date32(), "source": pa.string(), "target": pa.string(), "goldstein_sum": pa.float64()}
_EMPTY = pa.schema([(name, _KINDS.get(name, pa.int64())) for name in (*KEYS, *SUMS)]).empty_table()
