"""A planned meeting is actual once the text tells that it was held."""

import pytest

from detente.coding import code
from detente.reading import from_text

PLANNED = "フランスとドイツは、2003年6月に予定された独仏首脳会談へ向けて準備を続けた。"


@pytest.mark.parametrize(
    ("later", "actual"),
    [
        ("会談は予定通りに開催された。", True),
        ("首脳会談は実際に行われた。", True),
        ("会談は実現した。", True),
        ("会談は予定通りに開催されなかった。", False),
        ("演習は予定通りに開催された。", False),
        ("\n\n別の会談は予定通りに開催された。", False),
        ("", False),
    ],
)
def test_only_where_it_was_held(later: str, actual: bool) -> None:
    found = code(from_text(PLANNED + later, name="held", language="ja"))
    meetings = [
        f.as_dict() for f in found if f.kind == "event" and f.quote.startswith("2003年6月に予定された")
    ]
    assert [m["actual"] for m in meetings] == [actual]


def test_what_a_speaker_vows_to_do_is_planned_and_his_vow_is_made() -> None:
    text = (
        "我が国は、平和を願っています。私は、各国の対話を促し、ドイツに軍縮を求めてまいります。"
        "私は、この国の平和に全力で取り組むことをお誓い申し上げます。\n\n"
        "平成十三年八月六日\n\n内閣総理大臣　小泉　純一郎"
    )
    found = [f.as_dict() for f in code(from_text(text, name="vow", language="ja")) if f.kind == "event"]
    asked = [e["actual"] for e in found if e["plover"] == "REQUEST"]
    vowed = [(e["actual"], e["date"]) for e in found if e["plover"] == "AGREE"]
    assert asked
    assert not any(asked)
    assert vowed == [(True, "2001-08-06")]
