"""The line of text that an HTML block is gathered in, with the links and raised figures in it."""

from __future__ import annotations

import re
from dataclasses import dataclass

_SPACE = re.compile(r"[ \t\r\n\f]+")
_BACKLINK = re.compile(r"[\s↑↩^⏎\ufe0e\ufe0f]*$|\s*(?:jump up|return|戻る)\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Offer:
    """A raised or linked piece of a line: its half-open interval, link target and whether raised."""

    text: str
    start: int
    href: str | None
    raised: bool


class LineWriter:
    """Gathers the text of one block, blanks collapsed."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._size = 0
        self._cell_from = 0
        self._marked: list[tuple[str, int, int, str | None]] = []
        self._offers: list[Offer] = []
        self.places: list[str] = []

    @property
    def since_cell(self) -> int:
        """How many characters the present table cell has."""
        return self._size - self._cell_from

    def write(self, text: str, keep_lines: bool = False) -> None:
        """Append text; runs of blanks become one space unless the line breaks are to be kept."""
        if not keep_lines:
            text = _SPACE.sub(" ", text)
            if not self._pieces or self._pieces[-1][-1] in " \n":
                text = text.removeprefix(" ")
        if text:
            self._pieces.append(text)
            self._size += len(text)

    def part_cell(self) -> None:
        """Begin the next cell of a table row."""
        if self._size:
            self.write(" | ")
        self._cell_from = self._size

    def opens(self, tag: str, attributes: dict[str, str]) -> None:
        """A tag that may hold a note marker opens here."""
        if tag in ("sup", "a", "ref"):
            link = attributes.get("href") or attributes.get("target")
            self._marked.append((tag, self._size, len(self._pieces), link))

    def closes(self, tag: str) -> None:
        """A tag closes; what it held may be a note marker, or a link back from a note."""
        if tag not in ("sup", "a", "ref") or not self._marked or self._marked[-1][0] != tag:
            return
        _, start, piece, href = self._marked.pop()
        text = "".join(self._pieces[piece:])
        if tag == "a" and href and text and _BACKLINK.match(text):
            del self._pieces[piece:]
            self._size = start
            return
        outer = href or next((link for *_, link in reversed(self._marked[-4:]) if link), None)
        raised = tag == "sup" or any(name == "sup" for name, *_ in self._marked[-4:])
        if 0 < len(text) <= 12 and not (self._offers and self._offers[-1].start == start):
            self._offers.append(Offer(text, start, outer, raised))

    def take(self) -> tuple[str, list[Offer]]:
        """The gathered text without blanks at its end, and what may be markers; begins anew."""
        text = "".join(self._pieces).rstrip()
        offers = self._offers
        self._pieces, self._size, self._cell_from = [], 0, 0
        self._offers = []
        self._marked = [(tag, 0, 0, href) for tag, _, _, href in self._marked[-8:]]
        return text.strip("|").rstrip() if set(text) <= set(" |") else text, offers

    def take_places(self) -> list[str]:
        """The names of places since the last block that had text."""
        places, self.places = self.places, []
        return places
