"""From a path or a text to a Document."""

from __future__ import annotations

import difflib
from pathlib import Path

from detente.errors import UnreadableSource
from detente.reading.assemble import assemble
from detente.reading.document import Document
from detente.reading.formats import format_of
from detente.reading.plain import of_text


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
    return from_bytes(_bytes_of(path), name=path.name, encoding=encoding, language=language, date=date)


def from_bytes(
    data: bytes,
    *,
    name: str,
    encoding: str | None = None,
    language: str | None = None,
    date: str | None = None,
) -> Document:
    """Read what `read` reads, from bytes that are at hand; `name` stands in the messages."""
    kind = format_of(data, where=name, encoding=encoding)
    extract = kind.extract(data, where=name, encoding=encoding)
    if not extract.text.strip():
        raise UnreadableSource(
            "The file holds nothing but blanks.", where=name, hint="Hand over a file with text in it."
        )
    return assemble(extract, name=name, language=language, date=date)


def from_text(text: str, *, name: str, language: str | None = None, date: str | None = None) -> Document:
    """Make a document of a text that is at hand; the stored text is the text as given."""
    return assemble(of_text(text, name), name=name, language=language, date=date)


def _bytes_of(path: Path) -> bytes:
    """The content of a file that is there and not empty."""
    advice = "Check the path."
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        near = difflib.get_close_matches(path.name, _names_beside(path), n=1)
        meant = f'Did you mean "{near[0]}"?' if near else advice
        raise UnreadableSource("There is no such file.", where=str(path), hint=meant) from None
    except IsADirectoryError:
        message = "This is a folder; a file is expected."
        raise UnreadableSource(message, where=str(path), hint="Name the files in it.") from None
    except OSError as error:
        message = f"The file cannot be opened ({error.strerror})."
        raise UnreadableSource(message, where=str(path), hint=advice) from None
    if not data:
        message = "The file is empty (0 bytes)."
        raise UnreadableSource(message, where=str(path), hint="Fetch or export it again.")
    return data


def _names_beside(path: Path) -> list[str]:
    return [other.name for other in path.parent.iterdir()] if path.parent.is_dir() else []
