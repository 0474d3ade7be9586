"""Archigos: leaders of states and how they came and went."""

from __future__ import annotations

from detente.datasets.layout import Column
from detente.datasets.origin import Origin
from detente.datasets.tabular import Field, table_source

ORIGIN = Origin(
    producer="Hein Goemans, Kristian Skrede Gleditsch and Giacomo Chiozza",
    title="Archigos: A Data Set on Leaders",
    version="4.1",
    licence="none stated where we read; the producers ask to cite article, version and date",
    address="https://www.rochester.edu/college/faculty/hgoemans/data.htm",
    citation=(
        "Goemans, Henk E., Kristian Skrede Gleditsch, and Giacomo Chiozza (2009). Introducing Archigos: A "
        "Dataset of Political Leaders. Journal of Peace Research 46(2), 269-283. Data: version 4.1, 1 March "
        "2016"
    ),
    checked=(
        "Columns were held against the owner's file 4.1 as a page prints its first rows, and against the "
        "tables of R package peacesciencer; the way to cite against the pages of two of the authors (the "
        "last page of the article against PRIO's list, since they misprint the first), which state no other "
        "terms."
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
