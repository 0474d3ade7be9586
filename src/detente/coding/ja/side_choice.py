"""Both sides of an act chosen together: each pair of sides that may be meant, weighed by a trained model."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from detente.coding.ja.side_traits import Act
from detente.coding.ja.side_weights import combined, total

_JOINT = frozenset({"AGREE", "CONSULT", "COOPERATE"})
# What a state that is named may do to its own people; its words are held to be for others.
_AT_HOME = frozenset({"AID", "ASSAULT", "COERCE", "CONCEDE", "MOBILIZE", "PROTEST", "RETREAT", "SANCTION"})
_MEETING = 5  # of how many candidates any two may act together
_KEPT = 4  # of each side, how many are weighed as pairs
SURER = 1.0  # by how much a choice must outweigh what the rules name

Side = tuple[str, ...]


class Choices(NamedTuple):
    """Who may have done it, who may bear it, who may have done it together; whether within one state."""

    doers: list[Side]
    bearers: list[Side]
    together: list[Side]
    at_home: bool


def choices(act: Act) -> Choices:
    """The sides that are weighed; those that the rules name stand first."""
    singles = [(s,) for s in act.traits]
    first = list(act.traits)[:_MEETING]
    both = [tuple(dict.fromkeys((*act.doers, *act.bearers))), *act.groups]
    if act.kind in _JOINT or (len(act.doers) > 1 and act.doers == act.bearers):
        both += combinations(first, 2)
    if len(act.doers) == 2:
        both += [(*act.doers, s) for s in first if s not in act.doers]
    return Choices(
        _distinct([act.doers, (), *singles, *act.groups]),
        _distinct([act.bearers, (), *singles, *act.groups]),
        _distinct([b for b in both if len(b) > 1]),
        act.kind in _AT_HOME or not act.doers,
    )


def _distinct(sides: Iterable[Side]) -> list[Side]:
    seen: dict[frozenset[str], Side] = {}
    for side in sides:
        seen.setdefault(frozenset(side), side)
    return list(seen.values())


def pairs(
    doers: list[Side], bearers: list[Side], together: list[Side], at_home: bool
) -> Iterator[tuple[Side, Side]]:
    """Every pair of sides; several are on both only where they act together, one only `at_home`."""
    for by in doers:
        for on in bearers:
            if not by or set(by) != set(on) or (at_home and len(by) == 1):
                yield by, on
    for both in together:
        yield both, both


def member_traits(act: Act, role: str, state: str) -> list[str]:
    """What speaks for a state on one side, role "A" for the doers, "T" for the bearers."""
    found = [f"{role}:{sign}" for sign in act.traits[state]]
    return found + [f"{name}:{act.kind}" for name in found]


def side_traits(act: Act, role: str, side: Side) -> tuple[str, ...]:
    """What speaks for a side as a whole: how many they are, and whether the rules name them."""
    rule, how = (act.doers, act.basis[0]) if role == "A" else (act.bearers, act.basis[1])
    same = side == rule or set(side) == set(rule)
    named = min(2, len(rule)) if not side else 0
    return _side_traits(
        role,
        min(3, len(side)),
        named,
        same,
        how,
        act.kind,
        act.way,
        bool(side) and side in act.groups,
    )


@lru_cache(maxsize=8192)
def _side_traits(
    role: str, size: int, named: int, same: bool, how: str, kind: str, way: str, group: bool
) -> tuple[str, ...]:
    found = [f"{role}#{size}", f"{role}#{size}:{kind}", f"{role}#{size}:{way}"]
    if same:
        rule = f"{role}=rule{size}"
        found += [rule, f"{rule}:{how}", f"{rule}:{way}", f"{rule}:{kind}"]
    if not size:
        found += [f"{role}0:{how}", f"{role}0:rule{named}"]
    elif group:
        found.append(f"{role}#group")
    return tuple(found)


def pair_traits(act: Act, doers: Side, bearers: Side) -> tuple[str, ...]:
    """What speaks for two sides as a pair: that they act together, or dealt with each other before."""
    if doers == bearers and len(doers) > 1:
        return _together(act.kind, act.way)
    if len(doers) != 1 or len(bearers) != 1:
        return _self(act.kind) if not set(doers).isdisjoint(bearers) else ()
    by, on = doers[0], bearers[0]
    found = dict.fromkeys(_self(act.kind) if by == on else ())
    for past in act.past:
        when = "same" if past.sentence == act.sentence else "ago"
        if by in past.by and on in past.on:
            found[f"again-{when}"] = None
        elif by in past.on and on in past.by:
            found[f"back-{when}"] = None
    if by != on and by in act.pair and on in act.pair:
        found["pair"] = None
    return tuple(found)


@lru_cache(maxsize=256)
def _together(kind: str, way: str) -> tuple[str, ...]:
    return "both", f"both:{kind}", f"both:{way}"


@lru_cache(maxsize=32)
def _self(kind: str) -> tuple[str, ...]:
    return "self", f"self:{kind}"


def chosen(act: Act) -> tuple[Side, Side]:
    """The sides of an act: those the rules name, unless others outweigh them by enough."""
    options = choices(act)
    whole = {
        role: _weighed(act, role, dict.fromkeys([*sides, *options.together]))
        for role, sides in (("A", options.doers), ("T", options.bearers))
    }

    def worth(by: Side, on: Side) -> float:
        return whole["A"][by] + whole["T"][on] + total(pair_traits(act, by, on))

    doers, bearers = (
        sorted(sides, key=whole[role].__getitem__, reverse=True)[:_KEPT]
        for role, sides in (("A", options.doers), ("T", options.bearers))
    )
    together = sorted(options.together, key=lambda b: whole["A"][b] + whole["T"][b], reverse=True)[:_KEPT]
    told = act.doers, act.bearers
    weighed = {pair: worth(*pair) for pair in pairs(doers, bearers, together, options.at_home)}
    best = max(weighed, key=weighed.__getitem__)
    return best if weighed[best] - worth(*told) > SURER else told


def _weighed(act: Act, role: str, sides: Iterable[Side]) -> dict[Side, float]:
    """What each side weighs: the mean of its states, and what speaks for it as a whole."""
    weigh = combined(role, act.kind)
    each = {state: sum([weigh[sign] for sign in signs]) for state, signs in act.traits.items()}
    return {
        side: total(side_traits(act, role, side))
        + (each[side[0]] if len(side) == 1 else sum([each[s] for s in side]) / (len(side) or 1))
        for side in sides
    }
