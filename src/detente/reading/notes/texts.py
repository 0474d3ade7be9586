"""The notes' own texts, and the markers tied to them and to their sentences."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence

from detente.reading.document import NoteMark, Passage, PassageKind, Repaired
from detente.reading.extract import StatedMark
from detente.reading.passages import Part
from detente.reading.repair.pipeline import FoundMark

_SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_OPENING = re.compile(
    r"[（(［\[〔【<＜]?[注註*＊※]?\s?([0-9]{1,3}|[⁰¹²³⁴-⁹]{1,3})(?:[）)］\]〕】>＞．.:：、]|\s|(?=[^\W\d]))"
)


def numbered_texts(value: Repaired, blocks: Sequence[Part]) -> dict[int, list[tuple[int, int]]]:
    """The stored intervals of the notes' own texts, by the number they open with, in text order."""
    found: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for part in blocks:
        opening = _OPENING.match(part.text) if part.kind is PassageKind.NOTE else None
        if opening:
            number = int(opening.group(1).translate(_SUPERSCRIPT))
            found[number].append(value.to_stored(part.start, part.end))
    return found


def tied_notes(
    value: Repaired,
    stated: Iterable[StatedMark],
    found: Iterable[FoundMark],
    passages: Sequence[Passage],
    blocks: Sequence[Part],
    pages: Sequence[int],
) -> tuple[NoteMark, ...]:
    """Every note marker with its sentence and, where the document has it, its own text."""
    texts = numbered_texts(value, blocks)
    taken: set[int] = set()
    marks = [*stated, *(StatedMark(mark.number, mark.start, mark.end) for mark in found)]
    return tuple(
        _tied(value, mark, passages, _text_of(mark, texts.get(mark.number, ()), taken, pages))
        for mark in sorted(marks, key=lambda mark: mark.start)
    )


def _tied(
    value: Repaired, mark: StatedMark, passages: Sequence[Passage], text: tuple[int | None, int | None]
) -> NoteMark:
    at = bisect_left(value.starts, mark.start)
    sentence = _sentence_at(passages, at)
    return NoteMark(
        number=mark.number,
        start=mark.start,
        end=mark.end,
        repaired_at=at,
        sentence_start=min(sentence.start, mark.start) if sentence else mark.start,
        sentence_end=max(sentence.end, mark.end) if sentence else mark.end,
        text_start=text[0],
        text_end=text[1],
    )


def _sentence_at(passages: Sequence[Passage], at: int) -> Passage | None:
    """The passage that a marker hangs on: the last one that begins before it."""
    i = bisect_left(passages, at, key=lambda passage: passage.repaired_start)
    return passages[i - 1] if i else None


def _text_of(
    mark: StatedMark, texts: Iterable[tuple[int, int]], taken: set[int], pages: Sequence[int]
) -> tuple[int | None, int | None]:
    """The text of that number that no other marker has: on its page, else behind it, else before it."""
    if mark.text_start is not None:
        return mark.text_start, mark.text_end
    page = bisect_right(pages, mark.start)
    free = [text for text in texts if text[0] not in taken]
    if not free:
        return None, None
    start, end = min(
        free, key=lambda t: (bisect_right(pages, t[0]) != page, t[0] < mark.start, abs(t[0] - mark.start))
    )
    taken.add(start)
    return start, end
