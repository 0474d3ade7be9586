"""What users call states: our codes, and those of the Correlates of War through their years."""

from __future__ import annotations

import datetime as dt

import pytest

from detente.errors import UsageError
from detente.ontology.named_states import state_named, two_codes


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("RUS", "RUS"),
        ("rus", "RUS"),
        ("365", "RUS"),
        ("2", "USA"),
        ("002", "USA"),
        ("UKG", "GBR"),
        ("gmy", "DEU"),
        ("cow:SWZ", "CHE"),
        ("COW:aus", "AUT"),
        ("cow:365", "RUS"),
        ("265", "DDR"),
        ("TWN", "Taiwan"),
        ("680", "YMD"),
    ],
)
def test_a_state_has_many_codes(text: str, code: str) -> None:
    assert state_named(text).code == code


def test_a_code_of_ours_comes_before_an_abbreviation_and_that_is_said() -> None:
    named = state_named("SWZ")
    assert named.code == "SWZ"
    assert "cow:SWZ" in (named.remark or "")
    assert "CHE" in (named.remark or "")
    assert [state_named(one).remark for one in ("RUS", "USA", "YUG", "365", "GMY")] == [None] * 5


def test_a_number_holds_for_its_years() -> None:
    year = {y: (dt.date(y, 1, 1), dt.date(y, 12, 31)) for y in (1999, 2003, 2005, 2007)}
    assert [state_named("345", *year[y]).code for y in (1999, 2005, 2007)] == ["YUG", "SCG", "SRB"]
    for when in ((None, None), year[2003]):
        with pytest.raises(UsageError, match=r"YUG until 2003-02-03, SCG until 2006-06-04, SRB from"):
            state_named("345", *when)
    assert state_named("365", ussr="USSR", first=dt.date(1995, 1, 1)).code == "RUS"
    with pytest.raises(UsageError, match="several states in turn"):
        state_named("365", ussr="USSR")


def test_what_names_no_state_gets_a_suggestion() -> None:
    with pytest.raises(UsageError, match="Near it: 365 RUS, 366 EST"):
        state_named("364")
    with pytest.raises(UsageError, match='Write "DEU"'):
        state_named("Germany")
    with pytest.raises(UsageError, match='Did you mean "UKG"'):
        state_named("cow:UKGB")


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("RUS-USA", ("RUS", "USA")),
        ("365 - 2", ("365", "2")),
        ("365002", ("365", "2")),
        ("2365", ("2", "365")),
        ("365", None),
        ("RUS", None),
        ("RUS-", None),
        ("RUS-USA-GBR", None),
    ],
)
def test_a_dyad_is_two_codes_or_their_number(text: str, codes: tuple[str, str] | None) -> None:
    assert two_codes(text) == codes
