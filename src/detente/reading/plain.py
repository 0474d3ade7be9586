"""Plain text files, and Markdown, whose markup is left out of the repaired text."""

from __future__ import annotations

from detente.reading.encoding import decode
from detente.reading.extract import Extract
from detente.reading.markdown import is_markdown, markdown


def extract_text(data: bytes, *, where: str, encoding: str | None = None) -> Extract:
    """The decoded text as it is, line ends kept; Markdown's markup is marked as such."""
    return of_text(decode(data, where=where, encoding=encoding).text, where)


def of_text(text: str, name: str) -> Extract:
    """The layout facts of a text that is already decoded; `name` tells Markdown by its suffix."""
    pages = _pages(text)
    if is_markdown(text, name):
        return markdown(text, pages)
    return Extract(text=text, page_starts=pages)


def _pages(text: str) -> tuple[int, ...]:
    """Pages begin at the start and behind each form feed; a text without form feeds has none."""
    starts = [0, *(i + 1 for i, char in enumerate(text) if char == "\f")] if "\f" in text else []
    return tuple(start for start in starts if start < len(text))
