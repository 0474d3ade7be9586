"""Ties between issues that the texts state: causes and conditions in one issue for what is of another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from detente.casebook.sorting import OTHER, language_of
from detente.coding.terms import terms
from detente.findings import Agreement, CausalClaim, Finding, Outlook
from detente.ontology import issue_of
from detente.reading import Document


class Stated(NamedTuple):
    """That something of one issue is said to bear on something of another.

    Attributes
    ----------
    first, then : issue of the cause or condition, and of what follows or hangs on it; never the same.
    finding : the causal claim, outlook or agreement that says so.
    """

    first: str
    then: str
    finding: Finding

    def repeats(self, other: Stated) -> bool:
        """Whether the other says the same of the same words."""
        return self[:2] == other[:2] and _overlap(self.finding, other.finding)


def causes_between(claims: Iterable[CausalClaim]) -> Iterator[Stated]:
    """The causal claims, denied ones left out, whose cause and effect are of different listed issues."""
    for claim in claims:
        if not claim.negated:
            yield from _between(claim, claim.cause, [_issue(claim.effect)])


def conditions_between(
    outlooks: Iterable[Outlook], agreements: Sequence[tuple[str, Finding]]
) -> Iterator[Stated]:
    """The outlooks whose condition is of one listed issue and what hangs on it of another.

    Where the words of the consequence show no issue, it is of the issues of the agreements that the
    passage speaks of.

    Parameters
    ----------
    agreements : passages of agreements, each with an issue that the agreement belongs to.
    """
    for outlook in outlooks:
        if outlook.condition:
            then = _issue(outlook.consequence)
            named = [issue for issue, passage in agreements if _overlap(outlook, passage)]
            yield from _between(outlook, outlook.condition, [then] if then != OTHER else named)


def terms_between(
    agreements: Sequence[tuple[str, Agreement]], texts: Mapping[str, Document]
) -> Iterator[Stated]:
    """The agreements that stand under a condition which is of another listed issue than they are.

    Where what the passage says beside the condition shows no issue, the agreement is of the issues that it
    was sorted to.

    Parameters
    ----------
    agreements : passages of agreements, each with an issue that the agreement belongs to.
    texts : the documents by the hash of their text; passages of others are passed over.
    """
    belongs: dict[Agreement, list[str]] = defaultdict(list)
    for issue, passage in agreements:
        belongs[passage].append(issue)
    for passage, issues in belongs.items():
        for term in terms(texts[passage.document], passage) if passage.document in texts else ():
            then = _issue(term.rest)
            yield from _between(passage, term.words, [then] if then != OTHER else issues)


def _between(finding: Finding, first: str, then: Iterable[str]) -> Iterator[Stated]:
    issue = _issue(first)
    for other in dict.fromkeys(then):
        if OTHER not in (issue, other) and issue != other:
            yield Stated(issue, other, finding)


def _issue(words: str) -> str:
    return issue_of(words, language_of(words))


def _overlap(one: Finding, two: Finding) -> bool:
    return one.document == two.document and one.start < two.end and two.start < one.end
