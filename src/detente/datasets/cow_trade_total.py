"""Total imports and exports, by state and year."""

from __future__ import annotations

from dataclasses import replace

from detente.datasets import cow_trade
from detente.datasets.layout import Column
from detente.datasets.origin import COW_TERMS_CHECKED
from detente.datasets.tabular import Field, table_source

ORIGIN = replace(
    cow_trade.ORIGIN,
    title="Trade, national",
    version="4.0",
    checked=(
        "Columns of the R package peacesciencer were held against its tables; of the owner's file only its "
        f"name was seen. Citation as for the dyadic file. {COW_TERMS_CHECKED}"
    ),
)
FIELDS = (
    Field("state", Column("ccode", "state, COW number"), "cow", key=True),
    Field("year", Column("year", "year"), "int", key=True),
    Field("imports", Column("imports", "million current US dollars", "unknown (-9)"), "float"),
    Field("exports", Column("exports", "million current US dollars", "unknown (-9)"), "float"),
)
SOURCE = table_source(
    "cow-trade-total",
    "states",
    ORIGIN,
    "COW national trade",
    FIELDS,
    "One row a state and year.",
)
