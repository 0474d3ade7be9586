"""Grouping passages that tell of the same event, comparing only those that could."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from detente.casebook.merging import Dates, Merge, fit, said
from detente.casebook.telling import Telling

Fit = tuple[Dates, float | None]


@dataclass(slots=True)
class Group:
    """Passages that tell of one event, and why each beyond the first was taken in.

    `latest` is the last day that any of its passages can mean. `sayings` holds the first passage of
    each that say the same, `spans` the places by document, which never overlap.
    """

    tellings: list[Telling] = field(default_factory=list)
    latest: date = date.min
    merges: list[Merge] = field(default_factory=list)
    sayings: dict[int, Telling] = field(default_factory=dict)
    spans: dict[str, list[tuple[int, int]]] = field(default_factory=lambda: defaultdict(list))

    def take(self, one: Telling, saying: int) -> None:
        """Put a passage in."""
        self.tellings.append(one)
        self.sayings.setdefault(saying, one)
        self.latest = max(self.latest, one.latest)
        insort(self.spans[one.event.document], (one.event.start, one.event.end))

    def covers(self, one: Telling) -> bool:
        """Whether a passage overlaps one of the group: the coder kept the two apart."""
        spans = self.spans.get(one.event.document, [])
        at = bisect_left(spans, (one.event.end, 0))
        return at > 0 and spans[at - 1][1] > one.event.start


class Comparing:
    """The passages of one block; a pair of sayings of which the later is repeated is compared once."""

    def __init__(self, block: Iterable[Telling]) -> None:
        self._numbers: dict[Hashable, int] = {}
        self._number_of: dict[str, int] = {one.id: self._number(one) for one in block}
        self._repeated = {n for n, times in Counter(self._number_of.values()).items() if times > 1}
        self._fits: dict[tuple[int, int], Fit | None] = {}

    def _number(self, one: Telling) -> int:
        return self._numbers.setdefault(said(one), len(self._numbers))

    def _fit(self, group_saying: int, other: Telling, saying: int, one: Telling) -> Fit | None:
        if saying not in self._repeated:
            return fit(other, one)
        pair = group_saying, saying
        if pair not in self._fits:
            self._fits[pair] = fit(other, one)
        return self._fits[pair]

    def reason(self, group: Group, one: Telling, saying: int) -> Merge | None:
        """The strongest reason to take a passage into a group, None where it does not fit every passage."""
        if group.covers(one):
            return None
        best: Merge | None = None
        for number, other in group.sayings.items():
            found = self._fit(number, other, saying, one)
            if found is None:
                return None
            if best is None or (found[1] or 0.0) > _strength(best):
                best = Merge(one.id, other.id, *found)
        return best

    def put(self, one: Telling, groups: Iterable[Group]) -> Group | None:
        """Put a passage into the group that it fits best; a new group, returned, where it fits none."""
        saying = self._number_of[one.id]
        fitting = [(reason, group) for group in groups if (reason := self.reason(group, one, saying))]
        if not fitting:
            made = Group()
            made.take(one, saying)
            return made
        reason, group = max(fitting, key=lambda pair: _strength(pair[0]))
        group.merges.append(reason)
        group.take(one, saying)
        return None


def grouped(block: Sequence[Telling]) -> list[Group]:
    """Group the passages of one block (same type, modality and sides).

    Dated passages are compared along the line of time, only with groups that reach to their day;
    undated ones with those of their own document that have a word in common with them.
    """
    comparing = Comparing(block)
    groups: list[Group] = []
    reaching: list[Group] = []
    for one in sorted((t for t in block if t.event.date), key=lambda t: (t.earliest, t.place)):
        reaching = [group for group in reaching if group.latest >= one.earliest]
        if made := comparing.put(one, reaching):
            groups.append(made)
            reaching.append(made)
    return [*groups, *_undated([t for t in block if not t.event.date], comparing)]


def _undated(block: Sequence[Telling], comparing: Comparing) -> list[Group]:
    """Groups of undated passages: by document, and within it by the words of each group's first passage."""
    groups: dict[str, list[Group]] = defaultdict(list)
    by_word: dict[tuple[str, str], list[int]] = defaultdict(list)
    for one in block:
        document = one.event.document
        near = sorted({number for word in one.words for number in by_word[document, word]})
        if made := comparing.put(one, (groups[document][number] for number in near)):
            for word in one.words:
                by_word[document, word].append(len(groups[document]))
            groups[document].append(made)
    return [group for of_document in groups.values() for group in of_document]


def _strength(reason: Merge) -> float:
    return reason.likeness or 0.0
