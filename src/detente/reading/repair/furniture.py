"""Running heads and page numbers between the lines of a text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from detente.reading.document import Repaired
from detente.reading.lines import Line, split_lines
from detente.reading.repair.substitution import Edit, substitute

_DASHED = re.compile(r"[-–—―‐−]\s?(\d{1,4})\s?[-–—―‐−]$")
_NAMED = re.compile(
    r"(?:page|p\.|pg\.|стр\.?|страница|с\.)\s?\d{1,4}(?:\s?(?:of|/|из)\s?\d{1,4})?$|\d{1,4}\s?(?:/|of|из)\s?\d{1,4}$"
    r"|(?:第)?\d{1,4}\s?(?:ページ|頁)$",
    re.IGNORECASE,
)
_BARE = re.compile(r"\d{1,4}$")
_NEAR = 2
"""How many lines from the edge of a page a running head may stand."""


def without_furniture(value: Repaired) -> Repaired:
    """Take page numbers and running heads out, and leave a form feed where a page ended."""
    lines = split_lines(value.text)
    paged = "\f" in value.text
    marked = _page_numbers(lines, paged)
    marked |= _running_heads(lines, marked, paged)
    edits = [Edit(lines[i].start, lines[i].end, "\f") for i in sorted(marked)]
    return substitute(value, edits)


def _page_numbers(lines: Sequence[Line], paged: bool) -> set[int]:
    """Lines such as "- 3 -" and "Page 3 of 9"; bare numbers beside a form feed or counting up."""
    found = {i for i, line in enumerate(lines) if _DASHED.match(line.text) or _NAMED.match(line.text)}
    bare = [i for i, line in enumerate(lines) if _BARE.match(line.text)]
    found |= {i for i in bare if paged and _at_edge(lines, i, 1)}
    return found | _counting_up(lines, bare)


def _counting_up(lines: Sequence[Line], bare: Sequence[int]) -> set[int]:
    """Bare numbers that count up by one with at least ten lines of text between them."""
    run: list[int] = []
    found: set[int] = set()
    for i in bare:
        follows = run and int(lines[i].text) == int(lines[run[-1]].text) + 1 and i - run[-1] > 10
        run = [*run, i] if follows else [i]
        if len(run) >= 2:
            found |= set(run[-2:])
    return found


def _at_edge(lines: Sequence[Line], i: int, reach: int) -> bool:
    """Whether line i is one of the first or last `reach` lines of a page that a form feed ends."""
    before = i < reach or any(lines[j].new_page for j in range(max(0, i - reach + 1), i + 1))
    after = any(line.new_page for line in lines[i + 1 : i + 1 + reach])
    return before or after or i >= len(lines) - reach


def _running_heads(lines: Sequence[Line], numbers: Iterable[int], paged: bool) -> set[int]:
    """Short lines near the edges of pages that come back on at least three of them."""
    numbers = set(numbers)
    edges = [
        i
        for i, line in enumerate(lines)
        if i not in numbers
        and len(line.text) <= 80
        and (
            (paged and _at_edge(lines, i, _NEAR))
            or any(j in numbers for j in range(i - _NEAR, i + _NEAR + 1))
        )
    ]
    seen = Counter(_shape(lines[i].text) for i in edges)
    return {i for i in edges if seen[_shape(lines[i].text)] >= 3}


def _shape(text: str) -> str:
    return re.sub(r"\d+", "0", text)
