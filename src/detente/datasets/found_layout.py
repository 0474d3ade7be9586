"""Which layout a file has: by the names in its header, or by the number of its fields."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass

from detente.datasets.layout import Layout
from detente.errors import UnreadableSource

DELIMITERS = ("\t", ",", ";", "|")
_FEW = 3
"""Of more layouts than one family has a message names none."""
_NAMES = {"\t": "tab", ",": "comma", ";": "semicolon", "|": "bar"}


@dataclass(frozen=True, slots=True)
class Found:
    """A layout, and how this file writes it.

    Parameters
    ----------
    fields : how many fields a row has.
    places : column name to its place, from 0.
    headed : whether the first line is a header.
    quoted : whether fields may stand in double quotes.
    others : places of the columns that are counted, see `Layout.tallies`.
    """

    layout: Layout
    delimiter: str
    fields: int
    places: dict[str, int]
    headed: bool
    quoted: bool
    others: tuple[int, ...] = ()


def find_layout(head: str, layouts: Sequence[Layout], file: str, *, whole: bool = True) -> Found:
    """The layout of a table that begins with `head`; `whole` where that is all of it.

    Raises
    ------
    UnreadableSource
        where it has none of them.
    """
    lines = [line for line in head.splitlines() if line.strip()]
    lines = lines if whole or len(lines) < 2 else lines[:-1]
    first = lines[0]
    for delimiter in DELIMITERS:
        fields = _fields(first, delimiter)
        fitting = [layout for layout in layouts if len(fields) > 1 and layout.fits(fields)]
        if fitting:
            layout = min(fitting, key=lambda one: one.distance(fields))
            quoted = _quoted(lines, delimiter)
            places, others = layout.places(fields), layout.others(fields)
            return Found(layout, delimiter, len(fields), places, True, quoted, others)
    for delimiter in DELIMITERS:
        fields = _fields(first, delimiter)
        for layout in layouts:
            if len(fields) == len(layout.order) and _is_a_row(fields) and len(layout.places(fields)) < 2:
                quoted = _quoted(lines, delimiter)
                return Found(layout, delimiter, len(fields), layout.places(layout.order), False, quoted)
    raise _unknown(first, layouts, file)


def _fields(line: str, delimiter: str) -> list[str]:
    return next(csv.reader([line], delimiter=delimiter), [])


def _is_a_row(fields: Sequence[str]) -> bool:
    """Whether a line is no header: every layout that does without one begins with numbers or days."""
    return any(field.strip("\ufeff ")[:1].isdigit() for field in fields[:2])


def _quoted(lines: Sequence[str], delimiter: str) -> bool:
    """Whether quotes enclose fields: always in comma files; with tabs only where a field begins with one."""
    if delimiter != "\t":
        return True
    cells = [cell for line in lines[:200] for cell in line.split("\t")]
    opened = [cell for cell in cells if cell.startswith('"')]
    return bool(opened) and all(len(cell) > 1 and cell.endswith('"') for cell in opened)


def _unknown(first: str, layouts: Sequence[Layout], file: str) -> UnreadableSource:
    """What is wrong, said of the layout that comes nearest."""
    tries = [(d, _fields(first, d), layout) for d in DELIMITERS for layout in layouts]
    delimiter, fields, layout = max(tries, key=lambda t: len(t[2].places(t[1])))
    places = layout.places(fields)
    if places and len(fields) > 1:
        return nearest_error(fields, [layout], file)
    delimiter = max(DELIMITERS, key=first.count)
    several = first.count(delimiter)
    found = f"{several + 1} fields divided by {_NAMES[delimiter]}" if several else "a single field"
    names = list(dict.fromkeys(layout.name for layout in layouts))
    if len(names) > _FEW:
        return UnreadableSource(
            "This is in the layout of no event dataset.",
            where=file,
            hint=f"Found {found}. `detente sources` lists what can be read.",
        )
    counts = sorted({len(layout.order) for layout in layouts if layout.order})
    wanted = f"{' or '.join(map(str, counts))} fields without a header, or " if counts else ""
    required = ", ".join(c.name for c in layouts[0].columns if c.required)
    return UnreadableSource(
        f"This is not in the layout of {' or '.join(names)}.",
        where=file,
        hint=f"Expected {wanted}a header with {required}; found {found}.",
    )


def nearest_error(header: Sequence[str], layouts: Sequence[Layout], file: str) -> UnreadableSource:
    """The error for a table that lacks columns: names those of the layout that comes nearest."""
    layout = max(layouts, key=lambda one: len(one.places(header)))
    return UnreadableSource(
        f"Columns are missing for {layout.name}: {', '.join(layout.missing(header))}.",
        where=file,
        hint=f"Found: {', '.join(header[:40])}.",
    )
