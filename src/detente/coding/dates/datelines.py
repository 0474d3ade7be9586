"""The day on which an item of news or a speech was written, from the line that opens or signs it."""

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
_HEADLINE = re.compile(
    r"[^。]{4,80}?【(?P<inside>[^】]{4,40})】"
)  # 米、制裁を発動【ワシントン2020年12月15日】
_BYLINE = re.compile(r"\s*[^。.!?（(]{2,30}[（(](?P<inside>[^)）]{6,20})[)）]\s*")  # 山田太郎（2018/10/14）
STAMPED = re.compile(  # a headline
    r"(?!\s*[・•*『「\"“])[^。!?]{4,120}(?P<inside>[12]\d{3}([-/.])\d{2}\2\d{2})\s*"
)
_BLANK = re.compile(r"[\s.,()（）。г]*(?:\d{1,2}(?:時|:)\d{2}分?)?[\s.)）]*")
_LINE, _SIGNED = 60, 40
_STOPS = ("。", ".", "!", "?", "」", "”", '"')


def dateline_days(sentences: Sequence[str], language: str) -> list[str | None]:
    """For each sentence the day of the dateline that it stands under, or that signs it; else None.

    A dateline is a bracket or a place at the head of a sentence with a full date in it, a name with a
    full date in brackets after it, a headline with a date stamp at its end, or a line that is nothing but
    a full date. It holds until the next one. A line under a text, before its signature or its end, dates
    what stands above it instead.
    """
    found: list[str | None] = []
    day: str | None = None
    begun = 0
    for at, sentence in enumerate(sentences):
        own = _day_of(sentence, language)
        signs = own is not None and day is None and _signs(sentences, at)
        if signs:
            found[begun:] = [own] * (at - begun)
        if own is not None:
            day, begun = (None if signs else own), at + signs
        found.append(own or day)
    return found


def _signs(sentences: Sequence[str], at: int) -> bool:
    """Whether a line with nothing but a date closes a text: prose above it, none right below."""
    if _BRACKET.match(sentences[at]) or len(sentences[at]) > _LINE:
        return False
    before, after = sentences[at - 1].rstrip() if at else "", sentences[at + 1 :]
    below = after[0].strip() if after else ""
    return before.endswith(_STOPS) and len(below) < _SIGNED and not below.endswith(_STOPS)


def _day_of(sentence: str, language: str) -> str | None:
    head = _BRACKET.match(sentence) or (_PLACE.match(sentence) if language != "ja" else None)
    head = head or _HEADLINE.match(sentence) or _BYLINE.fullmatch(sentence) or STAMPED.fullmatch(sentence)
    if head is None and len(sentence) > _LINE:
        return None
    start, end = (head.start("inside"), head.end("inside")) if head else (0, len(sentence))
    dates = [d for d in find_dates(sentence[:end], language) if d.start >= start and _is_full(d)]
    if len(dates) != 1 or (head is None and not _alone(sentence, dates[0])):
        return None
    point = dates[0].first
    return f"{point.year:04d}-{point.month:02d}-{point.day:02d}"


def _alone(sentence: str, date: DateMention) -> bool:
    rest = sentence[: date.start] + sentence[date.end :]
    return _BLANK.fullmatch(rest) is not None


def _is_full(date: DateMention) -> bool:
    whole = None not in (date.first.year, date.first.month, date.first.day)
    return whole and date.kind in (Kind.ABSOLUTE, Kind.ERA)
