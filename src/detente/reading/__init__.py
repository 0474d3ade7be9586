"""From a file to a Document: formats, repair of extraction noise, passages, notes."""

from detente.reading.document import Document, NoteMark, Passage, PassageKind, Repaired
from detente.reading.source import from_bytes, from_text, read

__all__ = ["Document", "NoteMark", "Passage", "PassageKind", "Repaired", "from_bytes", "from_text", "read"]
