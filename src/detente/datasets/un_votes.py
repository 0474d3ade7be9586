"""United Nations General Assembly: how each state voted in each roll call."""

from __future__ import annotations

from detente.datasets.layout import Column
from detente.datasets.origin import Origin
from detente.datasets.tabular import Field, table_source

ORIGIN = Origin(
    producer="Erik Voeten, Anton Strezhnev and Michael Bailey",
    title="United Nations General Assembly Voting Data",
    version=("1946 to today (UNVotes), and the tables of the R package unvotes that were made from it"),
    licence="CC0 1.0 as stated on Dataverse",
    address="https://doi.org/10.7910/DVN/LEJUQZ",
    citation=(
        "Voeten, Erik, Anton Strezhnev, and Michael Bailey (2009). United Nations General "
        "Assembly Voting Data. Harvard Dataverse, https://doi.org/10.7910/DVN/LEJUQZ"
    ),
    checked=(
        "Columns were held against the tables of R package unvotes, terms against a replication archive that "
        "quotes the record on Dataverse."
    ),
)
_ISO2 = Column("country_code", "ISO 3166-1 alpha-2 (R package unvotes)", required=False)
_NAME = Column("country", "state in words", required=False, aliases=("Countryname",))
_VOTES = {"1": "yes", "2": "abstain", "3": "no", "8": "absent", "9": "no member"}


def _vote(cell: str) -> str | None:
    plain = cell.strip().lower().removesuffix(".0")
    return _VOTES.get(plain, plain if plain in _VOTES.values() else None)


FIELDS = (
    Field("rcid", Column("rcid", "number of the roll call"), "int", key=True),
    Field(
        "state",
        Column("ccode", "state, COW number", "read from the country instead", required=False),
        "cow",
        key=True,
        also=((_ISO2, "alpha2"), (_NAME, "name")),
    ),
    Field(
        "vote",
        Column("vote", "yes, abstain, no, absent, no member; in the owner's file 1, 2, 3, 8, 9"),
        "text",
        key=True,
        read=_vote,
    ),
    Field("day", Column("date", "day of the vote", "see un-roll-calls", required=False), "day"),
)
SOURCE = table_source(
    "un-votes",
    "states",
    ORIGIN,
    "UNVotes",
    FIELDS,
    (
        "One row a state and roll call. Two states voted the same where both said yes, both no or"
        " both abstained."
    ),
)
