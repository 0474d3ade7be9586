"""The reference chapter: every note, every offset, no overprint, paragraphs joined."""

from __future__ import annotations

import json
import re
import time
from pathlib import Path

import pytest

from detente.reading import Document, PassageKind, from_text, read


@pytest.fixture(scope="module")
def chapter(shared: Path) -> Document:
    return read(shared / "seed" / "chapter2.txt")


@pytest.mark.shared
def test_stored_text_is_the_file_itself(chapter: Document, shared: Path) -> None:
    source = (shared / "seed" / "chapter2.txt").read_bytes()
    assert chapter.text.encode("utf-8") == source


@pytest.mark.shared
def test_all_24_notes_stand_at_their_markers(chapter: Document) -> None:
    assert [note.number for note in chapter.notes] == list(range(1, 25))
    for note in chapter.notes:
        fourfold = re.escape("（" * 4 + str(note.number) * 4 + "）" * 4)
        assert re.fullmatch(fourfold, chapter.text[note.start : note.end])


@pytest.mark.shared
@pytest.mark.parametrize("section", [1, 3])
def test_markers_and_sentences_are_those_of_the_gold(chapter: Document, shared: Path, section: int) -> None:
    gold = json.loads((shared / "gold" / f"chapter2_section{section}.json").read_text(encoding="utf-8"))
    found = {note.number: note for note in chapter.notes}
    assert gold["notes"]
    for wanted in gold["notes"]:
        note = found[wanted["note"]]
        assert [note.start, note.end] == wanted["marker_raw"]
        sentence = chapter.text[note.sentence_start : note.sentence_end]
        assert re.sub(r"\s", "", sentence) == re.sub(r"\s", "", wanted["sentence"])


@pytest.mark.shared
@pytest.mark.parametrize("number", [11, 18])
def test_a_quotation_of_several_sentences_is_one(chapter: Document, number: int) -> None:
    note = next(note for note in chapter.notes if note.number == number)
    sentence = chapter.text[note.sentence_start : note.sentence_end]
    assert sentence.count("。") >= 2
    assert sentence.index("「") < sentence.index("。") < sentence.rindex("」")


@pytest.mark.shared
def test_no_overprint_is_left(chapter: Document) -> None:
    text = chapter.repaired.text
    assert not re.search(r"（（|(\d{1,2})\1\1\1|(.{3,})\2\2", text)
    headings = [chapter.repaired.text[p.repaired_start : p.repaired_end] for p in chapter.passages
                if p.kind is PassageKind.HEADING]  # fmt: skip
    assert headings == [
        "第二章 ロシアの対米外交",
        "1．政治・安全保障関係",
        "2．経済実務関係",
        "3．露米関係の今後",
    ]


@pytest.mark.shared
def test_paragraphs_are_joined(chapter: Document) -> None:
    sentences = [p for p in chapter.passages if p.kind is PassageKind.SENTENCE]
    texts = [chapter.repaired.text[p.repaired_start : p.repaired_end] for p in sentences]
    assert len(sentences) == 100
    assert all(text.endswith(("。", "」")) for text in texts)
    assert not any(" " in re.sub(r"[A-Za-z() ]{6,}", "", text) for text in texts)


@pytest.mark.shared
def test_passages_agree_in_both_texts(chapter: Document) -> None:
    for passage in chapter.passages:
        stored = chapter.repaired.to_stored(passage.repaired_start, passage.repaired_end)
        assert stored == (passage.start, passage.end)


@pytest.mark.shared
def test_repairing_the_repaired_chapter_changes_nothing(chapter: Document) -> None:
    again = from_text(chapter.repaired.text, name="again")
    assert again.repaired.text == chapter.repaired.text
    assert not again.notes


@pytest.mark.shared
def test_the_chapter_reads_fast(chapter: Document) -> None:
    begun = time.process_time()
    from_text(chapter.text, name="chapter")
    assert time.process_time() - begun < 0.5


@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("en_crs_us_japan_2026.txt", "en"),
        ("en_crs_us_japan_2026.html", "en"),
        ("en_milestones_clinton_yeltsin.xml", "en"),
        ("en_wh_biden_geneva_presser_2021.md", "en"),
        ("ja_bluebook2025_ch1.pdf", "ja"),
        ("ja_wikinews_russia_japan_boat.txt", "ja"),
        ("ru_foreign_policy_concept_2000.txt", "ru"),
        ("ru_poroshenko_putin_ceasefire_2014.txt", "ru"),
    ],
)
def test_every_document_is_read_in_its_language(shared: Path, name: str, language: str) -> None:
    document = read(shared / "documents" / name)
    assert document.language == language
    again = from_text(document.repaired.text, name="again")
    assert again.repaired.text == document.repaired.text


@pytest.mark.shared
def test_ages_and_years_in_brackets_are_no_notes(shared: Path) -> None:
    assert not read(shared / "documents" / "ja_wikinews_russia_japan_boat.txt").notes


@pytest.mark.shared
def test_notes_in_reading_order_of_two_columns(shared: Path) -> None:
    document = read(shared / "gold" / "ja_bluebook.txt")
    assert [note.number for note in document.notes] == [1, 2, 3, 4]


@pytest.mark.shared
def test_the_two_columns_of_a_pdf_read_one_after_the_other(shared: Path) -> None:
    """The gold text, whose columns were put in order by hand, stands in what we read."""
    document = read(shared / "documents" / "ja_bluebook2025_ch1.pdf")
    wanted = from_text((shared / "gold" / "ja_bluebook.txt").read_text(encoding="utf-8"), name="gold")
    sentences = [p for p in wanted.passages if p.kind is PassageKind.SENTENCE][1:-1]
    missing = [
        wanted.repaired.text[p.repaired_start : p.repaired_end]
        for p in sentences
        if wanted.repaired.text[p.repaired_start : p.repaired_end] not in document.repaired.text
    ]
    assert not missing
    assert [note.number for note in document.notes] == [1, 2, 3, 4, 5]
    assert all(note.text_start is not None for note in document.notes)
    assert "DIPLOMATIC BLUEBOOK" not in document.text
    assert "じん" not in document.text
