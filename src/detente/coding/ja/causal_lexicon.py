"""The causal words of Japanese, as `codebooks/ja/causal.yaml` lists them, in normalised form."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from detente.coding.ja.lexicon import lemma, lemmas, table


@dataclass(frozen=True)
class Lexicon:
    """`causal.yaml` with its words in normalised form; what each list means stands there."""

    verbs: dict[str, tuple[str, bool]]  # lemma -> (sign, strong)
    nouns: dict[str, dict[str, Any]]
    cases: dict[str, dict[str, Any]]
    links: dict[str, dict[str, Any]]
    conditions: dict[str, float]
    uptake: dict[str, list[str]]
    openers: tuple[str, ...]
    pretexts: frozenset[str]
    received: dict[str, str]
    needs: frozenset[str]
    fears: frozenset[str]
    charges: frozenset[str]
    returns: frozenset[str]
    pointers: frozenset[str]
    sayings: frozenset[str]
    dative: frozenset[str]
    general: frozenset[str]
    naming: frozenset[str]
    requests: frozenset[str]
    weighing: frozenset[str]
    asides: frozenset[str]
    accords: frozenset[str]
    differing: frozenset[str]
    opinions: frozenset[str]
    back: frozenset[str]
    outcomes: frozenset[str]
    happenings: frozenset[str]
    meetings: frozenset[str]
    lowered: frozenset[str]
    hard: frozenset[str]
    harms: frozenset[str]
    provoking: frozenset[str]
    judging: frozenset[str]
    achieving: frozenset[str]
    punishing: frozenset[str]
    own: frozenset[str]
    gaining: frozenset[str]


_WORD_LISTS = (
    "needs",
    "fears",
    "charges",
    "returns",
    "pointers",
    "sayings",
    "dative",
    "general",
    "naming",
    "requests",
    "weighing",
    "asides",
    "accords",
    "differing",
    "opinions",
    "back",
    "outcomes",
    "happenings",
    "meetings",
    "lowered",
    "hard",
    "harms",
    "provoking",
    "judging",
    "achieving",
    "punishing",
    "own",
    "gaining",
)


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The causal lexicon, loaded once."""
    raw = table("causal")
    verbs = {
        lemma(word): (sign, strength == "strong")
        for strength in ("weak", "strong")
        for sign, words in raw["verbs"][strength].items()
        for word in words
    }
    nouns = {
        lemma(word): {**entry, "with": lemmas(entry["with"]) if "with" in entry else None}
        for word, entry in raw["nouns"].items()
    }
    return Lexicon(
        verbs=verbs,
        nouns=nouns,
        cases=raw["cases"],
        links=raw["links"],
        conditions=raw["conditions"],
        uptake={lemma(verb): cases for verb, cases in raw["uptake"].items()},
        openers=tuple(raw["openers"]),
        pretexts=frozenset(raw["pretexts"]),
        received={lemma(verb): case for verb, case in raw["received"].items()},
        **{name: lemmas(raw[name]) for name in _WORD_LISTS},
    )
