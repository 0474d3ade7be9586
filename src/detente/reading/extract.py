"""What a format hands on before repair: the stored text and what the file itself says of its layout."""

from __future__ import annotations

from dataclasses import dataclass

from detente.reading.document import PassageKind


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the stored text whose kind the file itself tells.

    `level` is the depth of a heading (1 the highest), 0 elsewhere. A SENTENCE block is a paragraph.
    """

    kind: PassageKind
    start: int
    end: int
    level: int = 0


@dataclass(frozen=True, slots=True)
class StatedMark:
    """A note marker that the file itself declares; the note's own text where it has one."""

    number: int
    start: int
    end: int
    text_start: int | None = None
    text_end: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Extract:
    """The stored text of a file and its layout, all offsets in code points of that text.

    Parameters
    ----------
    text : the stored text.
    blocks : ascending, without overlap; None where the layout has to be read from the lines.
        With blocks, an empty line parts them and a single line break lies within one.
    marks : note markers that the file declares.
    cuts : half-open intervals of markup that the repaired text leaves out, ascending.
    page_starts : offset of the first character of each page; empty without pages.
    title, date : from the file's metadata (`date` is EDTF), else None.
    warnings : what the reader could not get, in sentences for the user.
    """

    text: str
    blocks: tuple[Block, ...] | None = None
    marks: tuple[StatedMark, ...] = ()
    cuts: tuple[tuple[int, int], ...] = ()
    page_starts: tuple[int, ...] = ()
    title: str | None = None
    date: str | None = None
    warnings: tuple[str, ...] = ()
