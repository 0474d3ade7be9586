"""The words of the future, as `codebooks/ja/outlooks.yaml` lists them, in normalised form."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from detente.coding.ja.lexicon import lemma, lemmas, table


@dataclass(frozen=True)
class Lexicon:
    """`outlooks.yaml` with its words in normalised form."""

    marks: dict[str, float]
    open_marks: dict[str, float]
    nouns: dict[str, frozenset[str]]
    conditions: frozenset[str]
    openings: frozenset[str]
    adverbs: frozenset[str]
    verbs: frozenset[str]
    arrangements: frozenset[str]
    holding: frozenset[str]
    thinking: frozenset[str]
    fears: frozenset[str]
    foretelling: frozenset[str]
    weighing: frozenset[str]
    asides: frozenset[str]
    opinions: frozenset[str]
    factors: frozenset[str]
    grounds: frozenset[str]


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The lexicon, loaded once."""
    raw = table("outlooks")
    lists = (
        "adverbs",
        "verbs",
        "arrangements",
        "holding",
        "thinking",
        "fears",
        "foretelling",
        "weighing",
        "asides",
        "opinions",
        "factors",
        "grounds",
    )
    return Lexicon(
        marks=raw["marks"],
        open_marks=raw["open"],
        nouns={lemma(noun): lemmas(verbs) for noun, verbs in raw["nouns"].items()},
        conditions=frozenset(raw["conditions"]),
        openings=frozenset(raw["openings"]),
        **{name: lemmas(raw[name]) for name in lists},
    )
