"""Scenarios spelled out over paragraphs: what happens in them is still to come."""

from __future__ import annotations

from japanese_texts import outlooks


def foreseen(text: str) -> list[str]:
    return [f.quote for f in outlooks(text)]


def test_what_happens_in_a_scenario_is_an_outlook() -> None:
    text = (
        "第一のシナリオは、政権が倒れ、軍が国境から撤退する。\n\n"
        "第二に、隣国が介入する。双方は消耗戦に突入する。\n"
    )
    assert foreseen(text) == [
        "第一のシナリオは、政権が倒れ、軍が国境から撤退する",
        "第二に、隣国が介入する",
        "双方は消耗戦に突入する",
    ]


def test_what_has_happened_and_what_is_said_in_it_is_none() -> None:
    text = "第一のシナリオは、戦争の凍結である。\n\n両国は昨年、国境を閉ざした。外相は懸念を語る。\n"
    assert foreseen(text) == ["第一のシナリオは、戦争の凍結である"]


def test_the_plain_present_elsewhere_is_none() -> None:
    assert foreseen("両国は毎年、国境で演習を行う。軍は住民を避難させる。\n") == []
