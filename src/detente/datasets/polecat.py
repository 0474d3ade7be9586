"""POLECAT: weekly and yearly tab-separated files, coded in PLOVER."""

from __future__ import annotations

import pyarrow as pa
import pyarrow.compute as pc

from detente.datasets.columns import days, numbers, states, translate
from detente.datasets.delimited import Batch
from detente.datasets.event_rows import event_rows, meanings
from detente.datasets.icews import place
from detente.datasets.layout import Column, Layout
from detente.datasets.origin import Origin
from detente.datasets.shape import EVENT_ROWS
from detente.datasets.source import Source
from detente.datasets.tally import Tally
from detente.ontology.schemes import Choices

ORIGIN = Origin(
    producer="Program on Geostrategic Risk (formerly the Political Instability Task Force)",
    title="POLECAT: Political Event Classification, Attributes, and Types",
    version="2018 to today, releases with a header",
    licence="research and education only, no commercial use; © Leidos",
    address="https://doi.org/10.7910/DVN/AJGVIT",
    citation=(
        "Scarborough, Grace I., Benjamin E. Bagozzi, Andreas Beger, John Berrie, Andrew Halterman, Philip A. "
        "Schrodt, and Jevon Spivey (2023). POLECAT Weekly Data. Harvard Dataverse, "
        "https://doi.org/10.7910/DVN/AJGVIT"
    ),
    checked=(
        "Columns, their later names, None for nothing and the semicolon between countries were held "
        "against programs that read the files (TGB, rpolecat); terms as R package rpolecat quotes them "
        "from Dataverse (TGB says CC0; Dataverse, and another reader, do not), citation against three "
        "repositories. The files themselves were not opened."
    ),
)
COLUMNS = (
    Column("Event ID", "number of the record", required=False),
    Column("Event Date", "day of the event, YYYY-MM-DD"),
    Column("Event Type", "PLOVER type"),
    Column("Event Mode", "PLOVER mode", "the type has no modes", required=False),
    Column("Intensity", "PLOVER score, [-10, 10]", required=False, aliases=("Event Intensity",)),
    Column("Actor Country", "countries of the source, ISO 3166-1 alpha-3, divided by ;", "no country"),
    Column("Actor Sectors", "sectors of the source", required=False, aliases=("Primary Actor Sector",)),
    Column("Recipient Country", "countries of the target, divided by ;", "no country or no target"),
    Column(
        "Recipient Sectors", "sectors of the target", required=False, aliases=("Primary Recipient Sector",)
    ),
    Column("City", "place of the event", required=False),
    Column("Province", "province of the place", required=False, aliases=("District",)),
    Column("Country", "country of the place", required=False),
)
LAYOUTS = (Layout("POLECAT", COLUMNS, nulls=("None", "NA", "nan")),)
SEVERAL = "several countries on one side; the first is taken"


def _rows(batch: Batch, choices: Choices, tally: Tally) -> pa.RecordBatch:
    text = batch.text
    day = days(text["Event Date"])
    kind = translate(text["Event Type"], lambda cell: cell.strip().upper(), pa.string())
    mode = translate(text["Event Mode"], lambda cell: cell.strip().lower(), pa.string())
    meant = meanings(kind, "plover", choices, tally)
    own = numbers(text["Intensity"], "Intensity", tally, -10, 10)
    return event_rows(
        batch,
        tally,
        "polecat",
        "plover",
        day=day,
        source=states(_first(text["Actor Country"], tally), day, "alpha", choices),
        source_sector=text["Actor Sectors"],
        target=states(_first(text["Recipient Country"], tally), day, "alpha", choices),
        target_sector=text["Recipient Sectors"],
        code=_code(kind, mode),
        plover=meant["plover"],
        quad=meant["quad"],
        goldstein=pc.coalesce(own, meant["goldstein"]),
        place=place(text, "City", "Province", "Country"),
    )


def _first(column: pa.Array, tally: Tally) -> pa.Array:
    """The first of several countries; how many rows had several is noted."""
    many = translate(column, lambda cell: len(set(cell.split(";"))) > 1, pa.bool_())
    tally.note(SEVERAL, pc.sum(many).as_py() or 0)
    return translate(column, lambda cell: cell.split(";")[0].strip(), pa.string())


def _code(kind: pa.Array, mode: pa.Array) -> pa.Array:
    """TYPE:mode, or the type alone."""
    return pc.coalesce(pc.binary_join_element_wise(kind, mode, ":"), kind)


SOURCE = Source(
    "polecat",
    "events",
    ORIGIN,
    LAYOUTS,
    _rows,
    EVENT_ROWS,
    "One row an event and pair of actors. A side of several countries counts for the first; such rows are "
    "noted.",
)
