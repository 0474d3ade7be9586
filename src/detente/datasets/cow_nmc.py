"""National material capabilities and the index CINC, by state and year."""

from __future__ import annotations

from detente.datasets.layout import Column
from detente.datasets.origin import COW_TERMS, COW_TERMS_CHECKED, Origin
from detente.datasets.tabular import Field, table_source

ORIGIN = Origin(
    producer="The Correlates of War Project",
    title="National Material Capabilities",
    version="5.0 to 7.0 (abridged; 1816 to 2022)",
    licence=COW_TERMS,
    address="https://correlatesofwar.org/data-sets/national-material-capabilities",
    citation=(
        "Singer, J. David, Stuart Bremer, and John Stuckey (1972). Capability Distribution, "
        "Uncertainty, and Major Power War, 1820-1965. In Bruce Russett (ed.), Peace, War, and "
        "Numbers. Sage, 19-48; Singer, J. David (1987). Reconstructing the Correlates of War Dataset on "
        "Material Capabilities of States, 1816-1985. International Interactions 14, 115-132"
    ),
    checked=(
        "Columns of the R package peacesciencer were held against its tables, those of the owner's file "
        "7.0 against programs that read ccode, stateabb, year and cinc of it; citation against that "
        f"package's list. {COW_TERMS_CHECKED}"
    ),
)
FIELDS = (
    Field("state", Column("ccode", "state, COW number"), "cow", key=True),
    Field("year", Column("year", "year"), "int", key=True),
    Field(
        "military_spending",
        Column("milex", "thousand current US dollars (pounds until 1913)", "unknown (-9)"),
        "float",
    ),
    Field("military_personnel", Column("milper", "thousands", "unknown (-9)"), "float"),
    Field("iron_steel", Column("irst", "thousand tons", "unknown (-9)"), "float"),
    Field("energy", Column("pec", "thousand coal-ton equivalents", "unknown (-9)"), "float"),
    Field("population", Column("tpop", "thousands", "unknown (-9)"), "float"),
    Field("urban_population", Column("upop", "thousands in cities over 100,000", "unknown (-9)"), "float"),
    Field("cinc", Column("cinc", "share of the system, mean of six shares, [0, 1]"), "float"),
)
SOURCE = table_source(
    "cow-nmc",
    "states",
    ORIGIN,
    "NMC",
    FIELDS,
    "One row a state and year.",
)
