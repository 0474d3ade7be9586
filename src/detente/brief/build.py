"""From documents and findings to the model of one relation."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from detente.brief.futures import Inputs
from detente.brief.gauge import EventData, gauges
from detente.brief.model import OUTSIDE, Briefing, Unreadable
from detente.brief.sides import likeliest_dyad
from detente.casebook import OwnIssue, chronicle, dossiers
from detente.errors import DetenteError, UsageError
from detente.findings import Finding
from detente.outlook.watch import reported
from detente.reading import Document


def build(
    documents: Iterable[Document],
    findings: Iterable[Finding],
    dyad: tuple[str, str] | None = None,
    *,
    unreadable: Iterable[Unreadable] = (),
    own_issues: Sequence[OwnIssue] = (),
    issues: Sequence[str] = (),
    judged: Mapping[str, str] | None = None,
    made: str | None = None,
    inputs: Inputs | None = None,
    data: EventData | None = None,
) -> Briefing:
    """Put together what a briefing shows; the words come later, in the language asked for.

    Parameters
    ----------
    documents : what was read; a text handed over twice counts once.
    findings : what is in force of what was found in these documents.
    dyad : the two sides; None to take the pair of states that most findings name together.
    unreadable : sources that could not be read; the briefing lists them.
    own_issues : the analyst's own issues, which get dossiers of their own.
    issues : codes of our issues that the briefing keeps to, beside the analyst's own; empty for all. What is
        of no such issue stands in one last dossier, and neither on the watch list nor as the main issue.
    judged : "accepted", "changed" or "added" by id of the findings that an analyst has judged.
    made : ISO date of the briefing, None to print none.
    inputs : what the analyst has put in for the models of the outlook; None for nothing.
    data : event data for the barometer, beside the chronicle.

    Raises
    ------
    UsageError
        where no dyad is given and no finding names two states, or both sides are the same.
    DetenteError
        where a finding belongs to none of the documents.
    """
    by_hash = {document.sha256: document for document in documents}
    found = tuple(findings)
    stray = next((finding for finding in found if finding.document not in by_hash), None)
    if stray is not None:
        raise DetenteError(f"The {stray.kind} {stray.id} belongs to no document of this briefing.")
    pair, shared = (dyad, None) if dyad else _guessed(found)
    if pair[0] == pair[1]:
        raise UsageError(f'Both sides are "{pair[0]}".', hint="Name two: --dyad RUS-USA.")
    in_order = tuple(by_hash.values())
    dates = {document.sha256: document.date for document in in_order}
    told = tuple(chronicle(found))
    return Briefing(
        dyad=pair,
        shared_findings=shared,
        documents=in_order,
        findings=found,
        chronicle=told,
        dossiers=tuple(
            dossiers(
                found, states=pair, own_issues=own_issues, only=issues or None, dates=dates, rest=OUTSIDE
            )
        ),
        unreadable=tuple(unreadable),
        own_issues=tuple(own_issues),
        issues=tuple(issues),
        judged=dict(judged or {}),
        made=made,
        inputs=inputs or Inputs(),
        gauges=tuple(gauges(told, pair, data)),
        problems=tuple(data.problems) if data else (),
        reported=tuple(reported(data.events, pair)) if data else (),
    )


def _guessed(findings: Iterable[Finding]) -> tuple[tuple[str, str], int]:
    likeliest = likeliest_dyad(findings)
    if likeliest is None:
        raise UsageError(
            "No finding names two states, so the two sides of the relation cannot be told.",
            hint="Name them: --dyad RUS-USA.",
        )
    return likeliest
