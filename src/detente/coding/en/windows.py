"""Stretches short enough to parse: a text without full stops is read in windows, so time stays linear."""

from __future__ import annotations

from collections.abc import Iterator

WINDOW = 1200  # characters; few sentences of treaties are longer
BREAKS = ("; ", ": ", ", ", " and ", " ")


def windows(text: str, size: int = WINDOW) -> Iterator[tuple[int, int]]:
    """The intervals [start, end) in which `text` is parsed: all of it, or pieces of `size` at most.

    A piece ends at the last semicolon of its second half, else colon, comma, "and" or blank, else
    where it is full. The pieces cover the text in order.
    """
    start = 0
    while len(text) - start > size:
        end = _break(text, start, start + size)
        yield start, end
        start = end
    yield start, len(text)


def _break(text: str, start: int, end: int) -> int:
    half = (start + end) // 2
    for mark in BREAKS:
        at = text.rfind(mark, half, end - 1)
        if at >= 0:
            return at + 1
    return end
