"""The order of the edits, gone through again until they find nothing more."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from detente.reading.document import Repaired
from detente.reading.extract import Extract
from detente.reading.notes.sequence import note_marks
from detente.reading.repair.furniture import without_furniture
from detente.reading.repair.invisible import barred_rows, plain_blanks, plain_breaks, without_invisible
from detente.reading.repair.joining import joined_lines
from detente.reading.repair.overprint import plain_markers, without_overprint
from detente.reading.repair.spacing import without_stray_spaces
from detente.reading.repair.substitution import Edit, substitute, unrepaired
from detente.reading.repair.width import usual_width

_MOST_PASSES = 12
"""Far more than any text has needed; each pass only shortens the text, so the end is certain."""


@dataclass(frozen=True, slots=True)
class FoundMark:
    """A note marker found in the text: its number and stored half-open interval."""

    number: int
    start: int
    end: int
    style: str


@dataclass(frozen=True, slots=True)
class Repair:
    """A repaired text and the note markers taken out of it, ascending."""

    value: Repaired
    marks: tuple[FoundMark, ...]


def repair(extract: Extract) -> Repair:
    """Repair the stored text of a document; repairing the result again changes nothing."""
    value = _without_stated(unrepaired(extract.text), extract)
    marks: list[FoundMark] = []
    blocks_known = extract.blocks is not None
    for _ in range(_MOST_PASSES):
        before = value.text
        for edit in _edits(blocks_known):
            value = edit(value)
        value, found = _without_marks(value)
        marks += found
        blocks_known = False
        if value.text == before:
            break
    return Repair(value, tuple(sorted(marks, key=lambda mark: mark.start)))


def _edits(blocks_known: bool) -> tuple[Callable[[Repaired], Repaired], ...]:
    lines = (
        (barred_rows,) if blocks_known else (barred_rows, without_furniture, without_overprint, plain_markers)
    )
    return (
        plain_breaks,
        without_invisible,
        usual_width,
        *lines,
        partial(joined_lines, blocks_known=blocks_known),
        plain_blanks,
        without_stray_spaces,
        plain_markers,
    )


def _without_stated(value: Repaired, extract: Extract) -> Repaired:
    """Take out the markup and the markers that the file itself declares."""
    gone = sorted([*extract.cuts, *((mark.start, mark.end) for mark in extract.marks)])
    return substitute(value, (Edit(start, end, "") for start, end in gone))


def _without_marks(value: Repaired) -> tuple[Repaired, list[FoundMark]]:
    marks = note_marks(value)
    found = [FoundMark(m.number, *value.to_stored(m.start, m.end), m.style) for m in marks]
    return substitute(value, (Edit(m.start, m.end, "") for m in marks)), found
