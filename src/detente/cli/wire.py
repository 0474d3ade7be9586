"""Newswire, one sentence a line, read lazily from a file or stdin."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from pathlib import Path

from detente.errors import UnreadableSource
from detente.reading.encoding import encoding_named


def wire_lines(path: Path, encoding: str | None, unreadable: list[int]) -> Iterator[str]:
    """The lines without their ends; `-` is stdin, and the encoding is UTF-8 where none is given.

    A line with bytes that the encoding does not have keeps U+FFFD in their place, and its number
    (from 1) goes to `unreadable`.

    Raises
    ------
    UnknownName
        where the encoding is not known to Python.
    UnreadableSource
        where there is no such file, or it is none.
    """
    name = encoding_named(encoding or "utf-8-sig")
    try:
        binary = sys.stdin.buffer if str(path) == "-" else path.open("rb")
    except OSError as error:
        raise UnreadableSource(f"The lines cannot be read ({error.strerror}).", where=str(path)) from None
    with io.TextIOWrapper(binary, encoding=name, errors="replace") as stream:
        for number, text in enumerate(stream, 1):
            if "\ufffd" in text:
                unreadable.append(number)
            yield text.rstrip("\r\n")
