"""EDTF dates in words: "24 May 2002", 「2002年5月24日」."""

from __future__ import annotations

from datetime import date

from babel.dates import format_date, format_interval, format_skeleton

from detente.brief.words import Words
from detente.coding.dates.edtf import Instant, Span, parse

_MARKS = {"~": ("date.about",), "?": ("date.uncertain",), "%": ("date.about", "date.uncertain")}
_DAY = {"en": "d MMMM y", "ja": "y年M月d日"}


def date_words(edtf: str | None, words: Words) -> str:
    """An EDTF date as the language writes it; "undated" for None.

    Open intervals say which end is open; marks (~ ? %) are put in words.
    """
    if edtf is None:
        return words("undated")
    span = parse(edtf)
    if span.start is None and span.end is not None:
        return words("date.before", date=_point(span.end, words))
    if span.end is None and span.start is not None:
        return words("date.after", date=_point(span.start, words))
    return _closed(span, words)


def day_words(day: date, words: Words) -> str:
    """A calendar day as the language writes it."""
    return format_date(day, _DAY[words.lang], locale=words.locale)


def _closed(span: Span, words: Words) -> str:
    first, last = span.start, span.end
    assert first is not None
    assert last is not None
    if first == last:
        return _point(first, words)
    if first.day and last.day and not first.mark and not last.mark:
        skeleton = "yMMMMd" if words.lang == "en" else "yMMMd"
        return _plain(format_interval(first.first_day, last.first_day, skeleton, locale=_region(words)))
    return words("date.range", first=_point(first, words), last=_point(last, words))


def _region(words: Words) -> str:
    """Day before month in English, as the rest of the briefing has it."""
    return {"en": "en_GB"}.get(words.lang, words.lang)


def _plain(text: str) -> str:
    return text.replace("\u2009", "").replace("\u202f", " ")


def _point(point: Instant, words: Words) -> str:
    text = _unmarked(point, words)
    for key in _MARKS.get(point.mark, ()):
        text = words(key, date=text)
    return text


def _unmarked(point: Instant, words: Words) -> str:
    year = str(point.year)
    if point.unit == "decade":
        return words("date.decade", year=year)
    if point.unit == "century":
        return words("date.century", year=year)
    if point.month is None:
        return format_skeleton("y", point.first_day, locale=words.locale)
    if point.month > 12:
        return words(f"date.season.{point.month}", year=year)
    if point.day is None:
        return format_skeleton("yMMMM", point.first_day, locale=words.locale)
    return day_words(point.first_day, words)
