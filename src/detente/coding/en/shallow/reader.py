"""A sentence read from left to right: each piece finds its place by what has been read and what follows."""

from __future__ import annotations

from collections.abc import Callable

from detente.coding.en.shallow.draft import Draft, Piece
from detente.coding.en.shallow.groups import VERBS, pieces
from detente.coding.en.shallow.links import (
    read_adjective,
    read_adverb,
    read_and,
    read_comma,
    read_that,
    read_time,
    read_wh,
)
from detente.coding.en.shallow.nouns import read_noun
from detente.coding.en.shallow.prepositions import read_particle, read_preposition
from detente.coding.en.shallow.state import State
from detente.coding.en.shallow.verbs import read_verb

DATELINE = 16  # tokens that a dateline may have
READERS: dict[str, Callable[[State, int, Piece], None]] = {
    "NOUN": read_noun,
    "VERB": read_verb,
    "PREPOSITION": read_preposition,
    "PARTICLE": read_particle,
    "THAT": read_that,
    "WH": read_wh,
    "COMMA": read_comma,
    "CC": read_and,
    "ADJECTIVE": read_adjective,
    "TIME": read_time,
    "ADVERB": read_adverb,
}


def link_all(draft: Draft) -> None:
    """Draw the links of all sentences of a text."""
    first = _after_dateline(draft)
    for i, tag in enumerate(draft.tags):
        if tag == "." and (i + 1 == len(draft.tags) or _opens(draft, i + 1)):
            _sentence(draft, first, i)
            first = i + 1
    _sentence(draft, first, len(draft.tags))


def _after_dateline(draft: Draft) -> int:
    """The first token after a dateline: ANKARA, May 4 (AFP) --; 0 where the text has none."""
    for i, tag in enumerate(draft.tags[:DATELINE]):
        if tag in VERBS or tag == "TO":
            return 0
        if tag == ":" and draft.low[i] != ";":
            inside = draft.tags[:i]
            return i + 1 if draft.words[0].isupper() or "CD" in inside or "-LRB-" in inside else 0
    return 0


def _opens(draft: Draft, i: int) -> bool:
    """Whether a sentence can begin with token `i`."""
    return not draft.words[i][0].islower()


def _sentence(draft: Draft, first: int, last: int) -> None:
    state = State(draft, list(pieces(draft, first, last)))
    for k, piece in enumerate(state.pieces):
        if (reader := READERS.get(piece.kind)) is not None:
            reader(state, k, piece)
    state.settle()
    root = state.main.verb if state.main.verb >= 0 else state.main.subject
    for i in range(first, last):
        if draft.heads[i] == i and root >= 0 and not draft.words[i][0].isalnum():
            draft.link(i, root, "punct")
