"""The spatial model of politics of KAPSARC's KTAB: actors challenge, bargain and move, round after round.

Written from the published algorithm (KAPSARC, KTAB, `examples/smp`, MIT licence) with its default
settings: linear victory probabilities, proportional voting, conditional Condorcet election, semi-committed
third parties, risk attitudes in [-1/2, 1], estimates of others' risk anchored two thirds on one's own,
bargains proposed by the challenger alone and interpolated by squared salience and probability. It departs
in one place: distances are clipped to 1 and equal chances mean neutral risk, so that tables whose positions
are all at 0 or 100, on which KTAB stops, run through.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]

_MIN_COALITION = 1e-10
_MIN_VOTE = 1e-8
_MIN_GAIN = 1e-5
_MIN_WEIGHT = 1e-6
_SAME_PLACE = 1e-3
"""Positions nearer than this count as one place (KTAB's posTol)."""


@dataclass(frozen=True)
class Settings:
    """When the rounds stop, and how a bargain is chosen.

    Attributes
    ----------
    quiet : stop when a round moves less than this share of the first round's movement.
    least, most : rounds at least and at the most.
    stochastic : choose bargains by their probabilities rather than the most probable one.
    """

    quiet: float = 0.02
    least: int = 2
    most: int = 100
    stochastic: bool = False


class Course(NamedTuple):
    """The rounds of one run.

    Attributes
    ----------
    positions : states x actors x issues, 0 to 100; the first state is the input.
    chances : states x actors: the model's probability that the actor's place prevails; actors in one
        place show the same figure.
    """

    positions: Array
    chances: Array


def spatial_course(
    position: Array,
    salience: Array,
    capability: Array,
    settings: Settings | None = None,
    rng: np.random.Generator | None = None,
) -> Course:
    """Run the model to the round where it comes to rest.

    Parameters
    ----------
    position, salience : actors x issues, 0 to 100; an actor's saliences sum to at most 100.
    capability : one a actor, positive, any unit.
    rng : source of chance for `Settings.stochastic`.
    """
    settings = settings or Settings()
    place, care = position / 100, salience / 100
    states, chances = [place], []
    first = None
    while True:
        state = _State.of(states[-1], care, capability)
        chances.append(state.chances())
        if first is not None:
            moved = _movement(states[-1], states[-2])
            rounds = len(states) - 1
            if rounds >= settings.most or (rounds >= settings.least and moved < settings.quiet * first):
                break
        states.append(state.after_bargains(rng if settings.stochastic else None))
        first = _movement(states[1], states[0]) if first is None else first
    return Course(np.array(states) * 100, np.array(chances))


def _movement(after: Array, before: Array) -> float:
    return float(np.sqrt(((after - before) ** 2).sum(axis=1)).sum())


class _Bargain(NamedTuple):
    proposer: int
    target: int
    proposer_place: Array
    target_place: Array


@dataclass(frozen=True)
class _State:
    """One round: where actors stand and how each sees the utilities of all."""

    place: Array
    care: Array
    capability: Array
    risk: Array
    seen: Array
    """[h, i, j]: h's estimate of i's utility of j's place."""

    @classmethod
    def of(cls, place: Array, care: Array, capability: Array) -> _State:
        distance = _distance(place[:, None, :] - place[None, :, :], care[:, None, :])
        chances = _condorcet(_coalitions(capability, 1 - distance))
        risk = _risk(chances)
        estimated = (2 * risk[:, None] + risk[None, :]) / 3
        seen = _utility(distance[None, :, :], estimated[:, :, None])
        return cls(place, care, capability, risk, seen)

    @property
    def own(self) -> Array:
        """[i, j]: i's own utility of j's place."""
        return np.asarray(np.einsum("iij->ij", self.seen))

    def chances(self) -> Array:
        """The probability of each actor's place, over the different places."""
        same = np.sqrt(((self.place[:, None] - self.place[None, :]) ** 2).sum(axis=2)) < _SAME_PLACE
        first = same.argmax(axis=1)
        places = np.unique(first)
        chances = _condorcet(_coalitions(self.capability, self.own[:, places]))
        return np.asarray(chances[np.searchsorted(places, first)])

    def after_bargains(self, rng: np.random.Generator | None) -> Array:
        """The places after every actor has chosen among the bargains that it is part of."""
        queues: list[list[_Bargain | None]] = [[None] for _ in self.place]
        for proposer in range(len(self.place)):
            bargain = self._best_bargain(proposer)
            if bargain is not None:
                queues[proposer].append(bargain)
                queues[bargain.target].append(bargain)
        after = self.place.copy()
        for actor, queue in enumerate(queues):
            chosen = self._chosen(queue, rng)
            if chosen is not None:
                after[actor] = chosen.proposer_place if chosen.proposer == actor else chosen.target_place
        return after

    def _best_bargain(self, i: int) -> _Bargain | None:
        """What i proposes to the target from whose challenge it expects most, if to any."""
        chance, gain = self._challenges(i)
        gain[i] = -np.inf
        target = int(gain.argmax())
        if gain[target] <= _MIN_GAIN:
            return None
        mine = self.care[i] ** 2 * chance[target] ** 2
        other = self.care[target] ** 2 * (1 - chance[target]) ** 2
        whole = mine + other + _MIN_WEIGHT
        here, there = self.place[i], self.place[target]
        moved_here = ((mine + _MIN_WEIGHT) * here + other * there) / whole
        moved_there = (mine * here + (other + _MIN_WEIGHT) * there) / whole
        return _Bargain(i, target, _rounded(moved_here), _rounded(moved_there))

    def _challenges(self, i: int) -> tuple[Array, Array]:
        """For each target j, i's estimate of its chance to win, and of its gain over the status quo."""
        u = self.seen[i]
        weight = self.care.sum(axis=1) * self.capability
        ours = np.maximum(weight[i] * (u[i, i] - u[i, :]), 0) + _MIN_COALITION
        theirs = np.maximum(weight * (np.diag(u) - u[:, i]), 0) + _MIN_COALITION
        # Third parties n, each beginning afresh from the two principals' strengths: [n, j].
        leaning = weight[:, None] * (u[:, [i]] - u)
        for_i = ours[None, :] + np.maximum(leaning, 0)
        for_j = theirs[None, :] + np.maximum(-leaning, 0)
        p = for_i / (for_i + for_j)
        kept = np.diag(u)[:, None]
        with_i = p * (2 * u[:, [i]] + kept) + (1 - p) * 3 * u
        with_j = p * 3 * u[:, [i]] + (1 - p) * (2 * u + kept)
        vote = weight[:, None] * (with_i - with_j)
        vote[i, :] = 0
        np.fill_diagonal(vote, 0)
        side_i = ours + np.maximum(vote, 0).sum(axis=0)
        side_j = theirs + np.maximum(-vote, 0).sum(axis=0)
        chance = side_i / (side_i + side_j)
        care = self.care.sum(axis=1)
        contest = chance * 2 * u[i, i] + (1 - chance) * 2 * u[i, :]
        gain = (1 - care) * 2 * u[i, i] + care * contest - (u[i, i] + u[i, :])
        return chance, gain

    def _chosen(self, queue: list[_Bargain | None], rng: np.random.Generator | None) -> _Bargain | None:
        """The bargain that wins the vote of all actors over the states it leads to."""
        if len(queue) == 1:
            return None
        utilities = np.stack([self._state_utility(bargain) for bargain in queue], axis=1)
        chances = _condorcet(_coalitions(self.capability, utilities))
        if rng is None:
            return queue[int(chances.argmax())]
        return queue[min(int(np.searchsorted(chances.cumsum(), rng.random())), len(queue) - 1)]

    def _state_utility(self, bargain: _Bargain | None) -> Array:
        """Each actor's mean utility of all places once the bargain is carried out."""
        total = self.own.sum(axis=1)
        if bargain is not None:
            for actor, place in (
                (bargain.proposer, bargain.proposer_place),
                (bargain.target, bargain.target_place),
            ):
                total = (
                    total - self.own[:, actor] + _utility(_distance(self.place - place, self.care), self.risk)
                )
        return np.asarray(total / len(self.place))


def _distance(difference: Array, care: Array) -> Array:
    """Distance weighted by salience, at most 1."""
    weighted = np.sqrt(((difference * care) ** 2).sum(axis=-1) / (care**2).sum(axis=-1))
    return np.asarray(np.minimum(weighted, 1.0))


def _utility(distance: Array, risk: Array) -> Array:
    """(1 - d)(1 + d R): concave for R > 0, convex for R < 0."""
    return np.asarray((1 - distance) * (1 + distance * risk))


def _coalitions(weight: Array, utility: Array) -> Array:
    """[a, b]: the strength of all who prefer option a to option b, from actors x options utilities."""
    difference = weight[:, None, None] * (utility[:, :, None] - utility[:, None, :])
    return np.asarray(np.maximum(difference, 0).sum(axis=0) + _MIN_VOTE)


def _condorcet(strength: Array) -> Array:
    """The chance of each option to beat all others one by one, on condition that one does."""
    wins = strength / (strength + strength.T)
    logs = np.log(wins).sum(axis=1)
    chances = np.exp(logs - logs.max())
    return np.asarray(chances / chances.sum())


def _risk(chances: Array) -> Array:
    """Risk attitudes from -1/2 (least chance) to 1 (best chance); neutral where all are alike."""
    low, high = chances.min(), chances.max()
    if high - low < 1e-12:
        return np.zeros_like(chances)
    return np.asarray((3 * chances - (high + 2 * low)) / (2 * (high - low)))


def _rounded(place: Array) -> Array:
    """KTAB keeps four decimals of a proposed place."""
    return np.asarray(np.floor(place * 10_000 + 0.5) / 10_000)
