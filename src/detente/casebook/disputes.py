"""A dispute over all documents, with its latest status."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from detente.casebook.likeness import content, likeness
from detente.casebook.telling import state_of
from detente.coding.dates.edtf import sort_key
from detente.findings import Dispute, Finding

LEAST_LIKENESS = 0.5


@dataclass(frozen=True, slots=True)
class DisputeLife:
    """One dispute.

    Parameters
    ----------
    name : as first told; `parties` every party named.
    status : the last one told, by the date of the document and then by place; "" where none is.
    findings : the passages that tell of it, in the same order.
    """

    name: str
    issue: str
    parties: tuple[str, ...]
    status: str
    findings: tuple[Dispute, ...]


def dispute_lives(
    findings: Iterable[Finding], dates: Mapping[str, str | None] | None = None
) -> list[DisputeLife]:
    """Gather disputes told in several places.

    Two passages speak of the same dispute where issue and parties are the same and half of the
    content words of their names are shared. `dates` gives the date of each document (EDTF); without
    it, or where it is None, a document counts as newer than every dated one.
    """
    when = dates or {}
    told = sorted(
        (f for f in findings if isinstance(f, Dispute)),
        key=lambda f: (sort_key(when.get(f.document)), f.document, f.start, f.end),
    )
    groups: list[list[Dispute]] = []
    for one in told:
        home = next((group for group in groups if all(same_dispute(one, other) for other in group)), None)
        if home is None:
            groups.append([one])
        else:
            home.append(one)
    return [_life(group) for group in groups]


def same_dispute(one: Dispute, other: Dispute) -> bool:
    """Whether two passages speak of the same dispute."""
    if one.issue != other.issue or _sides(one) != _sides(other):
        return False
    if one.name == other.name:
        return True
    parties = frozenset(word for dispute in (one, other) for p in dispute.parties for word in content(p))
    return likeness(content(one.name) - parties, content(other.name) - parties) >= LEAST_LIKENESS


def _life(group: Sequence[Dispute]) -> DisputeLife:
    return DisputeLife(
        name=group[0].name,
        issue=group[0].issue,
        parties=tuple(dict.fromkeys(party for one in group for party in one.parties)),
        status=next((one.status for one in reversed(group) if one.status), ""),
        findings=tuple(group),
    )


def _sides(one: Dispute) -> frozenset[str]:
    return frozenset(map(state_of, one.parties))
