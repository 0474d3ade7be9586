"""`detente show`: what a case holds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from typing import Annotated

import typer

from detente.casebook import Case, Dossier
from detente.casebook.in_force import InForce
from detente.casebook.judgement import Judgement
from detente.cli.case_folder import CaseFolder, Format, Output, opened
from detente.cli.destination import check_file
from detente.cli.line import line
from detente.cli.output import OutputFormat, Record, write_records
from detente.cli.progress import say
from detente.errors import UnknownName, UsageError
from detente.findings import KINDS


class What(StrEnum):
    """The parts of a case that can be shown."""

    SUMMARY = "summary"
    CHRONICLE = "chronicle"
    FINDINGS = "findings"
    JUDGEMENTS = "judgements"
    LOST = "lost"
    NEEDS_CONFIRMING = "needs-confirming"
    SOURCES = "sources"
    DOSSIERS = "dossiers"
    WATCH = "watch"


def show(
    case: CaseFolder,
    what: Annotated[What, typer.Argument(help="What to show.")] = What.SUMMARY,
    kind: Annotated[list[str] | None, typer.Option(help="Of findings: only this kind.")] = None,
    issue: Annotated[str | None, typer.Option(help="Of dossiers: the items of this issue.")] = None,
    format: Format = OutputFormat.TABLE,
    output: Output = None,
) -> None:
    """Show what is in force in a case, what was judged, and what waits for a decision.

    Example: detente show russia-usa findings --kind event --format jsonl
    """
    check_file(output)
    if kind and what is not What.FINDINGS:
        raise UsageError(f"--kind goes with findings, not with {what}.")
    if issue and what is not What.DOSSIERS:
        raise UsageError(f"--issue goes with dossiers, not with {what}.")
    for name in kind or ():
        if name not in KINDS:
            raise UnknownName("kind of finding", name, KINDS)
    opened_case = opened(case)
    for aside in opened_case.journal().aside:
        say(f"detente: judgements.jsonl, line {aside.line} is set aside. {aside.problem}")
    only = opened_case.charter.issues
    if only and what in (What.DOSSIERS, What.WATCH):
        say(f"Only what concerns the issues of the case: {', '.join(only)} (case.toml).")
    short = format is OutputFormat.TABLE
    if what is What.FINDINGS:
        records = _findings(opened_case, kind, brief=short)
    elif what is What.CHRONICLE:
        records = _chronicle(opened_case, brief=short)
    elif what is What.SOURCES:
        records = _sources(opened_case, brief=short)
    elif what is What.WATCH:
        records = _watch(opened_case)
    elif what is What.DOSSIERS:
        records = _dossiers(opened_case.dossiers(), issue)
    else:
        records = _PARTS[what](opened_case)
    write_records(records, format, output)


def judgement_record(judgement: Judgement) -> Record:
    """A judgement on one line."""
    value = judgement.value
    return {
        "judgement": judgement.id,
        "verdict": str(judgement.verdict),
        "finding": value.id if value else None,
        "undoes": judgement.undoes,
        "kind": judgement.kind,
        "user": judgement.user,
        "time": judgement.time,
        "reason": judgement.reason,
        "quote": judgement.anchor.exact,
    }


def _summary(case: Case) -> Iterator[Record]:
    now, charter = case.snapshot(), case.charter
    rows = now.findings()
    period = f"{charter.period_from or '..'}/{charter.period_to or '..'}"
    yield {"what": "states", "value": charter.dyad}
    yield {"what": "period", "value": period}
    yield {"what": "sources", "value": len(now.sources)}
    yield {"what": "not coded yet", "value": sum(s.text_sha256 not in now.runs for s in now.sources)}
    for status in ("machine", "accepted", "changed", "added"):
        yield {"what": f"findings, {status}", "value": sum(row.status == status for row in rows)}
    yield {"what": "findings, rejected", "value": len(list(now.rejected()))}
    yield {"what": "needs confirming", "value": len(now.unconfirmed())}
    yield {"what": "lost judgements", "value": len(now.lost())}
    yield {"what": "judged differently by several", "value": sum(row.contested for row in rows)}


def _sources(case: Case, *, brief: bool) -> Iterator[Record]:
    for source in case.sources():
        known = source.known
        yield {
            "source": source.id,
            "file": source.file,
            "title": source.title,
            "publisher": known.publisher,
            "date": source.date,
            "licence": known.licence,
            "language": known.language or source.found_language,
            "characters": source.characters,
            "added": source.added[:10] if brief else source.added,
            "warnings": list(source.warnings),
        } | ({} if brief else {"text": source.text_sha256})


def _findings(case: Case, kinds: list[str] | None, *, brief: bool) -> Iterator[Record]:
    for row in case.findings(kinds):
        yield _brief(row) if brief else row.as_dict()


def _brief(row: InForce) -> Record:
    return {"id": row.id, "in force": str(row.status), **line(row.finding)}


def _chronicle(case: Case, *, brief: bool) -> Iterator[Record]:
    for entry in case.chronicle():
        if brief:
            told = {key: value for key, value in line(entry.event).items() if key not in ("kind", "conf")}
            yield {"id": entry.event.id, **told, "passages": len(entry.events)}
        else:
            yield entry.as_dict()


def _judgements(case: Case) -> Iterator[Record]:
    yield from map(judgement_record, case.journal().judgements)


def _lost(case: Case) -> Iterator[Record]:
    for one in case.lost():
        anchor = one.judgement.anchor
        record = judgement_record(one.judgement) | {"lost because": str(one.loss)}
        yield record | {"before": anchor.prefix, "after": anchor.suffix}


def _needs_confirming(case: Case) -> Iterator[Record]:
    for one in case.needs_confirming():
        judged = one.judgement
        yield {"id": one.coded.id, **line(one.coded.finding)} | {
            "overlaps judgement": judged.id,
            "verdict": str(judged.verdict),
            "judged quote": judged.anchor.exact,
        }


def _dossiers(dossiers: Iterable[Dossier], issue: str | None) -> Iterator[Record]:
    """The counts of every dossier, or the items of one."""
    known = {dossier.issue: dossier for dossier in dossiers}
    if issue is None:
        yield from (dossier.counts() for dossier in known.values())
        return
    if issue not in known and not known:
        raise UsageError(f'There is no dossier "{issue}", nor any other.', hint="First: detente code CASE.")
    if issue not in known:
        raise UnknownName("dossier", issue, known)
    chosen = known[issue]
    for entry in chosen.events:
        yield {"part": "events", "id": entry.event.id, **line(entry.event)}
    for life in chosen.agreements:
        yield {"part": "agreements", "id": life.findings[0].id, "kind": "agreement", "date": life.signed} | {
            "who": list(life.parties),
            "quote": life.name,
            "status": life.status,
        }
    for dispute in chosen.disputes:
        yield {"part": "disputes", "id": dispute.findings[0].id, "kind": "dispute"} | {
            "who": list(dispute.parties),
            "quote": dispute.name,
            "status": dispute.status,
        }
    for part in ("statements", "positions", "claims", "outlooks"):
        for finding in getattr(chosen, part):
            yield {"part": part, "id": finding.id, **line(finding)}


def _watch(case: Case) -> Iterator[Record]:
    """One record an issue, most pressing first, by what the texts tell; then one a dataset of the case."""
    from detente.cli.shared_rows import counted_once
    from detente.outlook.watch import reported, watch_list

    documents = [case.document(source) for source in case.sources()]
    listed = watch_list(case.dossiers(), list(case.chronicle()), documents, case.charter.states)
    for item in listed.items:
        f = item.friction
        yield {
            "source": "chronicle",
            "issue": item.issue,
            "trend": str(item.trend),
            "recent": f.recent,
            "past": f.past,
            "rate_ratio": None if f.ratio is None else round(f.ratio, 2),
            "low80": None if f.low is None else round(f.low, 2),
            "high80": None if f.high is None else round(f.high, 2),
            "disputes": [dispute.name for dispute in item.disputes],
            "silent": item.channel.silent if item.channel else None,
            "due": [entry.date for entry in item.due],
            "linked": [link.issue for link in item.links],
            "linked_by": [
                ", ".join(f"{tie} {len(told)}" for tie, told in link.ties.items()) for link in item.links
            ],
        }
    tables = [table.path for table in case.tables("events") if table.rows]
    states = case.charter.states
    for data in reported(counted_once(tables, states).rows(), states) if tables else ():
        yield {
            "source": data.dataset,
            "recent": data.recent,
            "past": data.past,
            "rate_ratio": None if data.ratio is None else round(data.ratio, 2),
            "silent": data.gaps.silent if data.gaps else None,
            "since": data.since.isoformat(),
            "as_of": data.as_of.isoformat(),
        }


_PARTS: dict[What, Callable[[Case], Iterator[Record]]] = {
    What.SUMMARY: _summary,
    What.JUDGEMENTS: _judgements,
    What.LOST: _lost,
    What.NEEDS_CONFIRMING: _needs_confirming,
}
