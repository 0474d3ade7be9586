"""International Crisis Behavior: pairs of states in each crisis."""

from __future__ import annotations

from detente.datasets.layout import Column
from detente.datasets.origin import Origin
from detente.datasets.tabular import Field, table_source

ORIGIN = Origin(
    producer="Joseph J. Hewitt",
    title="International Crisis Behavior, dyadic data (icbdy)",
    version="3 to 16",
    licence="not stated; the producer asks for citation",
    address="https://sites.duke.edu/icbdata/data-collections/",
    citation=(
        "Hewitt, J. Joseph (2003). Dyadic Processes and International Crises. Journal of Conflict"
        " Resolution 47(5), 669-692"
    ),
)
FIELDS = (
    Field("crisis", Column("crisno", "number of the crisis"), "int", key=True),
    Field("name", Column("crisname", "name of the crisis", required=False), "text"),
    Field("a", Column("statea", "first state, COW number", aliases=("ccode1",)), "cow", key=True),
    Field("b", Column("stateb", "second state, COW number", aliases=("ccode2",)), "cow", key=True),
    Field("year", Column("year", "year"), "int", key=True),
    Field(
        "ongoing",
        Column("ongoing", "1 where the crisis goes on in the year", required=False, aliases=("crisis",)),
        "int",
    ),
)
SOURCE = table_source(
    "icb-dyads",
    "dyads",
    ORIGIN,
    "ICB dyads",
    FIELDS,
    "One row a crisis, pair and year.",
)
