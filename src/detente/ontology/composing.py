"""What putting forms together has in common in every language: the hits are read once, in text order."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence

from detente.ontology.mention import Mention
from detente.ontology.unit import Hit


class Composing(ABC):
    """Reads the hits of one text from left to right; `at` tells which day holds at an offset."""

    def __init__(self, text: str, at: Callable[[int], str | None], hits: Sequence[Hit]) -> None:
        self.text = text
        self.at = at
        self.hits = hits
        self.done: list[Mention] = []
        self.i = 0

    def mentions(self) -> list[Mention]:
        """The mentions of the text, in order, not overlapping."""
        while self.i < len(self.hits):
            self.i += 1
            self._take(self.hits[self.i - 1])
        return self.done

    @abstractmethod
    def _take(self, hit: Hit) -> None:
        """Put the mention that begins with a hit together with the hits that belong to it."""

    def _add(
        self, start: int, end: int, codes: tuple[str, ...], kind: str, role: str = "", name: str = ""
    ) -> None:
        start = max(start, self.done[-1].end) if self.done else start
        self.done.append(Mention(start, end, codes, kind, role or None, name or None))

    def _add_as_it_is(self, hit: Hit) -> None:
        self._add(hit.start, hit.end, hit.unit.codes, hit.unit.kind, name=hit.unit.name)
