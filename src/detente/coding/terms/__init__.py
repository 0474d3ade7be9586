"""Under what condition an agreement stands, as the sentences that speak of it tell."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from detente.coding.terms.clauses import Condition, conditions, parted
from detente.findings import Agreement
from detente.reading import Document, Passage

__all__ = ["Term", "terms"]


@dataclass(frozen=True, slots=True)
class Term:
    """A condition on which an agreement stands.

    Attributes
    ----------
    start, end : its words, code points, half-open, into the stored text of the agreement's document.
    words : the same words as mended.
    rest : what the passage says of the agreement itself, without the condition.
    finding : the agreement.
    """

    start: int
    end: int
    words: str
    rest: str
    finding: Agreement


def terms(document: Document, agreement: Agreement) -> list[Term]:
    """The conditions under which an agreement of a Japanese or English document stands, in order of place.

    Read are the sentences in which the agreement or a step of its life is told. A condition counts where no
    other clause stands between it and the agreement, and not where the agreement is itself the condition.
    """
    found: dict[tuple[int, int], Term] = {}
    for start, end in _told(agreement):
        passage = _passage(document, start)
        if passage is None:
            continue
        text = document.repaired.text[passage.repaired_start : passage.repaired_end]
        at = passage.repaired_start
        mention = tuple(bisect_left(document.repaired.starts, place) - at for place in (start, end))
        for condition in conditions(text, document.language):
            if _hangs(text, document.language, mention[0], mention[1], condition):
                place = document.repaired.to_stored(at + condition.start, at + condition.end)
                words = text[condition.start : condition.end]
                rest = _without(text[mention[0] : mention[1]], condition, mention[0])
                found.setdefault(place, Term(*place, words, rest, agreement))
    return [found[place] for place in sorted(found)]


def _told(agreement: Agreement) -> Iterator[tuple[int, int]]:
    yield agreement.start, agreement.end
    for step in agreement.status_events:
        yield step.start, step.end


def _passage(document: Document, start: int) -> Passage | None:
    at = bisect_right(document.passages, start, key=lambda passage: passage.start) - 1
    return document.passages[at] if at >= 0 and start < document.passages[at].end else None


def _hangs(text: str, language: str, start: int, end: int, condition: Condition) -> bool:
    """Whether what is told from start to end stands under a condition of the same sentence."""
    first, last = condition.whole
    if end <= first:
        return not parted(text[end:first], language)
    if start >= last:
        return not parted(text[last:start], language)
    return start <= first and last <= end


def _without(told: str, condition: Condition, offset: int) -> str:
    first, last = (max(0, place - offset) for place in condition.whole)
    return re.sub(r"\s+", " ", f"{told[:first]} {told[last:]}").strip()
