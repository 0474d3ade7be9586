"""A sentence while it is being read: tokens with their tags and lemmas, and the links drawn so far."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from detente.coding.en.shallow.words import Words, classes


class Draft:
    """The columns of a tree to be; a token without a link is its own head.

    Parameters
    ----------
    words, tags, lemmas : one value a token; `tags` may be corrected while reading.
    listed : the word lists of `words.yaml`.
    named : the tokens that the gazetteer found to name someone.
    """

    def __init__(
        self,
        words: Sequence[str],
        tags: list[str],
        lemmas: Sequence[str],
        named: frozenset[int],
        vocabulary: Words,
    ) -> None:
        self.low = [word.lower() for word in words]
        self.words, self.tags, self.lemmas, self.named = words, tags, lemmas, named
        self.vocabulary = vocabulary
        self.listed = classes()
        self.heads = list(range(len(words)))
        self.deps = ["ROOT"] * len(words)

    def link(self, i: int, head: int, dep: str) -> None:
        """Hang token `i` on `head`, unless there is no such token (-1) or a circle would close."""
        at = head
        if head < 0:
            return
        while self.heads[at] != at:
            if at == i:
                return
            at = self.heads[at]
        if at != i:
            self.heads[i], self.deps[i] = head, dep

    def takes(self, i: int) -> frozenset[str]:
        """The prepositions by which the codebooks look for the sides of noun `i`."""
        return self.vocabulary.takes.get(self.lemmas[i], frozenset())

    def is_one_of(self, name: str, i: int) -> bool:
        """Whether the lemma of token `i` is in a list of `words.yaml`."""
        return self.lemmas[i] in self.listed[name]


class Piece(NamedTuple):
    """Tokens that are read as one: a noun group, a verb group, or a single word between them.

    Parameters
    ----------
    kind : NOUN, VERB, TIME, ADJECTIVE, ADVERB, PREPOSITION, PARTICLE, THAT, WH, CC, COMMA, or STOP.
    first, last, head : tokens, the last one included.
    form : of verbs: "finite", "to", "ing" or "part" (a participle without auxiliary).
    passive : whether a verb has a form of "be" before its participle.
    """

    kind: str
    first: int
    last: int
    head: int
    form: str = ""
    passive: bool = False
