"""Dates as the vocabulary compares them: the first day that an EDTF or ISO value may mean."""

from __future__ import annotations

import re

_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_YEAR_JA = re.compile(r"(?<!\d)(1[5-9]\d\d|20\d\d)\s?年(?!代|間|以上)")
_YEAR = re.compile(  # what must not stand before is looked at last: digits are rare, and found fast
    r"(1[5-9]\d\d|20[0-4]\d)(?<![\d.,$€£-]\d{4})(?![\d%]|[.,]\d|-\d{3})"
)


def day(date: str | None) -> str | None:
    """The day in the middle of what a date leaves open: "2003" is 2003-07-01; None where it has no day."""
    found = _DAY.search(date) if date else None
    if found is None:
        return None
    year, month, of_month = found.groups()
    return f"{year}-{month or '07'}-{of_month or ('15' if month else '01')}"


def years_between(a: str, b: str) -> float:
    """The distance of two ISO days in years, never negative."""
    return abs(_decimal(a) - _decimal(b))


def dated(text: str, language: str, date: str | None) -> list[tuple[int, str]]:
    """Where in a text which day holds: the document's at first, a year that the text names from there on.

    A year after the document's does not count: who will hold office then nobody knows.
    Returns (offset, ISO day) in order; empty where nothing is known.
    """
    base = day(date)
    marks = [(-1, base)] if base else []
    pattern = _YEAR_JA if language == "ja" else _YEAR
    for found in pattern.finditer(text):
        year = found.group(1)
        late = base is not None and year >= base[:4]
        marks.append((found.start(), base if late and base else f"{year}-07-01"))
    return marks


def _decimal(iso: str) -> float:
    return int(iso[:4]) + (int(iso[5:7]) - 1) / 12 + (int(iso[8:10]) - 1) / 366
