"""Acts told without a date take the time that their text has reached, and no other."""

from __future__ import annotations

import pytest

from detente.coding import code
from detente.reading import from_text


def acts(text: str, date: str | None = None) -> dict[str, str | None]:
    """The last three characters of each event's quotation, and its date."""
    found = code(from_text(text, name="carried", language="ja", date=date))
    return {f.quote[-3:]: f.as_dict()["date"] for f in found if f.kind == "event"}


NEWS = "2021-03-05"
FIRST = "フランス軍は4日、ドイツの艦船を攻撃した。"


@pytest.mark.parametrize(
    ("later", "act", "date"),
    [
        ("ドイツの外相はフランスを非難した。", "難した", "2021-03-04"),
        ("ドイツ政府はフランスに謝罪を求める。", "求める", "2021-03-04"),
        ("その後、ドイツの外相はフランスを非難した。", "難した", "2021-03-04/.."),
        ("ドイツはかつてフランスを非難した。", "難した", None),
        ("ドイツは再三フランスを非難してきた。", "てきた", None),
    ],
)
def test_in_the_sentence_after(later: str, act: str, date: str | None) -> None:
    assert acts(FIRST + later, NEWS)[act] == date


def test_a_new_paragraph_of_news_begins_with_its_day() -> None:
    text = f"{FIRST}1月にはフランス軍が演習を行った。\n\nドイツの外相はフランスを非難した。"
    assert acts(text, NEWS)["難した"] == "2021-03-04"


def test_a_new_paragraph_of_a_study_begins_without_a_date() -> None:
    first = "1911年7月4日、フランス軍はドイツの艦船を攻撃した。"
    near, far = "ドイツの外相はフランスを非難した。", "\n\nドイツの外相はフランスを非難した。"
    assert acts(first + near)["難した"] == "1911-07"
    assert acts(first + far)["難した"] is None


def test_a_joint_statement_is_of_the_day_of_its_meeting() -> None:
    text = (
        "独仏共同宣言\n\nドイツのショルツ首相とフランスのマクロン大統領は、2022年3月9日、パリで会談を行った。\n\n"
        "双方は、2023年中に交渉を再開することで合意した。\n\nフランスはドイツの提案を歓迎する。"
    )
    found = acts(text)
    assert (found["意した"], found["迎する"]) == ("2022-03-09", "2022-03-09")


def test_a_deadline_does_not_date_the_agreement() -> None:
    text = "フランス政府は4日、ドイツ産の麦の輸入を年内に再開することに同意した。"
    assert acts(text, NEWS)["意した"] == "2021-03-04"


def test_the_meeting_that_a_relative_clause_dates_is_when_it_was_agreed() -> None:
    text = "3月5日にパリで行われた首脳会談で、フランスとドイツは停戦に合意した。"
    assert acts("2020年2月、両国は対立した。" + text)["意した"] == "2020-03-05"


def test_preparations_for_a_meeting_end_with_it() -> None:
    text = "フランスとドイツは、2003年6月に予定された首脳会談に向けて協議した。"
    assert acts(text)["議した"] == "../2003-06"


def test_a_press_conference_is_of_the_last_day_of_the_visit() -> None:
    visit = "2003年9月24-27日のプーチン大統領の訪米で関係が修復された。"
    text = visit + "共同記者会見では、ブッシュ大統領がロシアを批判した。"
    assert acts(text)["判した"] == "2003-09-27"


def test_a_date_in_a_quotation_is_not_that_of_its_saying() -> None:
    text = "フランスの外相は4日、「1999年の措置は不当だ」とドイツを非難した。"
    assert acts(text, NEWS)["難した"] == "2021-03-04"


def test_a_paper_that_an_act_rests_on_does_not_date_it() -> None:
    text = "フランスは、2008年6月の合意に基づく交渉の再開をドイツに求めている。"
    assert acts(text)["ている"] is None


def test_what_is_dated_after_the_day_of_the_text_is_planned() -> None:
    text = "来月10日、フランスとドイツの首脳会談が開かれる。"
    (found,) = [f for f in code(from_text(text, name="x", language="ja", date=NEWS)) if f.kind == "event"]
    assert (found.as_dict()["actual"], found.as_dict()["modality"]) == (False, "planned")
