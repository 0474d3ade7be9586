"""Power where a voter may also abstain: decisiveness in the manner of Felsenthal & Machover."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from fractions import Fraction

from detente.errors import UsageError
from detente.outlook.voting.rule import Game

STATES = 30_000
"""Most different sums of weights that are followed at once."""


@dataclass(frozen=True)
class Decisiveness:
    """How often one voter decides when all the others vote yes, no or abstain, all ways alike.

    Attributes
    ----------
    voter : the name.
    no_to_yes : share of the 3^(n-1) ways of the others in which the proposal passes with this voter's
        yes and fails with the voter's no: the Banzhaf measure for games with abstention (Felsenthal &
        Machover 1997, International Journal of Game Theory 26:335-351).
    no_to_abstain, abstain_to_yes : the same for each half of the way; they sum to `no_to_yes`.
    """

    voter: str
    no_to_yes: Fraction
    no_to_abstain: Fraction
    abstain_to_yes: Fraction


def decisiveness(game: Game) -> list[Decisiveness]:
    """How often each voter decides, exact, with abstention as each condition of the rule treats it.

    Raises
    ------
    UsageError
        where more different sums can arise than can be followed.
    """
    gains, quotas = gains_and_quotas(game)
    known: dict[tuple[tuple[int, ...], tuple[int, ...]], Decisiveness] = {}
    result = []
    for index, voter in enumerate(game.voters):
        if gains[index] not in known:
            known[gains[index]] = _decisiveness(voter, index, gains, quotas, game.name)
        same = known[gains[index]]
        result.append(Decisiveness(voter, same.no_to_yes, same.no_to_abstain, same.abstain_to_yes))
    return result


Gain = tuple[tuple[int, ...], tuple[int, ...]]
"""What a voter adds to each condition by a yes, and by an abstention, in whole units."""


Quotas = list[list[tuple[int, int]]]
"""For each alternative, its (place of the condition, quota)."""


def gains_and_quotas(game: Game) -> tuple[list[Gain], Quotas]:
    """The gains of every voter, and the quotas of the rule."""
    conditions = list(dict.fromkeys(c for alternative in game.alternatives for c in alternative))
    units = []
    for c in conditions:
        shares = [w * s for w in game.weights[c.column] for s in (Fraction(1), c.abstain)]
        units.append(math.lcm(*(share.denominator for share in shares)))
    gains: list[Gain] = []
    for index in range(len(game.voters)):
        weights = [game.weights[c.column][index] for c in conditions]
        full = tuple(int(w * u) for w, u in zip(weights, units, strict=True))
        part = tuple(int(w * c.abstain * u) for w, c, u in zip(weights, conditions, units, strict=True))
        gains.append((full, part))
    quotas = [
        [(conditions.index(c), max(0, math.ceil(c.quota * units[conditions.index(c)]))) for c in alternative]
        for alternative in game.alternatives
    ]
    return gains, quotas


def _decisiveness(voter: str, index: int, gains: list[Gain], quotas: Quotas, name: str) -> Decisiveness:
    caps = [0] * len(gains[0][0])
    for place, quota in (pair for alternative in quotas for pair in alternative):
        caps[place] = max(caps[place], quota)
    ways: Counter[tuple[int, ...]] = Counter({tuple(0 for _ in caps): 1})
    for other, (full, part) in enumerate(gains):
        if other == index:
            continue
        after: Counter[tuple[int, ...]] = Counter()
        for sums, count in ways.items():
            after[sums] += count
            for gain in (full, part):
                after[tuple(min(c, s + g) for c, s, g in zip(caps, sums, gain, strict=True))] += count
        ways = after
        if len(ways) > STATES:
            raise UsageError(
                f"With abstention more than {STATES:,} different sums of weights arise.",
                where=name,
                hint="Give coarser weights.",
            )
    full, part = gains[index]
    won = [_won(ways, gain, quotas) for gain in (tuple(0 for _ in caps), part, full)]
    every = 3 ** (len(gains) - 1)
    return Decisiveness(
        voter,
        Fraction(won[2] - won[0], every),
        Fraction(won[1] - won[0], every),
        Fraction(won[2] - won[1], every),
    )


def _won(ways: Counter[tuple[int, ...]], gain: tuple[int, ...], quotas: Quotas) -> int:
    return sum(
        count
        for sums, count in ways.items()
        if any(all(sums[p] + gain[p] >= q for p, q in alternative) for alternative in quotas)
    )
