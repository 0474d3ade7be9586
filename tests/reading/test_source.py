"""What cannot be read, and what is said about it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from detente.errors import UnreadableSource
from detente.reading import from_text, read
from detente.reading.formats import FORMATS


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"),
        (b" \n\t\r\n", "nothing but blanks"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "a PNG image"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100), "an old Office file"),
        (b"{\\rtf1 text}", "an RTF file"),
        (bytes(range(256)) * 4, "binary data of an unknown kind"),
        (b"\x1f\x8b\x08\x00", "a gzip archive"),
    ],
)
def test_what_cannot_be_read_is_named_with_a_next_step(tmp_path: Path, data: bytes, said: str) -> None:
    path = tmp_path / "case.bin"
    path.write_bytes(data)
    with pytest.raises(UnreadableSource, match=said) as error:
        read(path)
    assert error.value.where
    assert error.value.hint


def test_a_missing_file_suggests_the_nearest(tmp_path: Path) -> None:
    (tmp_path / "chapter2.txt").write_text("x", encoding="utf-8")
    with pytest.raises(UnreadableSource, match=r'no such file.*Did you mean "chapter2\.txt"'):
        read(tmp_path / "chaptr2.txt")


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableSource, match="folder"):
        read(tmp_path)


def test_language_and_date_given_go_before_what_is_found() -> None:
    document = from_text("Updated May 1, 2003\n\nThe text is here.", name="a", language="ru", date="2001")
    assert (document.language, document.date) == ("ru", "2001")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("両国は合意した。", "ja"),
        ("日米首脳会談", "ja"),
        ("The two leaders met.", "en"),
        ("Стороны договорились о мире.", "ru"),
        ("Сторони домовилися про мир і співпрацю їхніх країн.", "uk"),
        ("La politique de la France est dans les traités et les accords.", "und"),
        ("プーチン大統領（Vladimir Putin）は述べた。", "ja"),
        ("12345", "und"),
    ],
)
def test_language(text: str, language: str) -> None:
    assert from_text(text, name="a").language == language


def test_every_format_has_a_reader() -> None:
    for known in FORMATS:
        module = __import__(known.module, fromlist=[known.function])
        assert callable(getattr(module, known.function))


def test_an_empty_text_is_a_document_without_passages() -> None:
    document = from_text("", name="empty")
    assert (document.passages, document.repaired.text) == ((), "")


def test_the_heavy_libraries_are_loaded_only_when_needed() -> None:
    heavy = ("pypdfium2", "docx", "charset_normalizer", "yaml")
    code = f"import sys, detente.reading; print([m for m in {heavy} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.slow
def test_ten_million_characters_are_read(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    line = "両国は六月に首脳会談を開き条約の批准書を交換した。\n"
    path.write_text(line * 400_000, encoding="utf-8")
    assert len(read(path).passages) == 400_000
