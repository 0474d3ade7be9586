"""The side that a text leaves unsaid: in a text about two states, the other one."""

from __future__ import annotations

from dataclasses import replace

from detente.coding.en.actors import Cast, states
from detente.coding.en.acts import Act

ONE_SIDED = frozenset({"NONE", "MOBILIZE"})
AT_HOME = frozenset({"ASSAULT", "COERCE"})


def with_other_side(act: Act, cast: Cast) -> Act:
    """The act with a missing side filled in from the pair that the document is about.

    Parameters
    ----------
    act : an act of which one side may be empty; an act by or on no one of the pair is left alone.
    cast : the actors of its sentence; its memory holds the pair, () where the document has none.
    """
    pair = cast.memory.dyad
    if len(pair) != 2 or act.entry.plover in ONE_SIDED or "none" in act.entry.target:
        return act
    if act.entry.joint and not act.actors and not act.targets:
        return replace(act, actors=pair, targets=pair[::-1], path=f"{act.path}+implied", explicit=0.0)
    if act.actors and not act.targets and (other := _other(act.actors, pair)):
        return replace(act, targets=(other,), path=f"{act.path}+implied", explicit=act.explicit / 2)
    if act.entry.plover in AT_HOME and _at_home(act, cast):
        return act
    inside = any("/" in code for code in act.targets) and act.entry.plover in AT_HOME
    if act.targets and not act.actors and not inside and (other := _other(act.targets, pair)):
        return replace(act, actors=(other,), path=f"{act.path}+implied", explicit=act.explicit / 2)
    return act


def _at_home(act: Act, cast: Cast) -> bool:
    """Whether what the act is about lies within the actor's own state: the Chechen war."""
    named = cast.all_in(act.at)
    return any(
        code.startswith(f"{state}/")
        for state in states(act.actors)
        for code in named
        if code not in act.actors
    )


def _other(codes: tuple[str, ...], pair: tuple[str, ...]) -> str | None:
    named = states(codes)
    return next((p for p in pair if p not in named), None) if len(named) == 1 and named[0] in pair else None
