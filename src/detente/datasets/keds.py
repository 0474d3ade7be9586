"""KEDS and TABARI: regional files of date, source, target and code, in WEIS or CAMEO."""

from __future__ import annotations

from collections import Counter

import pyarrow as pa
import pyarrow.compute as pc

from detente.datasets.columns import days, read_short_day, states, translate
from detente.datasets.delimited import Batch
from detente.datasets.event_rows import cameo_code, event_rows, meanings
from detente.datasets.layout import Column, Layout
from detente.datasets.origin import Origin
from detente.datasets.shape import EVENT_ROWS
from detente.datasets.source import Source
from detente.datasets.tally import Tally
from detente.ontology.cameo import cameo_codes
from detente.ontology.schemes import Choices, weis_codes
from detente.ontology.state_codes import codes

ORIGIN = Origin(
    producer="Kansas Event Data System; Penn State Event Data Project (Philip A. Schrodt)",
    title="KEDS and TABARI regional event data",
    version="Levant, Gulf, Balkans, Turkey, Central Asia and others, 1979 to 2011",
    licence="none stated where we read",
    address="http://eventdata.parusanalytics.com/data.html",
    citation=(
        "Schrodt, Philip A., Shannon G. Davis, and Judith L. Weddle (1994). Political Science: KEDS, a "
        "Program for the Machine Coding of Event Data. Social Science Computer Review 12(4), 561-588"
    ),
    checked=(
        "Columns were held against the project's files in R package events, the address against the owner's "
        "page. That page, the project's own description of itself (its data can be downloaded for use in "
        "political studies) and its list of questions state no terms and no way to cite in the parts that "
        "were read; the article is our choice."
    ),
)
COLUMNS = (
    Column("date", "day of the report, YYYY-MM-DD, YYYYMMDD or YYMMDD"),
    Column("source", "actor code of the source; its first three letters are the state"),
    Column("target", "actor code of the target"),
    Column("code", "WEIS or CAMEO code", aliases=("event", "eventcode")),
)
_ORDER = ("date", "source", "target", "code")
LAYOUTS = (
    Layout("KEDS", COLUMNS, _ORDER),
    Layout("KEDS with the phrase", COLUMNS, (*_ORDER, "desc")),
)
_MODERN, _OLDER = ("FRA", "DEU", "JPN", "GBR", "LBN", "KWT"), ("FRN", "GER", "JAP", "UNK", "LEB", "KUW")


def _rows(batch: Batch, choices: Choices, tally: Tally) -> pa.RecordBatch:
    text = batch.text
    scheme = scheme_of(_counted(batch.first["code"]))
    system = actor_system(_counted(*(_state(batch.first[side]) for side in ("source", "target"))))
    tally.remark(f"{batch.file}: actor codes read as {system}, events as {scheme.upper()}.")
    day = days(text["date"], read_short_day)
    code = translate(text["code"], cameo_code if scheme == "cameo" else weis_code, pa.string())
    return event_rows(
        batch,
        tally,
        "keds",
        scheme,
        day=day,
        source=states(_in(system, text["source"]), day, system, choices),
        source_sector=_sector(text["source"]),
        target=states(_in(system, text["target"]), day, system, choices),
        target_sector=_sector(text["target"]),
        code=code,
        **meanings(code, scheme, choices, tally),
    )


def weis_code(cell: str) -> str | None:
    """A WEIS code of three digits; leading zeros that were lost are put back."""
    cell = cell.strip()
    return cell.zfill(3) if cell.isdigit() else cell or None


def actor_system(actors: Counter[str]) -> str:
    """`keds` where the actors are the older abbreviations (FRN, GER, JAP), else `alpha` (FRA, DEU, JPN).

    `cow` where most of them are numbers. The first two overlap (AUS is Austria in one and Australia in the
    other), so that a file is read in one.
    """
    if 2 * sum(n for code, n in actors.items() if code.isdecimal()) > actors.total():
        return "cow"
    older, modern = (sum(actors[code] for code in telling) for telling in (_OLDER, _MODERN))
    if older == modern:
        older, modern = (
            sum(n for code, n in actors.items() if code in codes(system)) for system in ("keds", "alpha")
        )
    return "keds" if older > modern else "alpha"


def scheme_of(events: Counter[str]) -> str:
    """`weis` where more rows have a code that WEIS lists than one that CAMEO lists, else `cameo`."""
    weis = sum(n for code, n in events.items() if weis_code(code) in weis_codes())
    cameo = sum(n for code, n in events.items() if cameo_code(code) in cameo_codes())
    return "weis" if weis > cameo else "cameo"


def _counted(*columns: pa.Array) -> Counter[str]:
    found: Counter[str] = Counter()
    for column in columns:
        for pair in column.drop_null().value_counts().to_pylist():
            found[pair["values"].strip()] += pair["counts"]
    return found


def _state(actor: pa.Array) -> pa.Array:
    return pc.utf8_slice_codeunits(actor, 0, 3)


def _in(system: str, actor: pa.Array) -> pa.Array:
    """The state of an actor as the system writes it; numbers without leading zeros."""
    state = _state(actor)
    if system != "cow":
        return state
    return translate(state, lambda code: str(int(code)) if code.isdecimal() else code, pa.string())


def _sector(actor: pa.Array) -> pa.Array:
    rest = pc.utf8_slice_codeunits(actor, 3, 100)
    return pc.if_else(pc.equal(rest, ""), None, rest)


SOURCE = Source(
    "keds",
    "events",
    ORIGIN,
    LAYOUTS,
    _rows,
    EVENT_ROWS,
    "One row a coded lead sentence. The files are chosen by region: two states meet in them only where they "
    "act in that region. Whether a file is WEIS or CAMEO, and which actor codes it has, is found from its "
    "rows.",
)
