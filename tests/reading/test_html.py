"""HTML and XML: text content, notes, tables; hostile files."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from detente.errors import UnreadableSource
from detente.reading import Document, read

PAGE = """<!doctype html><html><head><meta charset=utf-8><title>露米共同声明</title>
<meta property="article:published_time" content="2003-06-01T10:00:00Z"></head><body><nav>menu</nav>
<script>var a = "<p>script</p>";</script><style>p {color: red}</style><!-- comment <p>gone</p> -->
<h1>露米<ruby>共同<rt>きょうどう</rt></ruby>声明</h1>
<p>両国は &lt;合意&gt; した<sup><a href="#fn1">1</a></sup>。面積は5&nbsp;km<sup>2</sup>である。
<p>次の段落である<a href="#fn2">[2]</a>。<span hidden>hidden</span><div style="display:none">none</div>
<table><tr><th>年<th>件数<tr><td>2003<td>5</table><ul><li>第一<li>第二</ul>
<ol><li id="fn1">注の本文。<a href="#r1">↩</a></li><li id="fn2">二つ目の注。</li></ol></body></html>"""


def page(tmp_path: Path, data: bytes, name: str = "page.html") -> Document:
    path = tmp_path / name
    path.write_bytes(data)
    return read(path)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_page(tmp_path: Path, encoding: str) -> None:
    document = page(tmp_path, PAGE.encode(encoding))
    texts = [
        (p.kind.value, document.repaired.text[p.repaired_start : p.repaired_end]) for p in document.passages
    ]
    assert texts == [
        ("heading", "露米共同声明"),
        ("sentence", "両国は <合意> した。"),
        ("sentence", "面積は5 km2である。"),
        ("sentence", "次の段落である。"),
        ("table row", "年 | 件数"),
        ("table row", "2003 | 5"),
        ("list item", "第一"),
        ("list item", "第二"),
        ("note", "注の本文。"),
        ("note", "二つ目の注。"),
    ]
    assert (document.title, document.date, document.language) == ("露米共同声明", "2003-06-01", "ja")
    assert [document.text[n.start : n.end] for n in document.notes] == ["1", "[2]"]
    assert [document.text[n.text_start : n.text_end] for n in document.notes] == [
        "注の本文。",
        "二つ目の注。",
    ]


def test_the_format_is_told_by_content_and_the_charset_by_the_page(tmp_path: Path) -> None:
    data = '<html><head><meta charset="shift_jis"></head><p>日米関係。</p></html>'.encode("cp932")
    assert page(tmp_path, data, "page.txt").text == "日米関係。"


def test_tei_heads_are_headings(tmp_path: Path) -> None:
    text = b"Text of the <persName>Bill\n   Clinton</persName> era."
    data = b'<div xml:id="a"><head>Title</head><p>' + text + b"</p></div>"
    document = page(tmp_path, data, "tei.xml")
    assert document.text == "Title\n\nText of the Bill Clinton era."
    assert document.passages[0].kind.value == "heading"


def test_a_page_laid_out_by_a_table_is_no_table(tmp_path: Path) -> None:
    long = "The two sides met and agreed on it. " * 20
    data = f"<table><tr><td><p>{long}</p><p>Second.</p></td><td>side</td></tr></table>".encode()
    assert {p.kind.value for p in page(tmp_path, data).passages} == {"sentence"}


@pytest.mark.parametrize(
    "data",
    [
        "<html>" + "<div>" * 100_000 + "deep",
        "<html>" + "<div>" * 100_000 + "deep" + "</p>" * 100_000,
        "<html>" + "<table><tr><td>" * 50_000 + "deep",
        "<html><p>deep" + "<sup>" * 100_000 + "1",
        "<html><p>deep" + "<!--" * 100_000,
        "<html><p>deep" + "<!DOCTYPE [" * 50_000,
        "<html><p>deep</p>" + "<script>" * 100_000,
        "<html><p>deep</p>" + "<p>" * 100_000,
        "<html><p>deep</p>" + "<a \"'" * 50_000 + ">",
    ],
    ids=["nested", "unmatched", "tables", "sup", "comments", "doctypes", "scripts", "paragraphs", "quotes"],
)
def test_hostile_pages_neither_hang_nor_crash(tmp_path: Path, data: str) -> None:
    begun = time.process_time()
    document = page(tmp_path, data.encode())
    assert "deep" in document.text
    assert time.process_time() - begun < 5


def test_entities_of_the_files_own_are_never_expanded(tmp_path: Path) -> None:
    data = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><html><p>The text is &b; here.</p></html>'
    assert page(tmp_path, data).text == "The text is &b; here."


def test_a_page_without_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableSource, match="holds no text"):
        page(tmp_path, b"<html><body><script>app()</script></body></html>")
