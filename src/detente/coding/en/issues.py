"""The issue that a passage is about, by its words and those of its sentence."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml

from detente.coding.en.reading import Sentence

OTHER = "other"
_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def issue_of(sentence: Sentence, start: int, end: int) -> str:
    """The issue of the characters [start, end): by their own words, else by the whole sentence's."""
    text = sentence.tree.text
    return issue_in(text[start:end]) or issue_in(text) or OTHER


@lru_cache(maxsize=1024)
def issue_in(text: str) -> str | None:
    """The issue whose words a text holds most often (the first listed on a tie), or None."""
    counts = {code: len(pattern.findall(text)) for code, pattern in _patterns().items()}
    best = max(counts, key=lambda code: counts[code])
    return best if counts[best] else None


@lru_cache(maxsize=1)
def _patterns() -> dict[str, re.Pattern[str]]:
    raw = files("detente.coding").joinpath("codebooks", "en", "issues.yaml").read_text("utf-8")
    return {
        code: re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)
        for code, words in yaml.load(raw, Loader=_LOADER).items()
    }
