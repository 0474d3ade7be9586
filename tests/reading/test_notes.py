"""Note markers in the usual styles, and what only looks like them."""

from __future__ import annotations

import pytest

from detente.reading import Document, from_text

STYLES = [
    "（{}）",
    "({})",
    "[{}]",
    "［{}］",
    "注{}",
    "（注{}）",
    "*{}",
    "※{}",
    "（（（（{0}{0}{0}{0}））））",
]


def found(text: str) -> list[tuple[int, str]]:
    document = from_text(text, name="case.txt")
    return [(note.number, text[note.start : note.end]) for note in document.notes]


@pytest.mark.parametrize("style", STYLES)
def test_markers_that_count_up(style: str) -> None:
    one, two = style.format(1), style.format(2)
    text = f"露米は条約に署名した{one}。その後、関係は改善した{two}。"
    document = from_text(text, name="case.txt")
    assert [(n.number, text[n.start : n.end]) for n in document.notes] == [(1, one), (2, two)]
    assert document.repaired.text == "露米は条約に署名した。その後、関係は改善した。"
    first = document.notes[0]
    assert document.repaired.text[: first.repaired_at] == "露米は条約に署名した"
    assert text[first.sentence_start : first.sentence_end] == f"露米は条約に署名した{one}。"


def test_superscripts_and_units() -> None:
    assert found("関係は改善した¹。面積は5km²であった。貿易も増えた²。") == [(1, "¹"), (2, "²")]
    assert found("The area is 5 m² and 10³ people live there.") == []


@pytest.mark.parametrize("digits", ["10101010", "11110000"])
def test_markers_of_two_digits_overprinted_in_either_order(digits: str) -> None:
    marker = f"（（（（{digits}））））"
    assert found(f"などを述べた{marker}。") == [(10, marker)]


def test_an_honest_bracket_beside_an_overprinted_marker_stays() -> None:
    text = "関係は改善した（一部を除く（（（（1111）））））。"
    assert found(text) == [(1, "（（（（1111））））")]
    assert from_text(text, name="case.txt").repaired.text == "関係は改善した（一部を除く）。"


def test_a_marker_behind_the_stop_belongs_to_the_sentence_before() -> None:
    text = "関係は改善した。（1）貿易も増えた。（2）"
    notes = from_text(text, name="case.txt").notes
    assert [text[n.sentence_start : n.sentence_end] for n in notes] == [
        "関係は改善した。（1）",
        "貿易も増えた。（2）",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "（1）法の支配に基づく自由で開かれた国際秩序\n\n欧州では戦争が続いている。\n\n（2）経済の課題\n\n貿易は減った。",
        "川村さん(29)と紙屋さん(25)が帰国した。",
        "条約(2003)と協定(2004)が結ばれた。",
        "課題は(1)政治、(2)経済、(3)文化である。",
        "The Parties shall (1) reduce arms, (2) exchange data, and (3) meet yearly.",
        "Under Article 5(1) and Article 5(2) the Parties consult.",
        "第5条(1)及び第6条(2)による。",
        "[text](1) is a link.",
        "2*3は6である。",
    ],
)
def test_what_is_no_note(text: str) -> None:
    document: Document = from_text(text, name="case.txt")
    assert not document.notes


def test_an_excerpt_may_begin_at_any_number() -> None:
    text = "関係は悪化した（22）。対立は続いた（23）。協力は少ない（24）。"
    assert [number for number, _ in found(text)] == [22, 23, 24]


def test_the_notes_own_texts_are_tied_by_number() -> None:
    text = "露米は条約に署名した[1]。関係は改善した[2]。\n\n注\n\n[1] 外務省の発表。\n\n[2] 新聞の報道。\n"
    notes = from_text(text, name="case.txt").notes
    assert [text[n.text_start : n.text_end] for n in notes] == ["[1] 外務省の発表。", "[2] 新聞の報道。"]


def test_texts_at_the_foot_of_each_section_go_to_the_markers_above_them() -> None:
    part = "露米は条約に署名した[1]。\n\n注\n\n[1] {}の発表。\n\n"
    text = f"第1章 政治\n\n{part.format('外務省')}第2章 経済\n\n{part.format('財務省')}"
    notes = from_text(text, name="case.txt").notes
    assert [text[n.text_start : n.text_end] for n in notes] == ["[1] 外務省の発表。", "[1] 財務省の発表。"]


def test_numbering_may_begin_again() -> None:
    text = "一（1）。二（2）。三（3）。\n\n第二節の初め（1）。次（2）。終わり（3）。"
    assert [number for number, _ in found(text)] == [1, 2, 3, 1, 2, 3]


@pytest.mark.parametrize("style", ["[{}]", "({})"])
def test_markers_may_stand_after_a_space_before_the_full_stop(style: str) -> None:
    one, two = style.format(1), style.format(2)
    body = f"Relations improved {one}. The ministers met again {two}.\n\n"
    text = f"{body}Notes\n\n{one} A source.\n{two} Another.\n"
    document = from_text(text, name="spaced", language="en")
    assert [(n.number, text[n.start : n.end]) for n in document.notes] == [(1, one), (2, two)]
    assert all(n.text_start is not None for n in document.notes)


@pytest.mark.parametrize(
    "text",
    [
        "Taro Yamada (29), a fisherman, and his brother (25) were freed.",
        "The rule stands in Article 5 (1). It was kept.",
        "The vote (1) was close. The minister (7) resigned.",
    ],
)
def test_ages_and_clauses_after_a_space_are_no_notes(text: str) -> None:
    assert from_text(text, name="none", language="en").notes == ()
