"""A dyad-year file in the layout of its owner → a plain table, its missing codes read as such."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pyarrow.parquet as pq

from detente.barometer.plain import PlainTable
from detente.datasets.delimited import head_of
from detente.datasets.found_layout import find_layout
from detente.datasets.layout import Layout
from detente.datasets.opening import parts
from detente.datasets.parquet import is_parquet
from detente.datasets.reading import read_table
from detente.datasets.registry import SOURCES
from detente.datasets.source import Source
from detente.datasets.tally import Tally
from detente.errors import UnreadableSource

_KEYS = {"a", "b", "year"}


def owner_table(path: Path, tally: Tally) -> PlainTable | None:
    """The rows of a file of a dyad-year dataset of the registry; None where it has the layout of none.

    Columns have the names that `detente add` gives them. Rows whose states are none are counted by the tally.
    """
    source = _source(path)
    if source is None:
        return None
    rows = read_table([path], source.name, tally=tally).drop_columns(["dataset", "row"])
    return PlainTable(path.name, rows, "year", ("a", "b"))


def other_dataset(path: Path) -> Source | None:
    """The dataset of the registry, of states or of dyads without years, in whose layout a file is written."""
    others = [source for source in SOURCES if source.kind != "events"]
    return _fitting(path, others, [layout for source in others for layout in source.layouts])


def _source(path: Path) -> Source | None:
    yearly = [source for source in SOURCES if source.kind == "dyads" and set(source.shape.names) >= _KEYS]
    layouts = [layout for source in yearly for layout in source.layouts if "year" in _needed(layout)]
    return _fitting(path, yearly, layouts)


def _fitting(path: Path, sources: Sequence[Source], layouts: Sequence[Layout]) -> Source | None:
    if is_parquet(path):
        header = pq.read_schema(path).names
        found = next((one for one in layouts if not one.missing(header) and not one.tallies), None)
    else:
        head = next((head_of(stream) for _, stream in parts(path)), b"").decode("utf-8", "replace")
        try:
            found = find_layout(head, layouts, str(path)).layout if head.strip() else None
        except UnreadableSource:
            return None
    return next((source for source in sources if any(one is found for one in source.layouts)), None)


def _needed(layout: Layout) -> set[str]:
    return {column.name for column in layout.columns if column.required}
