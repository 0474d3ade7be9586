"""Which finding is meant by the beginning of an id."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import takewhile

from detente.casebook.coded import Coded
from detente.casebook.placing import Placed
from detente.casebook.selector import Selector, Span
from detente.casebook.snapshot import Snapshot
from detente.errors import UsageError
from detente.findings import Finding

SHOWN = 5


@dataclass(frozen=True, slots=True)
class Target:
    """A finding that can be judged, and the slot that a judgement of it binds to.

    `selectors` are those of the judgement in force; None where there is none, or where the text
    changed after it. `coded` tells that the newest coding holds the finding.
    """

    id: str
    finding: Finding
    slot: Span
    selectors: tuple[Selector, ...] | None
    coded: bool = False


def targets(snapshot: Snapshot, prefixes: Iterable[str]) -> list[Target]:
    """The findings whose ids begin with these prefixes: in force, waiting for confirmation, or rejected.

    Each stands once, in the order named. Raises UsageError where a prefix fits none, or several.
    """
    known: dict[str, Placed | Coded] = {row.id: row for row in snapshot.view.machine}
    known |= {one.coded.id: one.coded for one in snapshot.view.unconfirmed}
    standing = (users[-1] for users in snapshot.judged.values())
    known |= {one.value.id: one for one in standing if one.value is not None}
    ordered = sorted(known)
    found: dict[str, Target] = {}
    for prefix in prefixes:
        id = prefix if prefix in known else only_one("finding", prefix, _beginning(ordered, prefix))
        found[id] = _target(id, known[id])
    return list(found.values())


def _beginning(ordered: list[str], prefix: str) -> list[str]:
    """The ids that begin so, out of ids in order."""
    first = bisect_left(ordered, prefix)
    return list(takewhile(lambda id: id.startswith(prefix), ordered[first:]))


def _target(id: str, meant: Placed | Coded) -> Target:
    if isinstance(meant, Coded):
        return Target(id, meant.finding, meant.span, None, coded=True)
    assert meant.value is not None
    kept = None if meant.moved else meant.judgement.selectors
    return Target(id, meant.value, meant.span, kept)


def only_one(what: str, prefix: str, found: Collection[str]) -> str:
    """The one id found; UsageError, with advice, where there is none or several."""
    if len(found) == 1:
        return next(iter(found))
    if not found:
        raise UsageError(
            f'No {what} has an id that begins with "{prefix}".',
            hint="`detente show CASE findings` lists the ids.",
        )
    some = ", ".join(sorted(found)[:SHOWN])
    raise UsageError(
        f'{len(found)} ids begin with "{prefix}": {some}{" …" if len(found) > SHOWN else ""}.',
        hint="Write more of the id.",
    )
