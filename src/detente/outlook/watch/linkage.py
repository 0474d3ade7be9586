"""What hangs on an issue: the other issues of which the texts speak in one breath with it."""

from __future__ import annotations

import bisect
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from detente.casebook import Dossier
from detente.casebook.sorting import OTHER
from detente.findings import CausalClaim, Finding
from detente.reading import Document

Sentence = tuple[str, int]
"""A document and the start of one of its passages."""


@dataclass(frozen=True)
class Linkage:
    """Another issue that an issue is tied to.

    Attributes
    ----------
    issue : the other issue.
    sentences : how many sentences hold findings of both.
    causal : how many of them state a cause.
    evidence : one finding of the issue itself a sentence.
    """

    issue: str
    sentences: int
    causal: int
    evidence: tuple[Finding, ...]


def linkages(dossiers: Iterable[Dossier], documents: Iterable[Document]) -> dict[str, list[Linkage]]:
    """For each issue the others it is tied to, those told together in most sentences first.

    Two issues are tied where one sentence holds findings of both. This says that the texts link them, not
    that one moves the other; `causal` counts the sentences that say so. "Other" is no issue.
    """
    starts = {document.sha256: [p.start for p in document.passages] for document in documents}
    told: dict[str, dict[Sentence, list[Finding]]] = {}
    for dossier in dossiers:
        if dossier.issue != OTHER:
            told[dossier.issue] = _by_sentence(dossier, starts)
    return {issue: _ties(issue, told) for issue in told}


def _by_sentence(dossier: Dossier, starts: Mapping[str, Sequence[int]]) -> dict[Sentence, list[Finding]]:
    found: dict[Sentence, list[Finding]] = defaultdict(list)
    for finding in findings_of(dossier):
        places = starts.get(finding.document, ())
        at = bisect.bisect_right(places, finding.start) - 1
        if at >= 0:
            found[finding.document, places[at]].append(finding)
    return found


def findings_of(dossier: Dossier) -> Iterable[Finding]:
    """Every passage that a dossier rests on."""
    for entry in dossier.events:
        yield from entry.events
    for agreement in dossier.agreements:
        yield from agreement.findings
    for dispute in dossier.disputes:
        yield from dispute.findings
    for part in (dossier.statements, dossier.positions, dossier.claims, dossier.outlooks):
        yield from part


def _ties(issue: str, told: Mapping[str, Mapping[Sentence, list[Finding]]]) -> list[Linkage]:
    own = told[issue]
    found = []
    for other, sentences in told.items():
        both = sorted(own.keys() & sentences.keys()) if other != issue else []
        if both:
            evidence = tuple(own[sentence][0] for sentence in both)
            causal = sum(any(isinstance(f, CausalClaim) for f in own[s] + sentences[s]) for s in both)
            found.append(Linkage(other, len(both), causal, evidence))
    return sorted(found, key=lambda link: (-link.sentences, -link.causal, link.issue))
