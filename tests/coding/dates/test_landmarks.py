"""Events that a text dates once date what is told before, at and after them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.coding.dates import Basis, Landmarks, bounds, dates_in

DAYS = st.dates(date(1931, 1, 1), date(2029, 12, 31))


def taken(language: str, *sentences: str) -> list[tuple[str, str | None]]:
    """What the last sentence takes from the events that those before it dated."""
    landmarks, found = Landmarks(language), []
    for sentence in sentences:
        found = landmarks.dated(sentence, dates_in(sentence, language))
    last = sentences[-1]
    return [(last[d.start : d.end], d.edtf) for d in found if d.basis is Basis.REFERENCE]


@pytest.mark.parametrize(
    ("later", "value"),
    [
        ("ジョージア戦争前は協力していた。", "../2008-08"),
        ("開戦直前になると、態度を変えた。", "2008-08"),
        ("開戦後、両国は断交した。", "2008-08/.."),
        ("戦争以来、交流は絶えた。", "2008-08/.."),
        ("ジョージア戦争において、艦隊は出撃した。", "2008-08"),
    ],
)
def test_a_japanese_war(later: str, value: str) -> None:
    assert [v for _, v in taken("ja", "2008年8月のジョージア戦争は両国を分けた。", later)] == [value]


@pytest.mark.parametrize(
    ("later", "value"),
    [
        ("Before the war they had been partners.", "../1998-08"),
        ("On the eve of the war Paris hesitated.", "1998-08"),
        ("Since the war, trade has stopped.", "1998-08/.."),
        ("During the war both sides shelled towns.", "1998-08"),
    ],
)
def test_an_english_war(later: str, value: str) -> None:
    assert [v for _, v in taken("en", "The August 1998 war shook both capitals.", later)] == [value]


def test_what_follows_a_visit_is_of_its_last_day() -> None:
    told = "From 3 to 5 March 1995, the premier visited Oslo."
    assert taken("en", told, "After the visit he praised his hosts.") == [("After the visit", "1995-03-05")]


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        ("ja", ["イラク戦争は長引いた。", "イラク戦争前は協力していた。"]),  # never dated
        ("ja", ["2008年8月のジョージア戦争は短かった。", "イラク戦争前は協力していた。"]),  # another war
        ("ja", ["2008年8月のジョージア戦争は短かった。", "戦争前の関係は良かった。"]),  # of a noun, no act
        ("en", ["The August 1998 war shook both.", "Before the Gulf War they had been partners."]),
        ("en", ["In 2004 before the war they met.", "After the war they parted."]),
    ],
)
def test_what_is_not_dated_by_the_text_stays_undated(language: str, sentences: list[str]) -> None:
    assert taken(language, *sentences) == []


@given(DAYS, st.sampled_from(["前は", "以前は", "後は", "以降は", "直前に", "において"]))
def test_no_date_before_an_event_ends_after_it_and_none_after_it_begins_before(d: date, tail: str) -> None:
    ((_, edtf),) = taken("ja", f"{d.year}年{d.month}月{d.day}日の紛争は短かった。", f"紛争{tail}対立した。")
    assert edtf is not None
    first, last = bounds(edtf)
    if "前" in tail and tail != "直前に":
        assert (first, last) == (None, d)
    elif tail in ("後は", "以降は"):
        assert (first, last) == (d, None)
    else:
        assert (first, last) == (d, d)
