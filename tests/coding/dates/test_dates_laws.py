"""Laws that hold for dates of every language."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.coding.dates import bounds, dates_in, find_dates, is_valid, scoping, sort_key, walk
from detente.errors import DetenteError, UnknownName

_EN = "January February March April May June July August September October November December"
_RU = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря"
MONTHS_EN, MONTHS_RU = _EN.split(), _RU.split()
DAYS = st.dates(date(1930, 1, 1), date(2069, 12, 31))
LANGUAGES = st.sampled_from(["ja", "en", "ru"])


def kanji(n: int) -> str:
    tens, ones = divmod(n, 10)
    digit = "〇一二三四五六七八九"
    return ("" if tens == 0 else "十" if tens == 1 else digit[tens] + "十") + (digit[ones] if ones else "")


def surfaces(d: date) -> list[tuple[str, str]]:
    wide = str.maketrans("0123456789", "０１２３４５６７８９")
    plain = f"{d.year}年{d.month}月{d.day}日"
    places = "".join("〇一二三四五六七八九"[int(c)] for c in str(d.year))
    forms = [
        ("ja", plain),
        ("ja", plain.translate(wide)),
        ("ja", f"{d.year} 年 {d.month} 月 {d.day} 日"),
        ("ja", f"{places}年{kanji(d.month)}月{kanji(d.day)}日"),
        ("ja", f"{d.year}/{d.month:02d}/{d.day:02d}"),
        ("en", f"{MONTHS_EN[d.month - 1]} {d.day}, {d.year}"),
        ("en", f"{d.day} {MONTHS_EN[d.month - 1]} {d.year}"),
        ("en", f"{MONTHS_EN[d.month - 1][:3]}. {d.day}, {d.year}"),
        ("en", d.isoformat()),
        ("ru", f"{d.day} {MONTHS_RU[d.month - 1]} {d.year} г."),
        ("ru", f"{d.day} {MONTHS_RU[d.month - 1]} {d.year} года"),
        ("ru", f"{d.day:02d}.{d.month:02d}.{d.year}"),
    ]
    if date(1989, 1, 8) <= d <= date(2019, 4, 30):
        forms.append(("ja", f"平成{d.year - 1988}年{d.month}月{d.day}日"))
    return forms


@given(DAYS, st.data())
def test_a_day_is_found_again_in_every_form(d: date, data: st.DataObject) -> None:
    language, surface = data.draw(st.sampled_from(surfaces(d)))
    before, after = {
        "ja": ("会談は", "に開かれた。"),
        "en": ("Talks on ", " ended."),
        "ru": ("Встреча ", " прошла."),
    }[language]
    (found,) = dates_in(before + surface + after, language)
    assert found.edtf == d.isoformat()
    assert (before + surface + after)[found.start : found.end] == surface


@given(DAYS, DAYS)
def test_a_range_is_found_again(a: date, b: date) -> None:
    first, last = sorted((a, b))
    texts = {
        "ja": f"{first.year}年{first.month}月{first.day}日から{last.year}年{last.month}月{last.day}日まで",
        "en": f"from {first.day} {MONTHS_EN[first.month - 1]} {first.year} to "
        f"{last.day} {MONTHS_EN[last.month - 1]} {last.year}",
        "ru": f"с {first.day} {MONTHS_RU[first.month - 1]} {first.year} года по "
        f"{last.day} {MONTHS_RU[last.month - 1]} {last.year} года",
    }
    expected = first.isoformat() if first == last else f"{first}/{last}"
    for language, text in texts.items():
        assert [d.edtf for d in dates_in(text, language)] == [expected]


_PIECES = """
2003年 5月 28日 同年 翌日 から まで 以降 頃 末 9.11 19世紀 1990年代 、 平成15年 二十二日 24-27日 の
3日間 10年 。 May 28 2003 , since from to and between the 1990s last week - – Tuesday 9/11 5 months later 24 .
с по до 28 мая года г. в том же году XX век 1990-х 31 февраля February 13 0 99 '03 H15.5.28
"""
PIECES = st.lists(st.sampled_from([" ", "\n", *_PIECES.split()]), max_size=14)


@settings(max_examples=400)
@given(PIECES, st.sampled_from(["", " "]), LANGUAGES, st.sampled_from([None, "2003-05-28", "2004", "199X"]))
def test_spans_never_overlap_and_values_are_edtf(
    pieces: list[str], glue: str, language: str, document: str | None
) -> None:
    text = glue.join(pieces)
    end = 0
    for found in dates_in(text, language, document_date=document):
        assert end <= found.start < found.end <= len(text)
        assert text[found.start : found.end].strip()
        end = found.end
        if found.edtf is not None:
            assert is_valid(found.edtf)
            first, last = bounds(found.edtf)
            assert first is None or last is None or first <= last


@given(st.text(max_size=60), LANGUAGES)
def test_any_text_is_read_without_error(text: str, language: str) -> None:
    for mention in find_dates(text, language):
        assert 0 <= mention.start < mention.end <= len(text)


def test_a_document_hands_its_dates_on() -> None:
    sentences = [
        "両首脳は2003年6月に会談した。",
        "批准は直前の5月28日だった。",
        "同日、声明が出た。",
        "翌年、再び会った。",
    ]
    assert [[d.edtf for d in dates] for dates in walk(sentences, "ja")] == [
        ["2003-06"],
        ["2003-05-28"],
        ["2003-05-28"],
        ["2004"],
    ]


def test_a_year_of_the_background_does_not_date_the_news() -> None:
    sentences = ["条約は1951年に署名された。", "両国は9月7日までに協議する。"]
    assert walk(sentences, "ja", "2006-08-30")[1][0].edtf == "../2006-09-07"


def test_an_article_is_dated_by_the_sources_under_it() -> None:
    sentences = [
        "外相は16日、大使に抗議した。",
        "検察は9月7日までに起訴する。",
        "銃撃は16日に起きた。",
        "・『抗議』、A新聞、2006年8月17日。",
        "B新聞、2006年8月18日。",
        "両国は22日、合意した。",
        "・『合意』。",
        "C新聞、2006年4月23日8時30分(UTC+9)。",
    ]
    values = [[d.edtf for d in dates] for dates in walk(sentences, "ja", "2006-04/2006-08")]
    assert values[:3] == [["2006-08-16"], ["../2006-09-07"], ["2006-08-16"]]
    assert values[5] == ["2006-04-22"]


def test_a_date_holds_until_another_is_said() -> None:
    text = "2003年5月に訪問し、協議を行い、6月に署名した"
    dates = dates_in(text, "ja")
    clauses = [(0, 10), (10, 16), (16, len(text))]
    assert [(d.edtf if (d := scoping(dates, *c)) else None) for c in clauses] == [
        "2003-05",
        "2003-05",
        "2003-06",
    ]
    assert scoping(dates[1:], 0, 10) is None


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2003", date(2003, 1, 1), date(2003, 12, 31)),
        ("2004-02", date(2004, 2, 1), date(2004, 2, 29)),
        ("2003-05-28~", date(2003, 5, 28), date(2003, 5, 28)),
        ("199X", date(1990, 1, 1), date(1999, 12, 31)),
        ("18XX", date(1800, 1, 1), date(1899, 12, 31)),
        ("2003-24", date(2003, 12, 1), date(2004, 2, 29)),
        ("../2003-03", None, date(2003, 3, 31)),
        ("199X/..", date(1990, 1, 1), None),
        ("2003-09-24/2003-09-27", date(2003, 9, 24), date(2003, 9, 27)),
    ],
)
def test_bounds(edtf: str, first: date | None, last: date | None) -> None:
    assert bounds(edtf) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2003-13",
        "2003-02-30",
        "2003-5",
        "../..",
        "2004/2003",
        "2003/",
        "0000",
        "2003-21-01",
        "２００３",
        "2003\n",
    ],
)
def test_what_is_no_edtf_is_refused(text: str) -> None:
    assert not is_valid(text)
    with pytest.raises(DetenteError):
        bounds(text)


def test_sorting_puts_what_begins_earlier_first_and_the_undated_last() -> None:
    values = [None, "2003-05-28", "2003-05", "../2003-03", "2001-09-11/..", "199X"]
    assert sorted(values, key=sort_key) == [
        "199X",
        "2001-09-11/..",
        "../2003-03",
        "2003-05",
        "2003-05-28",
        None,
    ]


def test_an_unknown_language_is_named() -> None:
    with pytest.raises(UnknownName, match="en, ja, ru"):
        find_dates("2003", "fr")
