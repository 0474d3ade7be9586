"""The day on which an article was written, from the dated sources listed under it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from detente.coding.dates.datelines import STAMPED
from detente.coding.dates.find import find_dates
from detente.coding.dates.mention import DateMention, Kind

_LONGEST = 240
_LISTED = re.compile(r"\s*[・•*『「\"“«–—-]")
_NOTE = re.compile(
    r"\s*(?:[（(［\[〔【<]\s?[注註]?\s?\d{1,3}\s?[)）］\]〕】>]|[注註]\s?\d|\d{1,3}[)）．.、]\s|[¹²³⁴-⁹⁰])"
)
_VERB_ENDS = frozenset("たるいすだ")  # what most Japanese sentences end in, and no date
_END = re.compile(r"\s*(?:\d{1,2}(?:時|:)\d{0,2}分?)?\s*(?:[(（][^)）]*[)）])?[\s。.]*$")


def news_dates(sentences: Sequence[str], language: str) -> list[str | None]:
    """For each sentence the earliest date of the list of sources that follows it; None without one.

    A source is a sentence that ends with a full date: in Japanese, where sentences end with their
    verb, any such one; in English and Russian only a list item or one that begins with a quotation.
    The numbered notes of a study are no such list: they say nothing of the day on which it was written.
    Sources themselves carry the date of their own list.
    """
    days = [_cited(sentence, language) for sentence in sentences]
    found: list[str | None] = [None] * len(sentences)
    following: str | None = None
    in_list = False
    for at in range(len(sentences) - 1, -1, -1):
        day = days[at]
        listed = day is not None or (in_list and _LISTED.match(sentences[at]) is not None)
        if day is not None:
            following = min(day, following) if in_list and following else day
        in_list = listed
        found[at] = following
    return _level(found, days)


def _level(found: list[str | None], days: list[str | None]) -> list[str | None]:
    """Give every source of a list the list's earliest date, as the article above it has."""
    for at in range(1, len(found)):
        if days[at] is not None and found[at - 1] is not None:
            found[at] = found[at - 1]
    return found


def _cited(sentence: str, language: str) -> str | None:
    if (
        len(sentence) > _LONGEST
        or not sentence.strip()
        or _NOTE.match(sentence)
        or STAMPED.fullmatch(sentence)
    ):
        return None
    if language != "ja" and not _LISTED.match(sentence):
        return None
    if language == "ja" and sentence.rstrip("。. 　\n")[-1:] in _VERB_ENDS:
        return None
    mentions = find_dates(sentence, language)
    if not mentions or mentions[-1].kind is not Kind.ABSOLUTE:
        return None
    last = mentions[-1]
    return _day(last) if sentence[: last.start].strip() and _END.match(sentence, last.end) else None


def _day(mention: DateMention) -> str:
    point = mention.first
    return f"{point.year:04d}-{point.month:02d}-{point.day:02d}"
