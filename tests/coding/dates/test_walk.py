"""Dates through a document: what the sentences before say of an incomplete date."""

from __future__ import annotations

from detente.coding.dates import walk


def test_a_year_of_a_plan_does_not_date_the_next_sentence() -> None:
    sentences = [
        "The ministers, meeting on 3 March 1995, agreed that the bridge would open in 1999.",
        "On 4 March they signed the protocol.",
    ]
    assert [d.edtf for d in walk(sentences, "en")[1]] == ["1995-03-04"]


def test_a_year_that_stands_alone_carries_the_narrative_on() -> None:
    sentences = ["両国は1995年3月3日に会談した。", "1999年、橋が開通した。", "5月28日、両首脳が祝った。"]
    assert [d.edtf for d in walk(sentences, "ja")[2]] == ["1999-05-28"]


def test_numbered_notes_do_not_date_the_chapter_above_them() -> None:
    sentences = [
        "両首脳は2001年6月16日に会談した。",
        "2003年3月20日、米国は攻撃を始めた。",
        "ロシアは同日、攻撃を非難した。",
        "（1） 『イズベスチヤ』2001年6月16日。",
        "（2） 『朝日新聞』2003年3月21日。",
    ]
    assert [d.edtf for d in walk(sentences, "ja")[2]] == ["2003-03-20"]
