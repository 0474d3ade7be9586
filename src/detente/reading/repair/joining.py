"""Hard-wrapped lines put together into paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from detente.reading.document import Repaired
from detente.reading.forms import DASH, HASH, NOTE, is_ornament, is_row, is_rule, numbered, opens_block
from detente.reading.lines import Line, Wrapping, fills, measure, split_lines
from detente.reading.repair.hyphens import Joints
from detente.reading.repair.substitution import Edit, substitute
from detente.reading.script import is_open

_BLANK_LINE = re.compile(r"\n[ \f]*\n")
_BROKEN_WORD = re.compile(r"[^\W\d_][-\u2010\u00ad]$")
_INDENT = 2
"""Columns of leading blanks that open a paragraph."""
_CARRIES_ON = re.compile(r"[、，はがをにのとでもへやて]$")


def joined_lines(value: Repaired, blocks_known: bool = False) -> Repaired:
    """Put each paragraph on one line and one empty line between paragraphs; drop ornaments.

    `blocks_known`: the format has parted the blocks by empty lines; everything else is joined.
    """
    lines = split_lines(value.text)
    return substitute(value, _edits(value.text, lines, blocks_known))


def _edits(text: str, lines: Sequence[Line], blocks_known: bool) -> Iterator[Edit]:
    kept = [line for line in lines if not (is_ornament(line.text) and not blocks_known)]
    wrapping = measure(kept)
    joints = Joints(text)
    if not kept:
        if text:
            yield Edit(0, len(text), "")
        return
    if kept[0].start:
        yield Edit(0, kept[0].start, "")
    for a, b in pairwise(kept):
        ornament_between = bool(text[a.end : b.start].strip())
        if blocks_known:
            together = not _BLANK_LINE.search(text, a.end, b.start)
        else:
            together = not ornament_between and belongs(a, b, wrapping)
        drop, between = joints.between(a.text, b.text) if together else (0, "\n\n")
        if text[a.end - drop : b.start] != between:
            yield Edit(a.end - drop, b.start, between)
    if kept[-1].end < len(text):
        yield Edit(kept[-1].end, len(text), "")


def belongs(a: Line, b: Line, wrapping: Wrapping) -> bool:
    """Whether line b carries on the paragraph of line a."""
    if _parts(a, b, wrapping):
        return False
    going_on = is_open(a.text)
    full = fills(a, b, wrapping.columns)
    soft = going_on and (b.text[0].islower() or bool(_CARRIES_ON.search(a.text)))
    soft = soft or bool(_BROKEN_WORD.search(a.text))
    if b.new_page:
        return going_on and (full or soft) and not a.trailing * wrapping.marked
    if b.blanks > (1 if wrapping.spaced else 0):
        return b.blanks == 1 and full and going_on and b.text[0].islower()
    if not wrapping.hard:
        return soft
    if wrapping.marked and a.trailing:
        return False
    return (full and (going_on or b.indent < 2)) or soft


def _parts(a: Line, b: Line, wrapping: Wrapping) -> bool:
    """Whether the forms of the two lines, or an indent, keep them apart."""
    if HASH.match(a.text) or is_row(a.text) or is_rule(a.text) or is_row(b.text):
        return True
    if b.indent >= _INDENT and not b.new_page and not is_open(a.text):
        return True
    if not opens_block(b.text):
        return False
    running = wrapping.hard and is_open(a.text) and fills(a, b, wrapping.columns)
    loose = DASH.match(b.text) or (numbered(b.text) and not NOTE.match(b.text))
    return not (running and loose and (b.blanks == 0 or wrapping.spaced))
