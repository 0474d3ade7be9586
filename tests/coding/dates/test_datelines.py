"""Datelines: each item of a page of news has the day that stands at its head."""

import pytest

from detente.coding.dates import days_written, walk


@pytest.mark.parametrize(
    ("language", "line", "day"),
    [
        ("ja", "【ソウル2020年6月16日】北朝鮮は事務所を爆破した。", "2020-06-16"),
        ("ja", "（2023年8月24日）中国は輸入を停止した。", "2023-08-24"),
        ("ja", "2003年5月28日", "2003-05-28"),
        ("en", "LONDON, August 24, 2023 (Reuters) - Britain expelled two diplomats.", "2023-08-24"),
        ("en", "April 11, 2021", "2021-04-11"),
        ("ru", "МОСКВА, 16 июня 2020 года (ТАСС) — Россия отозвала посла.", "2020-06-16"),
        ("ja", "【ソウル共同】2020年6月16日に北朝鮮は事務所を爆破した。", None),
        ("en", "On August 24, 2023 Britain expelled two diplomats.", None),
        ("en", "LONDON - Britain expelled two diplomats.", None),
    ],
)
def test_a_dateline_is_a_full_date_at_the_head(language: str, line: str, day: str | None) -> None:
    assert days_written([line], language) == [day]


def test_it_holds_until_the_next_one() -> None:
    lines = ["【東京2023年8月24日】雨だった。", "両国は協議した。", "【北京2023年3月10日】晴れだった。"]
    assert days_written(lines, "ja") == ["2023-08-24", "2023-08-24", "2023-03-10"]


def test_days_lean_on_the_dateline_and_not_on_an_older_month_of_the_text() -> None:
    lines = [
        "【ソウル2020年6月16日】北朝鮮が事務所を爆破した。",
        "2018年9月に開設された。",
        "13日の談話で予告していた。",
    ]
    assert [d.edtf for dates in walk(lines, "ja") for d in dates][-1] == "2020-06-13"


def test_they_go_before_the_date_of_the_whole_document() -> None:
    assert days_written(["【東京2023年8月24日】雨だった。"], "ja", "2026-01-01") == ["2023-08-24"]
