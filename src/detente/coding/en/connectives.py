"""The causal words of `codebooks/en/causes.yaml`."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml

_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
PHRASES = frozenset({"following", "purpose", "in_turn"})


@lru_cache(maxsize=1)
def _raw() -> dict[str, str]:
    text = files("detente.coding").joinpath("codebooks", "en", "causes.yaml").read_text("utf-8")
    return dict(yaml.load(text, Loader=_LOADER))


@lru_cache(maxsize=1)
def causal() -> dict[str, frozenset[str]]:
    """Name of a list of single words -> its lemmas."""
    return {name: frozenset(words.split()) for name, words in _raw().items() if name not in PHRASES}


@lru_cache(maxsize=8)
def phrases(name: str) -> re.Pattern[str]:
    """A list of phrases as one pattern."""
    return re.compile(r"\b(?:" + _raw()[name] + r")\b", re.IGNORECASE)
