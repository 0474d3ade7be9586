"""One act that a sentence reports."""

from __future__ import annotations

from dataclasses import dataclass

from detente.coding.en.lexicon import Entry
from detente.coding.en.modality import Mode


@dataclass(frozen=True, slots=True)
class Act:
    """An act as found: predicate, codebook entry, sides with the tokens that name them, mode.

    `path` names the roles that gave the sides, for `rule`; `explicit` is the share of the sides
    that stand in the sentence by name.
    """

    at: int
    entry: Entry
    actors: tuple[str, ...]
    targets: tuple[str, ...]
    heads: tuple[int, ...]
    mode: Mode
    path: str
    explicit: float
    absorbed: tuple[int, ...] = ()

    @property
    def guessed(self) -> bool:
        """Whether its type is the trained model's, so that no finding of another kind should rest on it."""
        return self.entry.id.startswith(("unlisted.", "conduct."))
