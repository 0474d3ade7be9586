"""The chronicle of a case as event rows: a source of its own beside the datasets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import pyarrow as pa

from detente.barometer.periods import Unit, begin
from detente.casebook import Entry
from detente.casebook.telling import state_of
from detente.datasets.shape import EVENT_ROWS
from detente.ontology.plover import plover_score, plover_type, plover_types

CHRONICLE = "chronicle"


@dataclass(frozen=True)
class ChronicleRows:
    """Event rows of a chronicle, and how many acts between the two could not be put into one period.

    Parameters
    ----------
    rows : of the shape `EVENT_ROWS`, `row` the number in the chronicle from 1.
    too_vague : acts told as facts between the two whose date is missing or wider than the period.
    """

    rows: pa.Table
    too_vague: int


def chronicle_rows(
    entries: Iterable[Entry],
    a: str,
    b: str,
    unit: Unit,
    *,
    directed: bool = False,
    issue: str | None = None,
) -> ChronicleRows:
    """The acts of a chronicle between two states that are told as facts.

    An act whose date lies wholly in one period stands on the first day it can mean; one that is dated
    more vaguely is left out and counted. A joint act, in which both are actors, is one row from `a`
    to `b`, or one in each direction where `directed`. Scores are PLOVER's of the type and mode.

    Parameters
    ----------
    issue : only acts of this issue; None for all.
    """
    rows: list[dict[str, Any]] = []
    vague = 0
    for number, entry in enumerate(entries, start=1):
        if not entry.event.actual or (issue is not None and entry.event.issue != issue):
            continue
        pairs = list(_directions(entry, a, b, directed))
        day = _day(entry, unit)
        if pairs and day is None:
            vague += 1
        elif day is not None:
            rows += [_row(entry, number, day, *pair) for pair in pairs]
    return ChronicleRows(pa.Table.from_pylist(rows, schema=EVENT_ROWS), vague)


def _directions(entry: Entry, a: str, b: str, directed: bool) -> Iterator[tuple[str, str]]:
    actors = set(map(state_of, entry.event.actors))
    targets = set(map(state_of, entry.event.targets))
    if {a, b} <= actors:
        yield a, b
        if directed:
            yield b, a
        return
    for source, target in ((a, b), (b, a)):
        if source in actors and target in targets:
            yield source, target


def _day(entry: Entry, unit: Unit) -> date | None:
    if entry.first is None or entry.last is None:
        return None
    return entry.first if begin(entry.first, unit) == begin(entry.last, unit) else None


def _row(entry: Entry, number: int, day: date, source: str, target: str) -> dict[str, Any]:
    code = entry.event.plover
    known = code in plover_types()
    return {
        "day": day,
        "source": source,
        "target": target,
        "scheme": "plover",
        "code": code,
        "plover": code,
        "quad": plover_type(code).quad if known else None,
        "goldstein": plover_score(code, entry.event.mode) if known else None,
        "mentions": len(entry.events),
        "dataset": CHRONICLE,
        "row": number,
    }
