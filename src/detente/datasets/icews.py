"""ICEWS coded event data: tab-separated files of 20 columns, one or more a year."""

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
    producer="Leidos, Inc. (before: Lockheed Martin)",
    title="ICEWS Coded Event Data",
    version="1995 to 2023, all releases and weekly updates",
    licence=(
        "yearly files: research and education only, no commercial use, © Lockheed Martin and BBN-Raytheon; "
        "weekly files: CC0 1.0"
    ),
    address="https://doi.org/10.7910/DVN/28075",
    citation=(
        "Boschee, Elizabeth, Jennifer Lautenschlager, Sean O'Brien, Steve Shellman, James Starz, and Michael "
        "Ward (2015). ICEWS Coded Event Data. Harvard Dataverse, https://doi.org/10.7910/DVN/28075"
    ),
    checked=(
        "Columns were held against the owner's rows of June 2018 in R package icews, producer and citation "
        "against the record of 2023 on Dataverse, terms as an issue of that package quotes both records of "
        '2019; they disagree, and the weekly record also says "For Official Use Only".'
    ),
)
COLUMNS = (
    Column("Event ID", "number of the record", required=False),
    Column("Event Date", "day of the report, YYYY-MM-DD"),
    Column("Source Sectors", "sectors of the source, comma-separated", required=False),
    Column("Source Country", "country of the source, in words", "no country, or an international body"),
    Column("CAMEO Code", "CAMEO code"),
    Column("Intensity", "Goldstein score of the code, [-10, 10]", required=False),
    Column("Target Sectors", "sectors of the target", required=False),
    Column("Target Country", "country of the target, in words", "no country, or an international body"),
    Column("City", "place of the event", required=False),
    Column("District", "district of the place", required=False),
    Column("Province", "province of the place", required=False),
    Column("Country", "country of the place", required=False),
)
ORDER = (
    "Event ID|Event Date|Source Name|Source Sectors|Source Country|Event Text|CAMEO Code|Intensity|Target "
    "Name|Target Sectors|Target Country|Story ID|Sentence Number|Publisher|City|District|Province|Country|"
    "Latitude|Longitude"
)
LAYOUTS = (Layout("ICEWS (20 columns)", COLUMNS, tuple(ORDER.split("|")), nulls=("NA", "NULL", "None")),)


def _rows(batch: Batch, choices: Choices, tally: Tally) -> pa.RecordBatch:
    text = batch.text
    day = days(text["Event Date"])
    code = translate(text["CAMEO Code"], cameo_code, pa.string())
    meant = meanings(code, "cameo", choices, tally)
    own = numbers(text["Intensity"], "Intensity", tally, -10, 10)
    return event_rows(
        batch,
        tally,
        "icews",
        "cameo",
        day=day,
        source=states(text["Source Country"], day, "name", choices),
        source_sector=text["Source Sectors"],
        target=states(text["Target Country"], day, "name", choices),
        target_sector=text["Target Sectors"],
        code=code,
        plover=meant["plover"],
        quad=meant["quad"],
        goldstein=scores(own, meant["goldstein"], choices),
        place=place(text, "City", "Province", "Country"),
    )


def place(text: dict[str, pa.Array], *parts: str) -> pa.Array:
    """The parts of a place, joined by commas; null where none is said."""
    joined = text[parts[0]]
    for part in parts[1:]:
        both = pc.binary_join_element_wise(joined, text[part], ", ")
        joined = pc.coalesce(both, joined, text[part])
    return joined


SOURCE = Source(
    "icews",
    "events",
    ORIGIN,
    LAYOUTS,
    _rows,
    EVENT_ROWS,
    "One row a coded sentence; the same event told in several stories stands several times. Counts are "
    "reports.",
)
