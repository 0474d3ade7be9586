"""The two sides of a relation, and on which of them an act stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from enum import StrEnum
from itertools import combinations

from detente.casebook.telling import several, state_of
from detente.findings import Agreement, Dispute, Event, Finding, Position, Statement
from detente.ontology.states import states


class Lane(StrEnum):
    """Where an act stands in a relation of a and b."""

    A = "a"
    JOINT = "joint"
    B = "b"
    OTHER = "other"


def lane(event: Event, dyad: tuple[str, str]) -> Lane:
    """Who acts toward whom: a toward b, b toward a, both together, or anything else.

    An act by one side whose text names no target is anything else: the other side is not guessed.
    """
    a, b = dyad
    actors = {state_of(code) for code in event.actors}
    targets = {state_of(code) for code in event.targets}
    if {a, b} <= actors:
        return Lane.JOINT
    if a in actors and b in targets:
        return Lane.A
    if b in actors and a in targets:
        return Lane.B
    return Lane.OTHER


def holders(position: Position) -> tuple[str, ...]:
    """Who holds a position; none where the text names nobody."""
    return several(position.actor)


def side(position: Position, dyad: tuple[str, str]) -> Lane:
    """Whether a position is held by a, by b, by both or by neither."""
    states_of = {state_of(code) for code in holders(position)}
    if set(dyad) <= states_of:
        return Lane.JOINT
    if dyad[0] in states_of:
        return Lane.A
    return Lane.B if dyad[1] in states_of else Lane.OTHER


def parties(finding: Finding) -> frozenset[str]:
    """The states and organisations that a finding names as acting, speaking or taking part."""
    match finding:
        case Event():
            codes = finding.actors + finding.targets
        case Statement():
            codes = finding.speaker
        case Position():
            codes = holders(finding)
        case Agreement() | Dispute():
            codes = finding.parties
        case _:
            codes = ()
    return frozenset(state_of(code) for code in codes)


def likeliest_dyad(findings: Iterable[Finding]) -> tuple[tuple[str, str], int] | None:
    """The pair of states that occurs together in most findings, and in how many; None without one.

    Organisations and unnamed groups are no states. A tie goes to the first in the alphabet; the
    pair is in alphabetical order.
    """
    known = states()
    pairs = Counter(
        pair
        for finding in findings
        for pair in combinations(sorted(code for code in parties(finding) if code in known), 2)
    )
    if not pairs:
        return None
    (pair, n) = min(pairs.items(), key=lambda item: (-item[1], item[0]))
    return (pair[0], pair[1]), n
