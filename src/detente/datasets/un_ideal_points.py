"""Ideal points of states in the United Nations General Assembly, by session."""

from __future__ import annotations

from detente.datasets.layout import Column
from detente.datasets.origin import Origin
from detente.datasets.tabular import Field, table_source

ORIGIN = Origin(
    producer="Michael A. Bailey, Anton Strezhnev and Erik Voeten",
    title="Estimating Dynamic State Preferences from United Nations Voting Data",
    version="releases of 2020 and 2024, all votes or one issue",
    licence="CC0 1.0 as stated on Dataverse",
    address="https://doi.org/10.7910/DVN/LEJUQZ",
    citation=(
        "Bailey, Michael A., Anton Strezhnev, and Erik Voeten (2017). Estimating Dynamic State "
        "Preferences from United Nations Voting Data. Journal of Conflict Resolution 61(2), "
        "430-456"
    ),
    checked=(
        "Columns were held against the owner's files of 2020 and 2024, terms and citation against a "
        "replication archive that quotes the record on Dataverse."
    ),
)
_ISO3 = Column("iso3c", "state, ISO 3166-1 alpha-3", required=False)


def _year(cell: str) -> int | None:
    return int(float(cell)) + 1945 if cell.strip().removesuffix(".0").isdigit() else None


FIELDS = (
    Field("state", Column("ccode", "state, COW number"), "cow", key=True, also=((_ISO3, "alpha"),)),
    Field("year", Column("session", "year in which the session began: session + 1945"), "int", key=True),
    Field(
        "ideal_point",
        Column(
            "IdealPoint",
            "posterior mean, standardised; higher is nearer to the United States",
            aliases=(
                "IdealPointAll",
                "IdealPointHumanRights",
                "IdealPointImportant",
                "IdealPointMiddleEast",
                "IdealPointNoNukes",
                "IdealPointNuclear",
            ),
        ),
        "float",
        key=True,
    ),
    Field(
        "low",
        Column(
            "Q5%",
            "5 % quantile",
            required=False,
            aliases=(
                "Q5%All",
                "Q5%HumanRights",
                "Q5%Important",
                "Q5%MiddleEast",
                "Q5%NoNukes",
                "Q5%Nuclear",
            ),
        ),
        "float",
    ),
    Field(
        "high",
        Column(
            "Q95%",
            "95 % quantile",
            required=False,
            aliases=(
                "Q95%All",
                "Q95%HumanRights",
                "Q95%Important",
                "Q95%MiddleEast",
                "Q95%NoNukes",
                "Q95%Nuclear",
            ),
        ),
        "float",
    ),
    Field(
        "votes",
        Column(
            "NVotes",
            "votes cast in the session",
            required=False,
            aliases=(
                "NVotesAll",
                "NVotesHumanRights",
                "NVotesImportant",
                "NVotesMiddleEast",
                "NVotesNoNukes",
                "NVotesNuclear",
            ),
        ),
        "int",
    ),
)
SOURCE = table_source(
    "un-ideal-points",
    "states",
    ORIGIN,
    "Idealpointestimates",
    FIELDS,
    (
        "One row a state and session. Distances between two states can be compared over time; "
        "single positions less so. The file of one issue and that of all votes have different "
        "scales."
    ),
    year=_year,
)
