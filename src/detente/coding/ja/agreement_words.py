"""The words of agreements, as `codebooks/ja/agreements.yaml` lists them, in normalised form."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from detente.coding.ja.lexicon import lemma, table


@dataclass(frozen=True)
class Lexicon:
    """`agreements.yaml` with its verbs in normalised form; what each list means stands there."""

    endings: re.Pattern[str]
    acronyms: re.Pattern[str]
    headline: re.Pattern[str]
    weak: frozenset[str]
    declared: frozenset[str]
    named_only: frozenset[str]
    generic: frozenset[str]
    plain: frozenset[str]
    others: frozenset[str]
    pointers: frozenset[str]
    status: dict[str, str]
    commitments: frozenset[str]
    mutual: frozenset[str]
    truces: frozenset[str]
    set_in: frozenset[str]
    aims: frozenset[str]
    wishing: frozenset[str]


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The lexicon, loaded once."""
    raw = table("agreements")
    endings = "|".join(sorted(map(re.escape, raw["instruments"]), key=len, reverse=True))
    tails = "|".join(sorted(raw["tails"], key=len, reverse=True))
    return Lexicon(
        endings=re.compile(f"(?:{endings})$"),
        acronyms=re.compile("|".join(raw["acronyms"])),
        headline=re.compile(f"(?<=[約定書言明訳意極A-Z])(?:{tails})+$"),
        weak=frozenset(raw["weak"]),
        declared=frozenset(raw["declared"]),
        named_only=frozenset(raw["named_only"]),
        generic=frozenset(raw["generic"]),
        plain=frozenset(raw["plain"]),
        others=frozenset(raw["others"]),
        pointers=frozenset(raw["pointers"]),
        status={lemma(word): status for status, words in raw["status"].items() for word in words},
        commitments=frozenset(lemma(word) for word in raw["commitments"]),
        mutual=frozenset(lemma(word) for word in raw["mutual"]),
        truces=frozenset(raw["truces"]),
        set_in=frozenset(lemma(word) for word in raw["set_in"]),
        aims=frozenset(raw["aims"]) | frozenset(lemma(word) for word in raw["wishing"]),
        wishing=frozenset(lemma(word) for word in raw["wishing"]),
    )
