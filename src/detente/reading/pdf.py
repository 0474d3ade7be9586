"""PDF files with a text layer, read page by page so that memory does not grow with their length."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from detente.errors import UnreadableSource
from detente.reading.canvas import Canvas
from detente.reading.document import PassageKind
from detente.reading.extract import Extract, StatedMark
from detente.reading.pdf_blocks import PdfBlock, blocks_of
from detente.reading.pdf_columns import Line, ordered_lines
from detente.reading.pdf_furniture import split_notes, without_furniture
from detente.reading.pdf_glyphs import Glyph, page_glyphs
from detente.reading.pdf_rows import stretches

_FILE_NAME = re.compile(
    r"(?:microsoft word|powerpoint)\s*-|\.(?:docx?|indd|pdf|pptx?|xlsx?|rtf|odt)$|^untitled", re.I
)


@dataclass
class _Pages:
    """What is kept of each page once it is closed: its lines and its height."""

    lines: list[list[Line]] = field(default_factory=list)
    heights: list[float] = field(default_factory=list)
    sizes: Counter[float] = field(default_factory=Counter)
    unmapped: int = 0
    glyphs: int = 0


def extract_pdf(data: bytes, *, where: str, encoding: str | None = None) -> Extract:
    """The text of a PDF in reading order; overprint, ruby, running heads and page numbers left out.

    Footnotes in small print stand after the text of their page, but never within a paragraph that
    runs on to the next. `encoding` is without meaning here.

    Raises
    ------
    UnreadableSource
        where the file is damaged, locked by a password, or has no text layer.
    """
    del encoding
    document = _opened(data, where)
    try:
        pages = _read_pages(document)
        title = _title(document)
    finally:
        document.close()
    _check_text(pages, where)
    body = pages.sizes.most_common(1)[0][0]
    blocks = _arranged(without_furniture(pages.lines, pages.heights, body), body)
    return _written(blocks, len(pages.lines), title, _warnings(pages))


def _opened(data: bytes, where: str) -> Any:
    import pypdfium2 as pdfium

    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            raise UnreadableSource(
                "The PDF is locked by a password.",
                where=where,
                hint="Open it with the password and print or export it without one.",
            ) from None
        raise UnreadableSource(
            f"The PDF is damaged (expected a file that opens; found: {error}).",
            where=where,
            hint="Fetch it again, or open and save it anew in a PDF viewer.",
        ) from None


def _read_pages(document: Any) -> _Pages:
    pages = _Pages()
    for number in range(len(document)):
        page = document[number]
        try:
            glyphs = page_glyphs(page)
            pages.heights.append(page.get_height())
        finally:
            page.close()
        sizes = Counter(round(glyph.size * 2) / 2 for glyph in glyphs)
        pages.sizes.update(sizes)
        pages.glyphs += len(glyphs)
        pages.unmapped += sum(
            glyph.char == "\ufffd" or "\ue000" <= glyph.char <= "\uf8ff" for glyph in glyphs
        )
        body = pages.sizes.most_common(1)[0][0] if pages.sizes else 10.0
        pages.lines.append(ordered_lines(stretches(glyphs), number, body))
    return pages


def _is_unknown(glyph: Glyph) -> bool:
    return glyph.char == "\ufffd" or "\ue000" <= glyph.char <= "\uf8ff"


def _check_text(pages: _Pages, where: str) -> None:
    if not pages.glyphs:
        n = len(pages.lines)
        raise UnreadableSource(
            f"The PDF has no text layer (expected text; found {n} page{'s' * (n != 1)} without any).",
            where=where,
            hint="It is probably a scan: run it through text recognition (for instance ocrmypdf) first.",
        )
    if pages.unmapped > 0.5 * pages.glyphs:
        raise UnreadableSource(
            f"The PDF does not say which characters it prints ({pages.unmapped} of {pages.glyphs} unknown).",
            where=where,
            hint="Run it through text recognition (for instance ocrmypdf --force-ocr) first.",
        )


def _warnings(pages: _Pages) -> tuple[str, ...]:
    found = []
    blank = [str(number) for number, lines in enumerate(pages.lines, start=1) if not lines]
    if blank:
        named = ", ".join(blank[:12]) + (", …" if len(blank) > 12 else "")
        found.append(f"{len(blank)} of {len(pages.lines)} pages have no text layer (pages {named}).")
    if pages.unmapped:
        found.append(f"{pages.unmapped} of {pages.glyphs} characters have no known meaning in their font.")
    return tuple(found)


def _title(document: Any) -> str | None:
    title = " ".join(str(document.get_metadata_dict().get("Title", "")).split())
    return title if title and not _FILE_NAME.search(title) else None


def _arranged(pages: Sequence[Sequence[Line]], body: float) -> list[PdfBlock]:
    """The blocks of all pages, notes put where they break no paragraph."""
    running: list[Line] = []
    notes: dict[int, list[list[Line]]] = {}
    for number, lines in enumerate(pages):
        text, small = split_notes(lines, body)
        running += text
        if small:
            notes[number] = small
    blocks = blocks_of(running, body)
    for number in sorted(notes, reverse=True):
        at = _place_of_notes(blocks, number)
        blocks[at:at] = [PdfBlock(PassageKind.NOTE, 0, lines) for lines in notes[number]]
    return blocks


def _place_of_notes(blocks: Sequence[PdfBlock], page: int) -> int:
    """Before the last block of the page where that runs on to the next page, else behind it."""
    starting = [i for i, block in enumerate(blocks) if block.lines[0].page <= page]
    if not starting:
        return 0
    last = starting[-1]
    runs_on = blocks[last].lines[-1].page > page and blocks[last].lines[0].page == page
    return last if runs_on else last + 1


def _written(blocks: Sequence[PdfBlock], count: int, title: str | None, warnings: tuple[str, ...]) -> Extract:
    canvas = Canvas()
    first: dict[int, int] = {}
    marks: list[StatedMark] = []
    for block in blocks:
        for i, line in enumerate(block.lines):
            written = canvas.carry_on(line.text) if i else canvas.add(block.kind, line.text, block.level)
            start = written.end - len(line.text)
            first.setdefault(line.page, start)
            if block.kind is not PassageKind.NOTE:
                marks += [StatedMark(number, start + a, start + b) for number, a, b in line.marks]
    return Extract(
        text=canvas.text,
        blocks=tuple(canvas.blocks),
        marks=tuple(marks),
        page_starts=_page_starts(first, count, canvas.size),
        title=title,
        warnings=warnings,
    )


def _page_starts(first: dict[int, int], count: int, size: int) -> tuple[int, ...]:
    """Where each page begins; a page without text begins where the next one does."""
    starts: list[int] = []
    following = size
    for page in range(count - 1, -1, -1):
        following = min(first.get(page, following), following)
        starts.append(following)
    return (0, *starts[::-1][1:]) if starts else ()
