"""Note markers in HTML: links to notes and raised figures, tied to the notes' own texts."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from detente.reading.document import PassageKind
from detente.reading.extract import Block, StatedMark
from detente.reading.html_line import Offer

_FIGURE = re.compile(r"\s*[（(\[［]?\s*(?:[注註*※]\s?)?([0-9０-９]{1,3})\s*[)）\]］]?\s*$")
_TARGET = re.compile(r"fn|note|cite|ftn|edn|ref|^n?\d+$|^_", re.IGNORECASE)
_UNIT = re.compile(r"(?:^|[\s\d])(?:[kcmdμ]?m|км|м|см|ft|s|CO|H)$|[0-9０-９]$")


@dataclass(frozen=True, slots=True)
class Raised:
    """What stood in <sup> or in a link within the page: stored half-open interval and target."""

    start: int
    end: int
    number: int
    target: str | None


class NoteLinks:
    """Collects markers and the places that they link to."""

    def __init__(self) -> None:
        self._raised: list[Raised] = []
        self._places: dict[str, int] = {}

    def place(self, name: str, offset: int) -> None:
        """An element with an id (or an anchor with a name) begins at a stored offset."""
        self._places.setdefault(name, offset)

    def offer(self, offer: Offer, before: str, line_start: int) -> None:
        """A raised or linked piece of a line; a marker only where it looks and stands like one."""
        figure = _FIGURE.match(offer.text)
        if not figure or not before.strip() or not int(figure.group(1)):
            return
        href = offer.href
        target = href[1:] if href and href.startswith("#") else None
        linked = target is not None and (offer.raised or bool(_TARGET.search(target)))
        if linked or (offer.raised and href is None and not _UNIT.search(before)):
            bare = offer.text.strip()
            start = line_start + offer.start + offer.text.index(bare)
            self._raised.append(Raised(start, start + len(bare), int(figure.group(1)), target))

    def stated(self, blocks: Sequence[Block]) -> tuple[StatedMark, ...]:
        """The markers with the blocks that they link to."""
        starts = [block.start for block in blocks]
        return tuple(self._tied(mark, blocks, starts) for mark in self._raised)

    def with_notes(self, blocks: Sequence[Block]) -> tuple[Block, ...]:
        """The blocks, those that markers link to as notes."""
        texts = {mark.text_start for mark in self.stated(blocks)}
        return tuple(replace(b, kind=PassageKind.NOTE, level=0) if b.start in texts else b for b in blocks)

    def _tied(self, mark: Raised, blocks: Sequence[Block], starts: Sequence[int]) -> StatedMark:
        offset = self._places.get(mark.target) if mark.target else None
        if offset is None:
            return StatedMark(mark.number, mark.start, mark.end)
        at = max(0, bisect_right(starts, offset) - 1)
        if blocks[at].end <= offset and at + 1 < len(blocks):
            at += 1
        block = blocks[at]
        if block.start <= mark.start < block.end:
            return StatedMark(mark.number, mark.start, mark.end)
        return StatedMark(mark.number, mark.start, mark.end, block.start, block.end)
