"""Contiguity of pairs of states, by year or by spell."""

from __future__ import annotations

from detente.datasets.layout import Column
from detente.datasets.origin import COW_TERMS, COW_TERMS_CHECKED, Origin
from detente.datasets.tabular import Field, table_source

ORIGIN = Origin(
    producer="The Correlates of War Project",
    title="Direct Contiguity",
    version="3.2, yearly (contdird) or by spell (contdir)",
    licence=COW_TERMS,
    address="https://correlatesofwar.org/data-sets/direct-contiguity",
    citation=(
        "Stinnett, Douglas M., Jaroslav Tir, Philip Schafer, Paul F. Diehl, and Charles Gochman "
        "(2002). The Correlates of War Project Direct Contiguity Data, Version 3. Conflict "
        "Management and Peace Science 19(2), 58-66"
    ),
    checked=(
        "Columns of the R package peacesciencer were held against its tables, those of the owner's contdird "
        f"against three programs that read it, citation against that package's list. {COW_TERMS_CHECKED}"
    ),
)
FIELDS = (
    Field(
        "a",
        Column(
            "ccode1",
            "first state, COW number",
            aliases=(
                "state1no",
                "statelno",
            ),
        ),
        "cow",
        key=True,
    ),
    Field(
        "b",
        Column(
            "ccode2",
            "second state, COW number",
            aliases=(
                "state2no",
                "statehno",
            ),
        ),
        "cow",
        key=True,
    ),
    Field(
        "type",
        Column("conttype", "1 by land; 2 to 5 by at most 12, 24, 150, 400 miles of water"),
        "int",
        key=True,
    ),
    Field("year", Column("year", "year", "the file has spells", required=False), "int"),
    Field(
        "start",
        Column(
            "begin", "first month of the spell", "the file has years", required=False, aliases=("stdate",)
        ),
        "text",
    ),
    Field(
        "end",
        Column("end", "last month of the spell", "the file has years", required=False, aliases=("enddate",)),
        "text",
    ),
)
SOURCE = table_source(
    "cow-contiguity",
    "dyads",
    ORIGIN,
    "COW contiguity",
    FIELDS,
    "One row a pair and year, or a pair and spell; pairs further apart have no row.",
)
