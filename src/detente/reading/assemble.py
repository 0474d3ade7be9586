"""An extract made into a document: repaired, parted into passages, notes tied."""

from __future__ import annotations

from detente.reading.dateline import date_in_head
from detente.reading.document import Document, PassageKind
from detente.reading.extract import Extract
from detente.reading.language import language_of
from detente.reading.notes.texts import tied_notes
from detente.reading.passages import parts, passages
from detente.reading.repair.pipeline import repair

_HEAD = 8
"""How many blocks the head of a document has at most."""


def assemble(
    extract: Extract, *, name: str, language: str | None = None, date: str | None = None
) -> Document:
    """Repair a stored text and find its passages and notes; nothing that it does not say is made up.

    `language` and `date` (EDTF) as the user knows them go before what the document says.
    """
    repaired = repair(extract)
    blocks = parts(repaired.value, extract.blocks)
    found = passages(repaired.value, blocks, extract.page_starts)
    head = [part.text for part in blocks[:_HEAD]]
    titled = bool(blocks) and blocks[0].kind is PassageKind.HEADING
    return Document(
        name=name,
        text=extract.text,
        language=language or language_of(repaired.value.text),
        repaired=repaired.value,
        passages=found,
        notes=tied_notes(repaired.value, extract.marks, repaired.marks, found, blocks, extract.page_starts),
        page_starts=extract.page_starts,
        title=extract.title or (blocks[0].text.lstrip("#■ ") if titled else None),
        date=date or extract.date or date_in_head(head),
        warnings=extract.warnings,
    )
