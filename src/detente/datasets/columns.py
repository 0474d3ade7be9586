"""Columns of text → days, states, numbers; each distinct cell is read once."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from detente.datasets.tally import Tally
from detente.ontology.schemes import Choices
from detente.ontology.state_codes import codes

_DAY = re.compile(r"(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?:[T ][\d:.Z+]*|\d{6})?$")
_SHORT_DAY = re.compile(r"(\d{2})(\d{2})(\d{2})$")
_AMERICAN_DAY = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})$")


def translate(column: Any, read: Callable[[str], Any], kind: Any) -> Any:
    """The column with every distinct cell put through `read`; null stays null, None becomes null."""
    coded = encoded(column)
    values = pa.array([None if cell is None else read(cell) for cell in coded.dictionary.to_pylist()], kind)
    return values.take(coded.indices)


def encoded(column: Any) -> Any:
    """The column with each distinct cell once; one that has this form already stays as it is."""
    return column if pa.types.is_dictionary(column.type) else column.dictionary_encode()


def read_day(cell: str) -> dt.date | None:
    """A day written 20030528, 2003-05-28, 2003/05/28, with or without a time, or 5/28/2003; else None."""
    cell = cell.strip()
    if found := _DAY.match(cell):
        parts = found.groups()
    elif found := _AMERICAN_DAY.match(cell):
        month, day, year = found.groups()
        parts = (year, month, day)
    else:
        return None
    try:
        return dt.date(*map(int, parts))
    except ValueError:
        return None


def read_short_day(cell: str) -> dt.date | None:
    """As `read_day`, and also yymmdd as older KEDS files write it; 69 and later are of the 20th century."""
    if found := _SHORT_DAY.match(cell.strip()):
        year = int(found[1])
        return read_day(f"{1900 + year if year >= 69 else 2000 + year}{found[2]}{found[3]}")
    return read_day(cell)


def days(column: Any, read: Callable[[str], dt.date | None] = read_day) -> Any:
    """A column of days; what is no day becomes null."""
    return translate(column, read, pa.date32())


def numbers(column: Any, what: str, tally: Tally, low: float = -np.inf, high: float = np.inf) -> Any:
    """A column of numbers in [low, high]; anything else becomes null and is noted."""
    found = translate(column, lambda cell: number(cell, low, high), pa.float64())
    unreadable = pc.sum(pc.and_(found.is_null(), column.is_valid())).as_py()
    tally.note(f"{what} that is no number from {low:g} to {high:g}", unreadable or 0)
    return found


def number(cell: str, low: float, high: float) -> float | None:
    """A number in [low, high], or None."""
    try:
        value = float(cell)
    except ValueError:
        return None
    return value if low <= value <= high else None


def whole(column: Any, what: str, tally: Tally) -> Any:
    """A column of whole numbers from 0 that fit into 32 bits; fractions are rounded."""
    return pc.round(numbers(column, what, tally, 0, 2**31 - 1)).cast(pa.int32())


def states(column: Any, day: Any, system: str, choices: Choices) -> Any:
    """The states that a column of codes or names stands for on the days beside it.

    Null where the code is no state's (regions, organisations, groups), or not on that day. Without a day a
    code stands for its first state.
    """
    known = codes(system, choices.ussr)
    coded = encoded(column)
    cells = coded.dictionary.to_pylist()
    spans = [known.get(_key(cell, system), ()) for cell in cells]
    found = pa.array([s[0].state if s else None for s in spans], pa.string()).take(coded.indices)
    for place, several in enumerate(spans):
        for span in several if len(several) > 1 or _bounded(several) else ():
            here = pc.equal(coded.indices, place)
            inside = pc.and_(pc.greater_equal(day, span.start), pc.less_equal(day, span.end))
            first = span is several[0]
            outside = pc.and_(here, pc.invert(inside)) if first else None
            found = pc.if_else(pc.fill_null(outside, False), None, found) if first else found
            found = pc.if_else(pc.fill_null(pc.and_(here, inside), False), span.state, found)
    return found


def _key(cell: str | None, system: str) -> str:
    plain = (cell or "").strip()
    return plain.casefold() if system == "name" else plain


def _bounded(spans: tuple[Any, ...]) -> bool:
    return any(s.start > dt.date.min or s.end < dt.date.max for s in spans)
