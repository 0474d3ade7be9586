"""What a word weighs by the words that are used like it, so that one the model has not met weighs too."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Weights = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Near:
    """Words with codes of a few numbers, alike for words that are used alike, and what a code weighs.

    A trait `place=word` adds the code of its word, weighed by its place. `rows` tells the row of a word in
    `codes`, `places` the number of a place; `kinds` is of shape (places, numbers of a code, types), and
    `act` holds for each row what the word adds at each place to the score of an act.
    """

    rows: dict[str, int]
    codes: Weights
    places: dict[str, int]
    kinds: Weights
    act: list[list[float]]

    def for_act(self, trait: str) -> float:
        """What the word of a trait adds to the score of an act."""
        place, row = self._found(trait)
        return 0.0 if place is None or row is None else self.act[row][place]

    def for_kinds(self, traits: Iterable[str]) -> Weights:
        """What the words of these traits add to the score of each type."""
        total = np.zeros(self.kinds.shape[:2], np.float32)
        for trait in traits:
            place, row = self._found(trait)
            if place is not None and row is not None:
                total[place] += self.codes[row]
        found: Weights = np.einsum("pc,pct->t", total, self.kinds)
        return found

    def _found(self, trait: str) -> tuple[int | None, int | None]:
        name, _, word = trait.partition("=")
        return self.places.get(name), self.rows.get(word)


def near(rows: dict[str, int], codes: Weights, places: Iterable[str], weights: Weights) -> Near:
    """From the codes and, for each place, their weights: a column a type and a last one for an act."""
    act = np.einsum("rc,pc->rp", codes, weights[:, :, -1])
    return Near(rows, codes, {p: i for i, p in enumerate(places)}, weights[:, :, :-1], act.tolist())
