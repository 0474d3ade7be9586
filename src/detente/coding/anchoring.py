"""The fields that tie a finding to its passage, the same for every language."""

from __future__ import annotations

from typing import Any

from detente.reading.document import Document


def anchor_fields(document: Document, start: int, end: int, coder: str) -> dict[str, Any]:
    """Document, place, quotation, page and coder of a finding on the stored interval [start, end)."""
    return {
        "document": document.sha256,
        "start": start,
        "end": end,
        "quote": document.text[start:end],
        "page": document.page_at(start),
        "coder": coder,
    }
