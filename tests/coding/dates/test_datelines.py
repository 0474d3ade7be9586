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


@pytest.mark.parametrize(
    ("language", "lines", "days"),
    [
        (
            "ja",
            [
                "本日ここに誓います。",
                "平成十三年八月六日",
                "内閣総理大臣",
                "昨年も訴えました。",
                "平成14年8月9日",
            ],
            ["2001-08-06", "2001-08-06", "2002-08-09", "2002-08-09", "2002-08-09"],
        ),
        ("ja", ["見出し", "2025年8月8日 17時38分", "両外相は会談した。"], [None, "2025-08-08", "2025-08-08"]),
        ("ja", ["山田太郎（2018/10/14）", "両国は対立した。"], ["2018-10-14", "2018-10-14"]),
        ("ja", ["国連が相次ぎ非難　声明を発表2026-08-20", "国連は非難した。"], ["2026-08-20", "2026-08-20"]),
        ("ja", ["米、制裁を発動【ワシントン2020年12月15日】米政府は14日、発表した。"], ["2020-12-15"]),
        ("en", ["I welcome that.", "13 August 2001"], ["2001-08-13", "2001-08-13"]),
    ],
)
def test_lines_that_sign_stamp_or_open_a_text(
    language: str, lines: list[str], days: list[str | None]
) -> None:
    assert days_written(lines, language) == days


def test_a_day_of_the_news_comes_before_a_month_of_its_background() -> None:
    lines = ["【東京2023年8月24日】放出が始まった。", "7月には検査を強化していた。", "首相は24日夜、語った。"]
    assert [d.edtf for dates in walk(lines, "ja") for d in dates] == ["2023-08-24", "2023-07", "2023-08-24"]


def test_since_which_year_news_goes_on_does_not_date_its_months() -> None:
    line = "2021年から反対し、7月には検査を強化した。"
    assert [d.edtf for d in walk([line], "ja", "2023-08-24")[0]] == ["2021/..", "2023-07"]
