"""Disputes told the other way round: what divides the sides is X (対立点となるのがXである)."""

from __future__ import annotations

import pytest

from detente.coding import code
from detente.findings import Dispute
from detente.reading import from_text


def disputes(text: str) -> list[Dispute]:
    found = code(from_text(text, name="x", language="ja", date="2010-01-01"), kinds=["dispute"])
    return [f for f in found if isinstance(f, Dispute)]


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
