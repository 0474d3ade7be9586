"""Words that were broken at the end of a line, and what stands between two joined lines."""

from __future__ import annotations

import re
from functools import cached_property

from detente.reading.script import is_cjk
from detente.reading.words import words

_HYPHENS = "-\u2010\u2011\u00ad"
_HEAD = re.compile(r"([^\W\d_]+(?:[-\u2010][^\W\d_]+)*)[-\u2010\u2011\u00ad]$")
_TAIL = re.compile(r"[^\W\d_]+")


class Joints:
    """Decides how two lines are put together, knowing the words of the whole text."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", self._text.lower()))

    def between(self, before: str, after: str) -> tuple[int, str]:
        """How many characters to drop at the end of `before`, and what to put in between."""
        head = _HEAD.search(before)
        tail = _TAIL.match(after)
        if before[-1] in _HYPHENS and head and tail:
            return (0, "") if self._keeps(before[-1], head.group(1), tail.group()) else (1, "")
        if before[-1] in "-\u2010\u2011/" and before[-2:-1].strip():
            return 0, ""
        if before[-1] in "—–" and before[-2:-1].strip():
            return 0, ""
        if after[0] in "—–" and after[1:2].strip() and after[1:2] != "—":
            return 0, ""
        return 0, "" if is_cjk(before[-1]) or is_cjk(after[0]) else " "

    def _keeps(self, hyphen: str, head: str, tail: str) -> bool:
        """Whether the hyphen belongs to the word: well-known, Nunn-Lugar, по-русски."""
        if hyphen == "\u00ad":
            return False
        if not tail[0].islower() or "-" in head:
            return True
        joined, parted = (head + tail).lower(), f"{head}-{tail}".lower()
        if joined in self._words or parted in self._words:
            return joined not in self._words
        return tail in words("hyphen_particles") or head.lower() in words("hyphen_keepers")
