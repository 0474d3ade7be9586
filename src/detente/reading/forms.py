"""The forms by which a line shows what it is: heading, list item, table row, note, ornament."""

from __future__ import annotations

import re
from dataclasses import dataclass

from detente.reading.document import PassageKind
from detente.reading.script import has_letter, is_open, width

_N = "[0-9０-９一二三四五六七八九十百]"
_D = "[0-9０-９]"


@dataclass(frozen=True, slots=True)
class Form:
    """What the beginning of a line says: a kind, a rank among headings (0 the highest), a style."""

    kind: PassageKind
    rank: int
    style: str


def _form(kind: PassageKind, rank: int, style: str, pattern: str) -> tuple[Form, re.Pattern[str]]:
    return Form(kind, rank, style), re.compile(pattern)


_H = PassageKind.HEADING
SURE: tuple[tuple[Form, re.Pattern[str]], ...] = (
    _form(_H, 1, "part", f"第{_N}+[部編](?![分門隊])"),
    _form(
        _H,
        2,
        "chapter",
        f"第{_N}+章|(?:Chapter|CHAPTER|Part|PART|Глава|ГЛАВА|Часть|Раздел|РАЗДЕЛ) +[0-9IVXivx]+\\b",
    ),
    _form(_H, 3, "section", f"第{_N}+節|(?:Section|SECTION|Annex|ANNEX|Приложение) +[0-9IVX]+\\b"),
    _form(
        _H,
        4,
        "article",
        f"第{_N}+条(?:の{_N}+)?(?=$|[\\s（(])|(?:Article|ARTICLE|Статья|СТАТЬЯ) +[0-9IVX]+\\b",
    ),
    _form(_H, 4, "square", "[■□◆◇◼▶▷]"),
    _form(_H, 4, "black bracket", f"【(?!{_D}{{1,3}}】)[^】]{{1,40}}】"),
)
"""Forms that open a heading where the line is short and has no stop."""

NUMBERED: tuple[tuple[Form, re.Pattern[str]], ...] = (
    _form(_H, 5, "roman", "(?:[IVX]{1,5}[.．、]\\s*|[Ⅰ-Ⅻ][.．、]?\\s*)(?=\\S)"),
    _form(
        _H, 6, "decimal", f"{_D}{{1,2}}[.．]{_D}{{1,2}}(?:[.．]{_D}{{1,2}})*[.．]?\\s+(?=[^\\W\\da-zа-я_])"
    ),
    _form(_H, 5, "number", f"{_D}{{1,2}}(?:[.)](?=\\s)|[．、）](?!{_D}))\\s*(?=\\S)"),
    _form(_H, 7, "bracket", f"[（(]{_D}{{1,2}}[)）]\\s*(?=\\S)"),
    _form(_H, 8, "circled", "[①-⑳]\\s*(?=\\S)"),
    _form(_H, 8, "kana", "[（(]?[ア-ン][)）．]\\s*(?=\\S)"),
    _form(_H, 8, "letter", "[（(]?[a-zа-я][)）]\\s*(?=\\S)"),
)
"""Forms that open a heading or a list item, as their neighbours tell."""

BULLET = re.compile(r"[・•●○◦▪‣∙]\s*(?=\S)|[-–—−*+]\s+(?=\S)")
DASH = re.compile(r"[-–—−]\s")
HASH = re.compile(r"(#{1,6})\s+(?=\S)")
NOTE = re.compile(
    f"[（(［\\[]?[注註]\\s*{_D}{{1,3}}|[\\[［]{_D}{{1,3}}[\\]］]\\s*(?=\\S)|[*＊※†‡]{_D}{{1,3}}[\\s)）]"
    "|[†‡]\\s*(?=\\S)|[¹²³⁰⁴-⁹]{1,3}\\s*(?=\\S)"
)
"""What opens the text of a note at the foot of a page or the end of a document."""

_MARKER_ONLY = re.compile(r"[（(\[［](?:[注註])?\d{1,3}[)）\]］](?:[」』）)。、，．,.;:!?！？]|$)")
"""A line that begins with a marker of the line before, which no list item does."""

NOTES_HEAD = re.compile(
    r"\W*(?:[脚後文末]*[注註](?:釈|記)?|Notes?|Foot ?notes?|End ?notes?|NOTES|References"
    r"|Примечани[яе]|Сноски)\W*$"
)
ROW = re.compile(r"\|.*\||[^|]+\|[^|]+\|[^|]+")
_RULE = re.compile(r"[\s|:+=\-_─━＝ー]+$")
_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December",
    "января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря",
)
DATE_OR_TIME = re.compile(
    r"\d{1,2}:\d{2}|\d{4}\s*年|\d{1,2}\s*月\s*\d"
    rf"|(?:{_MONTHS[0]})\s+\d|\d\s+(?:{'|'.join(_MONTHS)})"
)
DATE_ALONE = re.compile(
    r"\s*(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日"
    rf"|(?:{_MONTHS[0]})\s+\d{{1,2}},?\s+\d{{4}}|\d{{1,2}}\s+(?:{'|'.join(_MONTHS)})\s+\d{{4}})\s*"
)
"""A line that is a date and nothing else, as it stands under a headline."""


def is_ornament(text: str) -> bool:
    """Whether a line only parts or decorates: ＊, * * *, ―――, a rule of a table."""
    return not any(char.isalnum() for char in text) and "..." not in text and "…" not in text


def is_rule(text: str) -> bool:
    """Whether a line is the rule under the head of a table."""
    return bool(_RULE.match(text)) and "-" in text


def is_row(text: str) -> bool:
    """Whether a line is a row of a table drawn with vertical bars."""
    return bool(ROW.match(text))


def sure_heading(text: str) -> Form | None:
    """The form of a line that must be a heading: 第二章 …, Article V, ■ …, # …."""
    hashes = HASH.match(text)
    if hashes:
        return Form(_H, len(hashes.group(1)), f"hash {len(hashes.group(1))}")
    for form, pattern in SURE:
        if pattern.match(text):
            return form if is_short(text) and is_open(text) else None
    return None


def numbered(text: str) -> Form | None:
    """The form of a line that opens with a number or letter, a heading or a list item."""
    return next((form for form, pattern in NUMBERED if pattern.match(text)), None)


def opens_block(text: str) -> bool:
    """Whether a line that looks like this begins a block of its own."""
    if _MARKER_ONLY.match(text):
        return False
    return bool(
        BULLET.match(text)
        or NOTE.match(text)
        or is_row(text)
        or is_ornament(text)
        or sure_heading(text)
        or numbered(text)
    )


def is_short(text: str) -> bool:
    """Whether a line is short enough for a heading: 100 columns, 16 words."""
    return width(text) <= 100 and len(text.split()) <= 16


def could_head(text: str) -> bool:
    """Whether a line is short, open and worded so that it could be a heading."""
    return (
        is_short(text)
        and is_open(text)
        and has_letter(text)
        and text[-1] not in "、,，:：;；-—–"
        and not DATE_OR_TIME.search(text)
    )


def plain_heading(text: str) -> bool:
    """Whether a line without any sign of its own could be a heading."""
    return could_head(text) and not text[0].islower() and text[0] not in '「“"«（('
