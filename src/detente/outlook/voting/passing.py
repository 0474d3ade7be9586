"""Given where the voters stand: can a proposal pass, who must be won, who can stop it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from detente.outlook.voting.abstention import Gain, gains_and_quotas
from detente.outlook.voting.fewest import fewest
from detente.outlook.voting.rule import Game

YES, NO, ABSTAIN, OPEN = "yes", "no", "abstain", "open"
STANDS = (YES, NO, ABSTAIN, OPEN)
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
    can_stop_alone: tuple[str, ...]
    fewest_to_stop: tuple[str, ...] | None
    chance: float | None


def prospect(game: Game, stands: Mapping[str, Stand]) -> Prospect:
    """What can become of a proposal on which the voters stand as given; who is not named is open."""
    votes = [stands.get(voter, Stand(OPEN)) for voter in game.voters]
    open_voters = [i for i, stand in enumerate(votes) if stand.vote == OPEN]
    movable = [i for i, stand in enumerate(votes) if stand.vote in (OPEN, YES)]
    least = [_VOTES.get(stand.vote, 0) for stand in votes]
    best = [_VOTES.get(stand.vote, 1) for stand in votes]
    can_pass = game.passes(best)
    needed = [i for i in open_voters if can_pass and not game.passes(_but(best, i))]
    alone = [i for i in movable if can_pass and not game.passes(_but(best, i))]
    win = fewest(game, best, open_voters, stop=False) if can_pass else None
    stop = fewest(game, best, movable, stop=True) if can_pass else ()
    return Prospect(
        game.passes(least),
        can_pass,
        _names(game, needed),
        None if win is None else _names(game, win),
        _names(game, alone),
        None if stop is None else _names(game, stop),
        _chance(game, votes),
    )


def _but(votes: Sequence[int | None], index: int) -> list[int | None]:
    return [0 if i == index else vote for i, vote in enumerate(votes)]


def _names(game: Game, indices: Sequence[int]) -> tuple[str, ...]:
    return tuple(game.voters[i] for i in sorted(indices))


def _chance(game: Game, votes: Sequence[Stand]) -> float | None:
    """The probability of passing, by following every sum of weights that can arise."""
    if any(stand.vote == OPEN and stand.chance is None for stand in votes):
        return None
    gains, quotas = gains_and_quotas(game)
    caps = [
        max((q for a in quotas for p, q in a if p == place), default=0) for place in range(len(gains[0][0]))
    ]
    sums: dict[tuple[int, ...], float] = {tuple(0 for _ in caps): 1.0}
    for gain, stand in zip(gains, votes, strict=True):
        after: dict[tuple[int, ...], float] = defaultdict(float)
        for state, weight in sums.items():
            for added, share in _outcomes(gain, stand):
                after[tuple(min(c, s + a) for c, s, a in zip(caps, state, added, strict=True))] += (
                    weight * share
                )
        sums = after
    return sum(w for state, w in sums.items() if any(all(state[p] >= q for p, q in a) for a in quotas))


def _outcomes(gain: Gain, stand: Stand) -> list[tuple[tuple[int, ...], float]]:
    full, part = gain
    nothing = tuple(0 for _ in full)
    if stand.vote == OPEN:
        chance = stand.chance or 0.0
        return [(full, chance), (nothing, 1 - chance)]
    return [({YES: full, NO: nothing, ABSTAIN: part}[stand.vote], 1.0)]
