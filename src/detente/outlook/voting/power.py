"""Power under a rule when every voter says yes or no: Shapley-Shubik, Banzhaf, Coleman; all exact."""

from __future__ import annotations

import itertools
import math
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from detente.errors import UsageError
from detente.outlook.voting.rule import Game
from detente.outlook.voting.tails import CELLS, VOTERS, Tails

Weight = tuple[int, ...]


@dataclass(frozen=True)
class Power:
    """What one voter can do under a rule; every figure is an exact fraction.

    None of them is a probability of anything that will happen: each counts ways in which votes can
    fall, all ways alike, and knows nothing of interests.

    Attributes
    ----------
    voter : the name.
    shapley_shubik : share of orders in which the voter is pivotal (Shapley & Shubik 1954); they sum to 1.
    swings : coalitions of the others that win with the voter and lose without.
    banzhaf : swings as a share of all voters' swings (Banzhaf 1965); they sum to 1.
    penrose : swings as a share of the 2^(n-1) coalitions of the others (Penrose 1946).
    preventive : share of winning coalitions that the voter's leaving breaks (Coleman 1971).
    initiative : share of losing coalitions that the voter's joining makes win (Coleman 1971); None
        where no coalition loses.
    """

    voter: str
    shapley_shubik: Fraction
    swings: int
    banzhaf: Fraction
    penrose: Fraction
    preventive: Fraction
    initiative: Fraction | None

    @property
    def veto(self) -> bool:
        """Whether nothing passes without this voter."""
        return self.preventive == 1

    @property
    def dummy(self) -> bool:
        """Whether this voter never makes a difference."""
        return self.swings == 0


class Report(NamedTuple):
    """The power of each voter, and how easily the body acts.

    Attributes
    ----------
    voters : one entry a voter, in the order of the game.
    winning : number of winning coalitions.
    act : share of all 2^n coalitions that win, Coleman's power of a collectivity to act (1971).
    """

    voters: list[Power]
    winning: int
    act: Fraction


def power(game: Game) -> Report:
    """The power of every voter, exact for up to several hundred voters.

    The conditions are counted together by tails of the generating function; several alternatives by
    inclusion and exclusion. A column in which all weigh the same costs nothing; time and memory grow
    with the product of the other columns' quotas.

    Raises
    ------
    UsageError
        where the table of counts would be too large; coarser weights (say, tenths of a percent) help.
    """
    counted = _Counted.of(game)
    n = len(game.voters)
    per_type = {weight: counted.swings(weight) for weight in dict.fromkeys(counted.weights)}
    total = sum(sum(per_type[w].swings) for w in counted.weights)
    winning = per_type[counted.weights[0]].winning
    losing = 2**n - winning
    orders = [math.factorial(s) * math.factorial(n - 1 - s) for s in range(n)]
    voters = []
    for voter, weight in zip(game.voters, counted.weights, strict=True):
        swings = per_type[weight].swings
        pivotal = sum(c * o for c, o in zip(swings, orders, strict=True))
        voters.append(
            Power(
                voter,
                Fraction(pivotal, math.factorial(n)),
                sum(swings),
                Fraction(sum(swings), total),
                Fraction(sum(swings), 2 ** (n - 1)),
                Fraction(sum(swings), winning),
                Fraction(sum(swings), losing) if losing else None,
            )
        )
    return Report(voters, winning, Fraction(winning, 2**n))


class _Swings(NamedTuple):
    swings: list[int]
    winning: int


class _Bound(NamedTuple):
    """One term of the inclusion and exclusion: quotas that hold together, and its sign."""

    sign: int
    size: int
    quotas: tuple[int, ...]


@dataclass(frozen=True)
class _Counted:
    weights: list[Weight]
    bounds: list[_Bound]
    tails: Tails

    @classmethod
    def of(cls, game: Game) -> _Counted:
        whole, alternatives = game.integral()
        alike = {column for column, weights in whole.items() if len(set(weights)) == 1}
        columns = [column for column in whole if column not in alike]
        bounds = []
        for count in range(1, len(alternatives) + 1):
            for chosen in itertools.combinations(alternatives, count):
                least = {c: max(a.get(c, 0) for a in chosen) for c in whole}
                size = max((-(-least[c] // max(1, whole[c][0])) for c in alike), default=0)
                bounds.append(_Bound((-1) ** (count + 1), size, tuple(least[c] for c in columns)))
        weights = list(zip(*(whole[c] for c in columns), strict=True)) or [()] * len(game.voters)
        most = tuple(max(b.quotas[k] for b in bounds) for k in range(len(columns)))
        _check_size(game, Tails.cells(len(weights), most))
        return cls(weights, bounds, Tails(tuple(weights), most))

    def swings(self, weight: Weight) -> _Swings:
        """Swings by size of the coalition joined, and winning coalitions, seen from one voter."""
        n = len(self.weights)
        swings, winning = [0] * n, 0
        for bound in self.bounds:
            lower = tuple(q - w for q, w in zip(bound.quotas, weight, strict=True))
            joined = self.tails.without(weight, lower)
            alone = self.tails.without(weight, bound.quotas)
            for size in range(n):
                won = bound.sign * joined[size] if size + 1 >= bound.size else 0
                won_without = bound.sign * alone[size] if size >= bound.size else 0
                swings[size] += won - won_without
                winning += won + won_without
        return _Swings(swings, winning)


def _check_size(game: Game, cells: int) -> None:
    if len(game.voters) > VOTERS:
        raise UsageError(
            f"At most {VOTERS} voters can be counted; found {len(game.voters)}.", where=game.name
        )
    if cells > CELLS:
        raise UsageError(
            f"Counting these weights exactly takes a table of {cells:,} cells; {CELLS:,} is the most.",
            where=game.name,
            hint="Give coarser weights, for instance hundredths of a percent instead of inhabitants.",
        )
