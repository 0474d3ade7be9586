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
from detente.casebook.selector import Selector, Span
from detente.casebook.snapshot import Snapshot
from detente.casebook.targets import Target, only_one
from detente.errors import UsageError
from detente.findings import Finding
from detente.reading import Document


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
    return by_id[prefix] if prefix in by_id else by_id[only_one("judgement", prefix, by_id)]


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
