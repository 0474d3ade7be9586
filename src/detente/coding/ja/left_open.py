"""The sides still open once an act is known to be one: implied, and filled in by who is spoken of."""

from __future__ import annotations

from detente.coding.codes import is_state, states_of
from detente.coding.ja.actors import Actors
from detente.coding.ja.counterparts import counterpart
from detente.coding.ja.sides import Sides

_FORCE = ("ASSAULT", "COERCE")  # nobody is held to have attacked or seized for want of another


def filled(sides: Sides, kind: str, joint: bool, actors: Actors, span: tuple[int, int]) -> Sides:
    """Both sides of an act of PLOVER type `kind` at `span`, as far as the discourse suggests them."""
    known = sides.actors or sides.targets
    if kind == "NONE" or (sides.actors and sides.targets) or not (known or actors.memory.dyad):
        return sides
    if sides.target_how == "group":
        return sides  # it is named, and is no state
    if sides.actors and actors.memory.private.issuperset(sides.actors):
        return sides
    if joint:
        return _together(sides, kind, actors, span)
    doers, how = sides.actors, sides.actor_how
    if not doers:
        doers, how = _doer(sides, kind, actors, span), "dyad"
    targets, target_how = sides.targets, sides.target_how
    if not targets and doers:
        targets, target_how = _bearer(doers, kind, actors, span), "dyad"
    return Sides(doers, targets, how, target_how, sides.agentive)


def _bearer(doers: tuple[str, ...], kind: str, actors: Actors, span: tuple[int, int]) -> tuple[str, ...]:
    """Whom an act falls on; arms are shown to nobody but whom their owner deals with already."""
    if kind == "MOBILIZE":
        return actors.memory.last_partner(doers, kind)
    return counterpart(actors, doers, span, kind)


def _doer(sides: Sides, kind: str, actors: Actors, span: tuple[int, int]) -> tuple[str, ...]:
    memory = actors.memory
    if kind in _FORCE:
        return ()
    if sides.targets:
        return memory.other_side(sides.targets) or counterpart(actors, sides.targets, span)
    topic = states_of(memory.topic) if memory.topic_age < 2 else ()
    return topic if len(topic) == 1 and is_state(topic[0]) else counterpart(actors, (), span)


def _together(sides: Sides, kind: str, actors: Actors, span: tuple[int, int]) -> Sides:
    """Everybody who takes part in a joint act: with one known, his counterpart; else the text's pair."""
    doers = sides.actors or (actors.memory.pair if kind != "ASSAULT" else ())
    if len(states_of(doers)) == 1:
        doers = (*doers, *counterpart(actors, doers, span, kind))
    both = states_of(doers)
    how = sides.actor_how if sides.actors else "dyad"
    return Sides(doers, both if len(both) > 1 else (), how, "dyad", sides.agentive)
