"""Phoenix: real-time files of the Open Event Data Alliance, historical ones of the Cline Center."""

from __future__ import annotations

import pyarrow as pa
import pyarrow.compute as pc

from detente.datasets.columns import days, numbers, states, translate
from detente.datasets.delimited import Batch
from detente.datasets.event_rows import cameo_code, event_rows, meanings, scores
from detente.datasets.layout import Column, Layout
from detente.datasets.origin import Origin
from detente.datasets.shape import EVENT_ROWS
from detente.datasets.source import Source
from detente.datasets.tally import Tally
from detente.ontology.schemes import Choices

ORIGIN = Origin(
    producer="Open Event Data Alliance; University of Texas at Dallas; Cline Center, University of Illinois",
    title="Phoenix event data",
    version="real-time 2014 to 2019 (26 columns, no header); Cline Center Historical Phoenix 1945 to 2019",
    licence="not known for certain: read the Illinois Data Bank's page; none stated for the real-time files",
    address="https://doi.org/10.13012/B2IDB-0647142_V3",
    citation=(
        "Althaus, Scott, Joseph Bajjalieh, John F. Carter, Buddy Peyton, and Dan A. Shalmon (2020). Cline "
        "Center Historical Phoenix Event Data. University of Illinois, "
        "https://doi.org/10.13012/B2IDB-0647142_V3"
    ),
    checked=(
        "The 26 columns of the real-time files, their scores and their quad classes (0 for CAMEO 01 and 02) "
        "were held against the program that writes them (openeventdata/phoenix_pipeline) and the names "
        "against one that reads them; the columns of the historical files against R package phx and two "
        "programs that read release 3, its address against several that name it, authors and title against "
        "phx and R package UTDEventData. The owner's page was not to be had; one register of sources found "
        "there open access with citation and no other restriction, another takes that for CC0 by default, "
        "and no source confirms either."
    ),
)
COLUMNS = (
    Column("EventID", "number of the record", required=False, aliases=("eid", "id")),
    Column("Date", "day of the story, YYYYMMDD or YYYY-MM-DD", aliases=("story_date", "date8")),
    Column(
        "SourceActorEntity",
        "CAMEO actor code of the source",
        "no country",
        aliases=("source_root", "Src_Actor", "SourceActor"),
    ),
    Column("SourceActorRole", "role of the source", required=False, aliases=("source_agent", "Src_Agent")),
    Column(
        "TargetActorEntity",
        "CAMEO actor code of the target",
        "no country",
        aliases=("target_root", "Tgt_Actor", "TargetActor"),
    ),
    Column("TargetActorRole", "role of the target", required=False, aliases=("target_agent", "Tgt_Agent")),
    Column("EventCode", "CAMEO code", aliases=("code", "CAMEO_Code")),
    Column(
        "GoldsteinScore", "Goldstein score, [-10, 10]", required=False, aliases=("goldstein", "Goldstein")
    ),
    Column("LocationName", "place of the event", required=False, aliases=("placename", "Geoname")),
    Column("URLs", "address of the report, several divided by ;", required=False, aliases=("url", "URL")),
)
ORDER = (
    "EventID Date Year Month Day SourceActorFull SourceActorEntity SourceActorRole SourceActorAttribute "
    "TargetActorFull TargetActorEntity TargetActorRole TargetActorAttribute EventCode EventRootCode "
    "PentaClass GoldsteinScore Issues Lat Lon LocationName StateName CountryCode SentenceID URLs NewsSources"
)
LAYOUTS = (Layout("Phoenix", COLUMNS, tuple(ORDER.split()), nulls=("NA", "---")),)


def _rows(batch: Batch, choices: Choices, tally: Tally) -> pa.RecordBatch:
    text = batch.text
    day = days(text["Date"])
    code = translate(text["EventCode"], cameo_code, pa.string())
    meant = meanings(code, "cameo", choices, tally)
    own = numbers(text["GoldsteinScore"], "GoldsteinScore", tally, -10, 10)
    return event_rows(
        batch,
        tally,
        "phoenix",
        "cameo",
        day=day,
        source=states(_country(text["SourceActorEntity"]), day, "alpha", choices),
        source_sector=text["SourceActorRole"],
        target=states(_country(text["TargetActorEntity"]), day, "alpha", choices),
        target_sector=text["TargetActorRole"],
        code=code,
        plover=meant["plover"],
        quad=meant["quad"],
        goldstein=scores(own, meant["goldstein"], choices),
        mentions=_reports(text["URLs"]),
        place=text["LocationName"],
        url=text["URLs"],
    )


def _country(column: pa.Array) -> pa.Array:
    return pc.utf8_slice_codeunits(column, 0, 3)


def _reports(urls: pa.Array) -> pa.Array:
    """How many reports a row was merged from."""
    return translate(urls, lambda cell: len([u for u in cell.split(";") if u.strip()]), pa.int32())


SOURCE = Source(
    "phoenix",
    "events",
    ORIGIN,
    LAYOUTS,
    _rows,
    EVENT_ROWS,
    "One row an event a day; mentions counts the addresses. Its own classes put CAMEO 16 with verbal "
    "conflict, and 01 and 02 in a class of their own: choose --quad phoenix for them.",
)
