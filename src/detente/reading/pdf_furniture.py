"""Running heads, page numbers and footnotes of PDF pages."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import TypeAlias, cast

from detente.reading.pdf_columns import Line

_Key: TypeAlias = tuple[str, str, int]
"""A line of a head or foot: its text with every number as 0, its zone, its height in steps of 4 points."""
_ZONE = 0.09
_EDGE = 0.055
_NUMBER = re.compile(
    r"\W*(?:p\.?|page|стр\.?)?\s*\d{1,4}\s*(?:(?:/|of|из)\s*\d{1,4})?\W*$|\W*[ivxlc]{1,6}\W*$", re.I
)
_NUMBERED_HEAD = re.compile(r"\d{1,4}\s+\D.*|.*\D\s+\d{1,4}$|.*\d$")
_BRACKETED = re.compile(r"[（(\[［]\d{1,3}[)）\]］]\s*\S|[注註*＊※†‡]\s?\d")
_NOTE = re.compile(r"[（(\[［]?[注註*＊※†]?\s?\d{1,3}(?!\d|[.,]\d|年|月|日)|[¹²³⁴-⁹†‡*＊※]")


def without_furniture(
    pages: Sequence[Sequence[Line]], heights: Sequence[float], body: float
) -> list[list[Line]]:
    """The lines of each page without what stands at its head and foot on other pages too."""
    repeated = _repeated(pages, heights)
    return [
        [
            line
            for line in lines
            if not (_zone(line, height) and (_key(line, height) in repeated or _is_own(line, height, body)))
        ]
        for lines, height in zip(pages, heights, strict=True)
    ]


def _repeated(pages: Sequence[Sequence[Line]], heights: Sequence[float]) -> set[_Key]:
    """The heads and feet that come back; those with a number only where it counts the pages."""
    seen: dict[_Key, list[int | None]] = defaultdict(list)
    for page, (lines, height) in enumerate(zip(pages, heights, strict=True)):
        for line in lines:
            if _zone(line, height) and not _BRACKETED.match(line.text):
                number = re.search(r"\d+", line.text)
                seen[_key(line, height)].append(int(number.group()) - page if number else None)
    least = 2 if len(pages) < 6 else 3
    return {key for key, found in seen.items() if len(found) >= least and _counts_pages(found)}


def _counts_pages(offsets: Sequence[int | None]) -> bool:
    """Whether the first number of a head keeps its distance to the page, or is the same on all."""
    if None in offsets:
        return True
    steps = Counter(b - a for a, b in pairwise(cast("list[int]", list(offsets))))
    usual, count = steps.most_common(1)[0]
    return usual <= 0 and count >= 0.6 * steps.total()


def _key(line: Line, height: float) -> _Key:
    return re.sub(r"\d+", "0", line.text), _zone(line, height), round(line.base / 4)


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
