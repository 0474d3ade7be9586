"""What the event files of GDELT 1.0 and 2.0 have in common."""

from __future__ import annotations

import pyarrow as pa
import pyarrow.compute as pc

from detente.datasets.columns import days, numbers, states, translate, whole
from detente.datasets.delimited import Batch
from detente.datasets.event_rows import cameo_code, event_rows, meanings
from detente.datasets.layout import Column
from detente.datasets.tally import Tally
from detente.ontology.schemes import Choices

_ACTOR = (
    "Code Name CountryCode KnownGroupCode EthnicCode Religion1Code Religion2Code "
    "Type1Code Type2Code Type3Code"
)
_EVENT = (
    "IsRootEvent EventCode EventBaseCode EventRootCode QuadClass GoldsteinScale "
    "NumMentions NumSources NumArticles AvgTone"
)
_HEAD = "GLOBALEVENTID SQLDATE MonthYear Year FractionDate"

COLUMNS = (
    Column("GLOBALEVENTID", "number of the record in the master file", required=False),
    Column("SQLDATE", "day of the event, YYYYMMDD", aliases=("Day", "Date")),
    Column("Actor1CountryCode", "CAMEO country of the source", "no country is named"),
    Column("Actor1Type1Code", "CAMEO role of the source", required=False),
    Column("Actor2CountryCode", "CAMEO country of the target", "no country is named"),
    Column("Actor2Type1Code", "CAMEO role of the target", required=False),
    Column("EventCode", "CAMEO code"),
    Column(
        "QuadClass", "1 to 4, verbal and material cooperation, verbal and material conflict", required=False
    ),
    Column("GoldsteinScale", "Goldstein score of the code, [-10, 10]", required=False),
    Column("NumMentions", "mentions in the first 15 minutes (2.0) or day (1.0)", required=False),
    Column("ActionGeo_FullName", "place of the event", required=False),
    Column("SOURCEURL", "first report found; absent from files before April 2013", required=False),
)


def order(geography: str, tail: str) -> tuple[str, ...]:
    """The published order of columns, given those of one place and the last ones."""
    actors = [f"Actor{side}{part}" for side in (1, 2) for part in _ACTOR.split()]
    places = [f"{who}Geo_{part}" for who in ("Actor1", "Actor2", "Action") for part in geography.split()]
    return (*_HEAD.split(), *actors, *_EVENT.split(), *places, *tail.split())


def gdelt_rows(batch: Batch, choices: Choices, tally: Tally, dataset: str) -> pa.RecordBatch:
    """The event rows of a batch; QuadClass and score as published where that is the choice."""
    text = batch.text
    day = days(text["SQLDATE"])
    code = translate(text["EventCode"], cameo_code, pa.string())
    meant = meanings(code, "cameo", choices, tally)
    own = numbers(text["GoldsteinScale"], "GoldsteinScale", tally, -10, 10)
    quad = numbers(text["QuadClass"], "QuadClass", tally, 1, 4)
    return event_rows(
        batch,
        tally,
        dataset,
        "cameo",
        day=day,
        source=states(text["Actor1CountryCode"], day, "alpha", choices),
        source_sector=text["Actor1Type1Code"],
        target=states(text["Actor2CountryCode"], day, "alpha", choices),
        target_sector=text["Actor2Type1Code"],
        code=code,
        plover=meant["plover"],
        quad=pc.coalesce(quad.cast(pa.int8()), meant["quad"]) if choices.quad == "gdelt" else meant["quad"],
        goldstein=own if choices.goldstein == "own" else meant["goldstein"],
        mentions=whole(text["NumMentions"], "NumMentions", tally),
        place=text["ActionGeo_FullName"],
        url=text["SOURCEURL"],
    )
