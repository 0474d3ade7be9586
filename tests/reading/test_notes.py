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
    "〔{}〕",
    "【{}】",
    "<{}>",
    "{})",
    "{}）",
    "注{}）",
    "(注{})",
    "*{})",
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


BODIES = {
    "ja": ("ロシアは協力を表明した{}。", "米国は制裁を解除した{}。", "両国は交渉を再開した{}。"),
    "en": ("Relations improved{}. ", "The Duma delayed the vote{}. ", "Both sides met again{}. "),
    "ru": ("Отношения улучшились{}. ", "Дума отложила голосование{}. ", "Стороны встретились снова{}. "),
}
HEADS = {"ja": "注", "en": "Notes", "ru": "Примечания"}
OWN = {"ja": "{} 外務省の発表。", "en": "{} Joint Statement, May 2002.", "ru": "{} Заявление МИД."}
WRITTEN = ["[{}]", "［{}］", "〔{}〕", "【{}】", "<{}>", "({})", "（{}）", "*{}", "※{}", "注{}", "{}", "{})"]


def raised(number: int) -> str:
    return str(number).translate(str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"))


@pytest.mark.parametrize("behind", [False, True], ids=["before the stop", "behind the stop"])
@pytest.mark.parametrize("style", [*WRITTEN, "raised", " [{}]", " ({})"])
@pytest.mark.parametrize("language", sorted(BODIES))
def test_a_marker_is_tied_to_its_sentence_and_to_its_own_text(
    language: str, style: str, behind: bool
) -> None:
    marks = [raised(n) if style == "raised" else style.format(n) for n in (1, 2, 3)]
    stop = "{}。" if language == "ja" else "{}."
    told = [part.replace(stop, stop[2:] + "{}") if behind else part for part in BODIES[language]]
    body = "".join(part.format(mark) for part, mark in zip(told, marks, strict=True))
    own = [OWN[language].format(mark.strip()) for mark in marks]
    text = f"{body.strip()}\n\n{HEADS[language]}\n\n" + "\n\n".join(own) + "\n"
    notes = from_text(text, name="case.txt", language=language).notes
    assert [note.number for note in notes] == [1, 2, 3]
    for note, part, line in zip(notes, told, own, strict=True):
        assert part[:8] in text[note.sentence_start : note.sentence_end]
        assert text[note.text_start : note.text_end] == line


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        (
            "Relations improved after the summit.12 The Duma delayed the vote.13 Both signed.14\n",
            [12, 13, 14],
        ),
        ("The summit “went well.”1 The Duma delayed the vote.2 Both sides met.3", [1, 2, 3]),
        ("Relations improved,1 and the Duma delayed the vote;2 both sides signed.3", [1, 2, 3]),
        ("両国は条約に署名した。1米国は撤退した。2両国は会談した。3\n", [1, 2, 3]),
        ("Путин приехал.1 Дума отложила голосование.2 Стороны подписали договор.3", [1, 2, 3]),
        ("Relations improved¹². The Duma delayed the vote¹³.", [12, 13]),
    ],
)
def test_figures_brought_down_from_above_the_line(text: str, numbers: list[int]) -> None:
    assert [number for number, _ in found(text)] == numbers


@pytest.mark.parametrize(
    "text",
    [
        "決議1441が採択された。2002年5月、両国は条約に署名した。3カ国が参加した。",
        "Resolution 1441 was adopted. In 2003 forces entered Iraq. It cost 3.5 million.",
        "The items were item1, item2, item3, item4.",
        "See Table 1. See Table 2. See Table 3.",
        "課題は三つある。1）政治の安定である。2）経済の成長である。3）文化である。",
        "The tasks are: 1) arms, 2) trade and 3) energy.",
        "Задачи: 1) политика, 2) экономика и 3) культура.",
        "Резолюция 1441 была принята. В 2003 году началась война.",
        "The Parties agree. (1) They shall reduce arms. (2) They shall exchange data. (3) They meet yearly.",
        "第1回会合。第2回会合。第3回会合。参加者は約20人（うち外国人3）である。",
        "COVID19. It came in waves. F16. Mi8. Su27.",
        "He said so (p. 12). Another said so (see Table 13).",
    ],
)
def test_figures_of_other_kinds_are_no_notes(text: str) -> None:
    assert found(text) == []
