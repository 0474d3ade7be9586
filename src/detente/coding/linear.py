"""A linear model over named traits: whether a place in a text tells an act, and of which PLOVER type."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import as_file, files

import numpy as np
from numpy.typing import NDArray

Weights = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Linear:
    """Weights of two logistic regressions: an act or none, and its type.

    `number` tells a trait's row; `act` has shape (traits + 1,), `kinds` (traits + 1, types); the last row
    is the bias. A trait that is not in `number` counts nothing.
    """

    number: dict[str, int]
    act: Weights
    kinds: Weights
    types: tuple[str, ...]

    def chance(self, traits: Iterable[str]) -> float:
        """How likely a place with these traits tells an act, 0 to 1."""
        return float(1 / (1 + np.exp(-self.act[self._rows(traits)].sum())))

    def kind(self, traits: Iterable[str]) -> tuple[str, float]:
        """The likeliest type of an act with these traits, and how likely it is."""
        score = self.kinds[self._rows(traits)].sum(axis=0)
        odds = np.exp(score - score.max())
        return self.types[int(odds.argmax())], float(odds.max() / odds.sum())

    def reasons(self, traits: Iterable[str], most: int) -> list[str]:
        """The traits that speak most for an act, the weightiest first."""
        known = [(float(self.act[self.number[t]]), t) for t in dict.fromkeys(traits) if t in self.number]
        return [trait for weight, trait in sorted(known, reverse=True)[:most] if weight > 0]

    def _rows(self, traits: Iterable[str]) -> list[int]:
        return [*(self.number[t] for t in dict.fromkeys(traits) if t in self.number), -1]


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
    return Linear({name: i for i, name in enumerate(names)}, act, kinds, tuple(types))
