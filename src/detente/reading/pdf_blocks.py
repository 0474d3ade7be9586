"""Lines of a PDF put together into paragraphs, headings and notes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from detente.reading.document import PassageKind
from detente.reading.forms import is_row, numbered, opens_block, sure_heading
from detente.reading.pdf_columns import Line
from detente.reading.script import is_cjk, is_open, width

_INDENT = 0.7
"""Leading blank of a line, in font sizes, that opens a paragraph."""


@dataclass
class PdfBlock:
    """Lines that belong together; a block may run over columns and pages."""

    kind: PassageKind
    level: int
    lines: list[Line] = field(default_factory=list)


def blocks_of(lines: Sequence[Line], body: float) -> list[PdfBlock]:
    """The blocks of a document's running text, in order."""
    pitch = _pitch(lines)
    levels = _levels(lines, body)
    blocks: list[PdfBlock] = []
    for line in lines:
        if blocks and _belongs(blocks[-1].lines[-1], line, pitch):
            blocks[-1].lines.append(line)
        else:
            level = levels.get(round(line.size), 0)
            kind = PassageKind.HEADING if level else PassageKind.SENTENCE
            blocks.append(PdfBlock(PassageKind.TABLE_ROW if is_row(line.text) else kind, level, [line]))
    for block in blocks:
        if block.kind is PassageKind.HEADING and sum(len(line.text) for line in block.lines) > 200:
            block.kind, block.level = PassageKind.SENTENCE, 0
    return blocks


def _pitch(lines: Sequence[Line]) -> float:
    """The usual distance of baselines, in font sizes."""
    steps = [
        (b.base - a.base) / a.size
        for a, b in pairwise(lines)
        if a.page == b.page and a.left == b.left and 0.9 < (b.base - a.base) / a.size < 3
    ]
    return median(steps) if steps else 1.5


def _levels(lines: Sequence[Line], body: float) -> dict[int, int]:
    """The level of a heading by its size in whole points, the largest 1; at most six."""
    sizes = sorted({round(line.size) for line in lines if line.size >= 1.12 * body}, reverse=True)
    return {size: min(6, rank) for rank, size in enumerate(sizes, start=1) if size > round(body)}


def _belongs(a: Line, b: Line, pitch: float) -> bool:
    """Whether line b carries on the block of line a."""
    if abs(a.size - b.size) > 0.08 * a.size or is_row(a.text) or is_row(b.text):
        return False
    full = _is_full(a, b)
    if opens_block(b.text):
        sure = not numbered(b.text) or sure_heading(b.text) is not None
        if sure or not (full and is_open(a.text)):
            return False
    indented = b.x0 - b.left > _INDENT * b.size
    if a.page != b.page or a.left != b.left or b.base < a.base:
        return full and is_open(a.text) and not (indented and not is_open(a.text))
    if b.base - a.base > 1.35 * pitch * a.size:
        return False
    if indented and not a.x0 - a.left > _INDENT * a.size:
        return is_open(a.text) and full
    if not full:
        return False
    return is_open(a.text) or not indented


def _is_full(a: Line, b: Line) -> bool:
    """Whether the line reaches the right edge of its column, as far as its next word allows."""
    room = a.right - a.x1
    if is_cjk(a.text[-1]) or is_cjk(b.text[0]):
        return room < 2.2 * a.size
    return room < (width(b.text.split(" ", 1)[0]) + 1) * 0.6 * a.size + 0.5 * a.size
