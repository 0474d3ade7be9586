# ruff: noqa: E501 - cases stand one a line
"""The edits of the repair, one by one, and what they leave alone."""

from __future__ import annotations

import pytest

from detente.reading import from_text


def repaired(text: str) -> str:
    return from_text(text, name="case.txt").repaired.text


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("第二章第二章第二章第二章\n", "第二章"),
        (" １．政治・安全保障関係１．政治・安全保障関係１．政治・安全保障関係１．政治・安全保障関係    \n", "1．政治・安全保障関係"),
        ("第二章第二章第二章第二章        対米外交対米外交対米外交対米外交", "第二章 対米外交"),
        ("１１１１．．．．政政政政治治治治", "1．政治"),
        ("第第第第二二二二章章章章", "第二章"),
        ("Chapter TwoChapter TwoChapter Two", "Chapter Two"),
        ("Внешняя политикаВнешняя политикаВнешняя политикаВнешняя политика", "Внешняя политика"),
    ],
)  # fmt: skip
def test_overprinted_headings_are_printed_once(text: str, wanted: str) -> None:
    assert repaired(text) == wanted


@pytest.mark.parametrize("times", [2, 3, 4, 6])
@pytest.mark.parametrize(
    "once",
    [
        "ロシアは2002年、米国を非難した。",
        "Russia condemned it.",
        "Россия осудила его.",
        "人々は国々を訪れた……。",
    ],
)
def test_a_sentence_of_which_every_character_is_printed_over(once: str, times: int) -> None:
    assert repaired("".join(char * times for char in once)) == once


@pytest.mark.parametrize(
    "text",
    [
        "AABB CCDD EE",
        "ロシアは米国を非難した。ロシアは米国を非難した。",
        "人々は2002年に1111人であった。",
        "I know that that is so.",
        "ha ha ha",
        "1212",
        "１１１１".translate(str.maketrans("１", "1")),
        "1111",
        "彼は……と言った。",
        "これは――次のとおり――である。",
        "New York New York",
        "万歳万歳万歳",
        "そのうちそのうち",
        "20022002",
        "ｗｗｗｗ".translate(str.maketrans("ｗ", "w")),
        "いよいよ、ますます、ところどころ",
        "hahahaha",
        "22222222年前の話。",
    ],
)
def test_honest_repetition_stays(text: str) -> None:
    assert repaired(text) == text


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("ロシアは、フランスやドイツなどととも\nに、強く反対した。", "ロシアは、フランスやドイツなどとともに、強く反対した。"),
        ("The two leaders met in\nMoscow and agreed.", "The two leaders met in Moscow and agreed."),
        ("Президенты России и США\nдоговорились о мире.", "Президенты России и США договорились о мире."),
        ("仮説的攻撃（hypothetical\nattack）を撃退する能力", "仮説的攻撃（hypothetical attack）を撃退する能力"),
        ("ソコフ（Nikolai Sokov\n）は述べた。", "ソコフ（Nikolai Sokov）は述べた。"),
        ("The cooperation of the govern-\nments went on.", "The cooperation of the governments went on."),
        ("This well-\nknown fact is\nplain to see.", "This well-known fact is plain to see."),
        ("The Nunn-\nLugar Act was passed.", "The Nunn-Lugar Act was passed."),
        ("A policy-maker and his policy-\nmaker friends met.", "A policy-maker and his policy-maker friends met."),
        ("Сотрудни-\nчество продолжалось.", "Сотрудничество продолжалось."),
        ("Говорили по-\nрусски долго.", "Говорили по-русски долго."),
        ("foreign policy—\nincluding trade—went on.", "foreign policy—including trade—went on."),
        ("inter\u00ad\nnational law holds.", "international law holds."),
        ("第一段落は短い。\n　第二段落はここから始まる。", "第一段落は短い。\n\n第二段落はここから始まる。"),
    ],
)  # fmt: skip
def test_wrapped_lines_are_joined_by_the_rules_of_their_script(text: str, wanted: str) -> None:
    assert repaired(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("2001 年 9 月 11 日", "2001年9月11日"),
        ("24-27 日に第 2は WTO 加盟", "24-27日に第2はWTO加盟"),
        ("約 80 億ドル（18 ％）", "約80億ドル（18%）"),
        ("２００３年９月", "2003年9月"),
        ("ﾛｼｱ・ｶﾞｽﾌﾟﾛﾑ", "ロシア・ガスプロム"),
        ("か\u3099ハ゜", "がパ"),
        ("Росси\u0438\u0306ский", "Россиӣский".replace("ӣ", "й")),
        ("⼀⽇", "一日"),
        ("ﬁnal", "final"),
        ("㍻15年", "平成15年"),
        ("１．５倍、１，０００人", "1.5倍、1,000人"),
        ("「はい」（U.S.）、。", "「はい」（U.S.）、。"),
        ("日\u200b本\ufeff", "日本"),
        ("The  U.S.\u00a0Congress", "The U.S. Congress"),
    ],
)
def test_forms_and_spaces(text: str, wanted: str) -> None:
    assert repaired(text) == wanted


def test_page_furniture_goes_and_the_sentence_across_the_page_is_one() -> None:
    page = "両国は首脳会談で条約に署名し、関係の強化で一致した。ロシアは、この問題について引き続き\n"
    text = "".join(f"外交年鑑 第2章\n{page * 5}- {i} -\n\f" for i in range(1, 5))
    result = repaired(text)
    assert "外交年鑑" not in result
    assert "- 2 -" not in result
    assert "引き続き両国は首脳会談で" in result
    assert "\n" not in result


def test_bare_numbers_that_do_not_count_pages_stay() -> None:
    assert "1945" in repaired("Year\n\n1945\n\nThe war ended in that year.")


def test_double_spaced_lines_are_one_paragraph() -> None:
    lines = ["露米関係は二〇〇一年の事件の後に大きく変わり両国", "の協力が深まったと言われているがその後の戦争で再び", "緊張が高まったため両国は関係の修復に努めることとな", "り首脳会談を開いた。"]  # fmt: skip
    assert repaired("\n\n".join(lines)) == "".join(lines)


def test_markdown_markup_is_left_out_of_the_repaired_text_only() -> None:
    source = "---\ntitle: A\ndate: '2021-06-16'\n---\n# Head\n\nThe **two** [leaders](http://x.org) met.\n"
    document = from_text(source, name="a.md")
    assert document.text == source
    assert document.repaired.text == "# Head\n\nThe two leaders met."
    assert (document.title, document.date) == ("A", "2021-06-16")
