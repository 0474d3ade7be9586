"""What composing has in common in all languages: one pass over the forms found, one rule a kind of form."""

from __future__ import annotations

from collections.abc import Callable

from detente.ontology.mention import Mention
from detente.ontology.unit import Hit


class Composer:
    """Reads one text from left to right; `at` tells which day holds at an offset.

    `hits` are the forms found in it, `i` the next one to look at, `done` the mentions made. A language
    sets in `rules` what is done with a form of a kind; any other form is a mention as it stands.
    """

    def __init__(self, text: str, at: Callable[[int], str | None], hits: list[Hit]) -> None:
        self.text = text
        self.at = at
        self.hits = hits
        self.done: list[Mention] = []
        self.i = 0
        self.rules: dict[str, Callable[[Hit], None]] = {}

    def mentions(self) -> list[Mention]:
        """The mentions of the text, in order, not overlapping."""
        while self.i < len(self.hits):
            hit = self.hits[self.i]
            self.i += 1
            self.rules.get(hit.unit.kind, self._as_it_stands)(hit)
        return self.done

    def _as_it_stands(self, hit: Hit) -> None:
        self._add(hit.start, hit.end, hit.unit.codes, hit.unit.kind, name=hit.unit.name)

    def _add(
        self, start: int, end: int, codes: tuple[str, ...], kind: str, role: str = "", name: str = ""
    ) -> None:
        start = max(start, self.done[-1].end) if self.done else start
        self.done.append(Mention(start, end, codes, kind, role or None, name or None))
