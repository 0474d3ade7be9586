"""UCDP Georeferenced Event Dataset: comma-separated, one row an incident of lethal violence."""

from __future__ import annotations

import re

import pyarrow as pa
import pyarrow.compute as pc

from detente.datasets.columns import days, states, translate, whole
from detente.datasets.delimited import Batch
from detente.datasets.event_rows import event_rows
from detente.datasets.layout import Column, Layout
from detente.datasets.origin import Origin
from detente.datasets.shape import EVENT_ROWS
from detente.datasets.source import Source
from detente.datasets.tally import Tally
from detente.ontology.schemes import Choices

ORIGIN = Origin(
    producer="Uppsala Conflict Data Program",
    title="UCDP Georeferenced Event Dataset (GED) Global",
    version="5.0 to 26.1, and candidate releases; some of these have no header",
    licence="CC BY 4.0",
    address="https://ucdp.uu.se/downloads/",
    citation=(
        "Sundberg, Ralph, and Erik Melander (2013). Introducing the UCDP Georeferenced Event Dataset. "
        "Journal of Peace Research 50(4), 523-532"
    ),
    checked=(
        "The 49 columns, -1 for sources that were not counted, and the names of releases to 26.1 were "
        "held against programs that read the files and R package ucdp; licence and citation against the "
        "snapshots of Our World in Data. The codebook was not opened."
    ),
)
COLUMNS = (
    Column("id", "number of the event", required=False),
    Column("type_of_violence", "1 state-based, 2 between groups, 3 one-sided"),
    Column("side_a", "name of side A", aliases=("side_a_name",)),
    Column("side_b", "name of side B", aliases=("side_b_name",)),
    Column("gwnoa", "number of state A after Gleditsch and Ward", "side A is no government", required=False),
    Column("gwnob", "number of state B", "side B is no government", required=False),
    Column("date_start", "first possible day of the event"),
    Column("date_end", "last possible day", required=False),
    Column("number_of_sources", "reports used", "not counted (-1)", required=False),
    Column("where_coordinates", "place of the event", required=False),
    Column("best", "best estimate of deaths", required=False),
)
ORDER = (
    "id relid year active_year code_status type_of_violence conflict_dset_id conflict_new_id conflict_name "
    "dyad_dset_id dyad_new_id dyad_name side_a_dset_id side_a_new_id side_a side_b_dset_id side_b_new_id "
    "side_b number_of_sources source_article source_office source_date source_headline source_original "
    "where_prec where_coordinates where_description adm_1 adm_2 latitude longitude geom_wkt priogrid_gid "
    "country country_id region event_clarity date_prec date_start date_end deaths_a deaths_b "
    "deaths_civilians deaths_unknown best high low gwnoa gwnob"
)
LAYOUTS = (Layout("UCDP GED", COLUMNS, tuple(ORDER.split()), nulls=("NA", "-1")),)
_GOVERNMENT = re.compile(r"(?:Forces of|Government of(?: the)?) (.+)")


def _rows(batch: Batch, choices: Choices, tally: Tally) -> pa.RecordBatch:
    text = batch.text
    day = days(text["date_start"])
    spread = pc.sum(pc.not_equal(day, days(text["date_end"]))).as_py()
    tally.note("event dated to several days; its first possible day is taken", spread or 0)
    size = len(batch)
    return event_rows(
        batch,
        tally,
        "ucdp-ged",
        "ucdp",
        day=day,
        source=_state(text["gwnoa"], text["side_a"], day, choices),
        source_sector=text["side_a"],
        target=_state(text["gwnob"], text["side_b"], day, choices),
        target_sector=text["side_b"],
        code=translate(text["type_of_violence"], lambda cell: cell.strip().removesuffix(".0"), pa.string()),
        plover=pa.repeat(pa.scalar("ASSAULT"), size),
        quad=pa.repeat(pa.scalar(4, pa.int8()), size),
        mentions=whole(text["number_of_sources"], "number_of_sources", tally),
        place=text["where_coordinates"],
    )


def _state(number: pa.Array, side: pa.Array, day: pa.Array, choices: Choices) -> pa.Array:
    """The state of a side: by its number, else by its name where that says that it is a government."""
    plain = translate(number, lambda cell: cell.strip().removesuffix(".0"), pa.string())
    named = translate(side, _government, pa.string())
    return pc.coalesce(states(plain, day, "gw", choices), states(named, day, "name", choices))


def _government(name: str) -> str | None:
    found = _GOVERNMENT.fullmatch(name.strip())
    return found[1] if found else None


SOURCE = Source(
    "ucdp-ged",
    "events",
    ORIGIN,
    LAYOUTS,
    _rows,
    EVENT_ROWS,
    "Only incidents with at least one death: no cooperation, no words. Every row is material conflict "
    "(ASSAULT) without a Goldstein score; groups that are no state have a null state and their name as "
    "sector.",
)
