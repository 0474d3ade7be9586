"""The pieces of a sentence in order: noun groups, verb groups, and the single words between them."""

from __future__ import annotations

from collections.abc import Iterator

from detente.coding.en.shallow.draft import Draft, Piece
from detente.coding.en.shallow.noun_groups import INSIDE, counted, is_time, noun_group
from detente.coding.en.shallow.verb_groups import infinitive, verb_group

OPENING = INSIDE - {"POS", "HYPH"}
DEGREES = frozenset({"RB", "IN"})
VERBS = frozenset({"MD", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})
SINGLE = {
    "PRP": "NOUN",
    "IN": "PREPOSITION",
    "TO": "PREPOSITION",
    "RP": "PARTICLE",
    "RB": "ADVERB",
    "CC": "CC",
    "WDT": "WH",
    "WP": "WH",
    "WRB": "WH",
    ",": "COMMA",
    ":": "COMMA",
    ".": "STOP",
}
BRACKETED = 30  # tokens that a parenthesis may have


def pieces(draft: Draft, first: int, last: int) -> Iterator[Piece]:
    """The pieces of the tokens from `first` up to `last`, left out; quotation marks are passed over."""
    i, tags = first, draft.tags
    while i < last:
        if tags[i] == "-LRB-" and (closing := _closing(draft, i, last)):
            i = closing + 1
            continue
        piece = _piece(draft, i, last)
        if piece is not None:
            yield piece
            i = piece.last
        i += 1


def _closing(draft: Draft, i: int, last: int) -> int:
    """The mark that closes a parenthesis, whose words are hung on what stands before it; 0 if none."""
    end = next((k for k in range(i + 1, min(last, i + BRACKETED)) if draft.tags[k] == "-RRB-"), 0)
    for k in range(i, end + 1) if i > 0 else ():
        draft.link(k, i - 1, "dep")
    return end


def _piece(draft: Draft, i: int, stop: int) -> Piece | None:
    tag = draft.tags[i]
    if tag in VERBS or (tag == "TO" and infinitive(draft, i, stop)):
        return verb_group(draft, i, stop)
    if draft.low[i] in draft.listed["time"] and is_time(draft, i, stop):
        return Piece("TIME", i, i, i)
    if tag in OPENING:
        return noun_group(draft, i, stop)
    if tag == "IN" and draft.low[i] == "that":
        return Piece("THAT", i, i, i)
    if tag in DEGREES and (end := counted(draft, i, stop)):
        return noun_group(draft, end, stop, first=i)
    kind = SINGLE.get(tag)
    return Piece(kind, i, i, i) if kind else None
