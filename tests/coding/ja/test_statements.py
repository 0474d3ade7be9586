"""Japanese statements: quotations and reported speech with their speakers, notes, and what is none."""

from __future__ import annotations

import pytest
from japanese_texts import statements

from detente.coding import code
from detente.findings import Note, Statement
from detente.reading import from_text


@pytest.mark.parametrize(
    ("text", "quote", "state", "direct"),
    [
        ("中国の外相は「合意を歓迎する」と述べた。", "「合意を歓迎する」", "CHN", True),
        ("韓国大統領が、「対話の用意がある」ことを明らかにした。", "「対話の用意がある」", "KOR", True),
        (
            "インド側の「撤退が先に行われるべきだ」との主張は退けられた。",
            "「撤退が先に行われるべきだ」",
            "IND",
            True,
        ),
        ("英国政府は、交渉は終わったとの認識を表明した。", "交渉は終わったとの認識を表明した", "GBR", False),
        ("ドイツ外務省は、船が領海の外にいたと主張した。", "船が領海の外にいたと主張した", "DEU", False),
    ],
)
def test_speaker_and_span(text: str, quote: str, state: str, direct: bool) -> None:
    (found,) = statements(text)
    assert quote in found.quote
    assert found.direct is direct
    assert found.speaker[0].startswith(state)


def test_two_quotations_of_one_sentence_are_two_statements() -> None:
    found = statements("大統領は、「関係は変わっていない」し、「成果を高く評価する」と述べた。")
    assert [f.quote for f in found] == ["「関係は変わっていない」", "「成果を高く評価する」"]


def test_a_view_may_have_no_holder() -> None:
    (found,) = statements("関係の修復は当面難しいとの悲観的な見方がある。")
    assert found.speaker == ()
    assert found.quote == "関係の修復は当面難しいとの悲観的な見方"


@pytest.mark.parametrize(
    "text",
    [
        "米国は「テロとの戦い」を続けた。",
        "「戦略的互恵関係」は日中関係の柱である。",
        "「平和と友好のための宣言」と題する文書が公表された。",
        "日本は「グローバル・サウス」と呼ばれる国々と協議した。",
    ],
)
def test_names_and_terms_in_brackets_are_no_statements(text: str) -> None:
    assert [s for s in statements(text) if s.direct] == []


def test_the_note_hangs_on_its_quotation() -> None:
    document = from_text(
        "外相は「関係は良好である（3）」と述べた。\n\n首相は訪問を終えた。\n", name="text", language="ja"
    )
    found = code(document)
    notes = [f for f in found if isinstance(f, Note)]
    said = [f for f in found if isinstance(f, Statement)]
    assert [n.note for n in notes] == [n.number for n in document.notes]
    assert [s.note for s in said] == [n.number for n in document.notes][:1] or document.notes == ()


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("チリ大統領から、条約の改定が必要である旨述べた。", "CHL/president"),
        ("ケニア外相が、国境の開放は時期尚早である旨指摘した。", "KEN/foreign minister"),
        ("タイの首相は、支援は惜しまない旨応答した。", "THA/prime minister"),
    ],
)
def test_the_language_of_diplomacy(text: str, speaker: str) -> None:
    assert [s.speaker for s in statements(text)] == [(speaker,)]


def test_a_contrast_has_two_speakers() -> None:
    text = "チリ外相が、条約の改定を求める旨指摘したのに対し、ペルー外相は、その必要はない旨応答した。"
    assert [s.speaker[0][:3] for s in statements(text)] == ["CHL", "PER"]


@pytest.mark.parametrize(
    ("text", "speaker", "quote"),
    [
        (
            "チリ外相は、ペルーが制裁の解除を約束したと語った。",
            "CHL/foreign minister",
            "制裁の解除を約束した",
        ),
        ("チリ首相はペルーとの協力が「極めて重要」と指摘した。", "CHL/prime minister", "「極めて重要」"),
        ("白書では、チリの行動を「かつてない挑戦」と指摘した。", "白書", "「かつてない挑戦」"),
    ],
)
def test_the_outer_saying_tells_who_speaks(text: str, speaker: str, quote: str) -> None:
    (said,) = statements(text)
    assert said.speaker == (speaker,)
    assert quote in said.quote


def test_words_quoted_in_a_short_saying_are_one_statement() -> None:
    (said,) = statements("チリ政府は「戦争行為とみなす」と表明した。")
    assert said.direct


def test_a_thing_given_a_name_is_not_said() -> None:
    assert statements("チリ大統領は、提携を「国際条約」とすることを決めた。") == []
