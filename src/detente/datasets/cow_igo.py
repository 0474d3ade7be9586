"""Memberships in intergovernmental organisations that two states share, by pair and year."""

from __future__ import annotations

from detente.datasets.layout import Column, Layout
from detente.datasets.origin import COW_TERMS, COW_TERMS_CHECKED, Origin
from detente.datasets.tabular import Field, table_source

ORIGIN = Origin(
    producer="The Correlates of War Project",
    title="Intergovernmental Organizations, shared memberships",
    version="3.0 by dyad (dyadic_formatv3), and the counts that R package peacesciencer made from it",
    licence=COW_TERMS,
    address="https://correlatesofwar.org/data-sets/igos",
    citation=(
        "Pevehouse, Jon C. W., Timothy Nordstrom, Roseanne W. McManus, and Anne Spencer Jamison "
        "(2020). Tracking Organizations in the World: The Correlates of War IGO Version 3.0 "
        "datasets. Journal of Peace Research 57(3), 492-503"
    ),
    checked=(
        "Columns of the R package peacesciencer were held against its tables, those of the owner's own "
        "file and their codes against the scripts that count them for it and for the owner's article, "
        f"citation against that package's list. {COW_TERMS_CHECKED}"
    ),
)
FIELDS = (
    Field("a", Column("ccode1", "first state, COW number"), "cow", key=True),
    Field("b", Column("ccode2", "second state, COW number"), "cow", key=True),
    Field("year", Column("year", "year"), "int", key=True),
    Field("shared", Column("dyadigos", "organisations of which both are full members"), "int"),
)
SOURCE = table_source(
    "cow-igo",
    "dyads",
    ORIGIN,
    "COW IGO dyad-years",
    FIELDS,
    "One row a pair and year. In the owner's file, a column an organisation, those with 1 (both full "
    "members) are counted.",
    counted=Layout(
        "COW IGO 3.0, dyadic",
        (),
        tallies={"dyadigos": ("1", "1.0")},
        aside=("country1", "country2", "dyadid", "state1", "state2", "version"),
    ),
)
