"""Grouping passages that tell of the same event, comparing only those that could."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from detente.casebook.merging import Merge, merge
from detente.casebook.telling import Telling


@dataclass(slots=True)
class Group:
    """Passages that tell of one event, and why each beyond the first was taken in.

    `latest` is the last day that any of its passages can mean.
    """

    tellings: list[Telling]
    latest: date
    merges: list[Merge] = field(default_factory=list)

    def reason(self, one: Telling) -> Merge | None:
        """The strongest reason to take a passage in, None where it does not fit every passage."""
        reasons: list[Merge] = []
        for other in self.tellings:
            reason = merge(other, one)
            if reason is None:
                return None
            reasons.append(reason)
        return max(reasons, key=_strength)


def grouped(block: Sequence[Telling]) -> list[Group]:
    """Group the passages of one block (same type, modality and sides).

    Dated passages are compared along the line of time, only with groups that reach to their day;
    undated ones with the undated ones of their own document.
    """
    groups: list[Group] = []
    reaching: list[Group] = []
    for one in sorted((t for t in block if t.event.date), key=lambda t: (t.earliest, t.place)):
        reaching = [group for group in reaching if group.latest >= one.earliest]
        if made := _take(one, reaching):
            groups.append(made)
            reaching.append(made)
    undated: dict[str, list[Group]] = defaultdict(list)
    for one in (t for t in block if not t.event.date):
        near = undated[one.event.document]
        if made := _take(one, near):
            near.append(made)
    return [*groups, *(group for near in undated.values() for group in near)]


def _take(one: Telling, groups: Iterable[Group]) -> Group | None:
    """Put a passage into the group that it fits best; a new group of its own where it fits none."""
    fitting = [(reason, group) for group in groups if (reason := group.reason(one))]
    if not fitting:
        return Group([one], one.latest)
    reason, group = max(fitting, key=lambda pair: _strength(pair[0]))
    group.tellings.append(one)
    group.merges.append(reason)
    group.latest = max(group.latest, one.latest)
    return None


def _strength(reason: Merge) -> float:
    return reason.likeness or 0.0
