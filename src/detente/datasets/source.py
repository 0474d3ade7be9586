"""What a dataset of the registry is: its origin, its layouts and how its rows are read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pyarrow as pa

from detente.datasets.delimited import Batch
from detente.datasets.layout import Column, Layout
from detente.datasets.origin import Origin
from detente.datasets.tally import Tally
from detente.ontology.schemes import Choices

RowsOf = Callable[[Batch, Choices, Tally], pa.RecordBatch]


@dataclass(frozen=True, slots=True)
class Source:
    """One dataset.

    Parameters
    ----------
    name : in commands.
    kind : "events" (one row an event), "dyads" or "states" (one row a pair of states, or a state, and year
        or spell).
    origin : producer, licence, citation.
    layouts : the published layouts, tried in this order.
    rows : from a batch of text to rows of `shape`.
    shape : the columns that `rows` gives, with units and the meaning of null.
    note : what to know before using it, in a sentence or two.
    """

    name: str
    kind: str
    origin: Origin
    layouts: tuple[Layout, ...]
    rows: RowsOf
    shape: pa.Schema
    note: str = ""
    examples: tuple[str, ...] = field(default=())

    def columns(self) -> tuple[Column, ...]:
        """The columns that are read, of all layouts, each once."""
        every: dict[str, Any] = {}
        for layout in self.layouts:
            for column in layout.columns:
                every.setdefault(column.name, column)
        return tuple(every.values())
