"""The single dates of a Russian text, before ranges and what stands before them (с, до, около)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from detente.coding.dates import ru_words
from detente.coding.dates.mention import Base, Kind, Point
from detente.coding.dates.ru_words import DOC, MONTH, NUMBERS, ORDINALS, REF, SEASON, SHIFTS, WEEKDAY
from detente.coding.dates.token import Level, Reader, Token, iso, piece, pieces

_Match = re.Match[str]

_SHIFT = "|".join(pattern for pattern, _ in SHIFTS)
_YY = r"(?:1[0-9]|20)\d\d"
_G = r"(?:\s*(?:год(?:а|у|ом|ы|ов|ам|ах|ами|е)?\b|гг?\.|гг?\b))"
_REL = rf"(?:{_SHIFT})\s+(?:год[ау]|г\.)|с\.\s?г\."
_YEAR = rf"(?:(?P<{{0}}>{_YY})(?:-го)?(?!\w|[.,]\d|%){_G}?|(?P<{{0}}r>{_REL}))"
_D = r"(?:3[01]|[12]\d|0?[1-9])(?:-?(?:го|е|ого|му))?(?![\w%:]|[.,/]\d)"
_TO = r"(?:\s?[-–—]\s?|\s+(?:по|до|и)\s+|,\s+)"
_NUMBER = r"\d{1,3}|" + "|".join(rf"{stem}\w*" for stem in sorted(NUMBERS, key=len, reverse=True))
_ROMAN = r"[XVIХ]{1,5}"
_CENTURY = (
    rf"{_ROMAN}|\d{{1,2}}(?:-?(?:й|го|м|ый|ом))?|(?:двадцать\s+перв|"
    + "|".join(stem for stem in ru_words.CENTURIES if " " not in stem)
    + r")\w+"
)
_TOKEN = re.compile(
    rf"""
    (?<![\w$€£№\#])(?<!\d[.,/:])
    (?:
      (?P<iso>(?P<iy>{_YY})-(?P<im>0[1-9]|1[0-2])-(?P<id>\d\d)(?!\d))
    | (?P<dots>(?P<nd>\d{{1,2}})\.(?P<nm>\d{{1,2}})\.(?P<ny>{_YY}|\d\d)(?![\d.]\d))
    | (?P<event>(?:(?<=после\ )|(?<=терактов\ )|(?<=терактах\ )|(?<=терактам\ )|(?<=теракты\ )|(?<=событий\ )
        |(?<=событиях\ )|(?<=события\ )|(?<=атак\ )|(?<=трагедии\ ))11\ сентября(?!\s+{_YY}|\s+(?:{_SHIFT})))
    | (?P<dmy>(?:(?P<da>{_D}){_TO})?(?P<dd>{_D})\s+(?P<dm>{MONTH})(?:,?\s+{_YEAR.format("dy")})?)
    | (?P<my>(?P<mm>{MONTH})(?:\s+{_YEAR.format("mn")})?)
    | (?P<quarter>(?:(?P<qo>перв|втор|трет|четв)\w+\s+|(?P<qr>IV|III|II|I)\s+)
        (?P<qw>квартал\w*|полугоди\w+|половин\w+)\s+{_YEAR.format("qn")})
    | (?P<seasonal>(?P<se>{SEASON})(?:\s+{_YEAR.format("sn")}|\s+(?={_YY}[-–/])))
    | (?P<fiscal>(?P<fy>{_YY})(?:[-/](?:\d\d)?\d\d)?\s+(?:финансов|бюджетн)\w+\s+год\w*)
    | (?P<decade>(?P<dc>{_YY[:-2]}0|\d0)(?:-?(?:х|е|ые|ых|ым|ыми|ми|м))(?!\w)(?:\s+(?:гг?\.|год\w+))?)
    | (?P<century>(?:(?P<ca>{_ROMAN}|\d{{1,2}})\s?(?:[-–—]|\s+и\s+)\s?)?(?P<cc>(?i:{_CENTURY}))\s?
        (?:век\w{{0,3}}\b|вв?\.|столети\w+))
    | (?P<span>(?P<ya>{_YY})\s?[-–—/]\s?(?P<yb>{_YY}|\d\d)(?:-?[хе])?(?![\w%]|[-–/.,]\d){_G}?)
    | (?P<year>(?P<yy>{_YY})(?:-(?:го|м|й|ом|му))?(?!\w|[.,]\d|%|[-–]\d)(?P<yg>{_G})?)
    | (?P<count>(?:(?P<kn>{_NUMBER})\s+)?(?P<ku>год\w?|лет|месяц\w*|недел\w+|д(?:ень|ня|ней)|сут\w+)\s+
        (?P<kw>назад|спустя))
    | (?P<relative>(?P<rw>{_SHIFT})\s+(?P<ru>год[ау]?|месяц[ае]?|недел[еию]|д(?:ень|ня)|{MONTH}|{WEEKDAY}))
    | (?P<thisyear>с\.\s?г\.)
    | (?P<day>(?i:сегодня|вчера|позавчера|завтра|послезавтра)\b)
    | (?P<weekday>(?:(?<=[Вв]\ )|(?<=[Вв]о\ )|(?<=[Сс]\ )|(?<=[Сс]о\ )|(?<=[Дд]о\ ))(?P<wd>{WEEKDAY}))
    )
    """,
    re.VERBOSE,
)
_NO_YEAR_BEFORE = re.compile(
    r"(?:резолюци\w+(?:\s+СБ(?:\s+ООН)?)?(?:\s\d+(?:,|\s+и))*|№|номер\w*|стать\w+|пункт\w*|более|менее|около|почти|примерно|до|свыше)\s?$",
    re.I,
)
_YEAR_BEFORE = re.compile(
    r"(?:\b(?:в|во|с|со|по|до|от|и|к|на|между|после|или|лета|летом|весной|весны|осенью|осени|зимой|зимы)\s|[-–—(/])\s?$",
    re.I,
)
_COUNT_AFTER = re.compile(
    r"\s(?:\w+[хыхо]\s)?(?:солдат|военн|человек|долл|руб|евро|тонн|км|килом|голос|чел|млн|тыс|млрд|беженц|граждан|боеголов|ракет)"
)
_TITLE_BEFORE = re.compile(
    r"(?:[Дд]оговор|[Зз]акон|[Кк]онвенци|[Сс]оглашени|[Пп]оправк|ДНЯО|[Кк]онституци)\w*\s+(?:от\s+)?$"
)


def tokens(text: str) -> Iterator[Token]:
    """The single dates of a text, in order."""
    return pieces(text, _TOKEN, _READERS)


def _dots(m: _Match) -> Token | None:
    year = int(m["ny"])
    year += 0 if year > 99 else 1900 if year >= 30 else 2000
    return piece(m, Level.DAY, Point(year, int(m["nm"]), int(m["nd"])))


def _event(m: _Match) -> Token | None:
    return piece(m, Level.WHOLE, Point(2001, 9, 11), kind=Kind.NAME)


def _with_year(m: _Match, group: str, point: Point) -> Point:
    """The point with the year in figures or by an adjective (прошлого года) that follows it."""
    if m[group]:
        return replace(point, year=int(m[group]))
    if m[group + "r"]:
        base, years = _shift_of(m[group + "r"])
        return replace(point, base=base, years=years)
    return point


def _day_month(m: _Match) -> Token | None:
    point = _with_year(m, "dy", Point(month=ru_words.month(m["dm"]), day=_int(m["dd"])))
    lead = replace(point, day=_int(m["da"])) if m["da"] else None
    if lead and (lead.day or 0) >= (point.day or 0):
        return None
    return piece(m, Level.DAY, point, lead)


def _month_year(m: _Match) -> Token | None:
    point = _with_year(m, "mn", Point(month=ru_words.month(m["mm"])))
    if m.group().lower() in ("мая", "май", "марта") and m.group()[0].isupper():
        return None
    return piece(m, Level.MONTH, point)


def _quarter(m: _Match) -> Token | None:
    ordinal = ORDINALS[(m["qr"] or m["qo"]).strip()]
    length = 3 if m["qw"].startswith("квартал") else 6
    if ordinal * length > 12:
        return None
    part = ((ordinal - 1) * length + 1, ordinal * length)
    return piece(m, Level.PART, _with_year(m, "qn", Point(part=part)))


def _seasonal(m: _Match) -> Token | None:
    point = _with_year(m, "sn", Point(part=ru_words.season(m["se"])))
    return piece(m, Level.PART, point) if point.year or point.base else None


def _fiscal(m: _Match) -> Token | None:
    return piece(m, Level.YEAR, Point(int(m["fy"]), unit="fiscal"))


def _decade(m: _Match) -> Token | None:
    year = int(m["dc"])
    year += 0 if year > 99 else 1900 if year >= 20 else 2000
    return piece(m, Level.YEAR, Point(year, unit="decade"))


def _century(m: _Match) -> Token | None:
    last = ru_words.century(m["cc"])
    first = ru_words.century(m["ca"]) if m["ca"] else None
    if last is None or not 2 <= last <= 30:
        return None
    lead = Point((first - 1) * 100, unit="century") if first else None
    return piece(m, Level.WHOLE, Point((last - 1) * 100, unit="century"), lead)


def _span(m: _Match) -> Token | None:
    first, last = int(m["ya"]), int(m["yb"])
    last += first - first % 100 if last < 100 else 0
    return piece(m, Level.YEAR, Point(last), Point(first)) if first < last else None


def _year(m: _Match) -> Token | None:
    """A year with год or г. after it, or after a preposition; a bare number is none."""
    before = m.string[max(0, m.start() - 30) : m.start()]
    if not m["yg"] and (_NO_YEAR_BEFORE.search(before) or not _YEAR_BEFORE.search(before)):
        return None
    if not m["yg"] and _COUNT_AFTER.match(m.string, m.end()):
        return None
    title = _TITLE_BEFORE.search(m.string[max(0, m.start() - 30) : m.start()])
    return piece(m, Level.YEAR, Point(int(m["yy"])), kind=Kind.TITLE if title else None)


def _count(m: _Match) -> Token | None:
    """Два года назад, from the document; пять месяцев спустя, from the last date said."""
    said = (m["kn"] or "1").lower()
    count = int(said) if said.isdecimal() else _number(said)
    base = REF if m["kw"] == "спустя" else DOC
    count *= 1 if base is REF else -1
    unit = m["ku"]
    if unit.startswith("недел"):
        return Token(m.start(), m.end(), Level.WHOLE, Point(base=base, days=7 * count), approximate=True)
    return piece(m, Level.WHOLE, _shifted(unit, base, count))


def _relative(m: _Match) -> Token | None:
    base, shift = _shift_of(m["rw"])
    unit = m["ru"]
    if re.match(rf"(?:{MONTH})$", unit):
        return piece(m, Level.WHOLE, Point(base=base, years=0, turn=shift, month=ru_words.month(unit)))
    if re.match(rf"(?:{WEEKDAY})$", unit):
        return piece(m, Level.WHOLE, Point(base=base, turn=shift, weekday=ru_words.weekday(unit)))
    if unit in ("день", "дня") and base is DOC:
        return None
    if unit.startswith("год") and m["rw"].lower().startswith("следующ"):
        base = _next_year_base(m)
    return piece(m, Level.WHOLE, _shifted(unit, base, shift))


def _next_year_base(m: _Match) -> Base:
    """В следующем году counts from now; на следующий год from the last date said."""
    return REF if m.string.endswith("на ", 0, m.start()) else DOC


def _shifted(unit: str, base: Base, count: int) -> Point:
    if unit.startswith(("год", "лет")):
        return Point(base=base, years=count)
    if unit.startswith("мес"):
        return Point(base=base, months=count)
    if unit.startswith("недел"):
        return Point(base=base, weeks=count)
    return Point(base=base, days=count)


def _this_year(m: _Match) -> Token | None:
    return piece(m, Level.WHOLE, Point(base=DOC, years=0))


def _day(m: _Match) -> Token | None:
    days = {"сегодня": 0, "вчера": -1, "позавчера": -2, "завтра": 1, "послезавтра": 2}[m["day"].lower()]
    return piece(m, Level.WHOLE, Point(base=DOC, days=days))


def _weekday(m: _Match) -> Token | None:
    return piece(m, Level.WHOLE, Point(weekday=ru_words.weekday(m["wd"])))


def _shift_of(text: str) -> tuple[Base, int]:
    low = text.lower()
    return next((value for pattern, value in SHIFTS if re.match(pattern, low)), (DOC, 0))


def _number(word: str) -> int:
    return next(n for stem, n in sorted(NUMBERS.items(), key=lambda s: -len(s[0])) if word.startswith(stem))


def _int(text: str) -> int:
    return int("".join(c for c in text if c.isdecimal()))


_READERS: dict[str, Reader] = {
    "iso": iso,
    "dots": _dots,
    "event": _event,
    "dmy": _day_month,
    "my": _month_year,
    "quarter": _quarter,
    "seasonal": _seasonal,
    "fiscal": _fiscal,
    "decade": _decade,
    "century": _century,
    "span": _span,
    "year": _year,
    "count": _count,
    "relative": _relative,
    "thisyear": _this_year,
    "day": _day,
    "weekday": _weekday,
}
