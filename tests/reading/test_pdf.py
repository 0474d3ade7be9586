"""PDF files made by reportlab: overprint, columns, ruby, notes, furniture, pages without text."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from detente.errors import UnreadableSource
from detente.reading import Document, PassageKind, read
from detente.reading.pdf_columns import ordered_lines
from detente.reading.pdf_glyphs import Glyph, without_overprint
from detente.reading.pdf_rows import stretches

pdfmetrics.registerFont(UnicodeCIDFont("HeiseiMin-W3"))
BODY = (
    "両国は六月に首脳会談を開き条約の批准書を交換した。大統領は会見で意見の違いは関係を損なわないと述べた。"
)


def put(canvas: Canvas, x: float, y: float, text: str, size: float = 10.5) -> None:
    canvas.setFont("HeiseiMin-W3", size)
    canvas.drawString(x, y, text)


def pdf(tmp_path: Path, draw: Callable[[Canvas], None], **options: object) -> Document:
    path = tmp_path / "made.pdf"
    canvas = Canvas(str(path), **options)
    draw(canvas)
    canvas.save()
    return read(path)


def kinds(document: Document) -> list[tuple[str, str]]:
    return [
        (p.kind.value, document.repaired.text[p.repaired_start : p.repaired_end]) for p in document.passages
    ]


def paragraph(canvas: Canvas, x: float, top: float, text: str, columns: int = 20) -> None:
    for i, at in enumerate(range(0, len(text), columns)):
        put(canvas, x, top - 17 * i, text[at : at + columns])


@pytest.mark.parametrize("offset", [0.0, 0.3, 0.7])
@pytest.mark.parametrize("size", [8.0, 16.0])
def test_overprint_is_removed_from_the_glyphs(tmp_path: Path, offset: float, size: float) -> None:
    def draw(canvas: Canvas) -> None:
        for i in range(4):
            put(canvas, 60 + offset * i * size / 16, 760, "第二章 人々の2002年、1111人", size)
        paragraph(canvas, 60, 700, BODY * 3)

    assert "第二章 人々の2002年、1111人" in pdf(tmp_path, draw).text.replace("第二章人", "第二章 人")


def test_two_columns_read_one_after_the_other(tmp_path: Path) -> None:
    text = (BODY * 5)[: 20 * 12]

    def draw(canvas: Canvas) -> None:
        paragraph(canvas, 60, 700, text[:120])
        paragraph(canvas, 320, 700, text[120:])

    assert pdf(tmp_path, draw).repaired.text == text


def test_ruby_is_dropped_and_raised_figures_are_notes(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        put(canvas, 60, 700, "尖閣諸島をめぐる両国の立場は異なる")
        put(canvas, 60, 711, "せんかく", 5)
        put(canvas, 60 + 17 * 10.5, 704, "(1)", 6)
        put(canvas, 60 + 18.5 * 10.5, 700, "。")
        paragraph(canvas, 60, 660, BODY * 2)
        put(canvas, 60, 120, "(1) 外務省の発表による。", 7)

    document = pdf(tmp_path, draw)
    assert "せんかく" not in document.text
    assert document.repaired.text.startswith("尖閣諸島をめぐる両国の立場は異なる。")
    (note,) = document.notes
    assert document.text[note.start : note.end] == "(1)"
    assert document.text[note.text_start : note.text_end] == "(1) 外務省の発表による。"


def test_english_with_raised_figures_and_bullets(tmp_path: Path) -> None:
    lines = [
        "The two sides met in Moscow and agreed on the main points of a treaty",
        "that was signed in May",
    ]

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Times-Roman", 11)
        canvas.drawString(60, 700, lines[0])
        canvas.drawString(60, 686, lines[1])
        end = 60 + canvas.stringWidth(lines[1])
        canvas.setFont("Times-Roman", 9)
        canvas.drawString(end, 689, "1")
        canvas.setFont("Times-Roman", 11)
        canvas.drawString(end + 5, 686, ". They met again.")
        for i, word in enumerate(["Trade", "Energy"]):
            canvas.setFont("Times-Roman", 14)
            canvas.drawString(60, 660 - 14 * i, "•")
            canvas.setFont("Times-Roman", 11)
            canvas.drawString(70, 660 - 14 * i, word)

    document = pdf(tmp_path, draw)
    assert kinds(document) == [
        ("sentence", f"{lines[0]} {lines[1]}."),
        ("sentence", "They met again."),
        ("list item", "• Trade"),
        ("list item", "• Energy"),
    ]
    assert [document.text[n.start : n.end] for n in document.notes] == ["1"]


def test_running_heads_go_and_the_sentence_across_pages_is_one(tmp_path: Path) -> None:
    text = (BODY * 12)[: 20 * 30]

    def draw(canvas: Canvas) -> None:
        for page in range(3):
            put(canvas, 60, 815, "外交年鑑 第2章", 8)
            put(canvas, 290, 20, str(page + 1), 8)
            paragraph(canvas, 60, 760, text[page * 200 : page * 200 + 200])
            put(canvas, 60, 90, f"({page + 1}) 脚注の本文その{'一二三'[page]}。", 7)
            canvas.showPage()

    document = pdf(tmp_path, draw)
    assert "外交年鑑" not in document.text
    running = [text for kind, text in kinds(document) if kind == "sentence"]
    assert "".join(running) == text
    assert [text for kind, text in kinds(document) if kind == "note"] == [
        f"({i}) 脚注の本文その{n}。" for i, n in enumerate("一二三", start=1)
    ]
    assert len(document.page_starts) == 3
    assert [p.page for p in document.passages if p.kind is PassageKind.NOTE][-1] == 3


def test_vertical_writing_is_read_from_right_to_left(tmp_path: Path) -> None:
    text = (BODY * 4)[:150]

    def draw(canvas: Canvas) -> None:
        for i, char in enumerate(text):
            put(canvas, 500 - 20 * (i // 30), 760 - 11 * (i % 30), char)

    assert pdf(tmp_path, draw).repaired.text == text


def test_a_page_without_text_is_warned_of(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        paragraph(canvas, 60, 700, BODY)
        canvas.showPage()
        canvas.rect(50, 50, 100, 100, fill=1)
        canvas.showPage()

    (warning,) = pdf(tmp_path, draw).warnings
    assert warning == "1 of 2 pages have no text layer (pages 2)."


def test_a_scan_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableSource, match=r"no text layer.*scan"):
        pdf(tmp_path, lambda canvas: canvas.rect(50, 50, 100, 100, fill=1))


def test_a_locked_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableSource, match="locked by a password"):
        pdf(tmp_path, lambda canvas: put(canvas, 60, 700, BODY), encrypt=StandardEncryption("secret"))


def test_a_damaged_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "broken.pdf"
    path.write_bytes(b"%PDF-1.4\nnot a pdf at all")
    with pytest.raises(UnreadableSource, match=r"broken\.pdf: The PDF is damaged"):
        read(path)


def test_title_from_the_information_dictionary(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setTitle("露米関係の現状")
        paragraph(canvas, 60, 700, BODY)

    assert pdf(tmp_path, draw).title == "露米関係の現状"


def test_metadata_that_names_a_file_is_no_title(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setTitle("Microsoft Word - draft.doc")
        paragraph(canvas, 60, 700, BODY)

    assert pdf(tmp_path, draw).title is None


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from("露米関係1a。"),
            st.integers(0, 500),
            st.integers(0, 700),
            st.sampled_from([5.0, 10.0, 16.0]),
        ),
        max_size=80,
    )
)  # fmt: skip
def test_no_glyph_is_lost_or_doubled_on_the_way_into_lines(cells: list[tuple[str, int, int, float]]) -> None:
    """Whatever the geometry, each kanji glyph that is kept comes out once (ruby is kana only)."""
    glyphs = without_overprint([Glyph(c, x, x + s, y, s, False) for c, x, y, s in cells])
    lines = ordered_lines(stretches(glyphs), 0, 10.0)
    written = "".join(line.text for line in lines).replace(" ", "").replace("|", "")
    margins = sum(len(s.glyphs) for s in stretches(glyphs)) - len(written)
    assert sorted(written) == sorted("".join(g.char for g in glyphs)) or margins > 0


def test_bytes_behind_the_suffix_txt_are_still_a_pdf(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    canvas = Canvas(buffer)
    put(canvas, 60, 700, BODY)
    canvas.save()
    path = tmp_path / "a.txt"
    path.write_bytes(buffer.getvalue())
    assert BODY[:20] in read(path).text
