"""The smallest set of voters who carry a proposal, or who stop it."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

from detente.errors import UsageError
from detente.outlook.voting.rule import Condition, Game

WAYS = 10_000
"""Most ways of failing one condition of each alternative that are tried."""
UNITS, SECONDS = 1_000_000, 20.0
"""Sums of whole weights up to which the solver's floating point tells them apart, and its time."""


def fewest(
    game: Game, votes: Sequence[int | None], movable: Sequence[int], *, stop: bool
) -> list[int] | None:
    """A smallest set of movable voters who, saying yes (or, to stop, no), settle the outcome.

    Where at most one condition weighs the movable voters differently the heaviest are taken, which is exact
    for any weights; else integer programming (HiGHS) proves that no set is smaller, and the set that it
    finds is checked in exact arithmetic. Where several sets are as small, it is one of them.

    Parameters
    ----------
    votes : what each voter says, 1, 0 or None (abstains); of the movable ones the most favourable.
    movable : who is asked for; to win, the others of them say no; to stop, yes.
    stop : whether the proposal is to fail rather than to pass.

    Returns
    -------
    Indices into the game's voters, or None where no such set exists.

    Raises
    ------
    UsageError
        where several columns have weights too fine for the solver, or the rule has too many alternatives.
    """
    ways = {frozenset(alternative) for alternative in game.alternatives}
    if stop:
        if math.prod(map(len, ways)) > WAYS:
            raise UsageError(
                f"The rule can fail in more than {WAYS:,} ways.",
                where=game.name,
                hint="Take alternatives out of the rule that others hold already.",
            )
        ways = {frozenset(way) for way in itertools.product(*ways)}
    covers = (_cover(game, [_need(game, c, votes, movable, stop) for c in way], len(movable)) for way in ways)
    found = min((cover for cover in covers if cover is not None), key=lambda c: (len(c), c), default=None)
    return None if found is None else [movable[at] for at in found]


@dataclass(frozen=True)
class _Need:
    """What a set must weigh in one condition: whole weights of the movable voters, and their least sum."""

    weights: tuple[int, ...]
    least: int

    def met(self, chosen: Sequence[int]) -> bool:
        return sum(self.weights[at] for at in chosen) >= self.least


def _need(
    game: Game, condition: Condition, votes: Sequence[int | None], movable: Sequence[int], stop: bool
) -> _Need:
    """The condition to be met by a yes of the set, or to be failed by its no."""
    weights = game.weights[condition.column]
    asked = set(movable)
    sure = sum(
        (
            weights[i] * (condition.abstain if vote is None else vote)
            for i, vote in enumerate(votes)
            if i not in asked
        ),
        Fraction(0),
    )
    shares = [weights[i] for i in movable]
    gap = sure + sum(shares, Fraction(0)) - condition.quota if stop else condition.quota - sure
    unit = math.lcm(*(w.denominator for w in shares))
    # To fail a condition the sum must fall below the quota; to meet it, reaching it is enough.
    least = math.floor(gap * unit) + 1 if stop else math.ceil(gap * unit)
    return _Need(tuple(int(w * unit) for w in shares), max(0, least))


def _cover(game: Game, needs: Sequence[_Need], voters: int) -> list[int] | None:
    """A smallest set, as places among the movable voters, that meets all needs; None where none does."""
    everyone = range(voters)
    if not all(need.met(everyone) for need in needs):
        return None
    strictest = {need.weights: need for need in sorted(needs, key=lambda need: need.least)}
    needs = [need for need in strictest.values() if need.least]
    uneven = [need for need in needs if len(set(need.weights)) > 1]
    size = max((-(-n.least // n.weights[0]) for n in needs if n not in uneven), default=0)
    if len(uneven) > 1:
        return _solved(game, uneven, voters, size)
    order = sorted(everyone, key=lambda at: -uneven[0].weights[at]) if uneven else list(everyone)
    while not all(need.met(order[:size]) for need in uneven):
        size += 1
    return sorted(order[:size])


def _solved(game: Game, needs: Sequence[_Need], voters: int, size: int) -> list[int]:
    """The smallest set, of at least the given size, that meets several needs of uneven weights."""
    if max(sum(need.weights) for need in needs) > UNITS:
        raise UsageError(
            f"The weights of several columns sum to more than {UNITS:,} units, too fine to be told apart.",
            where=game.name,
            hint="Give coarser weights, for instance hundredths of a percent instead of inhabitants.",
        )
    rows = np.array([*(need.weights for need in needs), [1] * voters], dtype=float)
    least = np.array([*(need.least - 0.5 for need in needs), size - 0.5])
    solved = milp(
        np.ones(voters),
        constraints=LinearConstraint(rows, least, np.inf),
        integrality=np.ones(voters),
        bounds=Bounds(0, 1),
        options={"time_limit": SECONDS},
    )
    chosen = [] if solved.x is None else [at for at in range(voters) if solved.x[at] > 0.5]
    if solved.status != 0 or not all(need.met(chosen) for need in needs):
        raise UsageError(
            f"The smallest set could not be proved within {SECONDS:g} seconds.",
            where=game.name,
            hint="Give coarser weights, or leave fewer voters open.",
        )
    return chosen
