"""A stored text in the making: blocks one after the other, with the markers and pages in them."""

from __future__ import annotations

from dataclasses import dataclass, field

from detente.reading.document import PassageKind
from detente.reading.extract import Block, StatedMark

_GAP = "\n\n"


@dataclass
class Canvas:
    """Collects the text of a file block by block; an empty line parts two blocks."""

    pieces: list[str] = field(default_factory=list)
    size: int = 0
    blocks: list[Block] = field(default_factory=list)
    marks: list[StatedMark] = field(default_factory=list)
    page_starts: list[int] = field(default_factory=list)

    def begin(self) -> int:
        """Part the next block from the last; returns the offset at which it begins."""
        if self.blocks:
            self._put(_GAP)
        return self.size

    def add(self, kind: PassageKind, text: str, level: int = 0) -> Block:
        """Write a whole block of text, which is not blank."""
        start = self.begin()
        self._put(text)
        block = Block(kind, start, self.size, level)
        self.blocks.append(block)
        return block

    def carry_on(self, text: str) -> Block:
        """Write on in the last block, on a line of its own."""
        self._put("\n" + text)
        last = self.blocks[-1]
        self.blocks[-1] = Block(last.kind, last.start, self.size, last.level)
        return self.blocks[-1]

    def _put(self, text: str) -> None:
        self.pieces.append(text)
        self.size += len(text)

    @property
    def text(self) -> str:
        """The stored text so far."""
        return "".join(self.pieces)
