"""How alike the words of two passages are, in any of the languages: the share of content words in common."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from importlib import resources

_DATES = re.compile(
    r"[0-9]+(?:世紀|年代?|月|日|時|回|人|st|nd|rd|th)?|[〇一二三四五六七八九十百千]+(?:年|月|日)"
)
_WORD = re.compile(r"[㐀-鿿豈-﫿々]+|[ァ-ヺー]+|[a-zà-öø-ÿ]+(?:-[a-z]+)*|[а-яё]+")
_LATIN_STEM, _CYRILLIC_STEM = 6, 5


def content(text: str) -> frozenset[str]:
    """The content words of a passage.

    These are runs of katakana, pairs of neighbouring kanji, and the beginnings of Latin (6 letters)
    and Cyrillic words (5 letters). Numbers, dates and function words are left out.
    """
    plain = _DATES.sub(" ", unicodedata.normalize("NFKC", text).casefold())
    return frozenset(part for word in _WORD.findall(plain) for part in _parts(word))


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """The Dice coefficient in [0, 1] of two sets of content words; 0 where one is empty."""
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0


def script(word: str) -> str:
    """What a content word is written in: "east" (kanji or katakana), "latin" or "cyrillic"."""
    first = word[0]
    return "east" if first >= "぀" else "cyrillic" if first >= "а" else "latin"


@lru_cache(maxsize=1)
def _function_words() -> frozenset[str]:
    """Words that say nothing of what a passage is about; those of one or two letters are left out anyway."""
    file = resources.files("detente.casebook").joinpath("function_words.txt")
    return frozenset(file.read_text(encoding="utf-8").split())


def _parts(word: str) -> list[str]:
    written = script(word)
    if written == "east" and not "ァ" <= word[0] <= "ー":
        return [word[i : i + 2] for i in range(len(word) - 1)] or [word]
    if written == "east":
        return [word]
    if len(word) < 3 or word in _function_words():
        return []
    return [word[: _LATIN_STEM if written == "latin" else _CYRILLIC_STEM]]
