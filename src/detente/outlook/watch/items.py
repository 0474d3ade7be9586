"""The watch list: which frictions heat up, which channels fall silent, what is due, what hangs on it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from detente.casebook import Dossier, Entry
from detente.casebook.disputes import DisputeLife
from detente.casebook.sorting import OTHER
from detente.casebook.telling import state_of
from detente.findings import Event
from detente.ontology import states
from detente.outlook.watch.channels import Channel, channel
from detente.outlook.watch.friction import WINDOW_DAYS, Friction, Trend, friction
from detente.outlook.watch.linkage import Linkage, linkages
from detente.reading import Document

_PLANNED = ("planned", "scheduled", "predicted")
_ORDER = {Trend.RISING: 0, Trend.LEVEL: 1, Trend.UNKNOWN: 1, Trend.FALLING: 2}


@dataclass(frozen=True)
class Item:
    """One issue that needs watching, with the reason for its place.

    Attributes
    ----------
    issue : code of the issue.
    friction : conflictual acts now and before.
    disputes : what stands between parties, as told; those between other states alone are left out.
    channel : meetings on this issue, or None where too few are told.
    due : acts planned or scheduled for after the record's end, the soonest first.
    links : the other issues that it is tied to.
    """

    issue: str
    friction: Friction
    disputes: tuple[DisputeLife, ...]
    channel: Channel | None
    due: tuple[Entry, ...]
    links: tuple[Linkage, ...]

    @property
    def trend(self) -> Trend:
        """The arrow."""
        return self.friction.trend


@dataclass(frozen=True)
class WatchList:
    """The items, most pressing first, and what they are measured against.

    Attributes
    ----------
    since, as_of : first and last dated day of acts told as facts; None where none is.
    items : one for each issue with a dispute or a conflictual act.
    channel : all meetings between the two sides, whatever the issue.
    """

    since: datetime.date | None
    as_of: datetime.date | None
    items: tuple[Item, ...]
    channel: Channel | None


def watch_list(
    dossiers: Sequence[Dossier],
    entries: Sequence[Entry],
    documents: Iterable[Document],
    dyad: tuple[str, str],
    *,
    as_of: datetime.date | None = None,
    window_days: int = WINDOW_DAYS,
) -> WatchList:
    """What needs watching in a relationship, from its chronicle and dossiers.

    Items stand in this order: rising friction, then level or unknown, then falling; among these what is
    sorted to an issue before the rest, disputes before single acts, then the one with more recent
    conflictual acts, then that on which more hangs.
    All counts are of what the texts tell, not of what happened.

    Parameters
    ----------
    as_of : last day looked at, inclusive; None takes the last day of the record.
    window_days : how long "now" is.
    """
    days = sorted(e.first for e in entries if e.event.modality == "asserted" and e.first is not None)
    if not days:
        return WatchList(None, as_of, (), None)
    since, end = days[0], as_of or days[-1]
    tied = linkages(dossiers, documents)
    items = [
        item
        for dossier in dossiers
        for item in [_item(dossier, since, end, dyad, tuple(tied.get(dossier.issue, ())), window_days)]
        if item.disputes or item.friction.recent or item.friction.past
    ]
    return WatchList(since, end, tuple(sorted(items, key=_press)), channel(entries, dyad, end))


def _item(
    dossier: Dossier,
    since: datetime.date,
    as_of: datetime.date,
    dyad: tuple[str, str],
    links: tuple[Linkage, ...],
    window_days: int,
) -> Item:
    between = [e for e in dossier.events if e.sides & set(dyad)]
    return Item(
        dossier.issue,
        friction(between, since, as_of, window_days),
        tuple(dispute for dispute in dossier.disputes if _concerns(dispute, dyad)),
        channel(dossier.events, dyad, as_of),
        tuple(sorted((e for e in dossier.events if _due(e.event, e, as_of)), key=lambda e: str(e.first))),
        links,
    )


def _concerns(dispute: DisputeLife, dyad: tuple[str, str]) -> bool:
    """Whether a side is a party to a dispute, or may be one because the text names no state as a party."""
    named = {state_of(party) for party in dispute.parties} & set(states())
    return not named or bool(named & set(dyad))


def _due(event: Event, entry: Entry, as_of: datetime.date) -> bool:
    """Whether an act is planned or scheduled for a day that the record has not reached."""
    planned = event.modality in _PLANNED
    return planned and entry.last is not None and entry.last > as_of


def _press(item: Item) -> tuple[int, bool, bool, int, int, str]:
    hanging = sum(link.strength for link in item.links)
    unsorted = item.issue == OTHER
    return (_ORDER[item.trend], unsorted, not item.disputes, -item.friction.recent, -hanging, item.issue)
