"""Bilateral trade, by pair and year."""

from __future__ import annotations

from detente.datasets.layout import Column
from detente.datasets.origin import COW_TERMS, COW_TERMS_CHECKED, Origin
from detente.datasets.tabular import Field, table_source

ORIGIN = Origin(
    producer="The Correlates of War Project",
    title="Trade, dyadic",
    version="4.0, and the directed dyad-years of R package peacesciencer made from it",
    licence=COW_TERMS,
    address="https://correlatesofwar.org/data-sets/bilateral-trade",
    citation=(
        "Barbieri, Katherine, Omar M. G. Keshk, and Brian Pollins (2009). Trading Data: "
        "Evaluating our Assumptions and Coding Rules. Conflict Management and Peace Science "
        "26(5), 471-491"
    ),
    checked=(
        "Columns of the R package peacesciencer were held against its tables, those of the owner's "
        "Dyadic_COW_4.0 and -9 for unknown against several programs that read it, citation against that "
        f"package's list. {COW_TERMS_CHECKED}"
    ),
)
FIELDS = (
    Field("a", Column("ccode1", "first state, COW number"), "cow", key=True),
    Field("b", Column("ccode2", "second state, COW number"), "cow", key=True),
    Field("year", Column("year", "year"), "int", key=True),
    Field(
        "imports_a",
        Column("flow1", "imports of a from b, million current US dollars", "unknown (-9)"),
        "float",
    ),
    Field(
        "imports_b",
        Column("flow2", "imports of b from a, million current US dollars", "unknown (-9)"),
        "float",
    ),
    Field(
        "smooth_a",
        Column("smoothflow1", "as imports_a, gaps interpolated by the owner", required=False),
        "float",
    ),
    Field("smooth_b", Column("smoothflow2", "as imports_b, gaps interpolated", required=False), "float"),
)
SOURCE = table_source(
    "cow-trade",
    "dyads",
    ORIGIN,
    "COW dyadic trade",
    FIELDS,
    "One row a pair and year. An unknown flow is null, not zero.",
)
