"""Dates in Japanese: pieces joined to dates, dates to ranges, with what follows them (以降, まで, 頃)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from detente.coding.dates.ja_tokens import tokens
from detente.coding.dates.ja_words import PLAIN
from detente.coding.dates.mention import DateMention, Kind, Point, kind_of
from detente.coding.dates.token import Level, Token, merged

_GAP = re.compile(r"\s*の?\s*$")
_FISCAL = re.compile(r"\s*度(?!々|合)")
_POSITION = re.compile(
    r"\s*の?\s*(?:[上中下初]旬|初頭|初め(?!て)|はじめ(?!て)|始め(?!て|た|る)|年?末|半ば|なかば|前半|後半|早々|終わり)"
)
_SUFFIX = re.compile(
    r"\s*(?:(?:同時(?:多発)?)?(?:テロ)?(?:攻撃)?(?:事件)?(?=\s*(?:以|の?後)))?\s*"
    r"(?:(?P<about>頃|ごろ|ころ|前後|あたり)\s*)?"
    r"(?:(?P<after>以降|以後|以来|から(?!の?[0-9一二三四五六七八九十]+[年か月週])|来(?=[、の]))"
    r"|(?P<before>まで|以前))?"
)
_OF_WHAT = re.compile(  # 2000年の大統領就任以来: the date is that of the event that counts
    r"の[一-龯々ァ-ヴーA-Za-z]{1,14}?(?:(?P<after>以来|以降|以後)|(?P<before>以前|前(?=[、にのはま])|まで))"
)
_AFTER_EVENT = re.compile(r"\s*(?:同時(?:多発)?)?(?:テロ)?(?:攻撃)?(?:事件)?の?後")
_BASIS = re.compile(  # 2008年6月の合意に基づき: the paper that an act rests on, not the act
    r"の[^、。はがを]{0,14}?(?:合意|宣言|声明|決議|条約|協定|覚書|約束)"
    r"(?:」|』)?(?:に(?:基づ|従|沿|則|のっと|違反|反し|反す|照ら)|を(?:踏まえ|遵守|履行|順守|守)|どおり|通り)"
)
_HOUR = r"(?:朝|昼|夜|夕方|深夜|未明|早朝|午前|午後)?"
_TO = re.compile(rf"\s*(?:頃|ごろ)?{_HOUR}\s*(?:から|より|[-~])、?\s*$")
_UNTIL = re.compile(rf"\s*{_HOUR}(?:まで|にかけて)")
_BARE_KANJI_DAY = re.compile(r"[二三四五六七八九一](?:日)$")
_DAY_OF_NEWS = re.compile(r"\s*(?:[にの、朝昼夜夕付]|未明|午[前後]|から|まで)")


def read(text: str) -> list[DateMention]:
    """The dates of a Japanese text; full-width and half-width forms read alike."""
    plain = text.translate(PLAIN)
    found = []
    dates = list(_joined(plain))
    at = 0
    while at < len(dates):
        date = dates[at]
        end = _end_of_position(plain, date)
        if _ranges_to(plain, dates, at, end):
            at += 1
            found.append(_range(plain, date, dates[at]))
        else:
            found.append(_single(plain, date, end))
        at += 1
    return found


def _joined(plain: str) -> Iterator[Token]:
    """Join pieces of rising level that stand side by side: year, part, month, day."""
    held: Token | None = None
    for piece in tokens(plain):
        token = _with_fiscal(plain, piece)
        if held is not None and _joins(plain, held, token):
            held = _join(held, token)
            continue
        if held is not None and _stands_alone(plain, held):
            yield held
        held = token
    if held is not None and _stands_alone(plain, held):
        yield held


def _joins(plain: str, held: Token, token: Token) -> bool:
    if Level.WHOLE in (held.level, token.level) or token.level <= held.level:
        return False
    if held.level == Level.YEAR and token.level == Level.DAY:
        return False
    return token.start - held.end <= 3 and _GAP.match(plain[held.end : token.start]) is not None


def _join(held: Token, token: Token) -> Token:
    lead = merged(held.point, token.lead) if token.lead else None
    return replace(
        held, end=token.end, level=token.level, point=merged(held.point, token.point), lead=lead or held.lead
    )


def _with_fiscal(plain: str, token: Token) -> Token:
    match = _FISCAL.match(plain, token.end) if token.level == Level.YEAR else None
    if match is None:
        return token
    lead = replace(token.lead, unit="fiscal") if token.lead else None
    return replace(token, end=match.end(), point=replace(token.point, unit="fiscal"), lead=lead)


def _stands_alone(plain: str, token: Token) -> bool:
    """Whether a piece that nothing joined is a date: not 上半期 or 春, and 三日 only as a day of news."""
    if token.level == Level.PART:
        return token.point.year is not None or token.point.base is not None
    if token.level == Level.DAY and _BARE_KANJI_DAY.fullmatch(plain, token.start, token.end):
        return _DAY_OF_NEWS.match(plain, token.end) is not None
    return True


def _end_of_position(plain: str, token: Token) -> int:
    match = _POSITION.match(plain, token.end)
    return match.end() if match else token.end


def _ranges_to(plain: str, dates: list[Token], at: int, end: int) -> bool:
    """Whether the next date is the end of a range that begins with this one (9月24日から27日)."""
    if at + 1 == len(dates):
        return False
    first, last = dates[at], dates[at + 1]
    if last.start - end > 6 or first.lead or last.lead or first.kind is Kind.NAME:
        return False
    match = _TO.match(plain[end : last.start])
    coarse = last.level < first.level and last.point.year is None and last.level != Level.WHOLE
    return match is not None and not coarse


def _range(plain: str, first: Token, last: Token) -> DateMention:
    end = _end_of_position(plain, last)
    until = _UNTIL.match(plain, end)
    approximate = first.approximate or last.approximate
    stop = _inherited(first.point, last.point)
    return DateMention(
        first.start, until.end() if until else end, Kind.RANGE, first.point, stop, None, approximate
    )


def _inherited(first: Point, last: Point) -> Point:
    """The end of a range with the month that only its beginning says; years are left to `resolve`."""
    if last.base is not None or last.day is None or last.month is not None:
        return last
    return replace(last, year=first.year, month=first.month) if first.month else last


def _single(plain: str, token: Token, end: int) -> DateMention:
    suffix = _SUFFIX.match(plain, end)
    about, bound = None, None
    if suffix is not None and suffix.lastgroup:
        about, end = suffix["about"], suffix.end(suffix.lastgroup)
        bound = "after" if suffix["after"] else "before" if suffix["before"] else None
    elif token.kind is Kind.NAME and (event := _AFTER_EVENT.match(plain, end)):
        bound, end = "after", event.end()
    elif of_what := _OF_WHAT.match(plain, end):
        bound = of_what.lastgroup
    approximate = token.approximate or about is not None
    first, last = (token.lead, token.point) if token.lead else (token.point, None)
    basis = Kind.TITLE if bound is None and _BASIS.match(plain, end) else None
    kind = kind_of(first, last, bound, basis or token.kind)
    return DateMention(token.start, end, kind, first, last, bound, approximate)
