"""The blocks that the tags of an HTML or XML file make."""

from __future__ import annotations

import re
from collections import Counter

from detente.reading.canvas import Canvas
from detente.reading.document import PassageKind
from detente.reading.html_line import LineWriter
from detente.reading.html_meta import Meta
from detente.reading.html_notes import NoteLinks
from detente.reading.html_tokens import Token
from detente.reading.words import words

_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_BROTHERS = {
    "li": ("ul", "ol"), "p": ("div", "td", "li", "body", "section"), "tr": ("table",), "td": ("tr", "table"),
    "th": ("tr", "table"), "dt": ("dl",), "dd": ("dl",), "option": ("select",),
}  # fmt: skip
"""Tags that close an open tag of their own name, up to one of the tags beside them."""
_REACH = 40
_LONGEST_CELL = 300
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)


class BlockWriter:
    """Takes tokens in order and writes blocks; it keeps a stack, so depth costs nothing."""

    def __init__(self) -> None:
        self.canvas = Canvas()
        self.meta = Meta()
        self.notes = NoteLinks()
        self._line = LineWriter()
        self._stack: list[str] = []
        self._open: Counter[str] = Counter()
        self._skipped_from: int | None = None
        self._in_row = False

    def take(self, token: Token) -> None:
        """The next tag or text."""
        if not token.tag:
            self._text(token.text)
        elif token.closes:
            self._close(token.tag)
        else:
            self._opens(token)

    def _text(self, text: str) -> None:
        if self._skipped_from is not None:
            return
        if self._open["title"]:
            self.meta.take_title(text)
        else:
            self._line.write(text, keep_lines=bool(self._open["pre"]))

    def _opens(self, token: Token) -> None:
        tag = token.tag
        attributes = token.attributes() if token.rest.strip(" /") else {}
        if tag == "meta":
            self.meta.take_meta(attributes)
        self._close_brothers(tag)
        if self._skipped_from is None:
            self._before_open(tag, attributes)
        if tag in words("html_void") or token.ends_itself:
            return
        self._stack.append(tag)
        self._open[tag] += 1
        if self._skipped_from is None and _is_skipped(tag, attributes):
            self._skipped_from = len(self._stack)
        elif self._skipped_from is None:
            self._line.opens(tag, attributes)

    def _before_open(self, tag: str, attributes: dict[str, str]) -> None:
        if tag in words("html_blocks"):
            self._part(tag)
        if tag == "time":
            self.meta.take_time(attributes)
        for name in (attributes.get("id"), attributes.get("name") if tag == "a" else None):
            if name:
                self._line.places.append(name)

    def _part(self, tag: str) -> None:
        """A block begins or ends here: end the line, or part cells within a table row."""
        if self._in_row and (tag == "table" or self._line.since_cell > _LONGEST_CELL):
            self._in_row = False
        if tag in ("td", "th") and self._in_row:
            self._line.part_cell()
        elif (
            (self._in_row and tag not in ("tr", "table"))
            or (tag in ("br", "lb") and self._heading())
            or tag == "lb"
        ):
            self._line.write(" ")
        else:
            self.flush()
            self._in_row = self._in_row or tag == "tr"

    def _close(self, tag: str) -> None:
        if not self._open[tag]:
            return
        while self._stack:
            last = self._stack[-1]
            if self._skipped_from is None:
                self._line.closes(last)
                if last in words("html_blocks"):
                    self._end_block(last)
            self._stack.pop()
            self._open[last] -= 1
            if self._skipped_from is not None and len(self._stack) < self._skipped_from:
                self._skipped_from = None
            if last == tag:
                return

    def _end_block(self, tag: str) -> None:
        if tag == "tr":
            self.flush()
            self._in_row = False
        elif tag not in ("td", "th"):
            self._part(tag)

    def _close_brothers(self, tag: str) -> None:
        barriers = _BROTHERS.get(tag)
        if not barriers or not self._open[tag]:
            return
        for last in self._stack[: -_REACH - 1 : -1]:
            if last in barriers:
                return
            if last == tag:
                self._close(tag)
                return

    def flush(self) -> None:
        """Write the line so far as a block, if there is any text in it."""
        text, offers = self._line.take()
        if not text:
            return
        kind, level = self._kind(text)
        block = self.canvas.add(kind, text, level)
        for place in self._line.take_places():
            self.notes.place(place, block.start)
        for offer in offers:
            self.notes.offer(offer, text[max(0, offer.start - 12) : offer.start], block.start)

    def _heading(self) -> int:
        """The level of the open heading, 0 outside of headings."""
        level = next((level for tag, level in _HEADINGS.items() if self._open[tag]), 0)
        if not level and self._open["head"] and not self._open["figure"]:
            return min(6, max(1, self._open["div"]))
        return level

    def _kind(self, text: str) -> tuple[PassageKind, int]:
        if self._in_row:
            return (PassageKind.TABLE_ROW if " | " in text else PassageKind.SENTENCE), 0
        level = self._heading()
        if level:
            return PassageKind.HEADING, level
        if self._open["note"]:
            return PassageKind.NOTE, 0
        listed = self._open["li"] or self._open["item"] or self._open["dd"]
        return (PassageKind.LIST_ITEM if listed else PassageKind.SENTENCE), 0


def _is_skipped(tag: str, attributes: dict[str, str]) -> bool:
    return (
        tag in words("html_skipped")
        or "hidden" in attributes
        or bool(_HIDDEN.search(attributes.get("style", "")))
    )
