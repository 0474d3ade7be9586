"""Coding a document: all findings of all kinds, in text order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from detente.coding.en.agreements import agreements
from detente.coding.en.anchors import CODER
from detente.coding.en.causes import causal_claims
from detente.coding.en.disputes import disputes
from detente.coding.en.events import events
from detente.coding.en.lexicon import load
from detente.coding.en.outlooks import outlooks
from detente.coding.en.positions import positions
from detente.coding.en.reading import sentences
from detente.coding.en.statements import statements
from detente.findings import Finding, Note
from detente.reading.document import Document

PARTS = (events, statements, positions, agreements, disputes, causal_claims, outlooks)


def code(document: Document, codebooks: Sequence[str | Path] = ()) -> list[Finding]:
    """Find the events, statements, positions, agreements, disputes, causal claims, outlooks and notes.

    Parameters
    ----------
    document : an English document as `detente.read` or `detente.reading.from_text` gives it.
    codebooks : the analyst's own codebook files; an entry with the id of one of ours replaces it.

    Returns
    -------
    Findings in text order; no two of a kind have the same span. Offsets are code points into the
    stored text, half-open, and `quote` is the text there.

    Raises
    ------
    DetenteError
        where the parser is not installed or a codebook is wrong.
    """
    read = list(sentences(document, load(codebooks)))
    found: list[Finding] = [finding for part in PARTS for finding in part(read)]
    return sorted(_once([*found, *notes(document)]), key=lambda f: (f.start, f.end, f.kind))


def notes(document: Document) -> list[Note]:
    """The notes of a document, each tied to its sentence and, where it is there, to its text."""
    return [
        Note(
            document=document.sha256,
            start=mark.start,
            end=mark.end,
            quote=document.text[mark.start : mark.end],
            page=document.page_at(mark.start),
            coder=CODER,
            rule="note",
            note=mark.number,
            sentence_start=mark.sentence_start,
            sentence_end=mark.sentence_end,
            text_start=mark.text_start,
            text_end=mark.text_end,
        )
        for mark in document.notes
    ]


def _once(found: Iterable[Finding]) -> list[Finding]:
    """The surest finding of each kind for each span."""
    best: dict[tuple[Any, ...], Finding] = {}
    for finding in found:
        key = (finding.kind, finding.start, finding.end)
        if key not in best or best[key].confidence < finding.confidence:
            best[key] = finding
    return list(best.values())
