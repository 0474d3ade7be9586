"""Dossiers: what the documents say of each issue, from both sides."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field, fields
from typing import Any, TypeVar

from detente.casebook.agreements import AgreementLife, agreement_lives
from detente.casebook.chronicle import Entry, chronicle
from detente.casebook.disputes import DisputeLife, dispute_lives
from detente.casebook.issues import OwnIssue
from detente.casebook.sorting import OTHER, Sorter
from detente.casebook.telling import state_of
from detente.coding.dates.edtf import sort_key
from detente.findings import CausalClaim, Finding, Outlook, Position, Statement

F = TypeVar("F", bound=Finding)


@dataclass(frozen=True, slots=True)
class Side:
    """What one state does, says and wants in an issue."""

    state: str
    acts: tuple[Entry, ...]
    statements: tuple[Statement, ...]
    positions: tuple[Position, ...]


@dataclass(frozen=True, slots=True)
class Dossier:
    """One issue.

    Parameters
    ----------
    issue : code of the issue.
    events : chronicle entries by date.
    statements : by date, undated ones last; positions, claims, outlooks : by document and place.
    agreements, disputes : gathered over the documents.
    sides : one for each of the two states, empty where no states were given.
    """

    issue: str
    events: tuple[Entry, ...] = ()
    statements: tuple[Statement, ...] = ()
    positions: tuple[Position, ...] = ()
    agreements: tuple[AgreementLife, ...] = ()
    disputes: tuple[DisputeLife, ...] = ()
    claims: tuple[CausalClaim, ...] = ()
    outlooks: tuple[Outlook, ...] = ()
    sides: tuple[Side, ...] = ()

    @property
    def size(self) -> int:
        """How many items the dossier holds; `sides` show the same items again and do not count."""
        parts = (getattr(self, f.name) for f in fields(self) if f.name not in ("issue", "sides"))
        return sum(map(len, parts))

    def counts(self) -> dict[str, Any]:
        """The issue with the number of its items of each kind, keys in fixed order."""
        names = [f.name for f in fields(self) if f.name not in ("issue", "sides")]
        return {"issue": self.issue, **{name: len(getattr(self, name)) for name in names}}


def dossiers(
    findings: Iterable[Finding],
    *,
    states: Sequence[str] = (),
    own_issues: Sequence[OwnIssue] = (),
    only: Iterable[str] | None = None,
    dates: Mapping[str, str | None] | None = None,
    rest: str | None = None,
) -> list[Dossier]:
    """Sort findings into one dossier an issue, the fullest first, "other" and `rest` last.

    Parameters
    ----------
    findings : of any kind, from any number of documents; their order does not matter.
    states : codes of the two states whose sides are shown.
    own_issues : the analyst's own issues; a finding may belong to one of them and to one of ours.
    only : codes of the issues wanted beside the analyst's own; None for all.
    dates : date (EDTF) of each document, by the hash of its text; decides which status is the latest.
    rest : name of the one dossier that takes what is of none of the issues wanted; None leaves that out.
    """
    found = sorted(findings, key=lambda f: (f.document, f.start, f.end, f.kind))
    sorter = Sorter(found, own_issues)
    shelves = _Shelves(None if only is None else {*only, *(own.code for own in own_issues)}, rest)
    for entry in chronicle(found):
        for shelf in shelves.of(sorter.of_several(entry.event, entry.events)):
            shelf.events.append(entry)
    for life in agreement_lives(found):
        for shelf in shelves.of(sorter.of_several(life.findings[0], life.findings)):
            shelf.agreements.append(life)
    for dispute in dispute_lives(found, dates):
        for shelf in shelves.of(sorter.of_several(dispute.findings[0], dispute.findings)):
            shelf.disputes.append(dispute)
    for finding in found:
        if isinstance(finding, Statement | Position | CausalClaim | Outlook):
            for shelf in shelves.of(sorter.issues(finding)):
                shelf.others.append(finding)
    made = [_dossier(issue, shelf, states) for issue, shelf in shelves.by_issue.items()]
    return sorted(made, key=lambda d: (d.issue == rest, d.issue == OTHER, -d.size, d.issue))


@dataclass(slots=True)
class _Shelf:
    events: list[Entry] = field(default_factory=list)
    agreements: list[AgreementLife] = field(default_factory=list)
    disputes: list[DisputeLife] = field(default_factory=list)
    others: list[Finding] = field(default_factory=list)


@dataclass(slots=True)
class _Shelves:
    """The shelves of the issues wanted (None: of all), and one for the rest where it has a name."""

    wanted: Set[str] | None
    rest: str | None
    by_issue: dict[str, _Shelf] = field(default_factory=dict)

    def of(self, issues: Iterable[str]) -> list[_Shelf]:
        """Where something of these issues goes; the rest takes only what is of no issue wanted."""
        kept = [issue for issue in issues if self.wanted is None or issue in self.wanted]
        places = kept or ([] if self.rest is None else [self.rest])
        return [self.by_issue.setdefault(issue, _Shelf()) for issue in places]


def _dossier(issue: str, shelf: _Shelf, states: Sequence[str]) -> Dossier:
    statements = tuple(sorted(_of(shelf.others, Statement), key=lambda s: sort_key(s.date)))
    positions = _of(shelf.others, Position)
    return Dossier(
        issue=issue,
        events=tuple(shelf.events),
        statements=statements,
        positions=positions,
        agreements=tuple(shelf.agreements),
        disputes=tuple(shelf.disputes),
        claims=_of(shelf.others, CausalClaim),
        outlooks=_of(shelf.others, Outlook),
        sides=tuple(_side(state, shelf.events, statements, positions) for state in states),
    )


def _side(
    state: str, events: Iterable[Entry], statements: Iterable[Statement], positions: Iterable[Position]
) -> Side:
    def is_of(actors: Iterable[str]) -> bool:
        return state in map(state_of, actors)

    return Side(
        state,
        tuple(entry for entry in events if is_of(entry.event.actors)),
        tuple(statement for statement in statements if is_of(statement.speaker)),
        tuple(position for position in positions if is_of([position.actor])),
    )


def _of(items: Iterable[Finding], kind: type[F]) -> tuple[F, ...]:
    return tuple(item for item in items if isinstance(item, kind))
