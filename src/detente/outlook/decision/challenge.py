"""The expected-utility challenge model after Bueno de Mesquita, as rebuilt by Scholz, Calbert & Smith.

Scholz, Calbert & Smith 2011, "Unravelling Bueno De Mesquita's group decision model", Journal of Theoretical
Politics 23(4):510-531. Peculiarities of their program are kept, since its published rounds rest on them:
the chance of success is divided by the votes over all pairs of positions (so that chances are small and do
not sum to one), and among compromises an actor takes the one with the lowest weighted place, not the one
that moves it least. The rounds oscillate; the round at which one stops decides the forecast.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]


class Rounds(NamedTuple):
    """The rounds of one run.

    Attributes
    ----------
    positions : rounds + 1 x actors; the first row is the input.
    risk : rounds x actors: exponent of each actor's utility in that round; above 1 averse to risk.
    """

    positions: Array
    risk: Array


def challenge_rounds(
    position: Array, salience: Array, capability: Array, rounds: int = 1, q: float = 1.0
) -> Rounds:
    """Run the model for a number of rounds on one issue.

    Parameters
    ----------
    position : one an actor, any unit; where all are alike nothing moves.
    salience : one an actor, in [0, 1]: also the chance that an actor resists a challenge.
    capability : one an actor, not negative.
    q : chance that the status quo holds where one does not challenge, in [0, 1].
    """
    span = float(np.ptp(position))
    places, exponents = [position], []
    for _ in range(rounds):
        if span == 0:
            places.append(places[-1])
            exponents.append(np.ones_like(position))
            continue
        chance = _chances(places[-1], salience, capability, np.ones_like(position), span)
        danger = _danger(places[-1], salience, chance, q, span)
        risk = _exponents(danger)
        chance = _chances(places[-1], salience, capability, risk, span)
        exponents.append(risk)
        places.append(_moved(places[-1], salience, chance, risk, q, span))
    return Rounds(np.array(places), np.array(exponents).reshape(rounds, -1))


def median_place(position: Array, salience: Array, capability: Array) -> float:
    """The place that beats every other by capability and salience, distances counted in full.

    This is the median of Scholz, Calbert & Smith (votes proportional to the difference of distances).
    """
    places = np.unique(position)
    weight = salience * capability
    distance = np.abs(position[:, None] - places[None, :])
    best = 0
    for other in range(1, len(places)):
        if (weight * (distance[:, best] - distance[:, other])).sum() > 0:
            best = other
    return float(places[best])


def _chances(position: Array, salience: Array, capability: Array, risk: Array, span: float) -> Array:
    """[i, j]: the chance that i's place prevails over j's."""
    loss = (np.abs(position[:, None] - position[None, :]) / span) ** risk[:, None]
    votes = (capability * salience)[:, None, None] * (loss[:, None, :] - loss[:, :, None])
    every = np.abs(votes).sum()
    if every == 0:
        return np.zeros((len(position), len(position)))
    return np.asarray(np.maximum(votes, 0).sum(axis=0) / every)


def _gains(
    position: Array, salience: Array, chance: Array, risk: float | Array, q: float, span: float
) -> Array:
    """[i, j]: what i expects of challenging j, with utilities of the given exponent."""
    apart = np.abs(position[:, None] - position[None, :]) / span
    success = 2 - 4 * (0.5 - 0.5 * apart) ** risk
    failure = 2 - 4 * (0.5 + 0.5 * apart) ** risk
    resisted = salience[None, :] * (chance * success + (1 - chance) * failure)
    return np.asarray(resisted + (1 - salience[None, :]) * success - q * (2 - 4 * 0.5**risk))


def _danger(position: Array, salience: Array, chance: Array, q: float, span: float) -> Array:
    """How much all others together expect of challenging each actor."""
    gains = _gains(position, salience, chance, 1.0, q, span)
    np.fill_diagonal(gains, 0)
    return np.asarray(gains.sum(axis=0))


def _exponents(danger: Array) -> Array:
    """Risk exponents from 1/2 (greatest danger) to 2 (least)."""
    low, high = danger.min(), danger.max()
    if high == low:
        return np.ones_like(danger)
    acceptance = (2 * danger - high - low) / (high - low)
    return np.asarray((1 - acceptance / 3) / (1 + acceptance / 3))


def _moved(position: Array, salience: Array, chance: Array, risk: Array, q: float, span: float) -> Array:
    after = position.copy()
    for i in range(len(position)):
        gains = _gains(position, salience, chance, risk[i], q, span)
        moved = _best_move(i, position, gains[i, :], gains[:, i])
        after[i] = position[i] if moved is None else moved
    return after


def _best_move(i: int, position: Array, mine: Array, theirs: Array) -> float | None:
    """Where i goes: by a lost confrontation, else by a compromise, else by giving in; None to stay."""
    others = position != position[i]
    confronted = others & (theirs > mine) & (mine > 0)
    if confronted.any():
        return _nearest(position[i], position[confronted])
    compromised = others & (mine < 0) & (theirs > np.abs(mine))
    if compromised.any():
        at = np.flatnonzero(compromised)
        key = (np.abs(mine[at]) * position[i] + np.abs(theirs[at]) * position[at]) / (
            np.abs(mine[at]) + np.abs(theirs[at])
        )
        j = at[key.argmin()]
        return float(position[i] + (position[j] - position[i]) * abs(mine[j] / theirs[j]))
    gives_in = others & (mine < 0) & (theirs > 0)
    return _nearest(position[i], position[gives_in]) if gives_in.any() else None


def _nearest(place: float, places: Array) -> float:
    return float(places[np.abs(places - place).argmin()])
