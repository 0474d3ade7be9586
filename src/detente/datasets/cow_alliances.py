"""Formal alliances after the Correlates of War, by pair and year."""

from __future__ import annotations

from detente.datasets.layout import Column
from detente.datasets.origin import COW_TERMS, COW_TERMS_CHECKED, Origin
from detente.datasets.tabular import Field, table_source

ORIGIN = Origin(
    producer="The Correlates of War Project",
    title="Formal Alliances",
    version="4.1, by dyad and year, directed or not",
    licence=COW_TERMS,
    address="https://correlatesofwar.org/data-sets/formal-alliances",
    citation=("Gibler, Douglas M. (2009). International Military Alliances, 1648-2008. CQ Press"),
    checked=(
        "Columns of version 4.1 were held against the script by which peacesciencer reads the directed "
        f"yearly file, and others that read it; citation against that package's list. {COW_TERMS_CHECKED}"
    ),
)
FIELDS = (
    Field(
        "alliance",
        Column(
            "version4id",
            "number of the alliance",
            required=False,
            aliases=(
                "version3id",
                "alliance",
            ),
        ),
        "int",
    ),
    Field("a", Column("ccode1", "first state, COW number"), "cow", key=True),
    Field("b", Column("ccode2", "second state, COW number"), "cow", key=True),
    Field("year", Column("year", "year"), "int", key=True),
    Field("defense", Column("defense", "1 where there is a duty to defend"), "int"),
    Field("neutrality", Column("neutrality", "1 where there is a duty to stay neutral"), "int"),
    Field("nonaggression", Column("nonaggression", "1 where force is forsworn"), "int"),
    Field("entente", Column("entente", "1 where consultation is promised"), "int"),
)
SOURCE = table_source(
    "cow-alliances",
    "dyads",
    ORIGIN,
    "COW alliances by dyad and year",
    FIELDS,
    "One row an alliance, pair and year; a pair in two alliances has two rows.",
)
