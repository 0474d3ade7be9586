"""Where each judgement stands in the texts as they are now: in place, moved, or lost."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from detente.casebook.anchoring import moved, places
from detente.casebook.judgement import Judgement
from detente.casebook.selector import Span
from detente.casebook.shelf import TextChanged
from detente.errors import UnreadableSource
from detente.findings import Finding
from detente.reading import Document


class Loss(StrEnum):
    """Why the place of a judgement cannot be told."""

    NO_SOURCE = "its source is not in the case"
    UNREADABLE = "its source cannot be read any more"
    NOT_FOUND = "its passage does not stand in the text any more, or stands there more than once"


@dataclass(frozen=True, slots=True)
class Placed:
    """A judgement with its slot, its value and the spans known beside it, in the text as it is now.

    `moved` tells that the text has changed since and the passage was found again by its exact quote
    and context. Where `loss` is given, the place cannot be told and the judgement has no effect.
    """

    judgement: Judgement
    document: str
    span: Span
    value: Finding | None
    beside: frozenset[Span]
    moved: bool = False
    loss: Loss | None = None

    @property
    def slot(self) -> tuple[str, str, Span]:
        """(document, kind, anchor): what the judgement binds to."""
        return self.document, self.judgement.kind, self.span


def place(
    judgements: Iterable[Judgement],
    current: Mapping[str, str],
    document_of: Callable[[str], Document],
) -> list[Placed]:
    """Put judgements to their places.

    Parameters
    ----------
    current : the hash of the present text of each source, by the hash of the original.
    document_of : reads a source by the hash of its original; called only for sources whose text
        has changed since a judgement was made.
    """
    texts = set(current.values())
    return [
        _in_place(judgement)
        if judgement.document in texts
        else _sought(judgement, judgement.source in current, document_of)
        for judgement in judgements
    ]


def _in_place(judgement: Judgement, loss: Loss | None = None) -> Placed:
    return Placed(
        judgement,
        judgement.document,
        judgement.anchor.span,
        judgement.value,
        frozenset(judgement.beside),
        loss=loss,
    )


def _sought(judgement: Judgement, known: bool, document_of: Callable[[str], Document]) -> Placed:
    """The place of a judgement that was made on a text that is no more."""
    if not known:
        return _in_place(judgement, Loss.NO_SOURCE)
    try:
        document = document_of(judgement.source)
    except (UnreadableSource, TextChanged):
        return _in_place(judgement, Loss.UNREADABLE)
    found = places(judgement.selectors, document.text)
    if found is None:
        return _in_place(judgement, Loss.NOT_FOUND)
    start, end = found[judgement.anchor.span]
    by = start - judgement.anchor.start
    return Placed(
        judgement,
        document.sha256,
        (start, end),
        None if judgement.value is None else moved(judgement.value, document, found),
        frozenset((a + by, b + by) for a, b in judgement.beside),
        moved=True,
    )
