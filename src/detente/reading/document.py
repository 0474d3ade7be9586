"""What a reader hands on: the stored text, the repaired text beside it, and its passages."""

from __future__ import annotations

import hashlib
from array import array
from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from detente.errors import DetenteError


class PassageKind(StrEnum):
    """What a passage is in the layout of its document."""

    HEADING = "heading"
    SENTENCE = "sentence"
    LIST_ITEM = "list item"
    TABLE_ROW = "table row"
    NOTE = "note"


@dataclass(frozen=True)
class Repaired:
    """A repaired text with the place of each of its characters in the stored text.

    `starts[i]` and `ends[i]` are the half-open interval of stored code points that repaired
    character `i` came from. Both never decrease, so a repaired span maps to one stored span.
    """

    text: str
    starts: array[int]
    ends: array[int]

    def __post_init__(self) -> None:
        if not len(self.text) == len(self.starts) == len(self.ends):
            raise DetenteError("A repaired text needs one interval per character.")

    def to_stored(self, start: int, end: int) -> tuple[int, int]:
        """The stored interval of the non-empty repaired interval [start, end)."""
        if not 0 <= start < end <= len(self.text):
            raise DetenteError(f"[{start}, {end}) is no interval of the repaired text.")
        return self.starts[start], self.ends[end - 1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A sentence, heading, list item, table row or note, in both texts.

    `start`/`end` index the stored text, `repaired_start`/`repaired_end` the repaired text, all
    code points, half-open. `section` is the path of headings above it, `paragraph` counts from 0.
    """

    kind: PassageKind
    start: int
    end: int
    repaired_start: int
    repaired_end: int
    section: tuple[str, ...] = ()
    paragraph: int = 0
    page: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteMark:
    """The marker of a note: its number, its place, its sentence, and the note's own text.

    `start`/`end` and the sentence are stored offsets. `repaired_at` is the repaired offset where
    the marker stood (the repaired text leaves markers out). `text_start`/`text_end` are stored
    offsets of the note's text, None where the document lacks it.
    """

    number: int
    start: int
    end: int
    repaired_at: int
    sentence_start: int
    sentence_end: int
    text_start: int | None = None
    text_end: int | None = None


@dataclass(frozen=True)
class Document:
    """A source as read: stored text (never edited), repaired text, passages, notes, warnings.

    `page_starts` holds the stored offset at which each physical page begins (empty where the
    format has none); `date` is EDTF or None; `warnings` are sentences that the briefing repeats.
    """

    name: str
    text: str
    language: str
    repaired: Repaired
    passages: tuple[Passage, ...]
    notes: tuple[NoteMark, ...] = ()
    page_starts: tuple[int, ...] = ()
    title: str | None = None
    date: str | None = None
    warnings: tuple[str, ...] = field(default=())

    @cached_property
    def sha256(self) -> str:
        """SHA-256 (hex) of the stored text in UTF-8; what anchors refer to."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    def page_at(self, offset: int) -> int | None:
        """The physical page, from 1, that holds a stored offset; None where there are no pages."""
        return bisect_right(self.page_starts, offset) or None if self.page_starts else None
