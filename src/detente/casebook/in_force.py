"""What is in force: the judgement where there is one, else the newest coding."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from detente.casebook.coded import Coded
from detente.casebook.judgement import Judgement, Verdict
from detente.casebook.placing import Placed
from detente.casebook.selector import Span
from detente.casebook.standing import Slot, contested
from detente.findings import Finding


class Status(StrEnum):
    """Where a finding in force comes from."""

    MACHINE = "machine"
    ACCEPTED = "accepted"
    CHANGED = "changed"
    ADDED = "added"


STATUS = {Verdict.ACCEPT: Status.ACCEPTED, Verdict.CHANGE: Status.CHANGED, Verdict.ADD: Status.ADDED}


@dataclass(frozen=True, slots=True)
class InForce:
    """A finding in force.

    Parameters
    ----------
    finding : the record, its anchor in the present text of its source.
    status : machine, accepted, changed or added.
    judgement : the judgement in force, None where there is none.
    moved : whether the text changed after the judgement and the passage was found again.
    contested : whether another user's standing judgement decides differently.
    """

    finding: Finding
    status: Status = Status.MACHINE
    judgement: Judgement | None = None
    moved: bool = False
    contested: bool = False

    @property
    def id(self) -> str:
        """The id of the finding."""
        return self.finding.id

    def as_dict(self) -> dict[str, Any]:
        """The finding, and beside it how it comes to be in force, keys in fixed order.

        The status stands under `in_force`, since disputes have a field `status` of their own.
        """
        by = self.judgement
        return {
            **self.finding.as_dict(),
            "in_force": str(self.status),
            "judged_by": by.user if by else None,
            "judgement": by.id if by else None,
            "reason": by.reason if by else None,
            "moved": self.moved,
            "contested": self.contested,
        }


@dataclass(frozen=True, slots=True)
class Unconfirmed:
    """A finding of a newer coding that overlaps a judged passage without being the same; not in force."""

    coded: Coded
    judgement: Judgement


@dataclass(frozen=True, slots=True)
class View:
    """What is in force, from judgements and from machines, and what waits for a decision."""

    judged: tuple[InForce, ...]
    machine: tuple[Coded, ...]
    unconfirmed: tuple[Unconfirmed, ...]


def view(coded: Iterable[Coded], judged: Mapping[Slot, Sequence[Placed]]) -> View:
    """Lay the standing judgements over the newest codings.

    A machine's finding gives way to a judgement where it has its slot, or the place that the
    judgement's value has. Where it only overlaps a judged passage of its kind, and the analyst
    did not know of it when judging, it waits for confirmation and is not in force.
    """
    decided = tuple(_decided(users) for users in judged.values() if _holds(users[-1]))
    taken = {*judged, *((one.finding.document, one.finding.kind, _span(one.finding)) for one in decided)}
    near = _neighbourhoods(judged)
    machine: list[Coded] = []
    unconfirmed: list[Unconfirmed] = []
    for row in coded:
        if (row.document, row.kind, row.span) in taken:
            continue
        by = _overlapped(row.span, near.get((row.document, row.kind), ()))
        if by is None:
            machine.append(row)
        else:
            unconfirmed.append(Unconfirmed(row, by))
    return View(decided, tuple(machine), tuple(unconfirmed))


@dataclass(frozen=True, slots=True)
class _Neighbourhood:
    spans: tuple[Span, ...]
    known: frozenset[Span]
    judgement: Judgement


def _neighbourhoods(
    judged: Mapping[Slot, Sequence[Placed]],
) -> dict[tuple[str, str], list[_Neighbourhood]]:
    """The judged passages of each document and kind, with what was known beside them."""
    found: dict[tuple[str, str], list[_Neighbourhood]] = defaultdict(list)
    for (document, kind, span), users in judged.items():
        last = users[-1]
        spans = (span, _span(last.value)) if last.value and _holds(last) else (span,)
        known = frozenset[Span]().union(*(one.beside for one in users))
        found[document, kind].append(_Neighbourhood(spans, known, last.judgement))
    return found


def _overlapped(span: Span, near: Iterable[_Neighbourhood]) -> Judgement | None:
    for one in near:
        if span not in one.known and any(overlap(span, other) for other in one.spans):
            return one.judgement
    return None


def overlap(a: Span, b: Span) -> bool:
    """Whether two half-open intervals share a code point."""
    return a[0] < b[1] and b[0] < a[1]


def _holds(one: Placed) -> bool:
    return one.judgement.verdict is not Verdict.REJECT


def _decided(users: Sequence[Placed]) -> InForce:
    last = users[-1]
    assert last.value is not None
    return InForce(last.value, STATUS[last.judgement.verdict], last.judgement, last.moved, contested(users))


def _span(finding: Finding) -> Span:
    return finding.start, finding.end
