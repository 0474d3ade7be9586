"""Militarized interstate disputes, by directed pair and year."""

from __future__ import annotations

from detente.datasets.layout import Column
from detente.datasets.origin import COW_TERMS, COW_TERMS_CHECKED, Origin
from detente.datasets.tabular import Field, table_source

ORIGIN = Origin(
    producer="The Correlates of War Project",
    title="Dyadic Militarized Interstate Disputes",
    version=(
        "COW dyadic MID 4.02 and 4.03 (statea, stateb), and the directed dispute-years of R package "
        "peacesciencer made from MID 5.0"
    ),
    licence=COW_TERMS,
    address="https://correlatesofwar.org/data-sets/MIDs",
    citation=(
        "Palmer, Glenn, Roseanne W. McManus, Vito D'Orazio, Michael R. Kenwick, Mikaela Karstens,"
        " Chase Bloch, Nick Dietrich, Kayla Kahn, Kellan Ritter, and Michael J. Soules (2022). "
        "The MID5 Dataset, 2011-2014. Conflict Management and Peace Science 39(4), 470-482"
    ),
    checked=(
        "Columns of the dyadic file 4.03 were held against a program that reads it, those of "
        "peacesciencer against its tables; citation against the snapshots of Our World in Data. The "
        f"codebook was not opened. {COW_TERMS_CHECKED}"
    ),
)
FIELDS = (
    Field(
        "dispute",
        Column(
            "dispnum",
            "number of the dispute",
            aliases=(
                "disno",
                "dispnum3",
                "dispnum4",
            ),
        ),
        "int",
        key=True,
    ),
    Field("a", Column("ccode1", "first state, COW number", aliases=("statea",)), "cow", key=True),
    Field("b", Column("ccode2", "second state, COW number", aliases=("stateb",)), "cow", key=True),
    Field("year", Column("year", "year"), "int", key=True),
    Field(
        "ongoing",
        Column(
            "dispongoing",
            "1 where the dispute goes on in the year",
            required=False,
            aliases=(
                "cowmidongoing",
                "gmlmidongoing",
                "midongoing",
                "ongoing",
            ),
        ),
        "int",
    ),
    Field(
        "onset",
        Column(
            "disponset",
            "1 where it began in the year",
            required=False,
            aliases=(
                "cowmidonset",
                "gmlmidonset",
                "midonset",
                "new",
            ),
        ),
        "int",
    ),
    Field(
        "side_a",
        Column(
            "sidea1", "1 where the first state is on the initiating side", required=False, aliases=("sideaa",)
        ),
        "int",
    ),
    Field(
        "hostility_a",
        Column(
            "hostlev1", "hostility of the first state, 1 none to 5 war", required=False, aliases=("hihosta",)
        ),
        "int",
    ),
    Field(
        "hostility_b",
        Column("hostlev2", "hostility of the second state", required=False, aliases=("hihostb",)),
        "int",
    ),
    Field(
        "hostility", Column("hostlev", "hostility of the dispute", required=False, aliases=("hihost",)), "int"
    ),
    Field(
        "fatality", Column("fatality", "deaths in classes 0 to 6", required=False, aliases=("fatlev",)), "int"
    ),
)
SOURCE = table_source(
    "cow-mid",
    "dyads",
    ORIGIN,
    "COW dyadic MID",
    FIELDS,
    (
        "One row a dispute, directed pair and year. A year without a row is a year without a "
        "dispute only inside the coverage of the release."
    ),
)
