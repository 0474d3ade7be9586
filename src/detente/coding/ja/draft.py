"""A finding in the making: offsets of the repaired text, to be anchored in the stored one."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from detente.coding.anchoring import anchor_fields
from detente.coding.dates import ResolvedDate
from detente.coding.ja.mood import ASSERTED, Mood
from detente.findings import KINDS, Finding
from detente.reading.document import Document

CODER = "ja-rules.v1"
AT_LARGE = ("at large", "at large")
"""The basis of an act whose open sides are nobody's in particular: voices, demonstrators, a conference."""

_SPANS = ("cause_span", "effect_span")


@dataclass(frozen=True, slots=True)
class Telling:
    """The words in which an act is told.

    `head` is its head word, `objects` its を, に and が phrases, `background` whether it is only named or
    subordinate, `sentence` the number of its sentence, `own_object` whether it has a を phrase.
    """

    head: str
    objects: frozenset[str]
    background: bool
    sentence: int
    own_object: bool = True


@dataclass(slots=True)
class Draft:
    """What a rule found: kind, repaired span [start, end), the fields of its record, confidence, rule.

    `basis` says of an act what each of its sides rests on (`sides.Sides`), "" where that is not known.
    """

    kind: str
    start: int
    end: int
    confidence: float
    rule: str
    fields: dict[str, Any] = field(default_factory=dict)
    telling: Telling | None = None
    basis: tuple[str, str] = ("", "")

    def overlap(self, other: Draft) -> float:
        """Shared characters as a share of the longer of the two spans."""
        shared = min(self.end, other.end) - max(self.start, other.start)
        return max(0, shared) / max(self.end - self.start, other.end - other.start)


def told_act(
    span: tuple[int, int],
    rule: str,
    confidence: float,
    *,
    kind: str,
    sides: tuple[tuple[str, ...], tuple[str, ...]],
    action: str,
    date: ResolvedDate | None,
    mood: Mood = ASSERTED,
    telling: Telling | None = None,
) -> Draft:
    """An event that no entry of the codebook names: PLOVER `kind`, actors and targets in `sides`."""
    fields = {
        "date": date.edtf if date is not None else None, "actors": sides[0], "targets": sides[1],
        "action": action, "plover": kind, "modality": mood.modality,
        "actual": mood.actual and not mood.negated, "hedged": mood.hedged, "holder": None,
    }  # fmt: skip
    return Draft("event", *span, confidence, rule, fields, telling)


def distinct(drafts: list[Draft], limit: float) -> list[Draft]:
    """Of drafts that overlap by more than `limit`, keep the surest; text order."""
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: (-d.confidence, d.start, d.end)):
        if all(draft.overlap(other) <= limit for other in kept):
            kept.append(draft)
    return sorted(kept, key=lambda d: (d.start, d.end))


def calibrated(points: float) -> float:
    """The share of right findings among those with so many points, on our own cases (a line fits)."""
    return min(0.98, 0.55 + 0.45 * points)


def points(share: float) -> float:
    """The points at which `calibrated` gives this share."""
    return (share - 0.55) / 0.45


def anchored(document: Document, draft: Draft) -> Finding:
    """The finding of a draft, its spans mapped into the stored text of the document."""
    start, end = document.repaired.to_stored(draft.start, draft.end)
    fields = dict(draft.fields)
    for name in _SPANS:
        if fields.get(name):
            fields[name] = document.repaired.to_stored(*fields[name])
    return KINDS[draft.kind](
        **anchor_fields(document, start, end, CODER),
        confidence=round(draft.confidence, 2),
        rule=draft.rule,
        **fields,
    )
