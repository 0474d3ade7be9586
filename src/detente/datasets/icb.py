"""International Crisis Behavior: the states in each crisis."""

from __future__ import annotations

from detente.datasets.layout import Column
from detente.datasets.origin import Origin
from detente.datasets.tabular import MISSING, Field, table_source

ORIGIN = Origin(
    producer=("Michael Brecher, Jonathan Wilkenfeld, Kyle Beardsley, Patrick James and David Quinn"),
    title="International Crisis Behavior Project, actor level (icb2)",
    version="10 to 16 (1918 to 2021)",
    licence="none stated where we read; the producer asks for two citations",
    address="https://sites.duke.edu/icbdata/data-collections/",
    citation=(
        "Brecher, Michael, and Jonathan Wilkenfeld (1997). A Study of Crisis. Ann Arbor: University of "
        "Michigan Press. And: Brecher, Michael, Jonathan Wilkenfeld, Kyle Beardsley, Patrick James, and "
        "David Quinn (2025). International Crisis Behavior Data Codebook, Version 16. "
        "http://sites.duke.edu/icbdata/data-collections/"
    ),
    checked=(
        "Columns to version 16 were held against programs that read the files; the codes of triggers and "
        "responses against two that spell them out; the state numbers (Gleditsch and Ward's, nearly COW's) "
        "against the codebook of version 12; that both book and codebook are to be cited, against the "
        "owner's pages of versions 11 and 15 and its viewer of version 16. The beginning of these pages, "
        "which is what was read, states no other terms."
    ),
)
STATE = Column("cracid", "state in crisis, number after Gleditsch and Ward, else COW number")
NOTHING = (*MISSING, "-99")
TRIGGERS = (
    "kind of trigger: 1 verbal, 2 political, 3 economic act, 4 external change, 5 other act without "
    "violence, 6 challenge within, 7 military act without violence, 8 indirect violence, 9 violent act"
)
RESPONSES = (
    "major response: 1 none, 2 verbal, 3 political, 4 economic, 5 other act without violence, 6 military act "
    "without violence, 7 several with such, 8 military violence, 9 several with such"
)
FIELDS = (
    Field("crisis", Column("crisno", "number of the crisis"), "int", key=True),
    Field("name", Column("crisname", "name of the crisis", required=False), "text"),
    Field("state", STATE, "gw", key=True, also=((STATE, "cow"),)),
    Field("year", Column("yrtrig", "year of the trigger"), "int", key=True),
    Field("month", Column("motrig", "month of the trigger", required=False), "int"),
    Field("day_of_month", Column("datrig", "day of the trigger", required=False), "int"),
    Field("trigger", Column("triggr", TRIGGERS, required=False), "int"),
    Field(
        "trigger_by",
        Column(
            "trigent",
            "who triggered it: a state's number, or 995 within, 996 no state, 997 several",
            required=False,
            aliases=("triggent",),
        ),
        "text",
    ),
    Field("response", Column("majres", RESPONSES, required=False), "int"),
    Field("end_year", Column("yrterm", "year in which it ended", required=False), "int"),
)
SOURCE = table_source(
    "icb",
    "states",
    ORIGIN,
    "ICB actor level",
    FIELDS,
    "One row a state and crisis.",
    missing=NOTHING,
)
