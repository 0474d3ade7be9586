"""The Russian codebook as the coder looks words up in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from detente.coding.codebook import Entry, Frame, load_codebook


@dataclass(frozen=True)
class Lexicon:
    """Entries by dictionary form, the most demanding first; frames and word lists by name.

    `general` entries have no words of their own: they take any act that no other entry knows.
    """

    entries: Mapping[str, tuple[Entry, ...]]
    frames: Mapping[str, Frame]
    words: Mapping[str, frozenset[str]]
    general: tuple[Entry, ...] = ()

    def of(self, lemma: str) -> tuple[Entry, ...]:
        """The entries of a dictionary form; a reflexive passive has those of its plain verb."""
        found = self.entries.get(lemma)
        if found is None and lemma.endswith(("ться", "тись")):
            found = self.entries.get(lemma[:-2])
        return found or ()

    def is_a(self, name: str, lemma: str) -> bool:
        """Whether a dictionary form stands in a word list of the codebook."""
        return lemma in self.words[name]


@lru_cache(maxsize=8)
def lexicon(codebooks: tuple[str, ...] = ()) -> Lexicon:
    """Our codebook with the analyst's own files over it."""
    book = load_codebook("ru", "events", codebooks)
    entries: dict[str, list[Entry]] = defaultdict(list)
    for entry in book.entries.values():
        for head in entry.heads:
            entries[head].append(entry)
    ordered = {head: tuple(sorted(found, key=_demands, reverse=True)) for head, found in entries.items()}
    words = {name: frozenset(listed) for name, listed in book.words.items()}
    general = tuple(entry for entry in book.entries.values() if not entry.heads)
    return Lexicon(ordered, book.frames, words, general)


def _demands(entry: Entry) -> int:
    return 2 * bool(entry.object) + bool(entry.without)
