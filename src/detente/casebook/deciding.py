"""From what an analyst says to a judgement: which finding is meant, what is known around it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from detente.casebook.anchoring import check, selectors_of
from detente.casebook.coded import Coded
from detente.casebook.fields import check_values, parse_settings, with_settings
from detente.casebook.in_force import overlap
from detente.casebook.judgement import Judgement, Verdict, utc_now
from detente.casebook.placing import Placed
from detente.casebook.selector import Selector, Span
from detente.casebook.snapshot import Snapshot
from detente.errors import UsageError
from detente.findings import Finding
from detente.reading import Document

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


@dataclass(frozen=True, slots=True)
class Words:
    """What an analyst says: who, why, and for a change which fields are set.

    `settings` map names of fields to values, or are words such as "date=2003-05"; `own_issues` are
    codes that the case knows beside ours.
    """

    user: str
    reason: str | None = None
    settings: Mapping[str, Any] | Sequence[str] = ()
    own_issues: tuple[str, ...] = ()

    def settings_of(self, kind: str) -> Mapping[str, Any]:
        """The fields to set in a finding of this kind, checked."""
        if not isinstance(self.settings, Mapping):
            return parse_settings(kind, self.settings, self.own_issues)
        check_values(self.settings, self.own_issues)
        return self.settings


def target(snapshot: Snapshot, prefix: str) -> Target:
    """The finding whose id begins with `prefix`: in force, waiting for confirmation, or rejected.

    Raises UsageError where there is none, or where several begin so.
    """
    standing = [users[-1] for users in snapshot.judged.values()]
    found: dict[str, Placed | Coded] = {}
    for row in (*snapshot.view.machine, *(one.coded for one in snapshot.view.unconfirmed)):
        if row.id.startswith(prefix):
            found[row.id] = row
    for one in standing:
        if one.value and one.value.id.startswith(prefix):
            found[one.value.id] = one
    id = prefix if prefix in found else _only("finding", prefix, found)
    meant = found[id]
    if isinstance(meant, Coded):
        return Target(id, meant.finding, meant.span, None, coded=True)
    assert meant.value is not None
    kept = None if meant.moved else meant.judgement.selectors
    return Target(id, meant.value, meant.span, kept)


def decide(
    meant: Target,
    verdict: Verdict,
    words: Words,
    *,
    snapshot: Snapshot,
    rows: Sequence[Coded],
    document: Document | None,
    seq: int,
) -> Judgement:
    """The judgement of a finding.

    Parameters
    ----------
    rows : the newest coding of the finding's text, with selectors.
    document : the text, where the verdict changes or adds, or the text has moved.
    seq : the number of the judgement.

    Raises UsageError where a change changes nothing.
    """
    finding = meant.finding
    value = _changed(finding, words, document) if verdict is Verdict.CHANGE else finding
    if document is not None:
        check(value, document)
        selectors = selectors_of(document.text, value, meant.slot)
    else:
        selectors = meant.selectors or _anchors(rows, finding.kind, meant.slot)
    spans = (meant.slot, (value.start, value.end))
    return Judgement(
        verdict=verdict,
        user=words.user,
        time=utc_now(),
        seq=seq,
        source=snapshot.source_of(finding.document).sha256,
        document=finding.document,
        kind=finding.kind,
        selectors=selectors,
        value=value,
        before=finding if verdict is Verdict.CHANGE else None,
        beside=_beside(rows, finding.kind, spans),
        reason=words.reason,
    )


def undoing(snapshot: Snapshot, prefix: str | None, user: str, reason: str | None) -> Judgement:
    """The undo of a user's judgement: the one named, the one on the finding named, or the user's last.

    Raises UsageError where there is none, or it is another user's.
    """
    meant = _undone(snapshot, prefix, user)
    if meant.user != user:
        raise UsageError(
            f"This is a judgement of {meant.user}; nobody else can undo it.",
            hint="Judge the finding yourself: the newest judgement is in force, and both are kept.",
        )
    return replace(
        meant,
        verdict=Verdict.UNDO,
        time=utc_now(),
        seq=snapshot.journal.next_seq,
        value=None,
        before=None,
        beside=(),
        undoes=meant.id,
        reason=reason,
    )


def _undone(snapshot: Snapshot, prefix: str | None, user: str) -> Judgement:
    live = [one.judgement for one in snapshot.placed]
    if prefix is None:
        own = [judgement for judgement in live if judgement.user == user]
        if not own:
            raise UsageError(f"{user} has no judgement that could be undone.")
        return max(own, key=lambda j: j.order)
    live += [j for j in snapshot.journal.judgements if j.verdict is Verdict.UNDO]
    by_id = {j.id: j for j in live if j.id.startswith(prefix)}
    for users in snapshot.judged.values():
        last = users[-1]
        if last.value and last.value.id.startswith(prefix):
            mine = [one.judgement for one in users if one.judgement.user == user]
            by_id[last.value.id] = mine[-1] if mine else last.judgement
    return by_id[prefix] if prefix in by_id else by_id[_only("judgement", prefix, by_id)]


def _only(what: str, prefix: str, found: Mapping[str, object]) -> str:
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


def _changed(finding: Finding, words: Words, document: Document | None) -> Finding:
    value = with_settings(finding, words.settings_of(finding.kind), document.text if document else None)
    if value == finding:
        raise UsageError("Nothing would change.", hint="Give --set field=value with another value.")
    return replace(value, coder=f"analyst:{words.user}", confidence=1.0, rule="")


def _anchors(rows: Iterable[Coded], kind: str, span: Span) -> tuple[Selector, ...]:
    return next(row.anchors for row in rows if row.kind == kind and row.span == span)


def _beside(rows: Iterable[Coded], kind: str, spans: tuple[Span, Span]) -> tuple[Span, ...]:
    near = {row.span for row in rows if row.kind == kind and any(overlap(row.span, s) for s in spans)}
    return tuple(sorted(near - {spans[0]}))
