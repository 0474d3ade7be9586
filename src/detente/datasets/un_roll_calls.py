"""United Nations General Assembly: the roll calls that were voted on."""

from __future__ import annotations

from dataclasses import replace

from detente.datasets import un_votes
from detente.datasets.layout import Column
from detente.datasets.tabular import Field, table_source

ORIGIN = replace(
    un_votes.ORIGIN,
    title="United Nations General Assembly Voting Data, descriptions of roll calls",
    version="1946 to today",
)
FIELDS = (
    Field("rcid", Column("rcid", "number of the roll call"), "int", key=True),
    Field("session", Column("session", "session of the Assembly", required=False), "int"),
    Field("day", Column("date", "day of the vote"), "day", key=True),
    Field(
        "important",
        Column("importantvote", "1 where the US State Department called it important", required=False),
        "int",
    ),
    Field(
        "resolution", Column("unres", "number of the resolution", required=False, aliases=("resid",)), "text"
    ),
    Field("subject", Column("short", "subject in a few words", required=False), "text"),
    Field("description", Column("descr", "what was voted on", required=False), "text"),
)
SOURCE = table_source(
    "un-roll-calls",
    "votes",
    ORIGIN,
    "UN roll calls (descriptionsun)",
    FIELDS,
    "One row a roll call.",
)
