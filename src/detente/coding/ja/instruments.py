"""An agreement as a document speaks of it: its name, its parties, and the steps told of it."""

from __future__ import annotations

from dataclasses import dataclass, field

SIGNING = frozenset({"signed", "agreed", "adopted"})

Step = tuple[str, str | None, int, int]


@dataclass(slots=True)
class Instrument:
    """An agreement as the document has spoken of it so far; spans are repaired offsets."""

    name: str
    start: int
    end: int
    parties: tuple[str, ...]
    confidence: float
    rule: str
    aliases: set[str] = field(default_factory=set)
    steps: list[Step] = field(default_factory=list)

    @property
    def signed(self) -> str | None:
        """The date of the first step that made it."""
        return next((date for what, date, _, _ in self.steps if what in SIGNING and date), None)
