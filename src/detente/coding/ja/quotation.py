"""What is quoted or reported, and how: brackets, 〜と述べる, 〜との見方, 〜によれば."""

from __future__ import annotations

import re
from typing import NamedTuple

_BRACKET = re.compile("[「」『』“”]")
_OPEN = {"「": "」", "『": "』", "“": "”"}


class Region(NamedTuple):
    """A bracketed stretch, brackets included; `depth` is 1 for the outermost."""

    start: int
    end: int
    depth: int


def regions(text: str, offset: int = 0) -> list[Region]:
    """All 「…」, 『…』, “…” of a text in order of their beginning; one left open is left out."""
    opened: list[tuple[int, str]] = []
    found: list[Region] = []
    for m in _BRACKET.finditer(text):
        char = m.group()
        if char in _OPEN:
            opened.append((m.start(), _OPEN[char]))
        elif any(closer == char for _, closer in opened):
            while opened:
                begin, closer = opened.pop()
                if closer == char:
                    found.append(Region(offset + begin, offset + m.end(), len(opened) + 1))
                    break
    return sorted(found)
