"""An occasion spoken of again has the day on which it was dated before."""

import pytest
from japanese_texts import events


def _dates(text: str) -> list[tuple[str, str | None]]:
    return [(f.quote, f.date) for f in events(text)]


@pytest.mark.parametrize(
    ("text", "act", "date"),
    [
        (
            "2005年11月に日韓首脳会談が行われた。韓国は前年の4月2日に条約を批准した。"
            "首脳会談で両首脳は協力を確認した。",
            "確認した",
            "2005-11",
        ),
        (
            "2005年11月に日韓首脳会談が行われた。韓国の大統領は記者会見で日本を批判した。",
            "批判した",
            "2005-11",
        ),
        (
            "2005年11月に日韓首脳会談が行われた。2006年3月の首脳会談で両首脳は協力を確認した。",
            "確認した",
            "2006-03",
        ),
    ],
)
def test_of_the_occasion_named_before(text: str, act: str, date: str) -> None:
    assert [d for quote, d in _dates(text) if quote.endswith(act)] == [date]


@pytest.mark.parametrize(
    ("text", "act", "date"),
    [
        ("インドとタイは2020年5月10日、2016年に断絶した関係を回復した。", "回復した", "05-10"),
        ("タイは2016年に断絶したインドとの関係を回復した。", "回復した", None),
        ("2006年6月に予定されたタイとインドの首脳会談が議題となった。", "首脳会談", "2006-06"),
    ],
)
def test_a_date_in_a_relative_clause_holds_only_there(text: str, act: str, date: str | None) -> None:
    found = [d for quote, d in _dates(text) if quote.endswith(act)]
    assert len(found) == 1
    assert found[0] == date or (date is not None and str(found[0]).endswith(date))
