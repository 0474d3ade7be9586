"""International Crisis Behavior: pairs of states in each crisis."""

from __future__ import annotations

from detente.datasets.icb import NOTHING
from detente.datasets.layout import Column
from detente.datasets.origin import Origin
from detente.datasets.tabular import Field, table_source

ORIGIN = Origin(
    producer="Joseph J. Hewitt",
    title="International Crisis Behavior, dyadic data (icbdy)",
    version="3 to 16",
    licence="none stated where we read; the project asks for two citations",
    address="https://sites.duke.edu/icbdata/data-collections/",
    citation=(
        "Hewitt, J. Joseph (2003). Dyadic Processes and International Crises. Journal of Conflict"
        " Resolution 47(5), 669-692. And, as for all data of the project: Brecher, Michael, and Jonathan "
        "Wilkenfeld (1997). A Study of Crisis. Ann Arbor: University of Michigan Press; Brecher, Michael, "
        "Jonathan Wilkenfeld, Kyle Beardsley, Patrick James, and David Quinn (2025). International Crisis "
        "Behavior Data Codebook, Version 16"
    ),
    checked=(
        "Columns of versions 12 to 16 and -99 for nothing were held against programs that read the "
        "files (EUGene and others). The project's page asks to cite book and codebook; what it says of "
        "citing the dyads stands further down than could be read, and the article was held against nothing. "
        "The codebook was not opened."
    ),
)
_NUMBER = "number after Gleditsch and Ward, else COW number"
A = Column("statea", f"first state, {_NUMBER}", aliases=("ccode1",))
B = Column("stateb", f"second state, {_NUMBER}", aliases=("ccode2",))
FIELDS = (
    Field("crisis", Column("crisno", "number of the crisis"), "int", key=True),
    Field("name", Column("crisname", "name of the crisis", required=False), "text"),
    Field("a", A, "gw", key=True, also=((A, "cow"),)),
    Field("b", B, "gw", key=True, also=((B, "cow"),)),
    Field("year", Column("year", "year"), "int", key=True),
    Field(
        "ongoing",
        Column(
            "ongoing", "0 in the year of the onset, 1 where it goes on", required=False, aliases=("crisis",)
        ),
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
    missing=NOTHING,
)
