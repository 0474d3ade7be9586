"""The pieces of Japanese dates: years, months, days, and dates that come whole."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from detente.coding.dates.edtf import instant
from detente.coding.dates.ja_words import (
    DAYS,
    DOC,
    DURATION,
    ERAS,
    MONTHS,
    PARTS,
    REF,
    SEASON_YEARS,
    SEASONS,
    WEEKS,
    YEARS,
    number,
)
from detente.coding.dates.mention import Kind, Point
from detente.coding.dates.token import Level, Token

_Match = re.Match[str]


def _words(table: dict[str, Point] | dict[str, tuple[int, int]]) -> str:
    return "|".join(sorted(table, key=len, reverse=True))


_K = "〇零一二三四五六七八九"
_MONTH_AFTER = r"\s*(?:1[0-2]|0?[1-9]|十[一二]?|一[〇一二]|[一二三四五六七八九])\s*月"
_Y2_AFTER = rf"{_MONTH_AFTER}|末|春|夏|秋|冬|初|度|以降|以来|以前|に(?!わた|及|およ|一度|1度|も)"
_TOKEN = re.compile(
    rf"""
    (?=[0-9{_K}十百千明大昭平令年月同翌前今本当昨去来再先そおきあMTSHR'第米月火水木金土日上下春夏秋冬])
    (?<![0-9.{_K}十百千万億数])(?<![0-9],)
    (?:
      (?P<numeric>(?P<ny>[12]\d{{3}})(?P<ns>[-/.])(?P<nm>\d{{1,2}})(?P=ns)(?P<nd>\d{{1,2}})(?![0-9]))
    | (?P<slash>(?P<sy>[12]\d{{3}})/(?P<sm>\d{{1,2}})(?![0-9/]))
    | (?P<abbreviated>(?P<ae>[MTSHR])\s?(?P<ay>\d{{1,2}})[./](?P<am>\d{{1,2}})[./](?P<ad>\d{{1,2}})(?![0-9]))
    | (?P<event>(?:9\s?・\s?11|9[./]11(?=\s*(?:事件|同時|テロ|攻撃|以降|以後|以来|後|前|の))
        |九[・.]一一|米(?:国|中枢)?(?:における|での)?同時(?:多発)?テロ)(?![0-9%]))
    | (?P<eradecade>(?P<xe>明治|大正|昭和|平成)\s*(?P<xy>\d{{1,2}}|[{_K}十]{{1,3}})\s*年代)
    | (?P<era>(?P<ee>明治|大正|昭和|平成|令和)\s*(?P<ey>元|\d{{1,2}}|[{_K}十]{{1,4}})\s*
        (?:\([12]\d{{3}}\s*年?\)\s*)?年(?!代)(?:\s*\([12]\d{{3}}\s*年?\))?)
    | (?P<decade>(?:(?P<dl>[12]\d{{3}}|\d0)\s*(?:(?:年代)?\s*[-~]|[、・])\s*)?
        (?P<dy>[12]\d\d0|\d0|[一二][{_K}]{{2}}〇|[{_K}]〇)\s*年代)
    | (?P<century>(?:(?P<cl>\d{{1,2}})\s*[-~]\s*)?(?P<cy>\d{{1,2}}|[{_K}十]{{1,3}})\s*世紀)
    | (?P<span>(?P<yl>[12]\d{{3}})\s*(?:[-~]|(?P<and>[、・]))\s*(?P<yr>[12]\d{{3}}|\d\d)\s*(?:会計|財政)?年)
    | (?P<year>(?P<y4>[12]\d{{3}}|[一二]千[{_K}十百]{{0,6}}|[一二][{_K}]{{3}})\s*
        (?:\((?:明治|大正|昭和|平成|令和|同)\s*(?:元|\d{{1,2}})\s*年?\)\s*)?(?:会計|財政)?年
        (?:\s*\((?:明治|大正|昭和|平成|令和|同)\s*(?:元|\d{{1,2}})\s*年?\))?)
    | (?P<shortyear>(?P<apos>')?(?P<y2>\d\d|[〇一二三四五六七八九][{_K}])\s*
        (?P<gloss>\((?:明治|大正|昭和|平成|令和|同)\s*(?:元|\d{{1,2}})\s*年?\)\s*)?年)
    | (?P<ago>(?P<an>\d{{1,3}}|[{_K}十百]{{1,3}})\s*(?P<au>年|[かカヶケヵ箇]月|週間|日)
        (?P<aw>前|後)(?![後半倒]))
    | (?P<relyear>{_words(YEARS)})(?![代齢長金輪比])
    | (?P<relmonth>{_words(MONTHS)})(?![比])
    | (?P<relday>{_words(DAYS)})(?![比本])
    | (?P<relweek>{_words(WEEKS)})
    | (?P<seasonyear>[今昨来同翌](?:[春夏秋冬])(?![季闘期]))
    | (?P<part>{_words(PARTS)})
    | (?P<month>(?P<mt>[翌同])?(?:(?P<ml>\d{{1,2}})\s*[-~・、]\s*)?
        (?P<m>1[0-2]|0?[1-9]|十[一二]?|一[〇一二](?=\s*月)|[一二三四五六七八九])\s*月(?![間号曜]))
    | (?P<day>(?P<dt>[翌同])?(?:(?P<dal>\d{{1,2}}|[{_K}十]{{1,3}})\s*[-~・、,]\s*)?
        (?P<d>3[01]|[12]\d|0?[1-9]|[二三]?十[一二三四五六七八九]?|[一二][〇一二三四五六七八九](?=\s*日)
            |三[〇一](?=\s*日)|[一二三四五六七八九])\s*(?:両日|日)
        (?:\s*\([月火水木金土日](?:曜日?)?\))?)
    | (?P<weekday>[月火水木金土日]曜日?)
    )
    """,
    re.VERBOSE,
)
_COUNTED_BEFORE = re.compile(
    r"(?:約|およそ|戦後|過去|この|創立|計|延べ|[数第丸]|(?<![年月日頃])[~-]|毎月)\s*$"
)
_TITLE_AFTER = re.compile(  # 1968年の核不拡散条約, 1974年通商法; but not 2002年のモスクワ条約署名
    r"の?「?[一-龯々ァ-ヴーA-Z・]{1,15}(?:条約|協定|議定書|憲章|憲法|(?<![国手方])法)」?"
    r"(?![一-龯ァ-ヴー])(?!の?(?:署名|調印|締結|批准|発効|交渉|破棄|延長|改正|成立)|において)"
    r"|の(?:「[^」]{1,40}(?:宣言|声明|合意|覚書)」|[一-龯々ァ-ヴーA-Z・]{0,15}(?:宣言|声明))(?![一-龯ァ-ヴー])"
    r"(?!の?(?:署名|調印|採択|発表|発出))"
)
_LONG_YEAR = re.compile(r"[0-9]{4}\s*年\s*(?:から|と|、|[-~・])\s*$")
_RANGE_BEFORE = re.compile(r"[0-9〇一二三四五六七八九十][-~、・]$")
_DATED_SHORT_YEAR = re.compile(_Y2_AFTER)


def tokens(text: str) -> Iterator[Token]:
    """The pieces of dates in a text whose signs and digits have been made plain, in order."""
    era = 0  # first year less one of the era last named, 0 after a year of the common era
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup or ""
        token = _short_year(match, era) if kind == "shortyear" else _READERS[kind](match)
        if token is None:
            continue
        if kind == "era":
            era = ERAS[match["ee"]]
        elif kind in ("year", "numeric"):
            era = 0
        yield token


def _numeric(m: _Match) -> Token | None:
    return _whole(m, int(m["ny"]), int(m["nm"]), int(m["nd"]))


def _slash(m: _Match) -> Token | None:
    return _whole(m, int(m["sy"]), int(m["sm"]))


def _abbreviated(m: _Match) -> Token | None:
    year = ERAS[m["ae"]] + int(m["ay"])
    return _whole(m, year, int(m["am"]), int(m["ad"]), kind=Kind.ERA)


def _whole(
    m: _Match, year: int, month: int, day: int | None = None, kind: Kind | None = None
) -> Token | None:
    if instant(year, month, day) is None or month > 12:
        return None
    return Token(m.start(), m.end(), Level.WHOLE, Point(year, month, day), kind=kind)


def _event(m: _Match) -> Token:
    return Token(m.start(), m.end(), Level.WHOLE, Point(2001, 9, 11), kind=Kind.NAME)


def _era_decade(m: _Match) -> Token | None:
    year = number(m["xy"])
    if year % 10:
        return None
    first = ERAS[m["xe"]] + year
    return Token(m.start(), m.end(), Level.WHOLE, Point(first + 9), lead=Point(first), kind=Kind.ERA)


def _era(m: _Match) -> Token:
    return Token(m.start(), m.end(), Level.YEAR, Point(ERAS[m["ee"]] + number(m["ey"])), kind=Kind.ERA)


def _decade(m: _Match) -> Token | None:
    year = _decade_year(number(m["dy"]))
    lead = Point(_decade_year(int(m["dl"])), unit="decade") if m["dl"] else None
    if year % 10 or (lead and (lead.year or 0) % 10):
        return None
    return Token(m.start(), m.end(), Level.WHOLE, Point(year, unit="decade"), lead=lead)


def _decade_year(year: int) -> int:
    return year if year > 99 else year + (1900 if year >= 20 else 2000)


def _century(m: _Match) -> Token | None:
    ordinal = number(m["cy"])
    if not 2 <= ordinal <= 30 or (ordinal < 10 and m.string.startswith(DURATION, m.end())):
        return None
    lead = Point((int(m["cl"]) - 1) * 100, unit="century") if m["cl"] else None
    return Token(m.start(), m.end(), Level.WHOLE, Point((ordinal - 1) * 100, unit="century"), lead=lead)


def _span(m: _Match) -> Token | None:
    first, last = int(m["yl"]), int(m["yr"])
    if last < 100:
        last += first - first % 100
    fits = last == first + 1 if m["and"] else first < last
    return Token(m.start(), m.end(), Level.YEAR, Point(last), lead=Point(first)) if fits else None


def _year(m: _Match) -> Token:
    kind = Kind.TITLE if _TITLE_AFTER.match(m.string, m.end()) else None
    return Token(m.start(), m.end(), Level.YEAR, Point(number(m["y4"])), kind=kind)


def _short_year(m: _Match, era: int) -> Token | None:
    """A year of two digits: of the era last named, else of the years 1930 to 2029."""
    short = number(m["y2"])
    dated = (
        m["apos"]
        or m["gloss"]  # 01（平成13）年
        or _DATED_SHORT_YEAR.match(m.string, m.end())
        or _LONG_YEAR.search(m.string, max(0, m.start() - 12), m.start())
    )
    if m.string.startswith(DURATION, m.end()) or _COUNTED_BEFORE.search(m.string, m.start() - 6, m.start()):
        return None
    if not (dated or short >= 90 or m["y2"][0] in "0〇"):
        return None
    of_era = era and not m["apos"] and not m["gloss"] and short <= 64
    year = era + short if of_era else short + (1900 if short >= 30 else 2000)
    return Token(m.start(), m.end(), Level.YEAR, Point(year))


def _ago(m: _Match) -> Token | None:
    if _RANGE_BEFORE.search(m.string, m.start() - 3, m.start()):
        return None
    count = number(m["an"]) * (1 if m["aw"] == "後" else -1)
    base = REF if m["aw"] == "後" or m.string.endswith("その", 0, m.start()) else DOC
    if m["au"] == "年":
        point = Point(base=base, years=count)
    elif m["au"] == "日":
        point = Point(base=base, days=count)
    elif m["au"] == "週間":
        point = Point(base=base, days=7 * count)
    else:
        point = Point(base=base, months=count)
    return Token(m.start(), m.end(), Level.WHOLE, point, approximate=m["au"] == "週間")


def _relative(level: Level, table: dict[str, Point]) -> Callable[[_Match], Token]:
    return lambda m: Token(m.start(), m.end(), level, table[m.group()])


def _season_year(m: _Match) -> Token:
    base, years = SEASON_YEARS[m.group()[0]]
    return Token(m.start(), m.end(), Level.WHOLE, Point(base=base, years=years, part=SEASONS[m.group()[1]]))


def _part(m: _Match) -> Token:
    return Token(m.start(), m.end(), Level.PART, Point(part=PARTS[m.group()]))


def _month(m: _Match) -> Token:
    month = number(m["m"])
    point = Point(month=month)
    if m["mt"]:
        point = Point(month=month, base=REF, years=0, turn=1 if m["mt"] == "翌" else 0)
    lead, start = _lead(m, "ml", month)
    return Token(start, m.end(), Level.MONTH, point, lead=Point(month=lead) if lead else None)


def _day(m: _Match) -> Token | None:
    day, at = number(m["d"]), m.end()
    if m.string.startswith(DURATION, at) or _COUNTED_BEFORE.search(m.string, m.start() - 6, m.start()):
        return None
    point = Point(day=day)
    if m["dt"]:
        point = Point(day=day, base=REF, months=0) if m["dt"] == "同" else Point(day=day, base=REF, turn=1)
    lead, start = _lead(m, "dal", day)
    return Token(start, at, Level.DAY, point, lead=Point(day=lead) if lead else None)


def _lead(m: _Match, group: str, value: int) -> tuple[int | None, int]:
    """The first number of 24-27日 or 24、25日, and where the date begins; a list is no range."""
    if not m[group]:
        return None, m.start()
    lead = number(m[group])
    listed = m.string[m.end(group) : m.end(group) + 2].strip()[:1] in ("、", "・", ",")
    if not 1 <= lead < value or (listed and lead != value - 1):
        return None, m.start(group[0] if group == "ml" else "d")
    return lead, m.start()


def _weekday(m: _Match) -> Token:
    return Token(m.start(), m.end(), Level.DAY, Point(weekday="月火水木金土日".index(m["weekday"][0])))


_READERS: dict[str, Callable[[_Match], Token | None]] = {
    "numeric": _numeric,
    "slash": _slash,
    "abbreviated": _abbreviated,
    "event": _event,
    "eradecade": _era_decade,
    "era": _era,
    "decade": _decade,
    "century": _century,
    "span": _span,
    "year": _year,
    "ago": _ago,
    "relyear": _relative(Level.YEAR, YEARS),
    "relmonth": _relative(Level.MONTH, MONTHS),
    "relday": _relative(Level.DAY, DAYS),
    "relweek": _relative(Level.MONTH, WEEKS),
    "seasonyear": _season_year,
    "part": _part,
    "month": _month,
    "day": _day,
    "weekday": _weekday,
}
