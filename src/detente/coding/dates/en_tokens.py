"""The single dates of an English text, before ranges and what stands before them (since, by)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from detente.coding.dates.en_pattern import MON, TOKEN
from detente.coding.dates.en_words import (
    DOC,
    MONTHS,
    NUMBERS,
    ORDINALS,
    PARTS,
    REF,
    SEASONS,
    SHIFTS,
    WEEKDAYS,
)
from detente.coding.dates.mention import Base, Kind, Point
from detente.coding.dates.token import Level, Reader, Token, iso, piece, pieces

_Match = re.Match[str]


_NO_YEAR_BEFORE = re.compile(  # a number, a law's name or an amount, not a year
    r"(?:(?i:resolutions?(?:\s\d+(?:,|\s+and))*|res|unscr|nos?|number|numbers|section|article|articles|paragraph|chapter|room|page|about"
    r"|some|than|nearly|almost|roughly|approximately|over|least|all|these|those)\.?"
    r"|\b(?:H\.R|S)\.|[A-Z0-9]+-|[$€£¥])\s?$"
)
_COUNT_AFTER = re.compile(
    r"\s(?:(?:U\.S\.|[A-Z][a-z]+|[a-z]+ed)\s)?"
    r"(?:troops|people|soldiers|men|women|persons|civilians|fighters|refugees|workers|kilomet\w+|km|miles|tons|tonnes"
    r"|dollars|euros|percent|million|billion|megawatts?|MW|votes|members|prisoners|aircraft|tanks|missiles|warheads)\b"
    r"|[-–]?(?:strong|km|mile|kilomet)|\s?[°%]"
)
_YEAR_BEFORE = re.compile(
    r"(?i)(?:\b(?:in|since|of|by|from|until|till|before|after|and|to|around|circa|the|year|during)|[-–(])\s?$"
)
_TITLES = (
    r"(?:Acts?|Code|Law|Constitution|Amendments|Treaty|Convention|Agreement|Accords?|Charter|Pact"
    r"|Protocol|NPT)"
)
_TITLE_BEFORE = re.compile(rf"(?i:{_TITLES})(?:\s\([A-Z]+\))?\s+of\s+$")
_TITLE_AFTER = re.compile(rf"\s(?:[A-Z][\w.-]*\s){{1,6}}{_TITLES}\b")
_THING_AFTER = re.compile(r"\s[a-zA-Z]")  # an eleventh-century temple: its age, no time of the act
_VERB_MONTHS = ("May", "March", "MAY", "MARCH")
_MONTH_BEFORE = re.compile(
    r"(?i)\b(?:in|on|by|since|until|till|before|after|during|through|throughout|of|from|between|late|early|mid|and|to|or"
    r"|the|its|this|that|last|next|for|as)[\s–-]$"
)
_MONTH_RANGE_AFTER = re.compile(
    rf"(?:\s?[-–—]\s?|\s+(?:and|to|through|or)\s+)(?:(?:early|mid|late)[\s-])?{MON}"
)
_NAME_AFTER = re.compile(r"\s[A-Z][a-z]")


def tokens(text: str) -> Iterator[Token]:
    """The single dates of a text, in order."""
    return pieces(text, TOKEN, _READERS)


def _us(m: _Match) -> Token | None:
    """05/28/2003 and 28/05/2003; None where both numbers could be the month."""
    first, second = int(m["ua"]), int(m["ub"])
    if first <= 12 and second <= 12 and first != second:
        return None
    month, day = (second, first) if first > 12 else (first, second)
    if month > 12:
        return None
    return piece(m, Level.DAY, Point(int(m["uy"]), month, day))


def _event(m: _Match) -> Token | None:
    return piece(m, Level.WHOLE, Point(2001, 9, 11), kind=Kind.NAME)


def _days(month: str, lead: str, day: str, year: str) -> Callable[[_Match], Token | None]:
    def read(m: _Match) -> Token | None:
        number = MONTHS[m[month].rstrip(".")]
        point = Point(int(m[year]) if m[year] else None, number, _int(m[day]))
        first = replace(point, day=_int(m[lead])) if m[lead] else None
        return piece(m, Level.DAY, point, first)

    return read


def _month_year(m: _Match) -> Token | None:
    return piece(m, Level.MONTH, Point(int(m["sy"]), MONTHS[m["sm"].rstrip(".")]))


def _month_of(m: _Match) -> Token | None:
    """October of last year, counted from the document."""
    point = Point(base=DOC, years=SHIFTS[m["xw"]][1], month=MONTHS[m["xm"].rstrip(".")])
    return piece(m, Level.WHOLE, point)


def _fiscal(m: _Match) -> Token | None:
    return piece(m, Level.YEAR, Point(int(m["fy"]), unit="fiscal"))


def _part_year(m: _Match) -> Token | None:
    return piece(m, Level.PART, Point(int(m["py"]), part=PARTS[m["pp"].lower()]))


def _decade(m: _Match) -> Token | None:
    year = int(m["dn"]) if m["dn"] else int(m["ds"]) + (1900 if int(m["ds"]) >= 20 else 2000)
    return piece(m, Level.YEAR, Point(year, unit="decade"))


def _century(m: _Match) -> Token | None:
    last = _ordinal(m["cc"])
    first = _ordinal(m["ca"]) if m["ca"] else None
    if not 2 <= last <= 30:
        return None
    lead = Point((first - 1) * 100, unit="century") if first else None
    of_a_thing = Kind.TITLE if _THING_AFTER.match(m.string, m.end()) and "-" in m.group() else None
    return piece(m, Level.WHOLE, Point((last - 1) * 100, unit="century"), lead, kind=of_a_thing)


def _span(m: _Match) -> Token | None:
    first, last = int(m["ya"]), int(m["yb"])
    if last < 100:
        month = "-" in m.group() and 1 <= last <= 12 and last <= first % 100
        if month:
            return piece(m, Level.MONTH, Point(first, last))
        last += first - first % 100
    return piece(m, Level.YEAR, Point(last), Point(first)) if first < last else None


def _short(m: _Match) -> Token | None:
    short = int(m["ys"])
    return piece(m, Level.YEAR, Point(short + (1900 if short >= 30 else 2000)))


def _year(m: _Match) -> Token | None:
    before = m.string[max(0, m.start() - 30) : m.start()]
    if _NO_YEAR_BEFORE.search(before):
        return None
    if _COUNT_AFTER.match(m.string, m.end()) and not before.lower().endswith(("in ", "since ", "during ")):
        return None
    year = int(m["year"])
    if year < 1900 and not _YEAR_BEFORE.search(before):
        return None
    low = max(0, m.start() - 40)
    title = _TITLE_BEFORE.search(m.string[low : m.start()]) or _TITLE_AFTER.match(m.string, m.end())
    return piece(m, Level.YEAR, Point(year), kind=Kind.TITLE if title else None)


def _count(m: _Match) -> Token | None:
    """Two years ago, from the document; five months later, from the last date said."""
    said = m["kn"].lower()
    count = int(said) if said.isdecimal() else NUMBERS[said]
    base = DOC if m["kw"] == "ago" else REF
    count *= 1 if m["kw"] in ("later", "afterward") else -1
    if m["ku"] == "week":
        return Token(m.start(), m.end(), Level.WHOLE, Point(base=base, days=7 * count), approximate=True)
    return piece(m, Level.WHOLE, _shift(m["ku"], base, count))


def _relative(m: _Match) -> Token | None:
    base, shift = SHIFTS[m["rw"].lower()]
    unit = m["ru"].rstrip(".")
    day = _int(m["rd"]) if m["rd"] else None
    if unit in ("year", "month", "week", "day"):
        duration = unit != "day" and m["rw"].lower() == "the next"
        return (
            None
            if duration or (base is DOC and unit == "day")
            else piece(m, Level.WHOLE, _shift(unit, base, shift))
        )
    if unit in SEASONS:
        return piece(m, Level.WHOLE, Point(base=base, years=0, turn=shift, part=PARTS[unit]))
    if unit in WEEKDAYS:
        return piece(m, Level.WHOLE, Point(base=base, turn=shift, weekday=WEEKDAYS[unit]))
    return piece(m, Level.WHOLE, Point(base=base, years=0, turn=shift, month=MONTHS[unit], day=day))


def _shift(unit: str, base: Base, shift: int) -> Point:
    if unit == "year":
        return Point(base=base, years=shift)
    if unit == "month":
        return Point(base=base, months=shift)
    if unit == "week":
        return Point(base=base, weeks=shift)
    return Point(base=base, days=shift)


def _beside(m: _Match) -> Token | None:
    return piece(m, Level.WHOLE, _shift(m["bu"], REF, 1 if m["bw"] == "after" else -1))


def _day(m: _Match) -> Token | None:
    days = {"yesterday": -1, "tomorrow": 1}.get(m["day"].lower(), 0)
    return piece(m, Level.WHOLE, Point(base=DOC, days=days))


def _year_end(m: _Match) -> Token | None:
    return piece(m, Level.WHOLE, Point(base=DOC, years=0, month=12))


def _weekday(m: _Match) -> Token | None:
    return piece(m, Level.WHOLE, Point(weekday=WEEKDAYS[m["weekday"]]))


def _month(m: _Match) -> Token | None:
    """A month alone; May and March only where a preposition or another month says that they are one."""
    before = m.string[max(0, m.start() - 12) : m.start()]
    name = m["month"].rstrip(".")
    if not _MONTH_BEFORE.search(before):
        if name in _VERB_MONTHS and not _MONTH_RANGE_AFTER.match(m.string, m.end()):
            return None
        if len(name) < 4 and name not in ("May", "June", "July"):
            return None
        if _NAME_AFTER.match(m.string, m.end()):
            return None
    return piece(m, Level.MONTH, Point(month=MONTHS[name]))


def _int(text: str) -> int:
    return int(text.rstrip("stndrh"))


def _ordinal(text: str) -> int:
    return _int(text) if text[0].isdecimal() else ORDINALS[text.lower()]


_READERS: dict[str, Reader] = {
    "iso": iso,
    "us": _us,
    "event": _event,
    "dmy": _days("dm", "da", "dd", "dy"),
    "mdy": _days("mm", "ma", "md", "my"),
    "monthof": _month_of,
    "monthyear": _month_year,
    "fiscal": _fiscal,
    "partyear": _part_year,
    "decade": _decade,
    "century": _century,
    "span": _span,
    "short": _short,
    "year": _year,
    "count": _count,
    "relative": _relative,
    "beside": _beside,
    "yearend": _year_end,
    "day": _day,
    "weekday": _weekday,
    "month": _month,
}
