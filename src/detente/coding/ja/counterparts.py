"""Whom somebody deals with where the text does not say it: the other of a pair, the last partner."""

from __future__ import annotations

from detente.coding.codes import states_of
from detente.coding.ja.actors import Actors
from detente.coding.ja.memory import spoken_of


def counterpart(actors: Actors, doers: tuple[str, ...], at: int, kind: str | None = None) -> tuple[str, ...]:
    """Whom `doers` most likely deal with: the other of the text's pair, else the state named before `at`.

    Where the sentence names none before it: whom they dealt with last, then the state spoken of last,
    then the first one named after it. `kind` is the PLOVER type of what they do.
    """
    memory = actors.memory
    if told := memory.acted_on(doers, kind) or memory.attacked(doers, kind):
        return told
    if pair := memory.other_side(doers, memory.dyad):
        return pair
    before = spoken_of([m for m in actors.mentions if m.start < at])
    after = spoken_of([m for m in reversed(actors.mentions) if m.start >= at])
    partner = memory.last_partner(doers, kind)
    if partner and (set(partner) <= set(before) or not set(before) - set(states_of(doers))):
        return partner
    if pair := memory.other_side(doers):
        return pair
    return memory.last_other(doers, before) or memory.last_other(doers, after)


def between(actors: Actors, doers: tuple[str, ...]) -> tuple[str, ...]:
    """The two states between which somebody mediates: in the sentence, else the last pair spoken of."""
    own = set(states_of(doers))
    here = tuple(dict.fromkeys(s for s in spoken_of(actors.mentions) if s not in own))
    if len(here) == 2:
        return here
    pair = actors.memory.joint or actors.memory.dyad
    return pair if len(pair) == 2 and not own & set(pair) else ()
