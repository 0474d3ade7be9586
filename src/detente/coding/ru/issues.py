"""The issue that a Russian passage is about, by the words of the codebook."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml

_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def issue_of(passage: str, *around: str) -> str | None:
    """The issue whose words stand most often in the passage, else in the next wider text, else None."""
    return next((issue for text in (passage, *around) if (issue := _issue(text))), None)


def _issue(text: str) -> str | None:
    counts = {code: len(pattern.findall(text)) for code, pattern in _patterns().items()}
    best = max(counts, key=lambda code: counts[code])
    return best if counts[best] else None


@lru_cache(maxsize=1)
def _patterns() -> dict[str, re.Pattern[str]]:
    raw = files("detente.coding").joinpath("codebooks", "ru", "issues.yaml").read_text("utf-8")
    return {
        code: re.compile(r"\b(?:" + "|".join(map(_stem, stems)) + r")")
        for code, stems in yaml.load(raw, Loader=_LOADER).items()
    }


def _stem(stem: str) -> str:
    """A stem in either case with any ending; an abbreviation (ПРО, ВТО) only as it stands."""
    return rf"{stem}\b" if stem.isupper() else f"(?i:{stem})"
