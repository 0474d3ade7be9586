"""DOCX files: paragraphs, headings by style, lists, table rows, footnotes and endnotes."""

from __future__ import annotations

import io
import zipfile
from xml.etree import ElementTree

from detente.errors import UnreadableSource
from detente.reading.canvas import Canvas
from detente.reading.document import PassageKind
from detente.reading.docx_body import BodyReader, Paragraph, Reference
from detente.reading.docx_styles import styles_of
from detente.reading.extract import Extract, StatedMark

_BODY = "word/document.xml"
_LARGEST = 400_000_000
"""Bytes that a part may have unpacked; more is a decompression bomb, not a document."""
_OTHERS = {
    "xl/workbook.xml": "an Excel workbook",
    "ppt/presentation.xml": "a PowerPoint presentation",
    "content.xml": "an OpenDocument file",
    "META-INF/container.xml": "an EPUB book",
}
_CORE = "{http://purl.org/dc/elements/1.1/}"


def extract_docx(data: bytes, *, where: str, encoding: str | None = None) -> Extract:
    """The text of a DOCX file, one line a paragraph; tracked deletions and field codes left out.

    A note reference stands in the stored text as its number in square brackets, and the notes'
    own texts stand at the end. `encoding` is without meaning here.

    Raises
    ------
    UnreadableSource
        where the file is damaged, holds no text, or is another kind of archive.
    """
    del encoding
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _extract(archive, where)
    except (zipfile.BadZipFile, ElementTree.ParseError, EOFError, NotImplementedError, RuntimeError) as error:
        raise UnreadableSource(
            f"The DOCX file is damaged or locked (expected a whole archive of XML; found: {error}).",
            where=where,
            hint="Fetch it again, or open and save it anew in a word processor.",
        ) from None


def _extract(archive: zipfile.ZipFile, where: str) -> Extract:
    names = set(archive.namelist())
    if _BODY not in names:
        kind = next((what for name, what in _OTHERS.items() if name in names), "a ZIP archive")
        raise UnreadableSource(
            f"This is {kind}, not a DOCX document.", where=where, hint="Export it as DOCX, PDF or text."
        )
    if any(info.file_size > _LARGEST for info in archive.infolist()):
        raise UnreadableSource(
            f"A part of the file is larger than {_LARGEST:,} bytes when unpacked.",
            where=where,
            hint="If it is a real document, split it.",
        )
    styles = styles_of(archive.read("word/styles.xml") if "word/styles.xml" in names else None)
    with archive.open(_BODY) as stream:
        body = BodyReader(styles).read(stream)
    if not body:
        raise UnreadableSource(
            "The document holds no text.", where=where, hint="Pictures of text need text recognition first."
        )
    return _written(body, _notes(archive, names), _title(archive, names))


def _notes(archive: zipfile.ZipFile, names: set[str]) -> dict[Reference, str]:
    """The texts of footnotes and endnotes by their reference."""
    found: dict[Reference, str] = {}
    for kind in ("footnote", "endnote"):
        if f"word/{kind}s.xml" not in names:
            continue
        with archive.open(f"word/{kind}s.xml") as stream:
            for paragraph in BodyReader({}).read(stream):
                if paragraph.note is not None and paragraph.text.strip():
                    key = Reference(kind, paragraph.note)
                    found[key] = f"{found[key]} {paragraph.text}" if key in found else paragraph.text
    return found


def _written(body: list[Paragraph], texts: dict[Reference, str], title: str | None) -> Extract:
    canvas = Canvas()
    places: list[tuple[Reference, int, int]] = []
    for paragraph in body:
        block = canvas.add(paragraph.kind, paragraph.text, paragraph.level)
        places += [(ref, block.start + a, block.start + b) for ref, a, b in paragraph.references]
    numbers = {ref: int(canvas.text[a + 1 : b - 1]) for ref, a, b in places}
    notes = {
        ref: canvas.add(PassageKind.NOTE, texts[ref].strip()) for ref in numbers if texts.get(ref, "").strip()
    }
    marks = tuple(
        StatedMark(numbers[ref], a, b, notes[ref].start, notes[ref].end)
        if ref in notes
        else StatedMark(numbers[ref], a, b)
        for ref, a, b in places
    )
    return Extract(text=canvas.text, blocks=tuple(canvas.blocks), marks=marks, title=title)


def _title(archive: zipfile.ZipFile, names: set[str]) -> str | None:
    if "docProps/core.xml" not in names:
        return None
    root = ElementTree.fromstring(archive.read("docProps/core.xml"))
    return " ".join((root.findtext(f"{_CORE}title") or "").split()) or None
