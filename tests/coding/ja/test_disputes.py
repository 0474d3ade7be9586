"""Disputes, on sentences of our own: how they are told, between whom, on what, and which of them are one."""

from __future__ import annotations

import pytest
from japanese_texts import disputes


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("エジプトとエチオピアの間で対立点となりやすいのが、ダムの貯水量である。", {"EGY", "ETH"}),
        ("日豪間の最大の争点となっているのは、捕鯨の扱いである。", {"JPN", "AUS"}),
        ("インドとネパールの意見が食い違うのは、国境の測量についてである。", {"IND", "NPL"}),
        ("英仏間で見解が分かれているのは、漁獲枠の配分である。", {"GBR", "FRA"}),
    ],
)
def test_what_a_dispute_is_about_belongs_to_it(text: str, parties: set[str]) -> None:
    (found,) = disputes(text)
    assert set(found.parties) == parties


def test_a_cleft_without_a_word_of_dispute_is_none() -> None:
    assert not disputes("英仏間で合意されたのは、漁獲枠の配分である。")


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("ケニアとソマリアの間で緊張が高まっていた。", {"KEN", "SOM"}),
        ("タイとラオスは小競り合いを繰り返している。", {"THA", "LAO"}),
        ("チリは長く良好な関係を保ってきたが、ペルーとの間で摩擦を抱えた。", {"CHL", "PER"}),
    ],
)
def test_a_quarrel_that_arises_between_named_sides_is_a_dispute(text: str, parties: set[str]) -> None:
    (found,) = disputes(text)
    assert set(found.parties) == parties


@pytest.mark.parametrize(
    "text",
    [
        "市場では緊張が高まっていた。",
        "ケニアとソマリアの間で緊張は高まらなかった。",
        "タイはラオスと張り合うため港を広げた。",
        "タイとラオスは森の境界を画定した。",
        "タイとラオスは係争中の森を視察した。",
        "チリやペルーは三つの措置に反発した。",
        "チリとペルーは、ミサイル問題で緊密に連携することで一致した。",
        "ペルーの首相は、チリの禁輸を提訴することになるだろうと述べた。",
        "チリの外相はペルーの大使に強い不安を伝えた。",
    ],
)
def test_no_sides_no_quarrel_or_none_any_more_is_no_dispute(text: str) -> None:
    assert not disputes(text)


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("日本はフランスの大統領に竹島問題を説明した。", {"JPN", "KOR"}),
        ("日本は、米韓両国の拉致問題への支持に謝意を表した。", {"JPN", "PRK"}),
        ("ブラジルは、豪州の措置を世界貿易機関に提訴した。", {"BRA", "AUS"}),
        ("チリとペルーは隣国である。チリの外相は、カナダの発表に反発した。", {"CHL", "CAN"}),
        ("ケニアはソマリアへの侵攻を続けた。", {"KEN", "SOM"}),
        ("チリとペルーの関係は漁獲量での対立によって揺れた。", {"CHL", "PER"}),
        ("チリによる通商協定離脱後の漁業権を巡る争いで、ペルーは譲らなかった。", {"CHL", "PER"}),
    ],
)
def test_the_sides_are_those_that_the_matter_has(text: str, parties: set[str]) -> None:
    assert {p for d in disputes(text) for p in d.parties} == parties


def test_the_issue_is_that_of_the_dispute_and_not_of_the_talks_about_it() -> None:
    (found,) = disputes("首脳会談で、チリの大統領はペルーとの間の領有権問題を取り上げた。")
    assert found.issue == "other"
    (found,) = disputes("チリとペルーは関税をめぐって対立した。")
    assert found.issue == "trade"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("チリとペルーの海上境界問題は古い。両国の対立が影を落とした。", 1),
        ("チリとペルーの漁業問題は古い。ペルーは旧漁業問題の解決をチリに迫った。", 1),
        ("チリとペルーの漁業問題は古い。チリとペルーの間には賠償問題もある。", 2),
        ("チリとペルーは海上の領有権を争っている。", 1),
        ("チリとペルーは漁業権をめぐり対立している。両国の対立は漁業権付与をめぐり激化した。", 1),
    ],
)
def test_a_dispute_told_again_is_one(text: str, number: int) -> None:
    assert len(disputes(text)) == number


def test_a_quarrel_is_quoted_with_its_own_words() -> None:
    (found,) = disputes("選挙を控え、水をめぐりチリとペルーの対立が深まった。")
    assert found.quote == "水をめぐりチリとペルーの対立が深まった"


def test_a_protest_may_be_told_by_its_noun() -> None:
    (found,) = disputes("ペルーの外相はチリの発表に反発を強めた。")
    assert set(found.parties) == {"PER", "CHL"}


def test_a_quarrel_that_may_come_before_a_court_exists() -> None:
    (found,) = disputes("タイとラオスの水をめぐる確執は国際司法裁判所に持ち込まれる可能性がある。")
    assert set(found.parties) == {"THA", "LAO"}


def test_the_status_is_what_is_said_last() -> None:
    (found,) = disputes("チリとペルーの漁業問題は古い。ペルーは解決を迫った。漁業問題は2014年に決着した。")
    assert (found.name, found.status) == ("チリとペルーの漁業問題", "2014年に決着した")
