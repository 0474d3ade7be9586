"""The glyphs of a PDF page: where they stand, overprint removed."""

from __future__ import annotations

import ctypes
import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

_TOLERANCE = 0.12
"""How far apart, in font sizes, two printings of one glyph may lie; the narrowest letters are 0.22 wide."""
_VERTICAL_SHARE = 0.5


class Glyph(NamedTuple):
    """A character on a page; points from the upper left corner, `base` is its baseline.

    `spaced` tells that the file has a blank before it.
    """

    char: str
    x0: float
    x1: float
    base: float
    size: float
    spaced: bool


def page_glyphs(page: Any) -> list[Glyph]:
    """Every printed character of a page once; a page of vertical writing is turned to run in rows."""
    width, height = page.get_size()
    textpage = page.get_textpage()
    try:
        raw = list(_raw(textpage, height))
    finally:
        textpage.close()
    return without_overprint(_turned(raw, width) if _is_vertical(raw) else raw)


def _raw(textpage: Any, height: float) -> Iterator[Glyph]:
    import pypdfium2.raw as pdfium

    box = pdfium.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    matrix = pdfium.FS_MATRIX()
    spaced, known, scale = False, 0, 1.0
    for i in range(textpage.count_chars()):
        char = chr(pdfium.FPDFText_GetUnicode(textpage, i))
        if char.isspace() or char in "\x00\x02\ufffe\uffff":
            spaced = True
            continue
        place = ctypes.addressof(pdfium.FPDFText_GetTextObject(textpage, i).contents)
        if place != known:
            known = place
            pdfium.FPDFText_GetMatrix(textpage, i, matrix)
            scale = pdfium.FPDFText_GetFontSize(textpage, i) * math.hypot(matrix.c, matrix.d)
        pdfium.FPDFText_GetLooseCharBox(textpage, i, box)
        pdfium.FPDFText_GetCharOrigin(textpage, i, x, y)
        yield Glyph(char, box.left, box.right, height - y.value, scale or box.top - box.bottom, spaced)
        spaced = False


def without_overprint(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Drop a glyph that stands where the same one already stands, within a part of the font size."""
    seen: dict[tuple[str, int, int], list[Glyph]] = defaultdict(list)
    kept: list[Glyph] = []
    for glyph in glyphs:
        reach = max(_TOLERANCE * glyph.size, 0.05)
        column, row = int(glyph.x0 // reach), int(glyph.base // reach)
        near = (
            other
            for i in (column - 1, column, column + 1)
            for j in (row - 1, row, row + 1)
            for other in seen.get((glyph.char, i, j), ())
        )
        if any(_is_same(glyph, other, reach) for other in near):
            continue
        seen[glyph.char, column, row].append(glyph)
        kept.append(glyph)
    return kept


def _is_same(a: Glyph, b: Glyph, reach: float) -> bool:
    return abs(a.x0 - b.x0) <= reach and abs(a.base - b.base) <= reach and abs(a.size - b.size) <= reach


def _is_vertical(glyphs: Sequence[Glyph]) -> bool:
    """Whether most glyphs stand right below the one before, as in Japanese set vertically."""
    pairs = list(pairwise(glyphs))
    below = sum(
        abs((a.x0 + a.x1) - (b.x0 + b.x1)) < 0.5 * a.size and 0.6 * a.size < b.base - a.base < 1.8 * a.size
        for a, b in pairs
    )
    return len(pairs) > 10 and below > _VERTICAL_SHARE * len(pairs)


def _turned(glyphs: Sequence[Glyph], width: float) -> list[Glyph]:
    """A page of columns from right to left as a page of rows from top to bottom."""
    return [
        Glyph(g.char, g.base - g.size, g.base, width - (g.x0 + g.x1) / 2 + 0.4 * g.size, g.size, g.spaced)
        for g in glyphs
    ]
