"""The passages of a document: headings, sentences, list items, table rows, notes."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from detente.reading.document import Passage, PassageKind, Repaired
from detente.reading.extract import Block
from detente.reading.forms import (
    BULLET,
    DASH,
    DATE_ALONE,
    DATE_OR_TIME,
    NOTE,
    NOTES_HEAD,
    Form,
    could_head,
    is_row,
    numbered,
    plain_heading,
    sure_heading,
)
from detente.reading.script import is_open
from detente.reading.sentences import sentences

_BLOCK = re.compile(r"[^\n]+")
_PLAIN = 5
"""Rank among headings of a line that is a heading only by its brevity."""


@dataclass(frozen=True, slots=True)
class Part:
    """A block of the repaired text, half-open, with its kind and its rank among headings."""

    start: int
    end: int
    text: str
    kind: PassageKind
    rank: int = 0


def parts(value: Repaired, blocks: Sequence[Block] | None) -> list[Part]:
    """The blocks of a repaired text: kinds told by the file where it does, else read from form."""
    spans = [(m.start(), m.end(), m.group()) for m in _BLOCK.finditer(value.text)]
    if blocks is not None:
        return _told(value, spans, blocks)
    texts = [text for _, _, text in spans]
    found: list[Part] = []
    in_notes = False
    for i, (start, end, text) in enumerate(spans):
        kind, rank = _kind(texts, i)
        if kind is PassageKind.HEADING:
            in_notes = bool(NOTES_HEAD.match(text))
        elif in_notes:
            kind = PassageKind.NOTE
        found.append(Part(start, end, text, kind, rank))
    return found


def _told(value: Repaired, spans: Sequence[tuple[int, int, str]], blocks: Sequence[Block]) -> list[Part]:
    """Kinds as the file tells them; a paragraph may still show by its form that it is a heading."""
    starts = [block.start for block in blocks]
    texts = [text for _, _, text in spans]
    headless = not any(block.kind is PassageKind.HEADING for block in blocks)
    found: list[Part] = []
    in_notes = False
    for i, (start, end, text) in enumerate(spans):
        block = blocks[max(0, bisect_right(starts, value.starts[start]) - 1)]
        kind, level = block.kind, block.level
        if kind is PassageKind.SENTENCE:
            kind, level = _by_form(texts, i, loose=headless or i == 0)
        if kind is PassageKind.HEADING:
            in_notes = bool(NOTES_HEAD.match(text))
        elif in_notes and kind is not PassageKind.TABLE_ROW:
            kind = PassageKind.NOTE
        found.append(Part(start, end, text, kind, level))
    return found


def _by_form(texts: Sequence[str], i: int, loose: bool) -> tuple[PassageKind, int]:
    """The kind of a paragraph by its form; short plain lines are headings only where `loose`."""
    kind, rank = _kind(texts, i)
    plain = kind is PassageKind.HEADING and not sure_heading(texts[i]) and not numbered(texts[i])
    if plain and not loose and not NOTES_HEAD.match(texts[i]):
        return PassageKind.SENTENCE, 0
    return kind, rank


def _kind(texts: Sequence[str], i: int) -> tuple[PassageKind, int]:
    text = texts[i]
    if is_row(text):
        return PassageKind.TABLE_ROW, 0
    sure = sure_heading(text)
    if sure:
        return sure.kind, sure.rank
    if NOTES_HEAD.match(text):
        return PassageKind.HEADING, _PLAIN
    if NOTE.match(text) and not is_open(text):
        return PassageKind.NOTE, 0
    form = numbered(text)
    if form:
        return _numbered_kind(texts, i, form)
    if BULLET.match(text):
        alone = DASH.match(text) and not any(
            DASH.match(t) for t in (*texts[i - 1 : i], *texts[i + 1 : i + 2])
        )
        return (PassageKind.SENTENCE if alone else PassageKind.LIST_ITEM), 0
    dated = i + 1 < len(texts) and DATE_ALONE.fullmatch(texts[i + 1]) is not None
    if (plain_heading(text) and _heads(texts, i)) or (dated and could_head(text)):
        return PassageKind.HEADING, 0 if i == 0 else _PLAIN
    return PassageKind.SENTENCE, 0


def _numbered_kind(texts: Sequence[str], i: int, form: Form) -> tuple[PassageKind, int]:
    """A heading where it is short, open and followed by text that is not its brother."""
    if not could_head(texts[i]):
        return PassageKind.LIST_ITEM, 0
    after = numbered(texts[i + 1]) if i + 1 < len(texts) else None
    before = numbered(texts[i - 1]) if i else None
    brothers = form in (before, after)
    return (PassageKind.LIST_ITEM, 0) if brothers else (PassageKind.HEADING, form.rank)


def _heads(texts: Sequence[str], i: int) -> bool:
    """Whether a short open line has text below it that it can be the heading of."""
    below = texts[i + 1 : i + 3]
    if not below:
        return False
    if i == 0 and (DATE_OR_TIME.search(below[0]) or sure_heading(below[0]) or numbered(below[0])):
        return True
    if i == 0 and plain_heading(below[0]) and "," not in below[0]:
        return len(below) > 1 and not is_open(below[1])
    return not is_open(below[0]) or BULLET.match(below[0]) is not None or len(below[0]) > 2 * len(texts[i])


def passages(value: Repaired, blocks: Sequence[Part], pages: Sequence[int]) -> tuple[Passage, ...]:
    """Every passage in text order; paragraphs count from 0, a heading is a paragraph of its own."""
    found: list[Passage] = []
    above: list[tuple[int, str]] = []
    for number, part in enumerate(blocks):
        if part.kind is PassageKind.HEADING:
            above = [(rank, title) for rank, title in above if rank < part.rank]
        section = tuple(title for _, title in above)
        for start, end in _spans(part):
            stored_start, stored_end = value.to_stored(start, end)
            found.append(
                Passage(
                    kind=part.kind,
                    start=stored_start,
                    end=stored_end,
                    repaired_start=start,
                    repaired_end=end,
                    section=section,
                    paragraph=number,
                    page=bisect_right(pages, stored_start) or None if pages else None,
                )
            )
        if part.kind is PassageKind.HEADING:
            above.append((part.rank, part.text.lstrip("#■□◆◇◼ ").strip()))
    return tuple(found)


def _spans(part: Part) -> list[tuple[int, int]]:
    """The passages of one block: its sentences; a heading, row or note is one."""
    if part.kind in (PassageKind.SENTENCE, PassageKind.LIST_ITEM):
        return [(part.start + start, part.start + end) for start, end in sentences(part.text)]
    return [(part.start, part.end)]
