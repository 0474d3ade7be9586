"""The timeline: every dated entry is on it once, in its lane, where its date is."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from detente.brief import Briefing, build
from detente.brief.axis import Axis, dense_window, ticks
from detente.brief.sides import lane
from detente.brief.timeline import LEFT, RIGHT, timeline
from detente.findings import Event
from detente.reading import from_text

TEXT = "甲乙丙丁" * 40
DATES = st.one_of(
    st.none(),
    st.dates(date(1995, 1, 1), date(2005, 12, 31)).map(str),
    st.dates(date(1995, 1, 1), date(2005, 12, 31)).map(lambda d: str(d)[:7]),
    st.sampled_from(["1890", "199X", "../2003-03", "2001-09-11/..", "2003-03/2003-05-28", "2003-22", "9999"]),
)


@settings(deadline=None, max_examples=40)
@given(st.lists(st.tuples(DATES, st.sampled_from(["AGREE", "ASSAULT", "NONE"]), st.booleans()), max_size=40))
def test_every_dated_entry_is_drawn_once_and_inside(acts: list[tuple[str | None, str, bool]]) -> None:
    document = from_text(TEXT, name="x")
    events = [
        Event(document=document.sha256, start=i * 4, end=i * 4 + 4, quote=TEXT[i * 4 : i * 4 + 4], date=day,
              plover=plover, actors=("RUS",) if one else ("USA",), targets=("USA",) if one else ("RUS",))
        for i, (day, plover, one) in enumerate(acts)
    ]  # fmt: skip
    relation = build([document], events, ("RUS", "USA"))
    chart = timeline(relation)
    dated = {n for n, entry in enumerate(relation.chronicle, start=1) if entry.date}
    if chart is None:
        assert not dated
        return
    drawn = [
        (m, row)
        for row in chart.rows
        for m in (
            *(m for mark in row.marks for m in mark.members),
            *(m for bar in row.bars for m in bar.members),
            *row.before, *row.after, *row.crowded,
        )
    ]  # fmt: skip
    assert sorted(m.number for m, _ in drawn) == sorted(dated)
    assert all(lane(m.entry.event, relation.dyad) is row.lane for m, row in drawn)
    assert chart.undated == len(relation.chronicle) - len(dated)
    for row in chart.rows:
        assert all(LEFT <= mark.x <= RIGHT and row.top < mark.y < row.bottom for mark in row.marks)
        assert all(LEFT <= bar.x1 <= bar.x2 <= RIGHT and row.top < bar.y < row.bottom for bar in row.bars)
        for y in {mark.y for mark in row.marks}:
            places = sorted(mark.x for mark in row.marks if mark.y == y)
            assert all(b - a >= 15 for a, b in pairwise(places))


def test_one_old_treaty_does_not_press_the_rest_into_a_corner() -> None:
    days = [date(2002, month, 1) for month in range(1, 13)]
    first, last = dense_window([(day, day) for day in (date(1890, 1, 1), *days)])
    assert (first.year, last) == (2001, date(2002, 12, 31)) or first.year == 2002


def test_cooperation_stands_above_and_conflict_below_the_line(relation: Briefing) -> None:
    chart = timeline(relation)
    assert chart is not None
    for row in chart.rows:
        for mark in row.marks:
            (member, *_) = mark.members
            above = member.entry.event.plover in ("AGREE", "CONSULT")
            assert (mark.y < row.axis) is above


def test_ticks_are_named_by_years_that_lie_inside() -> None:
    axis = Axis(date(2001, 3, 1), date(2003, 12, 31), 0, 900)
    marks = ticks(axis)
    assert [t.day for t in marks if t.major] == [date(2002, 1, 1), date(2003, 1, 1)]
    assert all(t.named for t in marks)
    assert [t.x for t in marks] == sorted(t.x for t in marks)
