"""Archigos: leaders of states and how they came and went."""

from __future__ import annotations

from detente.datasets.layout import Column
from detente.datasets.origin import Origin
from detente.datasets.tabular import Field, table_source

ORIGIN = Origin(
    producer="Hein Goemans, Kristian Skrede Gleditsch and Giacomo Chiozza",
    title="Archigos: A Data Set on Leaders",
    version="4.1",
    licence="not stated; the producer asks for citation",
    address="https://www.rochester.edu/college/faculty/hgoemans/data.htm",
    citation=(
        "Goemans, Henk E., Kristian Skrede Gleditsch, and Giacomo Chiozza (2009). Introducing "
        "Archigos: A Dataset of Political Leaders. Journal of Peace Research 46(2), 269-283"
    ),
    checked=(
        "Columns were held against the owner's file 4.1 as a page prints its first rows, and against the "
        "tables of R package peacesciencer; citation against that package's list. The terms were held "
        "against nothing."
    ),
)
FIELDS = (
    Field("spell", Column("obsid", "name of the spell in office"), "text", key=True),
    Field(
        "state",
        Column("ccode", "state, number after Gleditsch and Ward", aliases=("gwcode",)),
        "gw",
        key=True,
    ),
    Field("leader", Column("leader", "name of the leader"), "text", key=True),
    Field("start", Column("startdate", "first day in office"), "day", key=True),
    Field(
        "end",
        Column(
            "enddate",
            "last day in office",
            "in office at the end of the coverage",
            required=False,
            aliases=("eoutdate",),
        ),
        "day",
    ),
    Field(
        "entry", Column("entry", "how the leader came: regular, irregular, imposed", required=False), "text"
    ),
    Field("exit", Column("exit", "how the leader went", required=False), "text"),
    Field("exit_kind", Column("exitcode", "how the leader went, in full", required=False), "text"),
    Field("born", Column("yrborn", "year of birth", required=False), "int"),
)
SOURCE = table_source(
    "archigos",
    "states",
    ORIGIN,
    "Archigos",
    FIELDS,
    "One row a leader and spell in office.",
)
