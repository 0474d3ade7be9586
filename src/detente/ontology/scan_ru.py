"""Finding the forms of the vocabulary in Russian text, whatever their case endings."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from detente.ontology.tables import words
from detente.ontology.unit import Hit, Unit
from detente.ontology.vocabulary import vocabulary

_WORD = re.compile(r"[А-Яа-яЁёA-Za-z][А-Яа-яЁёA-Za-z0-9'’+-]*|[0-9]+")
_NOT_FIRST = frozenset({"Того"})
# first parts of compound adjectives that are no short forms of the adjective itself
_COMBINING = {
    "индо": "IND",
    "франко": "FRA",
    "греко": "GRC",
    "англо": "GBR",
    "итало": "ITA",
    "австро": "AUT",
    "венгро": "HUN",
    "египто": "EGY",
    "португало": "PRT",
}
_ANAPHORA = {
    form: Unit("anaphor", name=name)
    for name, forms in {
        "both sides": "об* сторон*;обеим* сторон*;двух сторон;двум* сторон*;стороны;сторонами;сторонам",
        "both states": "обе страны;обеих стран;обеим* стран*;двух стран;двум* стран*;двух государств",
        "both leaders": "оба президента;обоих президентов;два президента;главы государств;оба лидера",
    }.items()
    for form in forms.split(";")
}


class Pattern(NamedTuple):
    """A form as its words; a word that ends in "*" is a stem."""

    words: tuple[str, ...]
    unit: Unit
    form: str


class Word(NamedTuple):
    """A word of the text with ё written as е."""

    start: int
    end: int
    text: str


@lru_cache(maxsize=1)
def lexicon() -> tuple[dict[str, list[Pattern]], dict[str, list[Pattern]]]:
    """The patterns by their first word: whole words, and stems without the star; longest first."""
    whole: dict[str, list[Pattern]] = {}
    stems: dict[str, list[Pattern]] = {}
    for form, unit in {**_ANAPHORA, **vocabulary("ru")}.items():
        words = tuple(form.replace("ё", "е").replace("«", "").replace("»", "").split())
        index = stems if words[0].endswith("*") else whole
        index.setdefault(words[0].rstrip("*"), []).append(Pattern(words, unit, form))
    for index in (whole, stems):
        for patterns in index.values():
            patterns.sort(key=lambda p: (-len(p.words), -len(p.form)))
    return whole, stems


def scan(text: str) -> list[Hit]:
    """The longest forms from left to right, not overlapping; blocked forms are left out."""
    flat = text.replace("ё", "е").replace("Ё", "Е")
    tokens = [Word(m.start(), m.end(), m.group()) for m in _WORD.finditer(flat)]
    hits: list[Hit] = []
    i = 0
    while i < len(tokens):
        best = _best(flat, tokens, i)
        if best is None:
            if "-" in tokens[i].text and (codes := _compound(tokens[i].text)):
                hits.append(Hit(tokens[i].start, tokens[i].end, Unit("joint", codes), tokens[i].text))
            i += 1
            continue
        pattern, last = best
        if pattern.unit.kind != "block":
            hits.append(Hit(tokens[i].start, tokens[last].end, pattern.unit, pattern.form))
        i = last + 1
    return hits


def _compound(word: str) -> tuple[str, ...]:
    """The states of a compound adjective: российско-американский; () where a part is no state's."""
    *before, last = word.lower().split("-")
    codes = [
        _COMBINING.get(part) or _of_adjective(part) or _of_adjective(f"{part[:-1]}ско") for part in before
    ]
    codes.append(_of_adjective(last))
    return tuple(dict.fromkeys(codes)) if all(codes) else ()


def _of_adjective(part: str) -> str:
    """The state of an adjective or of the first part of a compound one, "" for none."""
    found = (p.unit for p in _candidates(part) if p.unit.kind == "demonym" and len(p.words) == 1)
    return next((unit.codes[0] for unit in found), "")


def _best(text: str, tokens: list[Word], i: int) -> tuple[Pattern, int] | None:
    first = tokens[i].text
    if first in _NOT_FIRST and (i == 0 or text[tokens[i - 1].end : tokens[i].start] != " "):
        return None
    best: tuple[Pattern, int] | None = None
    for pattern in _candidates(first):
        last = i + len(pattern.words) - 1
        if (best is None or last > best[1]) and last < len(tokens) and _follows(text, tokens, i, pattern):
            best = (pattern, last)
    return best


def _candidates(word: str) -> list[Pattern]:
    whole, stems = lexicon()
    endings = words("ru ending")
    found = list(whole.get(word, ()))
    small = word.lower()
    if small != word:
        found += whole.get(small, ())
    for shape in (word, small) if small != word else (word,):
        for cut in range(min(4, len(shape) - 1) + 1):
            stem = shape[: len(shape) - cut] if cut else shape
            if stem in stems and (not cut or shape[-cut:] in endings):
                found += stems[stem]
    return found


def _follows(text: str, tokens: list[Word], i: int, pattern: Pattern) -> bool:
    for k in range(1, len(pattern.words)):
        if text[tokens[i + k - 1].end : tokens[i + k].start].strip(" \n\u00a0«»—–-"):
            return False
        if not _fits(tokens[i + k].text, pattern.words[k]):
            return False
    return True


def _fits(word: str, token: str) -> bool:
    small, wanted = word.lower(), token.rstrip("*").lower()
    if not token.endswith("*"):
        return small == wanted
    ending = small[len(wanted) :]
    return small.startswith(wanted) and (not ending or ending in words("ru ending"))
