"""The inflected forms of English words: enough to look a word of a text up in a codebook."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

from detente.coding.en.grammar import groups

VOWELS = "aeiou"


@lru_cache(maxsize=1)
def irregular() -> dict[str, tuple[str, ...]]:
    """Base form -> its irregular forms, for verbs and nouns, from `irregular.txt`."""
    text = files("detente.coding").joinpath("codebooks", "en", "irregular.txt").read_text(encoding="utf-8")
    rows = (line.split() for line in text.splitlines() if line.strip() and not line.startswith("#"))
    return {row[0]: tuple(row[1:]) for row in rows}


def verb_forms(base: str) -> set[str]:
    """All forms of a verb, the base included: -s, -ed, -ing and the irregular ones."""
    forms = {base, plural(base), _suffixed(base, "ing")}
    special = irregular().get(base)
    return forms | (set(special) if special else {_suffixed(base, "ed")})


def noun_forms(base: str) -> set[str]:
    """Singular and plural of a noun."""
    return {base, plural(base), *irregular().get(base, ())}


def plural(base: str) -> str:
    """The regular -s form of a noun or verb."""
    if base.endswith(("s", "x", "z", "ch", "sh")):
        return base + "es"
    if base.endswith("y") and base[-2:-1] not in VOWELS:
        return base[:-1] + "ies"
    return base + ("es" if base in groups()["es_plural"] else "s")


def _suffixed(base: str, suffix: str) -> str:
    if suffix == "ing" and base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")):
        return base[:-1] + suffix
    if suffix == "ed" and base.endswith(("ee", "oe", "ye")):
        return base + "d"
    if suffix == "ed" and base.endswith("y") and base[-2:-1] not in VOWELS:
        return base[:-1] + "ied"
    return base + (base[-1] if _doubles(base) else "") + suffix


def _doubles(base: str) -> bool:
    """Whether the last consonant doubles: in words of one syllable, and in those listed."""
    if len(base) < 3 or base[-1] in VOWELS + "wxy" or base[-2] not in VOWELS or base[-3] in VOWELS:
        return False
    return base in groups()["doubling"] or sum(_nucleus(base, i) for i in range(len(base))) == 1


def _nucleus(base: str, i: int) -> bool:
    """Whether a syllable's vowels begin at letter `i`."""
    vowels = VOWELS + "y"
    return base[i] in vowels and (i == 0 or base[i - 1] not in vowels)
