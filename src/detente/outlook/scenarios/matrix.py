"""A cross-impact matrix: descriptors, their states, and how each state bears on each other state."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from detente.errors import UnknownName, UsageError

Scores = npt.NDArray[np.float64]
Scenario = tuple[int, ...]
"""One state a descriptor, as its place among the descriptor's states."""


@dataclass(frozen=True)
class Matrix:
    """Judgements of cross-impact balance analysis (Weimer-Jehle 2006, Technological Forecasting and Social
    Change 73:334-361).

    Attributes
    ----------
    descriptors : names.
    states : descriptor -> names of its states, at least one; unique over all descriptors.
    scores : states x states in the order of `labels`: how much the row's state promotes (above 0) or
        hinders (below 0) the column's; 0 within a descriptor. Customary are -3 to 3.
    evidence : (row state, column state) -> what the judgement rests on.
    draft : whether a machine set the matrix up and nobody has judged it yet.
    """

    descriptors: tuple[str, ...]
    states: Mapping[str, tuple[str, ...]]
    scores: Scores
    evidence: Mapping[tuple[str, str], str] = field(default_factory=dict)
    draft: bool = False

    @property
    def labels(self) -> list[str]:
        """All states, descriptor after descriptor."""
        return [state for descriptor in self.descriptors for state in self.states[descriptor]]

    @property
    def sizes(self) -> list[int]:
        """How many states each descriptor has."""
        return [len(self.states[d]) for d in self.descriptors]

    @property
    def starts(self) -> list[int]:
        """Where each descriptor's states begin among the labels."""
        return [0, *np.cumsum(self.sizes).tolist()][:-1]

    @property
    def combinations(self) -> int:
        """How many scenarios there are, consistent or not."""
        return int(np.prod(np.array(self.sizes, dtype=object)))

    @property
    def groups(self) -> list[tuple[str, ...]]:
        """The descriptors that judgements tie together, if through others, the largest group first."""
        found = {d: {d} for d in self.descriptors}
        parts = {
            d: slice(a, a + n) for d, a, n in zip(self.descriptors, self.starts, self.sizes, strict=True)
        }
        for one, two in itertools.permutations(self.descriptors, 2):
            if self.scores[parts[one], parts[two]].any() and found[one] is not found[two]:
                found[one] |= found[two]
                found |= dict.fromkeys(found[one], found[one])
        groups = dict.fromkeys(tuple(d for d in self.descriptors if d in found[k]) for k in self.descriptors)
        return sorted(groups, key=len, reverse=True)

    def names(self, scenario: Scenario) -> list[str]:
        """The names of a scenario's states."""
        return [self.states[d][at] for d, at in zip(self.descriptors, scenario, strict=True)]

    def scenario(self, names: Sequence[str]) -> Scenario:
        """The scenario of these states, given in any order.

        Raises
        ------
        UnknownName, UsageError
            where a state is not known, or a descriptor has none or two.
        """
        found = dict(self.place(name) for name in names)
        missing = [d for k, d in enumerate(self.descriptors) if k not in found]
        if missing or len(found) != len(names):
            what = f"{missing[0]} has no state" if missing else "a descriptor has two states"
            raise UsageError(f"A scenario has one state a descriptor; {what}.")
        return tuple(found[k] for k in range(len(self.descriptors)))

    def given(self, names: Sequence[str]) -> dict[int, int]:
        """The places of states that are given from outside, by descriptor.

        Raises
        ------
        UnknownName, UsageError
            where a state is not known, or a descriptor is given two.
        """
        found: dict[int, int] = {}
        for name in names:
            descriptor, at = self.place(name)
            if found.setdefault(descriptor, at) != at:
                other = self.states[self.descriptors[descriptor]][found[descriptor]]
                raise UsageError(
                    f'"{other}" and "{name}" are states of one descriptor, {self.descriptors[descriptor]}.',
                    hint="Suppose one of them.",
                )
        return found

    def place(self, name: str) -> tuple[int, int]:
        """The descriptor and the place in it of a state."""
        for k, descriptor in enumerate(self.descriptors):
            if name in self.states[descriptor]:
                return k, self.states[descriptor].index(name)
        raise UnknownName("state", name, self.labels)

    def balances(self, scenario: Scenario) -> Scores:
        """The impact balance of every state in a scenario: the sum of what its states bear on it."""
        rows = [start + at for start, at in zip(self.starts, scenario, strict=True)]
        return np.asarray(self.scores[rows].sum(axis=0))

    def inconsistency(self, scenario: Scenario) -> Scores:
        """For each descriptor, how far its state's balance falls short of the best of its states (>= 0)."""
        balances = self.balances(scenario)
        spans = zip(self.starts, self.sizes, scenario, strict=True)
        return np.array(
            [balances[start : start + size].max() - balances[start + at] for start, size, at in spans]
        )


def matrix(
    states: Mapping[str, Sequence[str]],
    scores: Scores,
    evidence: Mapping[tuple[str, str], str] | None = None,
    *,
    draft: bool = False,
) -> Matrix:
    """A matrix from its parts; what stands within a descriptor is put to 0.

    Raises
    ------
    UsageError
        for a state's name that stands twice, a descriptor without states, or a table of the wrong shape.
    """
    kept = {d: tuple(names) for d, names in states.items()}
    labels = [name for names in kept.values() for name in names]
    twice = [name for name in dict.fromkeys(labels) if labels.count(name) > 1]
    if twice or not all(kept.values()) or not kept:
        raise UsageError(f'The state "{twice[0]}" stands twice.' if twice else "A descriptor needs states.")
    table = np.array(scores, dtype=float)
    if table.shape != (len(labels), len(labels)):
        raise UsageError(f"{len(labels)} states need a square table of that size; found {table.shape}.")
    at = 0
    for names in kept.values():
        table[at : at + len(names), at : at + len(names)] = 0
        at += len(names)
    return Matrix(tuple(kept), kept, table, dict(evidence or {}), draft)
