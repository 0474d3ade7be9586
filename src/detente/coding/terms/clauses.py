"""The phrases of a sentence that state a condition, and where they end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml

LANGUAGES = ("ja", "en")
_PREPOSITIONS = (" for", " of", " on", " upon")


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition in a sentence: its words, and the words with those that make them a condition.

    All places are characters of the sentence, half-open.
    """

    start: int
    end: int
    whole: tuple[int, int]


@dataclass(frozen=True)
class _Grammar:
    """`terms.yaml` of one language, compiled."""

    behind: re.Pattern[str]
    before: re.Pattern[str] | None
    opens: re.Pattern[str]
    closes: re.Pattern[str]
    closes_phrase: re.Pattern[str]
    part: re.Pattern[str]


def book(language: str) -> dict[str, Any]:
    """The codebook of the words of condition in a language."""
    path = files("detente.coding") / "codebooks" / language / "terms.yaml"
    loaded: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return loaded


@lru_cache(maxsize=len(LANGUAGES))
def _grammar(language: str) -> _Grammar:
    raw = book(language)

    def either(*names: str) -> re.Pattern[str]:
        return re.compile("|".join(f"(?:{words})" for name in names for words in raw.get(name, ())))

    return _Grammar(
        behind=either("behind"),
        before=either("before") if raw.get("before") else None,
        opens=either("opens"),
        closes=either("closes"),
        closes_phrase=either("closes", "after_preposition"),
        part=either("part"),
    )


def conditions(sentence: str, language: str) -> Iterator[Condition]:
    """Each phrase of a Japanese or English sentence that states a condition; none in other languages."""
    if language not in LANGUAGES:
        return
    grammar = _grammar(language)
    for cue in grammar.behind.finditer(sentence):
        opened = [m.end() for m in grammar.opens.finditer(sentence[: cue.start()])]
        start = opened[-1] if opened else 0
        yield from _condition(sentence, start, cue.start(), (start, cue.end()))
    for cue in grammar.before.finditer(sentence) if grammar.before else ():
        phrase = cue.group().endswith(_PREPOSITIONS)
        closed = (grammar.closes_phrase if phrase else grammar.closes).search(sentence, cue.end())
        end = closed.start() if closed else len(sentence)
        if not sentence[: cue.start()].strip() and (comma := sentence.find(",", cue.end(), end)) > 0:
            end = comma
        yield from _condition(sentence, cue.end(), end, (cue.start(), end))


def parted(between: str, language: str) -> bool:
    """Whether the words between a condition and an agreement hold another clause."""
    return _grammar(language).part.search(between) is not None


def _condition(sentence: str, start: int, end: int, whole: tuple[int, int]) -> Iterator[Condition]:
    words = sentence[start:end]
    left = start + len(words) - len(words.lstrip())
    right = end - len(words) + len(words.rstrip())
    if left < right:
        yield Condition(left, right, whole)
