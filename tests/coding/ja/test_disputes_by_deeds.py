"""Disputes that deeds and demands show, and those that only seem to: on sentences of our own."""

from __future__ import annotations

import pytest
from japanese_texts import disputes

NEWS = "ケニアとソマリアの外相が会談した。会談は三時間続いた。港の整備が議題となった。次回は春に開く。"


def test_a_blow_shows_a_dispute_in_a_flash_but_not_in_a_long_text() -> None:
    blow = "チリ政府は4日、ペルーの大使を追放した。"
    assert {frozenset(d.parties) for d in disputes(blow)} == {frozenset({"CHL", "PER"})}
    assert not disputes(NEWS + blow + NEWS)


def test_a_protest_shows_one_in_a_long_text_too() -> None:
    (found,) = disputes(NEWS + "チリ政府はペルー海軍の演習に強く抗議した。" + NEWS)
    assert set(found.parties) == {"CHL", "PER"}


@pytest.mark.parametrize(
    "text",
    [
        "タイは石油をめぐってラオスを頼った。",
        "チリは港の整備の見通しを伝え、これに対し、ペルーは訪問を歓迎すると述べた。",
        "チリとペルーは、干ばつへの懸念を共有した。",
        "チリは融和に傾きすぎると批判されるペルーとの貿易を広げた。",
        "イランは制裁の撤廃と引き換えに核開発を縮小する。",
    ],
)
def test_leaning_on_another_or_sharing_a_worry_is_no_dispute(text: str) -> None:
    assert not disputes(text)


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("シリア情勢に関しては、トルコとイランは対立関係にある。", {"TUR", "IRN"}),
        ("米朝は査察の進め方で立場に隔たりがある。", {"USA", "PRK"}),
        ("漁獲枠に関しては、チリがペルーに削減を求めた。", {"CHL", "PER"}),
        ("タイの首相は、国境問題を抱えるラオスとの会談を延期した。", {"THA", "LAO"}),
    ],
)
def test_sides_in_a_state_of_quarrel_or_demanding_have_a_dispute(text: str, parties: set[str]) -> None:
    assert {frozenset(d.parties) for d in disputes(text)} == {frozenset(parties)}


def test_one_name_is_one_dispute_whoever_stands_beside_it() -> None:
    text = "タイの首相は、国境問題を抱えるラオスとの会談を延期した。"
    text += "ベトナムの外相は「国境問題を解決すべきだ」と述べた。"
    assert len(disputes(text)) == 1


def test_a_quarrel_over_land_is_told_again_by_any_word_for_it() -> None:
    text = (
        "タイとラオスの国境紛争は古い。領土争いは再燃した。タイとラオスは排他的経済水域の境界でも対立した。"
    )
    assert len(disputes(text)) == 2


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("チリとペルーは漁業権で異なる立場を取っている。", {"CHL", "PER"}),
        ("チリとペルーの意見の食い違いが大きい。", {"CHL", "PER"}),
    ],
)
def test_differing_stands_are_a_dispute(text: str, parties: set[str]) -> None:
    (found,) = disputes(text)
    assert set(found.parties) == parties


def test_the_easing_of_tension_is_no_dispute() -> None:
    assert not disputes("条約はチリとペルーの間の緊張緩和に資した。")
