"""When two passages tell of the same event: careful rules, each with the reason that it gives."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from enum import StrEnum

from detente.casebook.likeness import likeness
from detente.casebook.telling import Telling, state_of

Key = tuple[str, bool, str, frozenset[str]]


class Dates(StrEnum):
    """How the dates of two passages go together."""

    SAME = "same date"
    WITHIN = "one date within the other"
    UNDATED = "both are undated"


# How alike the words must be (see docs/explanation/casebook.md for the measurement). Within one
# document the bar is higher: its author rarely tells the same act twice in the same words, but often
# several acts of one day. A pair of dates that stands in no table is never merged.
LEAST_WITHIN = {Dates.SAME: 0.5, Dates.WITHIN: 0.5, Dates.UNDATED: 0.5}
LEAST_ACROSS = {Dates.SAME: 0.2, Dates.WITHIN: 0.4}


@dataclass(frozen=True, slots=True)
class Merge:
    """Why a passage was taken to tell of the same event as another.

    Type, modality and sides are always the same; `dates` tells how the dates go together and
    `likeness` how alike the words are, in [0, 1], None where they are of different scripts: then the
    day, the issue and the people have to be the same.
    """

    finding: str
    into: str
    dates: Dates
    likeness: float | None


def key(one: Telling) -> Key:
    """What must be equal for two passages to be compared at all."""
    return one.event.plover, one.event.actual, one.event.modality, one.sides


def fit(one: Telling, other: Telling) -> tuple[Dates, float | None] | None:
    """How the dates and the words of two passages of equal key go together, None where they do not.

    Nothing but what `said` gives of each is looked at.
    """
    same_document = one.event.document == other.event.document
    dates = together(one, other)
    least = (LEAST_WITHIN if same_document else LEAST_ACROSS).get(dates) if dates else None
    if dates is None or least is None:
        return None
    if not one.words or not other.words or not _same_doers(one, other):
        return None
    if one.scripts.isdisjoint(other.scripts):
        return (dates, None) if _same_but_for_script(one, other) else None
    alike = round(_alike(one, other), 2)
    return (dates, alike) if alike >= least else None


def said(one: Telling) -> Hashable:
    """All of a passage that `fit` looks at: two that say the same fit the same passages."""
    event = one.event
    bounds = event.date is None, one.first, one.last
    return event.document, bounds, event.issue, one.doers, one.agents, one.words, one.names


def together(one: Telling, other: Telling) -> Dates | None:
    """How the dates of two passages go together; None where they speak of different times.

    A dated and an undated passage never go together: which of several summits an undated mention
    means, its words do not tell.
    """
    if one.event.date is None or other.event.date is None:
        return Dates.UNDATED if one.event.date == other.event.date else None
    if (one.first, one.last) == (other.first, other.last):
        return Dates.SAME
    return Dates.WITHIN if _holds(one, other) or _holds(other, one) else None


def _holds(outer: Telling, inner: Telling) -> bool:
    """Whether one closed interval lies within the other; an open one holds nothing but its like."""
    if outer.first is None or outer.last is None or inner.first is None or inner.last is None:
        return False
    return outer.first <= inner.first and inner.last <= outer.last


def _same_doers(one: Telling, other: Telling) -> bool:
    """Whether a side acts in both, and no side through different people."""
    if one.doers and other.doers and one.doers.isdisjoint(other.doers):
        return False
    if one.agents == other.agents:
        return True
    for side in one.sides:
        a, b = ({agent for agent in t.agents if state_of(agent) == side} for t in (one, other))
        if a and b and not a & b:
            return False
    return True


def _alike(one: Telling, other: Telling) -> float:
    """The likeness of the words without the names of the actors of either."""
    if one.names == other.names:
        return likeness(one.own_words, other.own_words)
    names = one.names | other.names
    return likeness(one.words - names, other.words - names)


def _same_but_for_script(one: Telling, other: Telling) -> bool:
    """Whether two passages of different documents name the same single day, issue and people."""
    return (
        one.event.document != other.event.document
        and one.first is not None
        and one.first == one.last == other.first == other.last
        and one.event.issue == other.event.issue
        and one.agents == other.agents
    )
