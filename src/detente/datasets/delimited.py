"""Delimited text in a published layout → columns of text in batches, with the line of every row."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, BinaryIO

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pa_csv

from detente.datasets.found_layout import Found, find_layout
from detente.datasets.layout import Layout
from detente.datasets.opening import told_as_damage
from detente.datasets.tally import Tally
from detente.datasets.wide import QUOTE, blocks, cells
from detente.errors import UnreadableSource

BLOCK_BYTES = 4 << 20
HEAD_BYTES = 1 << 18


@dataclass(frozen=True, slots=True)
class Batch:
    """Rows of one file as text.

    Parameters
    ----------
    file : for messages.
    layout : the layout that was found.
    text : column name to its cells; null where nothing stands. Columns that the file lacks are all null.
    rows : the line of each row in the file, from 1. A row with line ends in a quoted
        field counts as one.
    first : the text of the file's first batch, for what is decided once a file.
    """

    file: str
    layout: Layout
    text: dict[str, Any]
    rows: Any
    first: dict[str, Any]

    def __len__(self) -> int:
        return len(self.rows)


def batches(stream: BinaryIO, layouts: Sequence[Layout], file: str, tally: Tally) -> Iterator[Batch]:
    """Read a table in whichever of the layouts it has.

    Rows with the wrong number of fields, and blank lines, go to the tally.

    Raises
    ------
    UnreadableSource
        where the file has none of the layouts; names the columns it lacks.
    """
    with told_as_damage(file):
        head = head_of(stream)
    if not head.strip():
        tally.remark(f"{file}: the file is empty.")
        return
    found = find_layout(head.decode("utf-8", "replace"), layouts, file, whole=len(head) < HEAD_BYTES)
    tally.remark(f"{file}: read as {found.layout.name}.")
    if found.others and QUOTE not in head:
        yield from _wide(head, stream, found, file, tally)
        return
    yield from _narrow(Rejoined(head, stream), found, file, tally, 2 if found.headed else 1)


def _wide(head: bytes, rest: BinaryIO, found: Found, file: str, tally: Tally) -> Iterator[Batch]:
    """The batches of a table of columns that are counted; a block with an odd line goes the usual way."""
    bare, line = replace(found, headed=False), 1
    if found.headed:
        head, line = head.partition(b"\n")[2], 2
    first: dict[str, Any] = {}
    for block in _told(blocks(head, rest, BLOCK_BYTES), file):
        whole = _whole_block(block, found, file, tally, line)
        for batch in [whole] if whole else _narrow(Rejoined(block, io.BytesIO()), bare, file, tally, line):
            first = first or batch.text
            yield replace(batch, first=first)
        line += block.count(b"\n")


def _told(stream: Iterator[bytes], file: str) -> Iterator[bytes]:
    with told_as_damage(file):
        yield from stream


def _whole_block(block: bytes, found: Found, file: str, tally: Tally, line: int) -> Batch | None:
    """A block of such a table as one batch; None where a line in it is odd."""
    at = cells(block, found)
    if at is None:
        return None
    size, nulls = len(at.ends), found.layout.nulls
    text = {name: as_text(at.text(place, nulls), tally) for name, place in found.places.items()}
    if np.logical_and.reduce([np.asarray(column.is_null()) for column in text.values()]).any():
        return None
    tally.read += size
    text |= {name: at.counted(found.others, codes) for name, codes in found.layout.tallies.items()}
    _complete(text, found, size)
    return Batch(file, found.layout, text, np.arange(line, line + size, dtype=np.int64), text)


def _narrow(stream: Rejoined, found: Found, file: str, tally: Tally, line: int) -> Iterator[Batch]:
    """The batches of any table, whose first row is of that line."""
    before = line - 1 - int(found.headed)
    bad: list[tuple[int, str, int]] = []
    reader = _reader(stream, found, bad, before)
    first: dict[str, Any] = {}
    for raw in _read(reader, file):
        wrong = [b for b in bad if b[0] >= line]
        lines = _lines(line, raw.num_rows, [b[0] for b in wrong])
        line = int(lines[-1]) + 1 if raw.num_rows else line
        text, lines = _kept(raw, lines, found, file, tally)
        first = first or text
        if len(lines):
            yield Batch(file, found.layout, text, lines, first)
    for number, row, fields in bad:
        reason = f"{fields} field{'s' * (fields != 1)} instead of {found.fields}"
        tally.drop(reason, file, [(number, row)])
    tally.read += len(bad)
    if found.quoted and stream.quotes % 2:
        tally.drop("a quote is opened and never closed; rows after it may be missing", file, [(line - 1, "")])
        tally.read += 1


def head_of(stream: BinaryIO) -> bytes:
    """The first bytes; several reads, since a decompressor may give few at a time."""
    got = b""
    while len(got) < HEAD_BYTES and (more := stream.read(HEAD_BYTES - len(got))):
        got += more
    return got


class Rejoined(io.RawIOBase):
    """A stream whose head was read already."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head, self._rest = head, rest
        self.quotes = 0

    def readable(self) -> bool:
        return True

    def readinto(self, into: Any) -> int:
        got = self._head[: len(into)] or self._rest.read(len(into))
        self._head = self._head[len(got) :] if self._head else b""
        into[: len(got)] = got
        self.quotes += got.count(b'"')
        return len(got)


