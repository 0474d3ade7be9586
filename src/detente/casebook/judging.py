"""Judging in a case: under the lock, and on the disk before it is confirmed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from detente.casebook.coded import Coded
from detente.casebook.deciding import Words, decide, undoing
from detente.casebook.journal import append, read_journal
from detente.casebook.judgement import Judgement, Verdict
from detente.casebook.snapshot import Snapshot
from detente.casebook.targets import Target, targets
from detente.errors import DetenteError, UsageError
from detente.findings import Finding
from detente.reading import Document

if TYPE_CHECKING:
    from detente.casebook.case import Case

ON_FINDINGS = (Verdict.ACCEPT, Verdict.REJECT, Verdict.CHANGE)


@dataclass(frozen=True, slots=True)
class Taken:
    """How many judgements of a file were new, and how many were there; `aside` counts lines that are none."""

    new: int
    already_there: int
    aside: int


def judge(
    case: Case,
    ids: Sequence[str],
    verdict: Verdict,
    settings: Mapping[str, Any] | Sequence[str],
    user: str,
    reason: str | None,
    dry_run: bool,
) -> list[Judgement]:
    """Judge findings; see `Case.judge`."""
    if verdict not in ON_FINDINGS:
        raise UsageError(f'"{verdict}" is not said of a finding.', hint="Use add_finding or undo.")
    with case.writing():
        now = case.snapshot()
        rows_of = cache(partial(_rows, case, now))
        words = Words(user, reason, settings, tuple(own.code for own in case.charter.own_issues))
        made = []
        for seq, meant in enumerate(targets(now, ids), now.journal.next_seq):
            document = _text(case, now, meant, verdict)
            rows = rows_of(meant.finding.document)
            made.append(decide(meant, verdict, words, snapshot=now, rows=rows, document=document, seq=seq))
        _keep(case, made, dry_run)
        return made


def add_finding(case: Case, finding: Finding, user: str, reason: str | None, dry_run: bool) -> Judgement:
    """Add a finding; see `Case.add_finding`."""
    with case.writing():
        now = case.snapshot()
        document = case.document(_source_id(now, finding))
        span = finding.start, finding.end
        row = next((r for r in now.findings([finding.kind]) if _place(r.finding) == _place(finding)), None)
        if row is not None:
            raise UsageError(
                f"A finding of kind {finding.kind} stands on this passage already ({row.id}).",
                hint="Change that one.",
            )
        value = replace(finding, coder=f"analyst:{user}", confidence=1.0, rule="")
        value = replace(value, page=document.page_at(value.start))
        meant = Target(value.id, value, span, None)
        made = decide(
            meant,
            Verdict.ADD,
            Words(user, reason),
            snapshot=now,
            rows=_rows(case, now, value.document),
            document=document,
            seq=now.journal.next_seq,
        )
        _keep(case, [made], dry_run)
        return made


def undo(case: Case, prefix: str | None, user: str, reason: str | None, dry_run: bool) -> Judgement:
    """Take a judgement back; see `Case.undo`."""
    with case.writing():
        made = undoing(case.snapshot(), prefix, user, reason)
        _keep(case, [made], dry_run)
        return made


def take(case: Case, path: Path, dry_run: bool) -> Taken:
    """Add the judgements of a file; see `Case.take_judgements`."""
    if not path.is_file():
        raise DetenteError("There is no such file.", where=str(path), hint="Check the path.")
    given = read_journal(path)
    with case.writing():
        here = {judgement.id for judgement in case.journal().judgements}
        new = [judgement for judgement in given.judgements if judgement.id not in here]
        _keep(case, new, dry_run)
    return Taken(len(new), len(given.judgements) - len(new), len(given.aside))


def _rows(case: Case, now: Snapshot, document: str) -> list[Coded]:
    run = now.runs.get(document)
    return case.codings.rows([run], selectors=True) if run else []


def _text(case: Case, now: Snapshot, meant: Target, verdict: Verdict) -> Document | None:
    """The text, where the verdict sets fields or the judged passage has moved; else it is not read."""
    moved = meant.selectors is None and not meant.coded
    if verdict is Verdict.CHANGE or moved:
        return case.document(_source_id(now, meant.finding))
    return None


def _keep(case: Case, made: Sequence[Judgement], dry_run: bool) -> None:
    if made and not dry_run:
        append(case.layout.journal, made)


def _source_id(now: Snapshot, finding: Finding) -> str:
    return now.source_of(finding.document).sha256


def _place(finding: Finding) -> tuple[str, int, int]:
    return finding.document, finding.start, finding.end
