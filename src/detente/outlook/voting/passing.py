"""Given where the voters stand: can a proposal pass, who must be won, who can stop it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from detente.errors import UsageError
from detente.outlook.voting.abstention import Gain, Quotas, gains_and_quotas
from detente.outlook.voting.fewest import fewest
from detente.outlook.voting.rule import Game

YES, NO, ABSTAIN, OPEN = "yes", "no", "abstain", "open"
STANDS = (YES, NO, ABSTAIN, OPEN)
SUMS = 100_000
"""Most different sums of weights that are followed at once for the chance."""
_VOTES: dict[str, int | None] = {YES: 1, NO: 0, ABSTAIN: None}


@dataclass(frozen=True)
class Stand:
    """Where a voter stands on a proposal.

    Attributes
    ----------
    vote : `yes`, `no`, `abstain`, or `open` where it is not decided.
    chance : the analyst's chance in [0, 1] that an open voter says yes (else no), or None.
    """

    vote: str
    chance: float | None = None


@dataclass(frozen=True)
class Prospect:
    """What can become of a proposal; voters in the order of the game.

    Attributes
    ----------
    passes_as_it_stands : whether it passes when all open voters say no.
    can_pass : whether it passes when all open voters say yes.
    must_be_won : open voters without whom it cannot pass.
    fewest_to_win : a smallest set of open voters whose yes suffices; None where it cannot pass.
    stopped_by : voters whose decided no or abstention alone stops it, whatever all others do.
    can_stop_alone : voters now in favour or open whose no alone stops it, whatever the open ones do.
    fewest_to_stop : a smallest set of those in favour or open whose no stops it, whatever the others
        of them do; None where nothing stops it.
    chance : probability of passing if the open voters decide independently with the chances that the
        analyst gave them; None where a chance is missing. It is worth what these chances are worth.
    """

    passes_as_it_stands: bool
    can_pass: bool
    must_be_won: tuple[str, ...]
    fewest_to_win: tuple[str, ...] | None
    stopped_by: tuple[str, ...]
    can_stop_alone: tuple[str, ...]
    fewest_to_stop: tuple[str, ...] | None
    chance: float | None


def prospect(game: Game, stands: Mapping[str, Stand]) -> Prospect:
    """What can become of a proposal on which the voters stand as given; who is not named is open.

    Raises
    ------
    UsageError
        where weights are too fine to follow every sum of them, or to prove a set smallest (see `fewest`).
    """
    votes = [stands.get(voter, Stand(OPEN)) for voter in game.voters]
    open_voters = [i for i, stand in enumerate(votes) if stand.vote == OPEN]
    movable = [i for i, stand in enumerate(votes) if stand.vote in (OPEN, YES)]
    least = [_VOTES.get(stand.vote, 0) for stand in votes]
    best = [_VOTES.get(stand.vote, 1) for stand in votes]
    can_pass = game.passes(best)
    needed = [i for i in open_voters if can_pass and not game.passes(_but(best, i))]
    alone = [i for i in movable if can_pass and not game.passes(_but(best, i))]
    stopping = [
        i
        for i, stand in enumerate(votes)
        if stand.vote in (NO, ABSTAIN) and not game.passes(_alone(len(votes), i, best[i]))
    ]
    win = fewest(game, best, open_voters, stop=False) if can_pass else None
    stop = fewest(game, best, movable, stop=True) if can_pass else ()
    return Prospect(
        game.passes(least),
        can_pass,
        _names(game, needed),
        None if win is None else _names(game, win),
        _names(game, stopping),
        _names(game, alone),
        None if stop is None else _names(game, stop),
        _chance(game, votes),
    )


def _but(votes: Sequence[int | None], index: int) -> list[int | None]:
    return [0 if i == index else vote for i, vote in enumerate(votes)]


def _alone(voters: int, index: int, vote: int | None) -> list[int | None]:
    """All in favour but one, who votes as told."""
    return [vote if i == index else 1 for i in range(voters)]


def _names(game: Game, indices: Sequence[int]) -> tuple[str, ...]:
    return tuple(game.voters[i] for i in sorted(indices))


def _chance(game: Game, votes: Sequence[Stand]) -> float | None:
    """The probability of passing, by following every sum of weights whose outcome is still open."""
    if any(stand.vote == OPEN and stand.chance is None for stand in votes):
        return None
    gains, quotas = gains_and_quotas(game)
    caps = [
        max((q for a in quotas for p, q in a if p == place), default=0) for place in range(len(gains[0][0]))
    ]
    steps = [_outcomes(gain, stand) for gain, stand in zip(gains, votes, strict=True)]
    nothing = tuple(0 for _ in caps)
    to_come = [nothing]
    for step in reversed(steps):
        most = map(max, zip(*(added for added, _ in step), strict=True))
        to_come.append(tuple(c + m for c, m in zip(to_come[-1], most, strict=True)))
    passed = 1.0 if _won(nothing, quotas) else 0.0
    sums: dict[tuple[int, ...], float] = {} if passed else {nothing: 1.0}
    for step, rest in zip(steps, to_come[-2::-1], strict=True):
        after: dict[tuple[int, ...], float] = defaultdict(float)
        for state, weight in sums.items():
            for added, share in step:
                after[tuple(min(c, s + a) for c, s, a in zip(caps, state, added, strict=True))] += (
                    weight * share
                )
        passed += sum(weight for state, weight in after.items() if _won(state, quotas))
        sums = {s: w for s, w in after.items() if not _won(s, quotas) and _can_win(s, rest, quotas)}
        if len(sums) > SUMS:
            raise UsageError(
                f"More than {SUMS:,} different sums of weights arise, too many to follow for the chance.",
                where=game.name,
                hint="Give coarser weights, for instance tenths of a percent, or leave the chances out.",
            )
    return passed


def _won(state: tuple[int, ...], quotas: Quotas) -> bool:
    return any(all(state[place] >= quota for place, quota in alternative) for alternative in quotas)


def _can_win(state: tuple[int, ...], rest: tuple[int, ...], quotas: Quotas) -> bool:
    """Whether the rule can still be met if all who follow bring as much as they can."""
    return any(all(state[place] + rest[place] >= q for place, q in alternative) for alternative in quotas)


def _outcomes(gain: Gain, stand: Stand) -> list[tuple[tuple[int, ...], float]]:
    full, part = gain
    nothing = tuple(0 for _ in full)
    if stand.vote == OPEN:
        chance = stand.chance or 0.0
        return [(full, chance), (nothing, 1 - chance)]
    return [({YES: full, NO: nothing, ABSTAIN: part}[stand.vote], 1.0)]
