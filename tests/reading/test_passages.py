# ruff: noqa: E501 - cases stand one a line
"""Sentences, headings, lists, tables, sections."""

from __future__ import annotations

import pytest

from detente.reading import PassageKind, from_text
from detente.reading.sentences import sentences


@pytest.mark.parametrize(
    "parts",
    [
        ["彼は「行く。戻る。」と述べた。", "次の文。"],
        ["「はい。」", "「いいえ。」", "彼は「待て」と言った。"],
        ["「違うのか？」と聞いた。", "本当か？", "そうだ！"],
        ["『安保。概念』（一部。略）は重要だ。", "終わり。"],
        ["彼は「待て。", "と言った。", "次の文。"],
        ["閉じ括弧」が余る。", "次の文。"],
        ["句点のない最後の行"],
        ["The U.S. Congress met Mr. Smith.", "It was 5 p.m. on Monday."],
        ["The treaty was signed in Washington, D.C.", "The talks went on."],
        ["J. F. Kennedy and Gen. Powell met.", "See No. 5, vol. 2, e.g. this one."],
        ["He said, “We agree. We sign.”", "They left."],
        ["“Why?” Clinton asked.", "It cost $2.5 million."],
        ["It ratified START I.", "After two years it ended."],
        ["He waited...", "Then he left."],
        ["It has ended.", "(Laughs.)", "I know."],
        ["В. В. Путин прибыл в г. Москву.", "В 2000 г. Россия и США договорились."],
        ["Это было в 1990-х гг.", "После этого все изменилось."],
        ["Стороны (т. е. Россия и США) обсудили нефть, газ и т. д.", "Затем уехали."],
        ["«Мы за мир. Мы за договор», — сказал он.", "Вот так."],
        ["Улица им. Ленина цела.", "Да."],
    ],
)
def test_sentences(parts: list[str]) -> None:
    joint = "" if ord(parts[0][-1]) > 0x3000 else " "
    text = joint.join(parts)
    assert [text[a:b] for a, b in sentences(text)] == parts


def kinds(text: str) -> list[tuple[str, str]]:
    document = from_text(text, name="case.txt")
    return [
        (p.kind.value, document.repaired.text[p.repaired_start : p.repaired_end]) for p in document.passages
    ]


def test_kinds_by_form() -> None:
    text = (
        "露米関係の概観\n\n第1章 政治\n\n露米は首脳会談を開いた。合意した。\n\n・一つ目の項目\n・二つ目の項目\n\n"
        "| 年 | 件数 |\n|---|---|\n| 2003 | 5 |\n\n■ 経済\n\n貿易は増えた。\n"
    )
    assert kinds(text) == [
        ("heading", "露米関係の概観"),
        ("heading", "第1章 政治"),
        ("sentence", "露米は首脳会談を開いた。"),
        ("sentence", "合意した。"),
        ("list item", "・一つ目の項目"),
        ("list item", "・二つ目の項目"),
        ("table row", "| 年 | 件数 |"),
        ("table row", "| 2003 | 5 |"),
        ("heading", "■ 経済"),
        ("sentence", "貿易は増えた。"),
    ]


def test_section_paths_nest_by_rank() -> None:
    document = from_text(
        "第1章 関係\n\n１．政治\n\n会談した。\n\n（1）安全保障\n\n協議した。\n\n２．経済\n\n貿易した。\n",
        name="case.txt",
    )
    sections = [p.section for p in document.passages if p.kind.value == "sentence"]
    assert sections == [
        ("第1章 関係", "1．政治"),
        ("第1章 関係", "1．政治", "（1）安全保障"),
        ("第1章 関係", "2．経済"),
    ]


def test_a_numbered_list_is_no_row_of_headings() -> None:
    found = kinds("The parties agreed on three points:\n\n1. Trade\n2. Energy\n3. Arms\n\nThey met again.\n")
    assert [kind for kind, _ in found] == ["sentence", "list item", "list item", "list item", "sentence"]


@pytest.mark.parametrize(
    ("head", "date"),
    [
        ("Updated October 1, 2026 (IF10199)", "2026-10-01"),
        ("2003年10月1日", "2003-10-01"),
        ("平成15年10月1日", "2003-10-01"),
        ("（2003年9月27日）", "2003-09-27"),
        ("28 июня 2000 года", "2000-06-28"),
        ("June 2003", "2003-06"),
        ("2003年10月1日に会談が行われた。", None),
        ("February 30, 2003", None),
    ],
)
def test_a_dateline_dates_the_document_only_where_it_stands_alone(head: str, date: str | None) -> None:
    assert from_text(f"Some title\n\n{head}\n\nThe text follows here.\n", name="case.txt").date == date


def test_pages_of_a_text_with_form_feeds() -> None:
    document = from_text("One page here.\fTwo pages here.\n", name="case.txt")
    assert [p.page for p in document.passages] == [1, 2]
    assert document.page_at(0) == 1


def test_a_line_over_a_date_alone_is_a_headline_wherever_it_stands() -> None:
    text = "港が開いた。\n\n「舟は出さぬ」　チリ側が伝達\n\n2031-08-28\n\nチリ外相は舟を出さないと述べた。"
    passages = from_text(text, name="news").passages
    found = [text[p.start : p.end] for p in passages if p.kind is PassageKind.HEADING]
    assert found == ["「舟は出さぬ」　チリ側が伝達"]
