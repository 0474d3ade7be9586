"""The words by which Japanese texts state where somebody stands."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from detente.coding.ja.lexicon import lemma, lemmas, table


@dataclass(frozen=True)
class StandWords:
    """`positions.yaml` with its words in normalised form."""

    stances: frozenset[str]
    backing: frozenset[str]
    holds: dict[str, frozenset[str]]
    thinks: frozenset[str]
    beliefs: frozenset[str]
    refusals: frozenset[str]
    need_words: frozenset[str]
    need_verbs: frozenset[str]
    need_grows: frozenset[str]


@lru_cache(maxsize=1)
def stand_words() -> StandWords:
    """The words of standing, compiled once."""
    raw = table("positions")
    return StandWords(
        stances=lemmas(raw["stances"]),
        backing=lemmas(raw["backing"]),
        holds={lemma(noun): lemmas(verbs) for noun, verbs in raw["holds"].items()},
        thinks=lemmas(raw["thinks"]),
        beliefs=lemmas(raw["beliefs"]),
        refusals=lemmas(raw["refusals"]),
        need_words=lemmas(raw["needs"]["words"]),
        need_verbs=lemmas(raw["needs"]["verbs"]),
        need_grows=lemmas(raw["needs"]["grows"]),
    )
