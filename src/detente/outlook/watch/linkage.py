"""What hangs on an issue: the other issues that the texts tie to it, and in which way."""

from __future__ import annotations

import bisect
import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from detente.casebook import Dossier
from detente.casebook.sorting import OTHER
from detente.findings import CausalClaim, Event, Finding
from detente.outlook.watch.stated import causes_between, conditions_between, terms_between
from detente.reading import Document

Sentence = tuple[str, int]
"""A document and the start of one of its passages."""


class Tie(StrEnum):
    """In which way the texts tie two issues, the strongest first."""

    CONDITION = "condition"
    """Something of the other hangs on a condition of this one."""
    CONDITIONED = "conditioned"
    """Something of this one hangs on a condition of the other."""
    CAUSE = "cause"
    """Something of this one is said to bear on something of the other."""
    EFFECT = "effect"
    """Something of the other is said to bear on something of this one."""
    EVENT = "event"
    """One event is told as one of both."""
    SENTENCE = "sentence"
    """One sentence holds findings of both."""
    NEIGHBOURS = "neighbours"
    """Two neighbouring sentences of a paragraph hold findings of one each, neither of both."""


_BACK = {Tie.CONDITION: Tie.CONDITIONED, Tie.CAUSE: Tie.EFFECT}


@dataclass(frozen=True)
class Linkage:
    """Another issue that an issue is tied to.

    Attributes
    ----------
    issue : the other issue.
    ties : kind -> one finding for each tie of that kind, the evidence; kinds without a tie are left out.
    causal : how many of the sentences told together state a cause.
    """

    issue: str
    ties: Mapping[Tie, tuple[Finding, ...]]
    causal: int

    @property
    def strength(self) -> int:
        """How many ties there are, those of neighbouring sentences left out."""
        return sum(len(found) for tie, found in self.ties.items() if tie is not Tie.NEIGHBOURS)


def linkages(dossiers: Iterable[Dossier], documents: Iterable[Document]) -> dict[str, list[Linkage]]:
    """For each issue the others it is tied to, those with most ties first.

    Ties are stated causes and conditions, one event, one sentence, or neighbouring sentences (see `Tie`).
    All but the first two say that the texts link the issues, not that one moves the other. "Other" is no
    issue; causes and conditions are sorted by their words to the listed issues alone.
    """
    known = {dossier.issue: dossier for dossier in dossiers if dossier.issue != OTHER}
    texts = {document.sha256: document for document in documents}
    told = {issue: _by_sentence(dossier, texts) for issue, dossier in known.items()}
    ties: dict[tuple[str, str], dict[Tie, dict[object, Finding]]] = defaultdict(lambda: defaultdict(dict))
    for tie, issue, other, place, finding in itertools.chain(
        _stated(known.values(), texts), _one_event(known.values()), _near(told, texts)
    ):
        if issue in known and other in known:
            ties[issue, other][tie][place] = finding
    found: dict[str, list[Linkage]] = {issue: [] for issue in known}
    for (issue, other), kinds in ties.items():
        evidence = {tie: tuple(kinds[tie].values()) for tie in Tie if tie in kinds}
        found[issue].append(Linkage(other, evidence, _causal(told[issue], told[other])))
    return {issue: sorted(links, key=_order) for issue, links in found.items()}


def _order(link: Linkage) -> tuple[int, int, str]:
    return -link.strength, -len(link.ties.get(Tie.NEIGHBOURS, ())), link.issue


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


Found = Iterator[tuple[Tie, str, str, object, Finding]]
"""Kind, issue, other issue, what makes the tie one (it counts once), evidence."""


def _stated(dossiers: Iterable[Dossier], texts: Mapping[str, Document]) -> Found:
    held = list(dossiers)
    claims = dict.fromkeys(claim for dossier in held for claim in dossier.claims)
    outlooks = dict.fromkeys(outlook for dossier in held for outlook in dossier.outlooks)
    agreements = [(d.issue, passage) for d in held for life in d.agreements for passage in life.findings]
    conditions = list(conditions_between(outlooks, agreements))
    terms = terms_between(agreements, texts)
    conditions += [term for term in terms if not any(map(term.repeats, conditions))]
    for tie, links in ((Tie.CAUSE, causes_between(claims)), (Tie.CONDITION, conditions)):
        for first, then, finding in links:
            yield tie, first, then, finding, finding
            yield _BACK[tie], then, first, finding, finding


def _one_event(dossiers: Iterable[Dossier]) -> Found:
    """Events whose tellings are of several issues, or that stand in several dossiers."""
    issues: dict[Event, dict[str, Finding]] = defaultdict(dict)
    for dossier in dossiers:
        for entry in dossier.events:
            issues[entry.event].setdefault(dossier.issue, entry.event)
            for event in entry.events:
                issues[entry.event].setdefault(event.issue, event)
    for event, told in issues.items():
        for issue, other in itertools.permutations(told, 2):
            yield Tie.EVENT, issue, other, event, told[issue]


Told = Mapping[Sentence, Sequence[Finding]]


def _by_sentence(dossier: Dossier, texts: Mapping[str, Document]) -> Told:
    found: dict[Sentence, list[Finding]] = defaultdict(list)
    starts = {sha256: [p.start for p in text.passages] for sha256, text in texts.items()}
    for finding in findings_of(dossier):
        places = starts.get(finding.document, ())
        at = bisect.bisect_right(places, finding.start) - 1
        if at >= 0:
            found[finding.document, places[at]].append(finding)
    return found


def _near(told: Mapping[str, Told], texts: Mapping[str, Document]) -> Found:
    """Ties of one sentence, and of two neighbouring ones of a paragraph."""
    beside: dict[Sentence, list[Sentence]] = defaultdict(list)
    for sha256, text in texts.items():
        for one, two in itertools.pairwise(text.passages):
            if one.paragraph == two.paragraph:
                beside[sha256, one.start].append((sha256, two.start))
                beside[sha256, two.start].append((sha256, one.start))
    for issue, other in itertools.permutations(told, 2):
        own, others = told[issue], told[other]
        for sentence, findings in own.items():
            if sentence in others:
                yield Tie.SENTENCE, issue, other, sentence, findings[0]
                continue
            for near in beside[sentence]:
                if near in others and near not in own:
                    yield Tie.NEIGHBOURS, issue, other, frozenset((sentence, near)), findings[0]


def _causal(one: Told, two: Told) -> int:
    """How many sentences that hold findings of both hold a causal claim."""
    return sum(any(isinstance(f, CausalClaim) for f in (*one[s], *two[s])) for s in one.keys() & two.keys())
