"""The smallest set of voters who carry a proposal, or who stop it, by integer programming."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

from detente.outlook.voting.rule import Condition, Game

_CLOSE = 0.5


def fewest(
    game: Game, votes: Sequence[int | None], movable: Sequence[int], *, stop: bool
) -> list[int] | None:
    """A smallest set of movable voters who, saying yes (or, to stop, no), settle the outcome.

    Parameters
    ----------
    votes : what each voter says, 1, 0 or None (abstains); of the movable ones the most favourable.
    movable : who is asked for; to win, the others of them say no; to stop, yes.
    stop : whether the proposal is to fail rather than to pass.

    Returns
    -------
    Indices into the game's voters, or None where no such set exists. The solver (HiGHS) proves that
    none is smaller; where several are as small, it is one of them.
    """
    found = None
    if stop:
        found = _solve(game, votes, movable, list(game.alternatives), stop=True)
    else:
        for alternative in game.alternatives:
            chosen = _solve(game, votes, movable, [alternative], stop=False)
            if chosen is not None and (found is None or len(chosen) < len(found)):
                found = chosen
    return found


def _solve(
    game: Game,
    votes: Sequence[int | None],
    movable: Sequence[int],
    alternatives: Sequence[Sequence[Condition]],
    *,
    stop: bool,
) -> list[int] | None:
    """One program: a 0/1 variable a movable voter and, to stop, one a condition that shall fail."""
    conditions = [(k, c) for k, alternative in enumerate(alternatives) for c in alternative]
    extra = len(conditions) if stop else 0
    width = len(movable) + extra
    rows, low, high = [], [], []
    for place, (_, condition) in enumerate(conditions):
        weights, sure, step = _whole(game, condition, votes, movable)
        row = np.zeros(width)
        row[: len(movable)] = weights
        if stop:
            slack = float(sum(weights)) + sure + 1
            row[: len(movable)] *= -1
            row[len(movable) + place] = slack
            rows.append(row)
            low.append(-np.inf)
            high.append(step - _CLOSE - sure - sum(weights) + slack)
        else:
            rows.append(row)
            low.append(step - _CLOSE - sure)
            high.append(np.inf)
    for k in range(len(alternatives)) if stop else ():
        row = np.zeros(width)
        row[len(movable) :] = [alternative == k for alternative, _ in conditions]
        rows.append(row)
        low.append(1)
        high.append(np.inf)
    cost = np.array([1.0] * len(movable) + [0.0] * extra)
    if not width:
        return [] if all(lo <= 0 for lo in low) else None
    solved = milp(
        cost,
        constraints=LinearConstraint(np.array(rows), low, high),
        integrality=np.ones(width),
        bounds=Bounds(0, 1),
    )
    if not solved.success:
        return None
    return [voter for voter, value in zip(movable, solved.x, strict=False) if value > _CLOSE]


def _whole(
    game: Game, condition: Condition, votes: Sequence[int | None], movable: Sequence[int]
) -> tuple[list[float], float, float]:
    """Weights of the movable voters, what the others bring for sure, and the quota, in whole units."""
    weights = game.weights[condition.column]
    shares = [weights[i] for i in movable]
    sure = sum(
        (
            weights[i] * (condition.abstain if vote is None else vote)
            for i, vote in enumerate(votes)
            if i not in movable
        ),
        Fraction(0),
    )
    unit = Fraction(np.lcm.reduce([f.denominator for f in (*shares, sure)]).item())
    quota = -((-condition.quota * unit) // 1)
    return [float(w * unit) for w in shares], float(sure * unit), float(quota)
