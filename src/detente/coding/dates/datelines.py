"""The day on which an item of news was written, from the line or bracket that it begins with."""

from __future__ import annotations

import re
from collections.abc import Sequence

from detente.coding.dates.find import find_dates
from detente.coding.dates.mention import DateMention, Kind

_BRACKET = re.compile(r"\s*[【〔［\[（(](?P<inside>[^】〕］\])）]{1,40})[】〕］\])）]")
# LONDON, 24 August 2023 (Reuters) - ; МОСКВА, 16 июня 2020 г. (ТАСС).
_PLACE = re.compile(
    r"\s*(?P<inside>[A-ZА-ЯЁ][A-ZА-ЯЁa-zа-яё.' -]{1,30},[^—–]{4,40}?)(?:\([^)]{2,30}\)\s*)?\s[—–-]{1,2}\s"
)
_BLANK = re.compile(r"[\s.,()（）。г]*")


def dateline_days(sentences: Sequence[str], language: str) -> list[str | None]:
    """For each sentence the day of the dateline that it stands under; None before the first.

    A dateline is a bracket or a place at the head of a sentence with a full date in it, or a line that
    is nothing but a full date. It holds until the next one.
    """
    found: list[str | None] = []
    day: str | None = None
    for sentence in sentences:
        day = _day_of(sentence, language) or day
        found.append(day)
    return found


def _day_of(sentence: str, language: str) -> str | None:
    head = _BRACKET.match(sentence) or (_PLACE.match(sentence) if language != "ja" else None)
    end = head.end("inside") if head else min(len(sentence), 60)
    dates = [d for d in find_dates(sentence[:end], language) if _is_full(d)]
    if len(dates) != 1 or (head is None and not _alone(sentence, dates[0])):
        return None
    point = dates[0].first
    return f"{point.year:04d}-{point.month:02d}-{point.day:02d}"


def _alone(sentence: str, date: DateMention) -> bool:
    rest = sentence[: date.start] + sentence[date.end :]
    return _BLANK.fullmatch(rest) is not None


def _is_full(date: DateMention) -> bool:
    return date.kind is Kind.ABSOLUTE and None not in (date.first.year, date.first.month, date.first.day)
