"""The chronicle: events in the order of their dates, each told once with all its passages."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from detente.casebook.grouping import Group, grouped
from detente.casebook.merging import Key, Merge, key
from detente.casebook.telling import Telling, state_of, telling
from detente.coding.dates.edtf import bounds
from detente.findings import Event, Finding, digest


@dataclass(frozen=True, slots=True)
class Entry:
    """One event, with every passage that tells of it.

    Parameters
    ----------
    event : the telling that says most: the most precise date, then the most people named.
    events : all tellings, by document and place; one where nothing was merged.
    merges : for each telling beyond the first why it was taken to be the same event.
    """

    event: Event
    events: tuple[Event, ...]
    merges: tuple[Merge, ...] = ()

    @property
    def id(self) -> str:
        """Hash of the ids of all tellings."""
        return digest(["entry", sorted(event.id for event in self.events)])

    @property
    def date(self) -> str | None:
        """The most precise date, EDTF; None where no telling has one."""
        return self.event.date

    @property
    def first(self) -> datetime.date | None:
        """The earliest day that the date can mean; None where open or undated."""
        return bounds(self.event.date)[0] if self.event.date else None

    @property
    def last(self) -> datetime.date | None:
        """The latest day that the date can mean; None where open or undated."""
        return bounds(self.event.date)[1] if self.event.date else None

    @property
    def sides(self) -> frozenset[str]:
        """The states and organisations that take part."""
        return frozenset(map(state_of, (*self.event.actors, *self.event.targets)))

    def as_dict(self) -> dict[str, Any]:
        """The entry as `detente show CASE chronicle` prints it, keys in fixed order."""
        return {
            "date": self.date,
            "plover": self.event.plover,
            "actors": list(self.event.actors),
            "targets": list(self.event.targets),
            "issue": self.event.issue,
            "modality": self.event.modality,
            "action": self.event.action,
            "quote": self.event.quote,
            "passages": [event.id for event in self.events],
            "merged": [{"finding": m.finding, "dates": m.dates, "likeness": m.likeness} for m in self.merges],
        }


def chronicle(findings: Iterable[Finding]) -> list[Entry]:
    """The events among findings in the order of their dates, undated ones last.

    Two passages become one entry where type, modality, sides, people and dates go together and the
    words are alike enough (`merging.merge`) with *every* passage already in it. Other findings are
    passed over. The result does not depend on the order of the findings.
    """
    tellings = {one.id: one for one in map(telling, (f for f in findings if isinstance(f, Event)))}
    blocks: dict[Key, list[Telling]] = defaultdict(list)
    for one in sorted(tellings.values(), key=lambda t: t.place):
        blocks[key(one)].append(one)
    return sorted((_entry(group) for block in blocks.values() for group in grouped(block)), key=_when)


def _entry(group: Group) -> Entry:
    ordered = sorted(group.tellings, key=lambda t: t.place)
    return Entry(max(ordered, key=_says).event, tuple(t.event for t in ordered), tuple(group.merges))


def _says(one: Telling) -> tuple[int, int, float]:
    """How much a telling says: precision of its date, people named, the coder's confidence."""
    return -(one.latest - one.earliest).days, len(one.agents), one.event.confidence


def _when(entry: Entry) -> tuple[bool, datetime.date, datetime.date, tuple[str, int, int]]:
    """By earliest day, an open beginning counting as its end; undated ones last."""
    told = entry.events[0]
    first = entry.first or entry.last or datetime.date.max
    return entry.date is None, first, entry.last or datetime.date.max, (told.document, told.start, told.end)
