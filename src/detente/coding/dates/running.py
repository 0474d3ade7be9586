"""The time that a text has reached: when an act happened that it tells without a date of its own."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from detente.coding.dates.edtf import Span, parse

_NEAR = timedelta(days=14)


@dataclass(slots=True)
class Running:
    """The date of what is told, carried from sentence to sentence of a paragraph.

    An item of news has a day of its own, `lead`: the first that it tells, near the one on which it was
    `written`. Its paragraphs begin with that day again. In a statement of two sides (`fixed`) that is the
    day of their meeting, and every other date is content: the day stays the same throughout. In any
    other text a paragraph begins without a date.
    """

    item: Hashable = None
    paragraph: int = -1
    written: str | None = None
    fixed: bool = False
    lead: str | None = None
    now: str | None = None

    def enter(self, item: Hashable, paragraph: int, *, written: str | None, fixed: bool) -> None:
        """Go on to a sentence of a paragraph of an item; `fixed` tells that it is a statement."""
        if item != self.item:
            self.item, self.written, self.fixed, self.lead = item, written, fixed, None
            self.now = written if fixed else None
        elif paragraph != self.paragraph:
            self.now = self.lead or (written if fixed else None)
        self.paragraph = paragraph

    @property
    def time(self) -> str | None:
        """When an undated act happened: on the day of the news, in the month of any other narrative.

        A statement is made at the end of the meeting or visit that it is of.
        """
        if self.now is None or self.fixed:
            return last_day(self.now) if self.now else None
        return self.now if self.lead else month_of(self.now)

    def told(self, value: str | None) -> None:
        """Take in the date of the main clause of a sentence that told what had happened."""
        if value is None or (self.fixed and self.lead is not None):
            return
        span = parse(value)
        if span.start is None or span.end is None or span.end.month is None:
            self.now = None  # a year says too little of the sentence after it
            return
        self.now = value
        if self.lead is None and (self.fixed or self._is_news(span)):
            self.lead = value

    def _is_news(self, span: Span) -> bool:
        """Whether a date is one of the days before its text was written."""
        if self.written is None or len(self.written) < 10 or span.end is None or span.end.day is None:
            return False
        return timedelta(0) <= date.fromisoformat(self.written) - span.end.last_day <= _NEAR

    def ahead(self, value: str) -> bool:
        """Whether a date is later than the day of a statement: what it resolves on, not when it does so."""
        lead, first = self.lead or self.written, parse(value).start
        if not self.fixed or lead is None or first is None:
            return False
        end = parse(lead).end
        return end is not None and first.first_day > end.last_day

    def after(self) -> str | None:
        """What その後 means: any time from the last day that has been told."""
        end = parse(self.now).end if self.now else None
        return f"{end}/.." if end else None


def last_day(value: str) -> str:
    """The last point of a date; an open one is given back as it is."""
    end = parse(value).end
    return value if end is None else str(end)


def month_of(value: str) -> str:
    """The month of a day or of days in one month; any other date is given back as it is."""
    span = parse(value)
    if span.start is None or span.end is None or span.end.day is None:
        return value
    months = {str(replace(point, day=None)) for point in (span.start, span.end)}
    return months.pop() if len(months) == 1 else value
