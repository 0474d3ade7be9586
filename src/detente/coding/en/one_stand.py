"""Positions of a sentence of which one only tells a part of another over again."""

from __future__ import annotations

from collections.abc import Iterable

from detente.coding.codes import states_of

Found = tuple[int, tuple[int, int], str, float, str]


def each_once(found: Iterable[Found]) -> list[Found]:
    """The positions of a sentence without those that stand within another of the same holder.

    Greece argues that the waters are its own and opposes any drilling there: one stand, told in full. Where
    only the inner one names a state as its holder, that one stays.
    """
    every = list(found)
    return [one for one in every if not any(_told_in(one, other) for other in every if other is not one)]


def _told_in(one: Found, other: Found) -> bool:
    (start, end), (first, last) = one[1], other[1]
    own, others = states_of(one[2].split("+")), states_of(other[2].split("+"))
    inside = first <= start and end <= last and (start, end) != (first, last)
    if inside:
        return own == others
    around = start <= first and last <= end and (start, end) != (first, last)
    return around and not one[3] > other[3] and "/" not in one[2] and not _is_code(own) and _is_code(others)


def _is_code(states: tuple[str, ...]) -> bool:
    return bool(states) and all(state.isupper() for state in states)
