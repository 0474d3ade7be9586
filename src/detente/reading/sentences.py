"""The sentences of a paragraph, with an eye on quotations and abbreviations."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from detente.reading.abbreviations import holds
from detente.reading.quotes import quoted
from detente.reading.script import is_cjk

_STOP = re.compile(r"[。！？!?]+|．(?![0-9])|\.+|…+")
_NUMBERING = re.compile(r"\W*(?:[0-9]{1,3}(?:\.[0-9]{1,2})*|[A-Za-z]|[IVX]{1,5})")
_CLOSERS = re.compile(r"[」』）)\]］”»’\"]*")
_GOES_ON = re.compile(
    r"\s*(?:と(?!はいえ|ころ)|など|という|って|を|に(?!も)|は|が|も|の|で(?!は|も)|や|へ|から|より|まで|、|，|だ|な[どのら]|[」』）)・])"
)
_SAID = re.compile(r"\s+(?:[A-Z][\w.]*\s+){1,3}(?:said|asked|replied|added|wrote|declared|observed|told)\b")
_BEGINS = re.compile(r"\s+[\s—–-]*[A-ZА-ЯЁ0-9\"“«„‘'(\[À-Þ\u3040-\u9fff「『（]")


def sentences(text: str) -> list[tuple[int, int]]:
    """The half-open intervals of the sentences of one paragraph, blanks around them left out.

    What stands in a pair of brackets or quotation marks is never cut: 「…。…。」と述べた。 is one.
    """
    found: list[tuple[int, int]] = []
    start = 0
    for end in [*_boundaries(text), len(text)]:
        piece = text[start:end]
        bare = piece.strip()
        if bare:
            first = start + len(piece) - len(piece.lstrip())
            found.append((first, first + len(bare)))
        start = end
    return found


def _boundaries(text: str) -> Iterator[int]:
    inside = quoted(text)
    openings = [start for start, _ in inside]
    for stop in _STOP.finditer(text):
        at = bisect_right(openings, stop.start()) - 1
        quote = inside[at] if at >= 0 and stop.start() < inside[at][1] else None
        if quote is None:
            end = _after_closers(text, stop.end())
            if _ends(text, stop.start(), stop.end(), end):
                yield end
        elif _CLOSERS.fullmatch(text, stop.end(), quote[1]) and _quotation_ends(text, stop, quote):
            yield quote[1]


def _after_closers(text: str, at: int) -> int:
    """Past closing brackets that have no partner, which a split quotation leaves behind."""
    closers = _CLOSERS.match(text, at)
    return closers.end() if closers else at


def _ends(text: str, start: int, stop_end: int, end: int) -> bool:
    """Whether a stop outside of quotations ends the sentence; `end` lies past closing brackets."""
    mark = text[start]
    if end >= len(text) or (mark == "." and start < 8 and _NUMBERING.fullmatch(text, 0, start)):
        return False
    if mark == "。":
        return True
    if mark in "！？!?" and (is_cjk(text[end]) or is_cjk(mark)):
        return not _GOES_ON.match(text, end) if text[end] != " " else True
    if mark == "．":
        return start > 0 and is_cjk(text[start - 1]) and is_cjk(text[end])
    if mark == "…" and not text[end].isspace():
        return False
    if not _BEGINS.match(text, end):
        return False
    return not (
        mark == "."
        and stop_end - start == 1
        and holds(text[max(0, start - 24) : start], text[end : end + 40])
    )


def _quotation_ends(text: str, stop: re.Match[str], quote: tuple[int, int]) -> bool:
    """Whether the sentence ends with the quotation whose last sentence the stop ends."""
    end = quote[1]
    if end >= len(text):
        return False
    closer = text[end - 1]
    if closer in "」』）":
        return closer != "）" and not _GOES_ON.match(text, end) and not text[end].isascii()
    if stop.group() in ".…" and closer in ")]" and _is_within_sentence(text, quote[0]):
        return False
    if stop.group()[0] in "?!" and _SAID.match(text, end):
        return False
    if closer in ")]" and holds(text[max(0, stop.start() - 24) : stop.start()], ""):
        return False
    return bool(_BEGINS.match(text, end))


def _is_within_sentence(text: str, start: int) -> bool:
    """Whether a bracket opens in the middle of a sentence: "Co. (Ltd.) Then"."""
    before = text[:start].rstrip()
    return bool(before) and before[-1] not in '.!?。…”"»)'
