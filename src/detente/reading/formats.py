"""The formats that can be read; a new one is one file and one line here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Protocol, cast

from detente.errors import UnreadableSource
from detente.reading.extract import Extract
from detente.reading.sniffing import looks_like_html, looks_like_text, what_is


class Extractor(Protocol):
    """Turns the bytes of a file into its stored text and layout."""

    def __call__(self, data: bytes, *, where: str, encoding: str | None = None) -> Extract: ...


@dataclass(frozen=True, slots=True)
class Format:
    """A format: how it is told by its first bytes, and the function that reads it.

    The function's module is loaded only when a file of the format is read.
    """

    name: str
    suffixes: tuple[str, ...]
    sniff: Callable[[bytes], bool]
    module: str
    function: str

    def extract(self, data: bytes, *, where: str, encoding: str | None = None) -> Extract:
        """Read a file's bytes; raises UnreadableSource."""
        function = cast(Extractor, getattr(import_module(self.module), self.function))
        return function(data, where=where, encoding=encoding)


FORMATS: tuple[Format, ...] = (
    Format("PDF", (".pdf",), lambda head: b"%PDF-" in head[:1024], "detente.reading.pdf", "extract_pdf"),
    Format(
        "DOCX",
        (".docx",),
        lambda head: head[:4] == b"PK\x03\x04",
        "detente.reading.docx",
        "extract_docx",
    ),
    Format("HTML", (".html", ".htm", ".xml"), looks_like_html, "detente.reading.html", "extract_html"),
    Format("text", (".txt", ".md"), looks_like_text, "detente.reading.plain", "extract_text"),
)
"""In the order in which they are tried."""


def format_of(data: bytes, *, where: str, encoding: str | None = None) -> Format:
    """The format of a file, told by its content; with an encoding given, never binary.

    Raises
    ------
    UnreadableSource
        where the content is of none of the formats.
    """
    found = next((known for known in FORMATS if known.sniff(data)), None)
    if found is None and encoding is not None:
        return FORMATS[-1]
    if found is None:
        known = ", ".join(f"{known.name} ({' '.join(known.suffixes)})" for known in FORMATS)
        raise UnreadableSource(
            f"This is {what_is(data)}, which cannot be read as a document.",
            where=where,
            hint=f"Expected one of: {known}. Export it to one of these; if it is text, name its --encoding.",
        )
    return found
