"""What the Japanese coder finds in a text that a test gives, by kind and in text order."""

from __future__ import annotations

from typing import TypeVar

from detente.coding import code
from detente.coding.codes import states_of
from detente.findings import Agreement, CausalClaim, Dispute, Event, Finding, Outlook, Position, Statement
from detente.reading import from_text

K = TypeVar("K", bound=Finding)
Told = tuple[str, tuple[str, ...], tuple[str, ...]]


def found(text: str, kind: type[K], date: str | None = None) -> list[K]:
    coded = code(from_text(text, name="text", language="ja", date=date), kinds=[kind.kind])
    return sorted((f for f in coded if isinstance(f, kind)), key=lambda f: f.start)


def events(text: str, date: str | None = None) -> list[Event]:
    return found(text, Event, date)


def statements(text: str) -> list[Statement]:
    return found(text, Statement)


def positions(text: str) -> list[Position]:
    return found(text, Position)


def agreements(text: str) -> list[Agreement]:
    return found(text, Agreement)


def disputes(text: str) -> list[Dispute]:
    return found(text, Dispute)


def claims(text: str) -> list[CausalClaim]:
    return found(text, CausalClaim)


def outlooks(text: str) -> list[Outlook]:
    return found(text, Outlook)


def told(text: str) -> list[Told]:
    """Type and sorted states of both sides of each event."""
    return [
        (e.plover, tuple(sorted(states_of(e.actors))), tuple(sorted(states_of(e.targets))))
        for e in events(text)
    ]


def act(plover: str, actors: str, targets: str = "") -> Told:
    """What `told` gives for an event with these sides, their states parted by spaces."""
    return plover, tuple(sorted(actors.split())), tuple(sorted(targets.split()))
