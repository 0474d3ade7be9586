"""Who a name means, by date, role and state."""

from __future__ import annotations

import pytest

from detente.ontology import resolve_person
from detente.ontology.people import holder


@pytest.mark.parametrize(
    ("surface", "date", "role", "state", "expected"),
    [
        ("ブッシュ", "1991", None, None, ("USA/Bush",)),
        ("ブッシュ", "2002", None, None, ("USA/Bush",)),
        ("イワノフ", "2003", "外相", None, ("RUS/Ivanov",)),
        ("イワノフ", "2003", "国防相", None, ("RUS/Ivanov",)),
        ("Иванова", "2003", "министр обороны", None, ("RUS/Ivanov",)),
        ("フセイン", "2002", None, None, ("IRQ/Hussein",)),
        ("Hussein", "1995", "king", "JOR", ("JOR/Hussein",)),
        ("金", "2000", "大統領", None, ("KOR/Kim Dae-jung",)),
        ("Kim Jong Un", None, None, None, ("PRK/Kim Jong Un",)),
        ("菅", "2010", "首相", None, ("JPN/Kan",)),
        ("菅", "2021", "首相", None, ("JPN/Suga",)),
        ("Clinton", "2010", "secretary of state", None, ("USA/Clinton",)),
        ("Shevardnadze", "1988", None, None, ("USSR/Shevardnadze",)),
        ("Shevardnadze", "1999", None, None, ("GEO/Shevardnadze",)),
        ("Ban Ki-moon", "2010", None, None, ("UN/Ban",)),
        ("サアカシュヴィリ", "2008", None, None, ("GEO/Saakashvili",)),
        ("サーカシビリ", "2008", None, None, ("GEO/Saakashvili",)),
        ("Зеленского", "2022-03/..", None, None, ("UKR/Zelensky",)),
        ("Putin", "2003", None, "USA", ()),
        ("Nobody", "2003", None, None, ()),
    ],
)
def test_resolve_person(
    surface: str, date: str | None, role: str | None, state: str | None, expected: tuple[str, ...]
) -> None:
    assert resolve_person(surface, date, role, state) == expected


@pytest.mark.parametrize("role", ["ambassador", "spokesperson", "deputy foreign minister"])
def test_an_office_that_several_hold_at_once_names_nobody(role: str) -> None:
    assert holder("RUS", role, "2003-04-06") is None


def test_an_office_that_one_holds_names_its_holder() -> None:
    held = holder("RUS", "foreign minister", "2003-04-06")
    assert held is not None
    assert held.code == "RUS/Ivanov"
