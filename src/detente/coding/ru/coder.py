"""Coding a Russian document: events and statements."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from detente.coding.ru.discourse import casts
from detente.coding.ru.events import events
from detente.coding.ru.first_person import hear_speakers
from detente.coding.ru.lexicon import lexicon
from detente.coding.ru.reading import read_sentences
from detente.coding.ru.statements import statements
from detente.findings import Finding
from detente.reading.document import Document


def code(document: Document, codebooks: Sequence[str | Path] = ()) -> list[Finding]:
    """The events and statements of a Russian document, in text order.

    Parameters
    ----------
    document : as read; anchors refer to its stored text.
    codebooks : the analyst's own codebook files, laid over ours: the same id replaces an entry.

    Raises
    ------
    DetenteError
        where the Russian extra is not installed, or a codebook is wrong.
    """
    words = lexicon(tuple(str(path) for path in codebooks))
    told = casts(read_sentences(document), words)
    hear_speakers(told)
    found: list[Finding] = [*events(told), *statements(told)]
    return sorted(found, key=lambda finding: (finding.start, finding.end, finding.kind))
