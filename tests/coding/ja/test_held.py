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
