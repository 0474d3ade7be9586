"""Tables with hundreds of columns of one short code each, which are only counted: read by their bytes.

A CSV reader makes half a billion cells of the dyadic file of memberships in organisations. Here a block of
lines is searched for its dividers once, and a cell is compared where it lies.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from typing import Any, BinaryIO

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from detente.datasets.found_layout import Found

QUOTE = b'"'
_LINE_END = 10
Bytes = NDArray[np.uint8]
Places = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Cells:
    """Where the cells of a block end: a row a line, a column a field.

    Parameters
    ----------
    data : the block.
    divides : whether a byte divides cells or lines.
    ends : of every cell, where its divider stands.
    """

    data: Bytes
    divides: NDArray[np.bool_]
    ends: Places

    def begins(self, place: int) -> Places:
        """Where the cells of one column begin."""
        if place:
            return self.ends[:, place - 1] + 1
        return np.concatenate(([0], self.ends[:-1, -1] + 1))

    def text(self, place: int, nulls: Sequence[str]) -> Any:
        """The cells of one column as bytes; null where one of these spellings stands."""
        begin = self.begins(place)
        size = self.ends[:, place] - begin
        offsets = np.concatenate(([0], np.cumsum(size)))
        at = np.repeat(begin - offsets[:-1], size) + np.arange(offsets[-1])
        buffers = [None, pa.py_buffer(offsets.astype(np.int32)), pa.py_buffer(self.data[at])]
        cells = pa.Array.from_buffers(pa.binary(), len(size), buffers)
        nothing = pa.array([b"", *(null.encode() for null in nulls)])
        return pc.if_else(pc.is_in(cells, nothing), None, cells)

    def counted(self, places: Sequence[int], codes: Sequence[str]) -> Any:
        """How many cells of these columns have one of the codes, line by line, as text."""
        found = reduce(np.logical_or, (self._cell_is(code.encode()) for code in codes))
        every = np.add.reduceat(found, self.begins(0), dtype=np.int32)
        for place in set(range(self.ends.shape[1])) - set(places):
            every -= found[self.begins(place)]
        return pa.array(every).cast(pa.string())

    def _cell_is(self, code: bytes) -> NDArray[np.bool_]:
        """Whether a cell that begins at a byte is this code and nothing else."""
        last = len(self.data) - len(code)
        found = np.zeros(len(self.data), dtype=bool)
        here = found[:last]
        np.equal(self.data[:last], code[0], out=here)
        for step, byte in enumerate(code[1:], 1):
            here &= self.data[step : last + step] == byte
        here &= self.divides[len(code) :]
        here[1:] &= self.divides[: last - 1]
        return found


def cells(block: bytes, found: Found) -> Cells | None:
    """The cells of a block of whole lines; None where a line has another number of fields, or a quote."""
    if QUOTE in block:
        return None
    data = np.frombuffer(block.replace(b"\r\n", b"\n") if b"\r" in block else block, np.uint8)
    line_end = data == _LINE_END
    divides = line_end | (data == ord(found.delimiter))
    places = np.flatnonzero(divides)
    lines = np.count_nonzero(line_end)
    if len(places) != lines * found.fields:
        return None
    ends = places.reshape(lines, found.fields)
    return Cells(data, divides, ends) if line_end[ends[:, -1]].all() else None


def blocks(head: bytes, rest: BinaryIO, size: int) -> Iterator[bytes]:
    """A stream, whose head was read already, in blocks of whole lines."""
    waiting = head
    while more := rest.read(size):
        cut = more.rfind(b"\n") + 1
        if cut:
            yield waiting + more[:cut]
            waiting = more[cut:]
        else:
            waiting += more
    if waiting:
        yield waiting if waiting.endswith(b"\n") else waiting + b"\n"