def _reader(stream: io.RawIOBase, found: Found, bad: list[tuple[int, str, int]], before: int) -> Any:
    """A reader that puts rows with another number of fields into `bad`; `before` lines precede the stream."""
    names = [f"f{i}" for i in range(found.fields)]
    wanted = sorted({names[place] for place in (*found.places.values(), *found.others)})

    def reject(row: Any) -> str:
        bad.append((row.number + before, row.text, row.actual_columns))
        return "skip"

    return pa_csv.open_csv(
        io.BufferedReader(stream, BLOCK_BYTES),
        read_options=pa_csv.ReadOptions(
            column_names=names, block_size=BLOCK_BYTES, use_threads=False, skip_rows=int(found.headed)
        ),
        parse_options=pa_csv.ParseOptions(
            delimiter=found.delimiter,
            quote_char='"' if found.quoted else False,
            double_quote=found.quoted,
            newlines_in_values=found.quoted and found.delimiter != "\t",
            ignore_empty_lines=False,
            invalid_row_handler=reject,
        ),
        convert_options=pa_csv.ConvertOptions(
            include_columns=wanted,
            column_types={name: pa.binary() for name in wanted},
            strings_can_be_null=True,
            null_values=["", *found.layout.nulls],
        ),
    )


def _read(reader: Any, file: str) -> Iterator[Any]:
    with told_as_damage(file):
        try:
            yield from reader
        except pa.ArrowInvalid as error:
            raise UnreadableSource(f"The table cannot be split into rows ({error}).", where=file) from None


def _lines(first: int, rows: int, wrong: Sequence[int]) -> Any:
    """The lines of `rows` good rows from `first` on, past the wrong ones."""
    lines = np.arange(first, first + rows, dtype=np.int64)
    for number in sorted(wrong):
        lines[lines >= number] += 1
    return lines


def _kept(raw: Any, lines: Any, found: Found, file: str, tally: Tally) -> tuple[dict[str, Any], Any]:
    """The cells that are read, and the lines of their rows; blank lines are dropped."""
    tally.read += raw.num_rows
    texts = {name: as_text(raw.column(f"f{place}"), tally) for name, place in found.places.items()}
    blank = np.logical_and.reduce([np.asarray(c.is_null()) for c in texts.values()])
    if blank.any():
        tally.drop("nothing in the row", file, [(int(n), "") for n in lines[blank]])
        texts = {name: column.filter(pa.array(~blank)) for name, column in texts.items()}
        raw, lines = raw.filter(pa.array(~blank)), lines[~blank]
    for name, codes in found.layout.tallies.items():
        texts[name] = _tallied(raw, found.others, codes)
    _complete(texts, found, len(lines))
    return texts, lines


def _complete(text: dict[str, Any], found: Found, size: int) -> None:
    """Add the columns that the file lacks, all null."""
    for column in found.layout.columns:
        text.setdefault(column.name, pa.nulls(size, pa.string()))


def _tallied(raw: Any, places: Sequence[int], codes: Sequence[str]) -> Any:
    """How many cells of these columns have one of the codes, row by row, as text."""
    wanted = pa.array([code.encode() for code in codes])
    count = np.zeros(raw.num_rows, dtype=np.int64)
    for place in places:
        count += np.asarray(pc.is_in(raw.column(f"f{place}"), wanted))
    return pa.array(count).cast(pa.string())


def as_text(column: Any, tally: Tally) -> Any:
    """Bytes as text; cells that are no UTF-8 are read as Windows-1252 and noted."""
    try:
        return column.cast(pa.string())
    except pa.ArrowInvalid:
        cells = [None if cell is None else _decoded(cell) for cell in column.to_pylist()]
        tally.note("text that is not UTF-8, read as Windows-1252", sum(c is not None and c[1] for c in cells))
        return pa.array([None if c is None else c[0] for c in cells], pa.string())


def _decoded(cell: bytes) -> tuple[str, bool]:
    try:
        return cell.decode("utf-8"), False
    except UnicodeDecodeError:
        return cell.decode("cp1252", "replace"), True
