"""One stretch of words read together: a sentence, or what stands inside one pair of brackets."""

from __future__ import annotations

from dataclasses import dataclass, field

from detente.coding.ja.tokens import Token


@dataclass(slots=True)
class Words:
    """Tokens, their surfaces joined (`text`), and where each begins in it (`places`).

    A bracketed stretch stands as one token of part of speech `tokens.QUOTED`; parentheses are left out.
    """

    tokens: list[Token]
    text: str = ""
    places: list[int] = field(default_factory=list)
    _index: dict[int, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        at = 0
        for i, token in enumerate(self.tokens):
            self.places.append(at)
            self._index[at] = i
            at += len(token.surface)
        self._index[at] = len(self.tokens)
        self.text = "".join([token.surface for token in self.tokens])

    def token_at(self, place: int) -> int | None:
        """The token that begins at a place of `text` (its length: one past the last), else None."""
        return self._index.get(place)


def word_set(text: str) -> frozenset[str]:
    """The words of a text that is written with white space between them."""
    return frozenset(text.split())
