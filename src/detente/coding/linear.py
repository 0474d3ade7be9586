"""A linear model over named traits: whether a place in a text tells an act, and of which PLOVER type."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import as_file, files
from math import exp
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from detente.coding.near import Near, Weights, near


@dataclass(frozen=True, slots=True)
class Linear:
    """Weights of two logistic regressions: an act or none, and its type.

    `weight` tells what a trait weighs for an act, and `bias` is added to their sum; `number` tells a trait's
    row in `kinds`, of shape (traits + 1, types), whose last row is the bias. An unknown trait counts nothing
    but what its word weighs by the words that are `near` it.
    """

    weight: Callable[[str], float]
    bias: float
    number: dict[str, int]
    kinds: Weights
    types: tuple[str, ...]
    near: Near

    def chance(self, traits: Iterable[str]) -> float:
        """How likely a place with these traits tells an act, 0 to 1."""
        return 1 / (1 + exp(-self.bias - sum(map(self.weight, set(traits)))))

    def likely(self, traits: Iterable[str]) -> dict[str, float]:
        """How likely each type of an act with these traits is."""
        told = dict.fromkeys(traits)
        score = self.kinds[[*(self.number[t] for t in told if t in self.number), -1]].sum(axis=0)
        score += self.near.for_kinds(told)
        odds = np.exp(score - score.max())
        return dict(zip(self.types, (odds / odds.sum()).tolist(), strict=True))

    def likeliest(self, traits: Iterable[str]) -> tuple[str, float]:
        """The likeliest type of an act with these traits, and how likely it is."""
        return max(self.likely(traits).items(), key=lambda item: item[1])

    def reasons(self, traits: Iterable[str], most: int) -> list[str]:
        """The traits that speak most for an act, the weightiest first."""
        weights = [(self.weight(trait), trait) for trait in set(traits)]
        return [trait for weight, trait in sorted(weights, reverse=True)[:most] if weight > 0]


class Parts(NamedTuple):
    """A model as it is kept in a file: arrays of numbers, and lists of words.

    `act` and `kinds` have one row a trait of `names` and a last one for the bias. `rows` tells for each of
    `words` its row in `codes`; `near` holds the weights of a code, of shape (places, numbers, types + 1).
    """

    names: Sequence[str]
    types: Sequence[str]
    act: NDArray[np.floating[Any]]
    kinds: NDArray[np.floating[Any]]
    words: Sequence[str]
    rows: NDArray[np.unsignedinteger[Any]]
    codes: NDArray[np.int8]
    places: Sequence[str]
    near: NDArray[np.floating[Any]]


def linear(parts: Parts) -> Linear:
    """The model of these parts."""
    weights: list[float] = parts.act.astype(np.float32).tolist()
    own: dict[str, float] = dict(zip(parts.names, weights, strict=False))
    rows = dict(zip(parts.words, parts.rows.tolist(), strict=True))
    words = near(rows, parts.codes.astype(np.float32), parts.places, parts.near.astype(np.float32))

    @lru_cache(maxsize=1 << 15)
    def weight(trait: str) -> float:
        return own.get(trait, 0.0) + words.for_act(trait)

    number = {name: i for i, name in enumerate(parts.names)}
    return Linear(weight, weights[-1], number, parts.kinds.astype(np.float32), tuple(parts.types), words)


def without_words(names: Sequence[str], types: Sequence[str], act: Weights, kinds: Weights) -> Parts:
    """The parts of a model whose traits weigh by themselves alone."""
    rows, codes, near = np.zeros(0, np.uint16), np.zeros((0, 1), np.int8), np.zeros((0, 1, len(types) + 1))
    return Parts(names, types, act, kinds, (), rows, codes, (), near)


_LISTS = ("names", "types", "words", "places")


def save(path: str, parts: Parts) -> None:
    """Write a model; weights are kept in half precision."""
    held = {name: np.asarray(value) for name, value in parts._asdict().items() if name not in _LISTS}
    for name in ("act", "kinds", "near"):
        held[name] = held[name].astype(np.float16)
    for name in _LISTS:
        held[name] = np.frombuffer("\n".join(getattr(parts, name)).encode(), np.uint8)
    np.savez_compressed(path, allow_pickle=False, **held)


@lru_cache(maxsize=4)
def load(language: str) -> Linear:
    """The model of a language that the package brings; `training/` in the repository makes it."""
    folder = files("detente.coding") / "codebooks" / language
    with as_file(folder / "unlisted.npz") as path, np.load(path, allow_pickle=False) as held:
        lists = {name: held[name].tobytes().decode().splitlines() for name in _LISTS}
        return linear(Parts(**{name: held[name] for name in Parts._fields} | lists))
