"""From a path or a text to a Document."""

from __future__ import annotations

from pathlib import Path

from detente.errors import UnreadableSource
from detente.reading.assemble import assemble
from detente.reading.document import Document
from detente.reading.plain import extract_text, of_text


def read(
    path: str | Path, *, encoding: str | None = None, language: str | None = None, date: str | None = None
) -> Document:
    """Read a file: text in any usual encoding, Markdown, PDF, DOCX or HTML.

    Parameters
    ----------
    path : the file; its format is told by its content.
    encoding : of a text or HTML file; None to have it found out.
    language : ISO 639-1 code; None to have it found out.
    date : of the document, EDTF; None to take what the document says plainly, if it does.

    Raises
    ------
    UnreadableSource
        where the file is missing, empty, damaged, encrypted, a picture of text, or of a format
        that cannot be read; the message says which, and what to do.
    """
    path = Path(path)
    extract = extract_text(path.read_bytes(), where=path.name, encoding=encoding)
    return assemble(extract, name=path.name, language=language, date=date)


def from_text(text: str, *, name: str, language: str | None = None, date: str | None = None) -> Document:
    """Make a document of a text that is at hand; the stored text is the text as given."""
    return assemble(of_text(text, name), name=name, language=language, date=date)
