"""Edits on a text that knows where each of its characters came from."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from typing import NamedTuple

from detente.reading.document import Repaired


class Edit(NamedTuple):
    """Replace the half-open interval [start, end), which is not empty, by `text`."""

    start: int
    end: int
    text: str


def unrepaired(text: str) -> Repaired:
    """The text as it stands: character i comes from [i, i + 1)."""
    size = len(text)
    return Repaired(text, array("i", range(size)), array("i", range(1, size + 1)))


def substitute(value: Repaired, edits: Iterable[Edit]) -> Repaired:
    """Apply edits, ascending and without overlap, and keep the map to the stored text.

    A replacement as long as what it replaces maps character by character; any other maps each of
    its characters to the whole interval. So both arrays of the map never decrease.
    """
    parts: list[str] = []
    starts, ends = array("i"), array("i")
    done = 0
    for start, end, text in edits:
        parts += (value.text[done:start], text)
        if len(text) == end - start:
            starts += value.starts[done:end]
            ends += value.ends[done:end]
        else:
            starts += value.starts[done:start]
            ends += value.ends[done:start]
            starts += array("i", [value.starts[start]]) * len(text)
            ends += array("i", [value.ends[end - 1]]) * len(text)
        done = end
    if not done:
        return value
    parts.append(value.text[done:])
    starts += value.starts[done:]
    ends += value.ends[done:]
    return Repaired("".join(parts), starts, ends)
