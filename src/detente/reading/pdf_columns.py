"""The reading order of a page: columns where the geometry shows them, rows else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from detente.reading.pdf_rows import Stretch

_LEAST_LINES = 4
_LEAST_EMS = 8.0
_MOST_DEPTH = 4


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text on a page, in points from the upper left corner; `left`/`right` of its column.

    `marks` are (number, start, end) of raised note figures within the text, half-open.
    """

    text: str
    page: int
    x0: float
    x1: float
    base: float
    size: float
    left: float
    right: float
    marks: tuple[tuple[int, int, int], ...] = ()


def ordered_lines(stretches: Sequence[Stretch], page: int, body: float) -> list[Line]:
    """Every line of a page in reading order; margins set vertically beside the text are left out."""
    inner = _without_margins(stretches, body)
    lines: list[Line] = []
    for band in _bands(inner, body):
        for column in _columns(band, 0):
            lines += _lines_of(column, page)
    return lines


def _without_margins(stretches: Sequence[Stretch], body: float) -> list[Stretch]:
    """Drop stretches of one or two glyphs beside the text, at least three below each other."""
    wide = [s for s in stretches if s.x1 - s.x0 >= _LEAST_EMS * s.size]
    if not wide:
        return list(stretches)
    left, right = min(s.x0 for s in wide) - body, max(s.x1 for s in wide) + body
    beside = [s for s in stretches if len(s.glyphs) <= 2 and (s.x1 < left or s.x0 > right)]
    return [s for s in stretches if s not in beside] if len(beside) >= 3 else list(stretches)


def _bands(stretches: Sequence[Stretch], body: float) -> list[list[Stretch]]:
    """Cut a page above every heading that has no text beside it, so that columns end there."""
    ranked = sorted(stretches, key=lambda s: s.base)
    bands: list[list[Stretch]] = [[]]
    for i, stretch in enumerate(ranked):
        heading = stretch.size >= 1.2 * body
        near = ranked[max(0, i - 12) : i + 13]
        alone = heading and not any(_is_beside(s, stretch) and s.size < 1.2 * body for s in near)
        if alone and bands[-1] and max(s.size for s in bands[-1][-1:]) < 1.2 * body:
            bands.append([])
        bands[-1].append(stretch)
    return bands


def _is_beside(a: Stretch, b: Stretch) -> bool:
    return a is not b and a.base > b.top and a.top < b.base


def _columns(stretches: list[Stretch], depth: int) -> list[list[Stretch]]:
    """The groups of stretches to be read one after the other."""
    gutter = _gutter(stretches) if depth < _MOST_DEPTH else None
    if gutter is None:
        return [stretches] if stretches else []
    left = [s for s in stretches if s.x1 <= gutter]
    right = [s for s in stretches if s.x0 >= gutter]
    across = sorted((s for s in stretches if s.x0 < gutter < s.x1), key=lambda s: s.base)
    groups: list[list[Stretch]] = []
    upper = float("-inf")
    for lower in [*dict.fromkeys(s.base for s in across), float("inf")]:
        for side in (left, right):
            groups += _columns([s for s in side if upper <= s.base < lower], depth + 1)
        groups += [[s] for s in across if s.base == lower]
        upper = lower
    return _joined_rows(groups)


def _joined_rows(groups: list[list[Stretch]]) -> list[list[Stretch]]:
    """Single rows across the gutter that follow each other are one column again."""
    done: list[list[Stretch]] = []
    single = False
    for group in groups:
        if single and len(group) == 1 and len(done[-1]) >= 1 and group[0].base > done[-1][-1].base:
            done[-1] = [*done[-1], *group]
        else:
            done.append(group)
        single = len(group) == 1
    return done


def _gutter(stretches: Sequence[Stretch]) -> float | None:
    """The middle of the blank strip between two columns of running text, if there is one."""
    if len(stretches) < 2 * _LEAST_LINES:
        return None
    left, right = min(s.x0 for s in stretches), max(s.x1 for s in stretches)
    best: tuple[int, float] | None = None
    edges = sorted({round(s.x0, 0) for s in stretches if left + 0.2 * (right - left) < s.x0 < right})
    for edge in edges:
        x = edge - 2.0
        crossing = sum(s.x0 < x < s.x1 for s in stretches)
        if (best is None or crossing < best[0]) and _parts_text(stretches, x, crossing):
            best = (crossing, x)
    return best[1] if best else None


def _parts_text(stretches: Sequence[Stretch], x: float, crossing: int) -> bool:
    sides = ([s for s in stretches if s.x1 <= x], [s for s in stretches if s.x0 >= x])
    if any(len(side) < _LEAST_LINES for side in sides) or crossing > 0.4 * len(stretches):
        return False
    if any(median((s.x1 - s.x0) / s.size for s in side) < _LEAST_EMS for side in sides):
        return False
    tops = [min(s.base for s in side) for side in sides]
    feet = [max(s.base for s in side) for side in sides]
    return max(tops) < min(feet)


def _lines_of(column: Sequence[Stretch], page: int) -> list[Line]:
    """The rows of one column; three or more stretches side by side are the cells of a table row."""
    left, right = _edges(column)
    rows: list[list[Stretch]] = []
    for stretch in sorted(column, key=lambda s: (s.base, s.x0)):
        if rows and abs(rows[-1][0].base - stretch.base) < 0.4 * stretch.size:
            rows[-1].append(stretch)
        else:
            rows.append([stretch])
    return [_line(sorted(row, key=lambda s: s.x0), page, left, right) for row in rows]


def _edges(column: Sequence[Stretch]) -> tuple[float, float]:
    """Where the running text of a column begins and ends; stray heads and figures are looked past."""
    wide = [s for s in column if s.x1 - s.x0 >= _LEAST_EMS * s.size] or list(column)
    stray = len(wide) // 20
    return sorted(s.x0 for s in wide)[stray], sorted(s.x1 for s in wide)[-1 - stray]


def _line(row: Sequence[Stretch], page: int, left: float, right: float) -> Line:
    between = " | " if len(row) >= 3 else " "
    text, marks = "", []
    for stretch in row:
        piece, figures = stretch.text()
        start = len(text) + (len(between) if text else 0)
        text = f"{text}{between}{piece}" if text else piece
        marks += [(number, start + a, start + b) for number, a, b in figures]
    size = max(row, key=lambda stretch: stretch.x1 - stretch.x0).size
    return Line(text, page, row[0].x0, row[-1].x1, row[0].base, size, left, right, tuple(marks))
