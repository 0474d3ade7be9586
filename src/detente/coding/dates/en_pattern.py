"""How single dates are written in English, one named group a way; `en_tokens` reads what matched."""

from __future__ import annotations

import re

from detente.coding.dates.en_words import MONTHS, NUMBERS, ORDINALS, PARTS, SEASONS, SHIFTS, WEEKDAYS
from detente.coding.dates.mention import Base


def _any(
    words: dict[str, int] | dict[str, tuple[int, int]] | dict[str, tuple[Base, int]] | tuple[str, ...],
) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


MON = rf"(?:{_any(MONTHS)})\b(?:(?<=\b[A-Z][A-Za-z]{{2}})\.|(?<=Sept)\.|(?<=SEPT)\.)?"
_D = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\w%:]|[.,/]\d)"
_YY = r"(?:1[0-9]|20)\d\d"
_Y = rf"{_YY}(?![\w%]|[.,]\d)"
_TO = r"(?:\s?[-–—]\s?|\s+(?:and|to|through|or)\s+(?:the\s+)?)"
_DAYNAME = rf"(?:(?:{_any(WEEKDAYS)})\b\.?,?\s+(?:the\s+)?)?"
_ORDINAL = rf"\d{{1,2}}(?:st|nd|rd|th)|(?i:{_any(ORDINALS)})"
TOKEN = re.compile(
    rf"""
    (?<![\w$€£¥§\#])(?<!\d[.,/:])(?=[0-9'’A-Zaceflnoqstwy])
    (?:
      (?P<iso>(?P<iy>{_YY})-(?P<im>0[1-9]|1[0-2])-(?P<id>\d\d)(?!\d))
    | (?P<us>(?P<ua>\d{{1,2}})/(?P<ub>\d{{1,2}})/(?P<uy>(?:19|20)\d\d)(?!\d))
    | (?P<event>9/11(?![\d/])|Sept(?:ember|\.)?\ 11(?:th)?(?=,?\ (?:terror(?:ist)?\ )?attacks)
        |(?:(?<=[Ss]ince\ )|(?<=[Aa]fter\ )|(?<=[Pp]ost-)|(?<=vents\ of\ ))
          Sept(?:ember|\.)?\ 11(?:th)?(?!\d|\w|,?\ \d{{4}}))
    | (?P<dmy>{_DAYNAME}(?:(?P<da>{_D}){_TO})?(?P<dd>{_D})\s+(?:of\s+)?(?P<dm>{MON})(?:,?\s+(?P<dy>{_Y}))?)
    | (?P<mdy>{_DAYNAME}(?P<mm>{MON})\s+(?:the\s+)?(?:(?P<ma>{_D}){_TO})?(?P<md>{_D})(?:,?\s+(?P<my>{_Y}))?)
    | (?P<monthof>(?P<xm>{MON})(?:,|\s+of)?\s+(?P<xw>this|last|next)\s+year\b)
    | (?P<monthyear>(?P<sm>{MON})(?:,|\s+of)?\s+(?P<sy>{_Y}))
    | (?P<fiscal>(?i:FY|fiscal\ (?:year\ )?|financial\ year\ )\s?(?P<fy>{_Y}))
    | (?P<partyear>(?:[Tt]he\s+)?(?P<pp>(?i:{_any(PARTS)}))(?:\s+of|,)?\s+(?P<py>{_Y})
        (?:[-–](?:\d\d)?\d\d\b)?)
    | (?P<decade>(?:(?P<dn>[12]\d\d0)|['’](?P<ds>\d0))['’]?s\b)
    | (?P<century>(?:(?P<ca>{_ORDINAL})(?:[-–]|\s+(?:and|to|through)\s+(?:the\s+)?))?
        (?P<cc>{_ORDINAL})(?:-|\s+)(?i:century|centuries)\b)
    | (?P<span>(?P<ya>{_YY})\s?[-–—/]\s?(?P<yb>(?:(?:1[0-9]|20)\d\d|\d\d))(?![\w%]|[-–/.,]\d))
    | (?P<short>(?<=\ )['’](?P<ys>\d\d)(?![\w]))
    | (?P<year>{_Y})
    | (?P<count>(?P<kn>\d{{1,3}}|(?i:{_any(NUMBERS)}))[\s-](?P<ku>year|month|week|day)s?\s
        (?P<kw>ago|later|earlier|afterward))\b
    | (?P<relative>(?<!the\ )(?<!The\ )(?P<rw>(?i:{_any(SHIFTS)}))\s+
        (?P<ru>year|month|week|day|{_any(SEASONS)}|{_any(WEEKDAYS)}\b|{MON})(?!\w)
        (?:\s+(?P<rd>{_D}))?)
    | (?P<beside>[Tt]he\s+(?P<bu>year|month|day)\s+(?P<bw>before|after)(?=[,.;]))
    | (?P<yearend>(?:[Tt]he\s+)?(?:end\s+of\s+the\s+year\b(?!\s+[0-9])|(?i:year-end)))
    | (?P<day>(?i:today|yesterday|tomorrow|tonight|this\s+(?:morning|afternoon|evening))\b)
    | (?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)
    | (?P<month>{MON})
    )
    """,
    re.VERBOSE,
)
