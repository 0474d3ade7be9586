"""Militarized interstate disputes: the states that took part."""

from __future__ import annotations

from detente.datasets.layout import Column
from detente.datasets.origin import COW_TERMS, COW_TERMS_CHECKED, Origin
from detente.datasets.tabular import Field, table_source

ORIGIN = Origin(
    producer="The Correlates of War Project",
    title="Militarized Interstate Disputes, participants (MIDB)",
    version="4.0 to 5.0",
    licence=COW_TERMS,
    address="https://correlatesofwar.org/data-sets/MIDs",
    citation=(
        "Palmer, Glenn, et al. (2022). The MID5 Dataset, 2011-2014. Conflict Management and Peace"
        " Science 39(4), 470-482"
    ),
    checked=(
        "Columns and -9 for unknown days were held against the script by which peacesciencer reads MIDB "
        f"5.0; citation against the snapshots of Our World in Data. {COW_TERMS_CHECKED}"
    ),
)
FIELDS = (
    Field(
        "dispute",
        Column(
            "dispnum",
            "number of the dispute",
            aliases=(
                "dispnum3",
                "dispnum4",
            ),
        ),
        "int",
        key=True,
    ),
    Field("state", Column("ccode", "state, COW number"), "cow", key=True),
    Field("year", Column("styear", "year in which it joined"), "int", key=True),
    Field("month", Column("stmon", "month in which it joined", required=False), "int"),
    Field("end_year", Column("endyear", "year in which it left", required=False), "int"),
    Field("side_a", Column("sidea", "1 where it was on the initiating side", required=False), "int"),
    Field("action", Column("hiact", "highest action, 0 to 21", required=False), "int"),
    Field("hostility", Column("hostlev", "hostility, 1 none to 5 war", required=False), "int"),
    Field("fatality", Column("fatality", "deaths in classes 0 to 6", required=False), "int"),
    Field("originator", Column("orig", "1 where it was there from the beginning", required=False), "int"),
)
SOURCE = table_source(
    "cow-midb",
    "states",
    ORIGIN,
    "MIDB",
    FIELDS,
    "One row a state in a dispute.",
)
