"""Alliance Treaty Obligations and Provisions, by directed pair and year."""

from __future__ import annotations

from detente.datasets.layout import Column
from detente.datasets.origin import Origin
from detente.datasets.tabular import Field, table_source

ORIGIN = Origin(
    producer="Brett Ashley Leeds and others",
    title="Alliance Treaty Obligations and Provisions (ATOP)",
    version=(
        "5.0 and 5.1 (1815 to 2018), dyad-years, directed (atop5_1ddyr) or not (atop5_1dy), and the table "
        "of R package peacesciencer"
    ),
    licence="none stated where we read; the producer asks for citation",
    address="http://www.atopdata.org",
    citation=(
        "Leeds, Brett Ashley, Jeffrey M. Ritter, Sara McLaughlin Mitchell, and Andrew G. Long (2002). "
        "Alliance Treaty Obligations and Provisions, 1815-1944. International Interactions 28, 237-260"
    ),
    checked=(
        "Columns of the directed file and of peacesciencer were held against the script that makes the "
        "latter from atop5_1ddyr, and others that read it; those of the undirected file, mem1 and mem2 "
        "among them, against several programs that read it and one description of its columns; way of "
        "citing against the owner's pages (of version 3 and today's), last year against that description. "
        "The owner's pages of data, description and publications ask for the citation and state no other "
        "terms; a codebook was read in its beginning only."
    ),
)
FIELDS = (
    Field(
        "a",
        Column(
            "ccode1",
            "first state, COW number",
            aliases=(
                "stateA",
                "mem1",
            ),
        ),
        "cow",
        key=True,
    ),
    Field(
        "b",
        Column(
            "ccode2",
            "second state, COW number",
            aliases=(
                "stateB",
                "mem2",
            ),
        ),
        "cow",
        key=True,
    ),
    Field("year", Column("year", "year"), "int", key=True),
    Field(
        "defense", Column("defense", "1 where there is a duty to defend", aliases=("atop_defense",)), "int"
    ),
    Field(
        "offense",
        Column("offense", "1 where there is a duty to join an attack", aliases=("atop_offense",)),
        "int",
    ),
    Field(
        "neutrality",
        Column("neutral", "1 where there is a duty to stay neutral", aliases=("atop_neutral",)),
        "int",
    ),
    Field("nonaggression", Column("nonagg", "1 where force is forsworn", aliases=("atop_nonagg",)), "int"),
    Field(
        "consultation", Column("consul", "1 where consultation is promised", aliases=("atop_consul",)), "int"
    ),
)
SOURCE = table_source(
    "atop",
    "dyads",
    ORIGIN,
    "ATOP dyad-years",
    FIELDS,
    (
        "One row a pair and year with an alliance. In the directed file the duties are those of the first "
        "state (all 0 where the alliance binds only the other); the undirected one has a pair once, lower "
        "number first, and does not say whose duty it is. A year without a row is a year without an "
        "alliance, inside 1815 to the last year of the release."
    ),
)
