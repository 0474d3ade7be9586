"""What a briefing is made of, before it is put in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from detente.brief.futures import Inputs
from detente.brief.gauge import Gauge
from detente.casebook import Dossier, Entry, OwnIssue
from detente.findings import Finding
from detente.outlook.watch import Reported
from detente.reading import Document

LOW_CONFIDENCE = 0.5
OUTSIDE = "outside"
"""Name of the dossier of what is of none of the issues that the case names."""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A source that was handed over and could not be read, with the reason in words."""

    name: str
    reason: str


@dataclass(frozen=True)
class Briefing:
    """The model of one relation as its briefing shows it.

    Parameters
    ----------
    dyad : the two sides (a, b), codes as in `findings.Event`.
    shared_findings : number of findings in which both occur where the dyad was taken from the
        findings; None where it was given.
    documents, findings : what was read, and what is in force of what was found in it.
    chronicle : the events merged, in order of date, undated last.
    dossiers : what was found by issue, the fullest first; "outside" last where `issues` are named.
    unreadable : sources that could not be read.
    own_issues : the analyst's own issues, for their names.
    judged : status by id of the findings that an analyst has judged.
    gauges : the barometer, one gauge a source; empty where nothing can be told over time.
    problems : what of the barometer could not be made, in sentences.
    made : ISO date of the briefing, None where it is not to be printed.
    inputs : what the analyst has put in for the models of the outlook.
    reported : what each dataset of event data reports for the watch list.
    issues : the issues that the case keeps to; empty for all.
    """

    dyad: tuple[str, str]
    shared_findings: int | None
    documents: tuple[Document, ...]
    findings: tuple[Finding, ...]
    chronicle: tuple[Entry, ...]
    dossiers: tuple[Dossier, ...]
    unreadable: tuple[Unreadable, ...] = ()
    own_issues: tuple[OwnIssue, ...] = ()
    judged: Mapping[str, str] = field(default_factory=dict)
    made: str | None = None
    inputs: Inputs = field(default_factory=Inputs)
    gauges: tuple[Gauge, ...] = ()
    problems: tuple[str, ...] = ()
    reported: tuple[Reported, ...] = ()
    issues: tuple[str, ...] = ()

    @property
    def kept(self) -> tuple[Dossier, ...]:
        """The dossiers of the issues that the case keeps to."""
        return tuple(dossier for dossier in self.dossiers if dossier.issue != OUTSIDE)

    @cached_property
    def by_hash(self) -> dict[str, Document]:
        """The documents by the SHA-256 of their stored text."""
        return {document.sha256: document for document in self.documents}

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The chronicle's row, from 1, of every event's id."""
        return {
            event.id: number for number, entry in enumerate(self.chronicle, start=1) for event in entry.events
        }
