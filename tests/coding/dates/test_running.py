"""The time that a text has reached is carried within a paragraph, and back to the day of its news."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from detente.coding.dates import Running, bounds

DAYS = st.dates(date(1931, 1, 1), date(2029, 12, 31))


def entered(written: str | None = None, fixed: bool = False) -> Running:
    running = Running()
    running.enter("item", 0, written=written, fixed=fixed)
    return running


@given(DAYS, st.integers(0, 14))
def test_news_goes_back_to_its_day_at_each_paragraph(written: date, ago: int) -> None:
    day = (written - timedelta(ago)).isoformat()
    running = entered(written.isoformat())
    running.told(day)
    running.told("1931-01")
    assert running.time == "1931-01"
    running.enter("item", 1, written=written.isoformat(), fixed=False)
    assert running.time == day


@given(DAYS)
def test_any_other_narrative_keeps_the_month_and_only_in_its_paragraph(day: date) -> None:
    running = entered()
    running.told(day.isoformat())
    first, last = bounds(running.time or "")
    assert first is not None
    assert last is not None
    assert first <= day <= last
    assert (first.month, last.month) == (day.month, day.month)
    running.enter("item", 1, written=None, fixed=False)
    assert running.time is None


@given(DAYS, DAYS)
def test_a_statement_keeps_the_day_of_its_meeting(day: date, other: date) -> None:
    running = entered(fixed=True)
    running.told(day.isoformat())
    running.told(other.isoformat())
    running.enter("item", 1, written=None, fixed=True)
    assert running.time == day.isoformat()
    assert running.ahead(other.isoformat()) == (other > day)


@given(DAYS)
def test_later_is_never_before_what_was_told(day: date) -> None:
    running = entered()
    running.told(day.isoformat())
    assert bounds(running.after() or "") == (day, None)


def test_years_open_intervals_and_the_next_item_carry_nothing() -> None:
    running = entered()
    for value in ("1999", "../1999-05", "1999-05/..", "199X"):
        running.told("1998-01")
        running.told(value)
        assert running.time is None, value
    running.told("1998-01")
    running.enter("next", 0, written=None, fixed=False)
    assert running.time is None


def test_the_days_of_a_visit_end_on_the_day_of_its_statement() -> None:
    running = entered(fixed=True)
    running.told("2001-08-12/2001-08-13")
    assert running.time == "2001-08-13"


def test_a_day_long_before_the_writing_is_not_that_of_the_news() -> None:
    running = entered("2018-10-14")
    running.told("2017-03-02")
    running.enter("item", 1, written="2018-10-14", fixed=False)
    assert running.time is None
