"""Event rows whose sides are numbers of the Correlates of War → the same rows with our codes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import ibis.expr.types as ir
import pyarrow as pa
import pyarrow.parquet as pq

from detente.ontology.state_codes import codes

SIDES = ("source", "target")
Memory = Callable[[pa.Table], ir.Table]


def has_numbers(files: Iterable[Path]) -> bool:
    """Whether the sides of event tables are numbers, as their column types or statistics tell."""
    return all(_numbered(pq.ParquetFile(file)) for file in files)


def _numbered(file: pq.ParquetFile) -> bool:
    kinds = [file.schema_arrow.field(side).type for side in SIDES]
    if all(pa.types.is_integer(kind) for kind in kinds):
        return True
    at = [file.schema_arrow.names.index(side) for side in SIDES]
    groups = [file.metadata.row_group(number) for number in range(file.metadata.num_row_groups)]
    told = [group.column(place).statistics for group in groups for place in at if group.num_rows]
    ends = [str(end) for one in told if one is not None and one.has_min_max for end in (one.min, one.max)]
    return bool(ends) and all(end.isdecimal() for end in ends)


def in_our_codes(events: ir.Table, memory: Memory) -> ir.Table:
    """The rows with the states that the numbers stood for on their day; null where they stood for none.

    Parameters
    ----------
    memory : makes rows a table of the engine.
    """
    listed = [
        {"cow_code": code, "cow_first": span.start, "cow_last": span.end, "cow_state": span.state}
        for code, spans in codes("cow").items()
        for span in spans
    ]
    for side in SIDES:
        known = memory(pa.Table.from_pylist(listed))
        here = [
            events[side].cast("string") == known.cow_code,
            events.day >= known.cow_first,
            events.day <= known.cow_last,
        ]
        names = events.columns
        joined = events.left_join(known, here)
        events = joined.select(**{n: joined["cow_state"] if n == side else joined[n] for n in names})
    return events
