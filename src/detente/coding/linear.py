"""A linear model over named traits: whether a place in a text tells an act, and of which PLOVER type."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import as_file, files
from math import exp

import numpy as np
from numpy.typing import NDArray

Weights = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Linear:
    """Weights of two logistic regressions: an act or none, and its type.

    `act` holds a weight for each trait and `bias` is added to their sum; `number` tells a trait's row in
    `kinds`, of shape (traits + 1, types), whose last row is the bias. An unknown trait counts nothing.
    """

    act: dict[str, float]
    bias: float
    number: dict[str, int]
    kinds: Weights
    types: tuple[str, ...]

    def chance(self, traits: Iterable[str]) -> float:
        """How likely a place with these traits tells an act, 0 to 1."""
        weigh = self.act.get
        return 1 / (1 + exp(-self.bias - sum([weigh(trait, 0.0) for trait in set(traits)])))

    def kind(self, traits: Iterable[str]) -> tuple[str, float]:
        """The likeliest type of an act with these traits, and how likely it is."""
        score = self.kinds[self._rows(traits)].sum(axis=0)
        odds = np.exp(score - score.max())
        return self.types[int(odds.argmax())], float(odds.max() / odds.sum())

    def reasons(self, traits: Iterable[str], most: int) -> list[str]:
        """The traits that speak most for an act, the weightiest first."""
        known = [(self.act[t], t) for t in set(traits) if t in self.act]
        return [trait for weight, trait in sorted(known, reverse=True)[:most] if weight > 0]

    def _rows(self, traits: Iterable[str]) -> list[int]:
        return [*(self.number[t] for t in dict.fromkeys(traits) if t in self.number), -1]


def linear(names: Sequence[str], act: Weights, kinds: Weights, types: Sequence[str]) -> Linear:
    """A model from its weights, one row a trait and a last one for the bias."""
    weights = act.tolist()
    return Linear(
        dict(zip(names, weights, strict=False)),
        weights[-1],
        {name: i for i, name in enumerate(names)},
        kinds,
        tuple(types),
    )


def save(path: str, names: Sequence[str], act: Weights, kinds: Weights, types: Sequence[str]) -> None:
    """Write a model; weights are kept in half precision."""
    np.savez_compressed(
        path,
        names=np.frombuffer("\n".join(names).encode(), np.uint8),
        types=np.frombuffer("\n".join(types).encode(), np.uint8),
        act=act.astype(np.float16),
        kinds=kinds.astype(np.float16),
    )


@lru_cache(maxsize=4)
def load(language: str) -> Linear:
    """The model of a language that the package brings; `training/` in the repository makes it."""
    folder = files("detente.coding") / "codebooks" / language
    with as_file(folder / "unlisted.npz") as path, np.load(path, allow_pickle=False) as held:
        names, types = (held[key].tobytes().decode().split("\n") for key in ("names", "types"))
        act, kinds = (held[key].astype(np.float32) for key in ("act", "kinds"))
    return linear(names, act, kinds, types)
