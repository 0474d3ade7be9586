"""The weights of the model that chooses the sides of acts, by trait."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import as_file, files

import numpy as np


class Combined(dict[str, float]):
    """By sign, what it weighs for a state on one side of acts of a type; filled in as it is asked."""

    def __init__(self, role: str, kind: str) -> None:
        super().__init__()
        self._role, self._kind = role, kind

    def __missing__(self, sign: str) -> float:
        known, name = weights(), f"{self._role}:{sign}"
        value = self[sign] = known.get(name, 0.0) + known.get(f"{name}:{self._kind}", 0.0)
        return value


@lru_cache(maxsize=64)
def combined(role: str, kind: str) -> Combined:
    """What each sign weighs for a state as doer ("A") or bearer ("T") of an act of a type."""
    return Combined(role, kind)


@lru_cache(maxsize=8192)
def total(traits: tuple[str, ...]) -> float:
    """What several traits weigh together."""
    weigh = weights().get
    return sum([weigh(trait, 0.0) for trait in traits])


def save(path: str, names: Sequence[str], values: Sequence[float]) -> None:
    """Write a model; weights are kept in half precision."""
    np.savez_compressed(
        path, names=np.frombuffer("\n".join(names).encode(), np.uint8), weights=np.array(values, np.float16)
    )


@lru_cache(maxsize=1)
def weights() -> dict[str, float]:
    """The weights that the package brings, by trait; `training/` in the repository makes them."""
    folder = files("detente.coding") / "codebooks" / "ja"
    with as_file(folder / "sides.npz") as path, np.load(path, allow_pickle=False) as held:
        names = held["names"].tobytes().decode().split("\n")
        return dict(zip(names, held["weights"].astype(float).tolist(), strict=True))
