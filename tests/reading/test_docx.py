"""DOCX files made by python-docx, with footnotes put in by hand."""

from __future__ import annotations

import zipfile
from pathlib import Path

import docx
import pytest

from detente.errors import UnreadableSource
from detente.reading import read

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_FOOTNOTES = (
    f"<w:footnotes {_W}>"
    '<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:t>x</w:t></w:r></w:p></w:footnote>'
    '<w:footnote w:id="7"><w:p><w:r><w:t xml:space="preserve"> 外務省の発表。</w:t></w:r></w:p></w:footnote>'
    "</w:footnotes>"
)


def made(path: Path) -> Path:
    document = docx.Document()
    document.core_properties.title = "露米関係"
    document.add_heading("第1章 露米関係", 1)
    document.add_paragraph("両国は2003 年 6 月に合意した。これは重要である。")
    document.add_paragraph("一つ目", style="List Bullet")
    table = document.add_table(2, 2)
    for i, text in enumerate(["年", "件数", "2003", "5"]):
        table.cell(i // 2, i % 2).text = text
    document.add_heading("経済", 2)
    document.add_paragraph("次の文である")
    plain = path.with_suffix(".plain")
    document.save(str(plain))
    with zipfile.ZipFile(plain) as source, zipfile.ZipFile(path, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if name == "word/document.xml":
                reference = "</w:t></w:r><w:r><w:footnoteReference w:id='7'/></w:r><w:r><w:t>。</w:t></w:r>"
                deleted = "<w:del><w:r><w:delText>消</w:delText></w:r></w:del>"
                changed = data.decode().replace(
                    "次の文である</w:t></w:r>", f"次の文である{reference}{deleted}"
                )
                data = changed.encode()
            target.writestr(name, data)
        target.writestr("word/footnotes.xml", _FOOTNOTES)
    return path


def test_paragraphs_headings_lists_rows_and_footnotes(tmp_path: Path) -> None:
    document = read(made(tmp_path / "a.docx"))
    texts = [
        (p.kind.value, p.section, document.repaired.text[p.repaired_start : p.repaired_end])
        for p in document.passages
    ]
    first = ("第1章 露米関係",)
    assert texts == [
        ("heading", (), "第1章 露米関係"),
        ("sentence", first, "両国は2003年6月に合意した。"),
        ("sentence", first, "これは重要である。"),
        ("list item", first, "一つ目"),
        ("table row", first, "年 | 件数"),
        ("table row", first, "2003 | 5"),
        ("heading", first, "経済"),
        ("sentence", (*first, "経済"), "次の文である。"),
        ("note", (*first, "経済"), "外務省の発表。"),
    ]
    (note,) = document.notes
    assert document.text[note.start : note.end] == "[1]"
    assert document.text[note.text_start : note.text_end] == "外務省の発表。"
    assert document.title == "露米関係"
    assert document.date is None


@pytest.mark.parametrize("share", [0.3, 0.6, 0.95])
def test_a_truncated_file_is_refused(tmp_path: Path, share: float) -> None:
    data = made(tmp_path / "a.docx").read_bytes()
    broken = tmp_path / "b.docx"
    broken.write_bytes(data[: int(len(data) * share)])
    with pytest.raises(UnreadableSource, match=r"b\.docx: The DOCX file is damaged"):
        read(broken)


@pytest.mark.parametrize(
    ("part", "said"), [("xl/workbook.xml", "an Excel workbook"), ("a.txt", "a ZIP archive")]
)
def test_other_archives_are_named(tmp_path: Path, part: str, said: str) -> None:
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(part, "x")
    with pytest.raises(UnreadableSource, match=said):
        read(path)
