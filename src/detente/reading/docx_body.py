"""The paragraphs and table rows of WordprocessingML, read as a stream."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import IO, NamedTuple
from xml.etree import ElementTree

from detente.reading.document import PassageKind
from detente.reading.docx_styles import Style, W

_LEFT_OUT = frozenset(["del", "moveFrom", "rt", "pict", "instrText", "delText", "Fallback"])
_LONGEST_CELL = 300


class Reference(NamedTuple):
    """A reference to a note: "footnote" or "endnote", and the note's id in its part."""

    kind: str
    id: str


@dataclass
class Paragraph:
    """A paragraph or table row: text, kind, level of heading, the note references in its text."""

    text: str = ""
    kind: PassageKind = PassageKind.SENTENCE
    level: int = 0
    references: list[tuple[Reference, int, int]] = field(default_factory=list)
    note: str | None = None

    def write(self, text: str) -> None:
        """Append to the text."""
        self.text += text


class BodyReader:
    """Goes through a part of the file once; what is done with is released at once."""

    def __init__(self, styles: Mapping[str, Style]) -> None:
        self._styles = styles
        self._done: list[Paragraph] = []
        self._open: list[Paragraph] = []
        self._rows: list[list[list[Paragraph]]] = []
        self._left_out = 0
        self._properties = 0
        self._note: str | None = None
        self._numbers: dict[Reference, int] = {}

    def read(self, stream: IO[bytes]) -> list[Paragraph]:
        """Every paragraph with text, in order; the rows of tables as one paragraph each."""
        for event, element in ElementTree.iterparse(stream, events=("start", "end")):
            name = element.tag.rpartition("}")[2]
            if name in _LEFT_OUT:
                self._left_out += 1 if event == "start" else -1
            elif not self._left_out:
                (self._start if event == "start" else self._end)(name, element)
            if event == "end" and name in ("p", "tr", "Fallback", "tbl"):
                element.clear()
        return self._done

    def _start(self, name: str, element: ElementTree.Element) -> None:
        if name == "p":
            self._open.append(Paragraph(note=self._note))
        elif name == "tr":
            self._rows.append([])
        elif name == "tc" and self._rows:
            self._rows[-1].append([])
        elif name in ("pPr", "rPr"):
            self._properties += 1
        elif name in ("footnote", "endnote"):
            separator = element.get(f"{W}type") not in (None, "normal")
            self._note = None if separator else element.get(f"{W}id")

    def _end(self, name: str, element: ElementTree.Element) -> None:
        if name in ("pPr", "rPr"):
            self._properties -= 1
        elif self._properties:
            self._property(name, element.get(f"{W}val"))
        elif name == "p":
            self._keep(self._open.pop())
        elif name == "tr":
            self._end_row(self._rows.pop())
        elif self._open:
            self._content(name, element)

    def _property(self, name: str, value: str | None) -> None:
        if not self._open:
            return
        paragraph = self._open[-1]
        style = self._styles.get(value or "", Style()) if name == "pStyle" else Style()
        level = style.level
        if name == "outlineLvl" and value and value.isdigit() and int(value) < 9:
            level = int(value) + 1
        if level:
            paragraph.kind, paragraph.level = PassageKind.HEADING, min(level, 6)
        elif (style.listed or (name == "numId" and value != "0")) and not paragraph.level:
            paragraph.kind = PassageKind.LIST_ITEM

    def _content(self, name: str, element: ElementTree.Element) -> None:
        paragraph = self._open[-1]
        if name == "t":
            paragraph.write(element.text or "")
        elif name == "tab":
            paragraph.write("\t")
        elif name == "noBreakHyphen":
            paragraph.write("-")
        elif name in ("br", "cr") and element.get(f"{W}type") in (None, "textWrapping"):
            paragraph.write("\n")
        elif name in ("footnoteReference", "endnoteReference"):
            self._refer(paragraph, Reference(name.removesuffix("Reference"), element.get(f"{W}id", "")))

    def _refer(self, paragraph: Paragraph, reference: Reference) -> None:
        of_kind = sum(known.kind == reference.kind for known in self._numbers)
        number = self._numbers.setdefault(reference, of_kind + 1)
        start = len(paragraph.text)
        paragraph.write(f"[{number}]")
        paragraph.references.append((reference, start, len(paragraph.text)))

    def _keep(self, paragraph: Paragraph) -> None:
        paragraph.text, paragraph.references = _stripped(paragraph)
        if not paragraph.text:
            return
        if self._rows and self._rows[-1]:
            self._rows[-1][-1].append(paragraph)
        else:
            self._done.append(paragraph)

    def _end_row(self, cells: list[list[Paragraph]]) -> None:
        """A row of short cells is a table row; long cells are a page laid out by a table."""
        inside = [paragraph for cell in cells for paragraph in cell]
        if self._rows and self._rows[-1]:
            self._rows[-1][-1] += inside
            return
        long = any(sum(len(p.text) for p in cell) > _LONGEST_CELL for cell in cells)
        filled = [cell for cell in cells if cell]
        if long or len(filled) < 2:
            self._done += inside
            return
        row = Paragraph(kind=PassageKind.TABLE_ROW, note=self._note)
        for i, cell in enumerate(filled):
            for j, paragraph in enumerate(cell):
                row.write(" | " if i and not j else " " if j else "")
                start = len(row.text)
                row.write(paragraph.text.replace("\n", " "))
                row.references += [(ref, start + a, start + b) for ref, a, b in paragraph.references]
        self._done.append(row)


def _stripped(paragraph: Paragraph) -> tuple[str, list[tuple[Reference, int, int]]]:
    """The text without blanks around it and without empty lines in it; references moved along."""
    lead = len(paragraph.text) - len(paragraph.text.lstrip())
    text = paragraph.text.strip()
    while "\n\n" in text:
        at = text.index("\n\n")
        text = f"{text[:at]} {text[at + 1 :]}"
    return text, [(ref, a - lead, b - lead) for ref, a, b in paragraph.references]
