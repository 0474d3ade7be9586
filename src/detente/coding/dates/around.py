"""Single dates joined to ranges and bounds by the words around them, for languages that put these before."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from detente.coding.dates.mention import DateMention, Kind, Point, kind_of
from detente.coding.dates.token import Level, Token

_LOOK_BACK = 48
_LOOK_AHEAD = 24


@dataclass(frozen=True)
class Around:
    """The words of one language that stand around dates.

    Parameters
    ----------
    tokens : finds the single dates of a text.
    before : a pattern ending in `$` with the groups after (since), until, between and about.
    to : what stands between the ends of a range, whole.
    both : the same for "and", which makes a range after "between" and between neighbouring years.
    onward : what stands after a date that begins something.
    name_tail : what belongs to the name of an event after its date ("attacks").
    """

    tokens: Callable[[str], Iterable[Token]]
    before: re.Pattern[str]
    to: re.Pattern[str]
    both: re.Pattern[str]
    onward: re.Pattern[str]
    name_tail: re.Pattern[str]

    def read(self, text: str) -> list[DateMention]:
        """The dates of a text, with their bounds and ranges."""
        found: list[DateMention] = []
        dates = list(self.tokens(text))
        at = 0
        while at < len(dates):
            start, marks = self._before(text, dates[at], found[-1].end if found else 0)
            if at + 1 < len(dates) and self._ranges(text, dates[at], dates[at + 1], marks):
                at += 1
                found.append(_range(dates[at - 1], dates[at], start, marks))
            else:
                found.append(self._single(text, dates[at], start, marks))
            at += 1
        return found

    def _before(self, text: str, token: Token, floor: int) -> tuple[int, set[str]]:
        """Where a date begins with the words before it, and which marks they are."""
        low = max(floor, token.start - _LOOK_BACK)
        match = self.before.search(text[low : token.start])
        marks = {k for k in ("after", "until", "between", "about") if match and match[k]}
        if match is None or not marks:
            return token.start, marks
        return low + min(match.start(k) for k in marks), marks

    def _ranges(self, text: str, first: Token, last: Token, marks: set[str]) -> bool:
        """Whether two dates are the ends of one range: from … to, between … and, a dash, 1993 and 1994."""
        between = text[first.end : last.start]
        if first.lead or last.lead or _named(first) or _named(last) or len(between) > _LOOK_AHEAD:
            return False
        if Level.WHOLE in (first.level, last.level) and not marks & {"after", "between"}:
            return False
        if self.to.fullmatch(between):
            return True
        if not self.both.fullmatch(between):
            return False
        return "between" in marks or _neighbours(first.point, last.point)

    def _single(self, text: str, token: Token, start: int, marks: set[str]) -> DateMention:
        bound = "after" if "after" in marks else "before" if "until" in marks else None
        end = token.end
        if token.kind is Kind.NAME and (tail := self.name_tail.match(text, end)):
            end = tail.end()
        if (onward := self.onward.match(text, end)) and bound != "before":
            bound, end = "after", onward.end()
        first, last = (token.lead, token.point) if token.lead else (token.point, None)
        if last is not None:
            bound = None
        kind = kind_of(first, last, bound, token.kind)
        return DateMention(start, end, kind, first, last, bound, token.approximate or "about" in marks)


def _named(token: Token) -> bool:
    return token.kind in (Kind.NAME, Kind.TITLE)


def _neighbours(first: Point, last: Point) -> bool:
    """Two years, or two decades, that follow each other."""
    if first.unit != last.unit or first.year is None or last.year is None:
        return False
    if first.month or last.month or first.part or last.part:
        return False
    return last.year - first.year == (10 if first.unit == "decade" else 1)


def _range(first: Token, last: Token, start: int, marks: set[str]) -> DateMention:
    beginning = first.point
    if first.level == last.level == Level.DAY and beginning.month is None:
        beginning = replace(beginning, month=last.point.month)
    return DateMention(start, last.end, Kind.RANGE, beginning, last.point, None, "about" in marks)
