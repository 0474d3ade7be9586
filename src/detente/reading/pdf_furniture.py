"""Running heads, page numbers and footnotes of PDF pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from detente.reading.pdf_columns import Line

_ZONE = 0.09
_EDGE = 0.055
_NUMBER = re.compile(
    r"\W*(?:p\.?|page|стр\.?)?\s*\d{1,4}\s*(?:(?:/|of|из)\s*\d{1,4})?\W*$|\W*[ivxlc]{1,6}\W*$", re.I
)
_NUMBERED_HEAD = re.compile(r"\d{1,4}\s+\D.*|.*\D\s+\d{1,4}$|.*\d$")
_NOTE = re.compile(r"[（(\[［]?[注註*＊※†]?\s?\d{1,3}(?!\d|[.,]\d|年|月|日)|[¹²³⁴-⁹†‡*＊※]")


def without_furniture(
    pages: Sequence[Sequence[Line]], heights: Sequence[float], body: float
) -> list[list[Line]]:
    """The lines of each page without what stands at its head and foot on other pages too."""
    zones = [[_zone(line, height) for line in lines] for lines, height in zip(pages, heights, strict=True)]
    seen = Counter(
        key
        for lines, marks in zip(pages, zones, strict=True)
        for key in {(_shape(line.text), zone) for line, zone in zip(lines, marks, strict=True) if zone}
    )
    least = 2 if len(pages) < 6 else 3
    return [
        [
            line
            for line, zone in zip(lines, marks, strict=True)
            if not (zone and (seen[_shape(line.text), zone] >= least or _is_own(line, height, body)))
        ]
        for lines, marks, height in zip(pages, zones, heights, strict=True)
    ]


def _zone(line: Line, height: float) -> str:
    if line.base < _ZONE * height:
        return "head"
    return "foot" if line.base > (1 - _ZONE) * height else ""


def _is_own(line: Line, height: float, body: float) -> bool:
    """A page number, or a small head or foot with a page number, though it stands on this page only."""
    if _NUMBER.match(line.text):
        return True
    at_edge = line.base < _EDGE * height or line.base > (1 - _EDGE) * height
    return at_edge and line.size < 0.97 * body and bool(_NUMBERED_HEAD.match(line.text))


def _shape(text: str) -> str:
    return re.sub(r"\d+", "0", text)


def split_notes(lines: Sequence[Line], body: float) -> tuple[list[Line], list[list[Line]]]:
    """The text of a page, and the footnotes in small print below it, each with its lines."""
    last = max((line.base for line in lines if line.size > 0.92 * body), default=0.0)
    small = [line for line in lines if line.size <= 0.92 * body and line.base > last]
    notes: list[list[Line]] = []
    for line in small:
        if _NOTE.match(line.text):
            notes.append([line])
        elif notes:
            notes[-1].append(line)
    kept = {id(line) for note in notes for line in note}
    return [line for line in lines if id(line) not in kept], notes
