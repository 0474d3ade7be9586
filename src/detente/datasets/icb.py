"""International Crisis Behavior: the states in each crisis."""

from __future__ import annotations

from detente.datasets.layout import Column
from detente.datasets.origin import Origin
from detente.datasets.tabular import Field, table_source

ORIGIN = Origin(
    producer=("Michael Brecher, Jonathan Wilkenfeld, Kyle Beardsley, Patrick James and David Quinn"),
    title="International Crisis Behavior Project, actor level (icb2)",
    version="10 to 16",
    licence="not stated; the producer asks for citation",
    address="https://sites.duke.edu/icbdata/data-collections/",
    citation=(
        "Brecher, Michael, Jonathan Wilkenfeld, Kyle Beardsley, Patrick James, and David Quinn "
        "(2023). International Crisis Behavior Data Codebook, Version 15. "
        "http://sites.duke.edu/icbdata/data-collections/"
    ),
)
FIELDS = (
    Field("crisis", Column("crisno", "number of the crisis"), "int", key=True),
    Field("name", Column("crisname", "name of the crisis", required=False), "text"),
    Field("state", Column("cracid", "state in crisis, COW number"), "cow", key=True),
    Field("year", Column("yrtrig", "year of the trigger"), "int", key=True),
    Field("month", Column("motrig", "month of the trigger", required=False), "int"),
    Field("day_of_month", Column("datrig", "day of the trigger", required=False), "int"),
    Field(
        "trigger", Column("triggr", "kind of trigger, 1 verbal act to 9 violent act", required=False), "int"
    ),
    Field(
        "trigger_by",
        Column(
            "trigent",
            "who triggered it, COW number or a code above 990",
            required=False,
            aliases=("triggent",),
        ),
        "text",
    ),
    Field("response", Column("majres", "major response, 1 none to 9 violent act", required=False), "int"),
    Field("end_year", Column("yrterm", "year in which it ended", required=False), "int"),
)
SOURCE = table_source(
    "icb",
    "states",
    ORIGIN,
    "ICB actor level",
    FIELDS,
    "One row a state and crisis.",
)
