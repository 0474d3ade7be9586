"""The words of disputes, as `disputes.yaml` lists them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from detente.coding.ja.lexicon import lemma, lemmas, table

UNREAL = frozenset({"feared", "possible", "unlikely", "predicted", "want"})
_TAILS = ("", "の試み", "試み", "行為", "活動", "事案")


@dataclass(frozen=True)
class Lexicon:
    """`disputes.yaml` with its words in normalised form.

    `last` are the last characters of those that a phrase may end in: any other ends in none of them.
    """

    nouns: frozenset[str]
    strong: frozenset[str]
    compounds: tuple[str, ...]
    verbs: frozenset[str]
    idioms: dict[str, frozenset[str]]
    opposed: frozenset[str]
    easing: frozenset[str]
    apart: frozenset[str]
    bearing: frozenset[str]
    arising: frozenset[str]
    protests: frozenset[str]
    voicing: frozenset[str]
    unmet: frozenset[str]
    matters: tuple[str, ...]
    endings: tuple[str, ...]
    contended: frozenset[str]
    talks: frozenset[str]
    held: frozenset[str]
    named: tuple[str, ...]
    challenges: tuple[str, ...]
    advancing: frozenset[str]
    demanding: frozenset[str]
    settling: frozenset[str]
    last: frozenset[str]
    standing: dict[str, tuple[str, ...]]


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The words, read once."""
    raw = table("disputes")
    compounds = tuple(word for word in raw["strong"] if len(word) > 2)
    endings, named = tuple(raw["endings"]), tuple(f"{word}問題" for word in raw["named"])
    challenges = tuple(word + tail for word in raw["challenges"] for tail in _TAILS)
    return Lexicon(
        nouns=lemmas(raw["nouns"]),
        strong=lemmas(raw["strong"]),
        compounds=compounds,
        verbs=lemmas(raw["verbs"]),
        idioms={lemma(noun): lemmas(verbs) for noun, verbs in raw["idioms"].items()},
        easing=lemmas(raw["easing"]),
        apart=lemmas(raw["apart"]),
        bearing=lemmas(raw["bearing"]),
        opposed=frozenset(raw["opposed"]),
        arising=lemmas(raw["arising"]),
        protests=lemmas(raw["protests"]),
        voicing=lemmas(raw["voicing"]),
        unmet=lemmas(raw["unmet"]),
        matters=tuple(raw["matters"]),
        endings=endings,
        contended=lemmas(raw["contended"]),
        talks=lemmas(raw["talks"]),
        held=lemmas(raw["held"]),
        named=named,
        challenges=challenges,
        demanding=lemmas(raw["demanding"]),
        advancing=lemmas(raw["advancing"]),
        settling=lemmas(raw["settling"]),
        last=frozenset(word[-1] for word in (*compounds, *endings, *named, *challenges)),
        standing={name: tuple(sides) for name, sides in raw["standing"].items()},
    )
