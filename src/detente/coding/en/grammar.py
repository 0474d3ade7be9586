"""Words with a grammatical task, from `codebooks/en/grammar.yaml`, with all their forms."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@lru_cache(maxsize=1)
def groups() -> dict[str, frozenset[str]]:
    """Name of the group -> its lemmas."""
    raw = files("detente.coding").joinpath("codebooks", "en", "grammar.yaml").read_text("utf-8")
    return {name: frozenset(words.split()) for name, words in yaml.load(raw, Loader=_LOADER).items()}


def is_a(group: str, lemma: str) -> bool:
    """Whether a lemma belongs to a group."""
    return lemma in groups()[group]
