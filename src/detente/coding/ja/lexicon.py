"""Word lists of the Japanese coder: data files in ordinary spelling, looked up by normalised form."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml

from detente.coding.ja.tokens import tokenize


@lru_cache(maxsize=16)
def table(name: str) -> dict[str, Any]:
    """The word list `codebooks/ja/NAME.yaml`."""
    path = files("detente.coding") / "codebooks" / "ja" / f"{name}.yaml"
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # in C where it was built so: ten times as fast
    loaded: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=loader)
    return loaded


@lru_cache(maxsize=4096)
def lemma(word: str) -> str:
    """The normalised form under which the grammar knows a word: もたらす -> 齎す, 強化する -> 強化する."""
    tokens = tokenize(word)
    if len(tokens) > 1 and tokens[-1].norm in ("為る", "する"):
        stem = tokens[-2].norm if tokens[-2].pos != "接尾辞" else "".join(t.surface for t in tokens[-3:-1])
        return stem + "する"
    return tokens[-1].norm if len(tokens) == 1 else "".join(t.norm for t in tokens)


def lemmas(words: Iterable[str]) -> frozenset[str]:
    """The normalised forms of many words."""
    return frozenset(lemma(word) for word in words)
