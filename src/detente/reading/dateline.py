"""The date of a document, where its head or its metadata say it plainly."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan января январь",
            "february feb февраля февраль",
            "march mar марта март",
            "april apr апреля апрель",
            "may мая май",
            "june jun июня июнь",
            "july jul июля июль",
            "august aug августа август",
            "september sep sept сентября сентябрь",
            "october oct октября октябрь",
            "november nov ноября ноябрь",
            "december dec декабря декабрь",
        ),
        start=1,
    )
    for name in names.split()
}
_ERAS = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018}
_MONTH = r"([A-Za-zа-я]{3,9})\.?"
_ISO = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?(?=$|[T\s])")
_JA = re.compile(
    r"(明治|大正|昭和|平成|令和)?\s*(\d{1,4}|元)\s*年\s*(?:(\d{1,2})\s*月\s*(?:(\d{1,2})\s*日)?)?"
)
_MDY = re.compile(rf"{_MONTH}\s+(\d{{1,2}}),?\s+(\d{{4}})")
_DMY = re.compile(rf"(\d{{1,2}})\s+{_MONTH},?\s+(\d{{4}})(?:\s*(?:года|г\.?))?")
_MY = re.compile(rf"{_MONTH}\s+(\d{{4}})(?:\s*(?:года|г\.?))?")
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_SLASHED = re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})")
_LABELS = (
    "last updated|updated|published|released|issued|posted|dated|date",
    "発表|公表|更新|掲載|作成|発行|発出|日付|日時",
    "дата публикации|дата|опубликовано|обновлено",
)
_AROUND = re.compile(
    rf"[\s（(\[【]*(?:(?:{'|'.join(_LABELS)})(?: on)?\s*[:：]?"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day,?)?\s*",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"[\s（(]*(?:[月火水木金土日]曜?日?|付け?|更新|発表|現在|[A-Za-z]{1,4}\d{2,8}|г\.?|\d{1,2}:\d{2}(?::\d{2})?)?[\s)）\]】.。、]*$"
)


def edtf_of(text: str) -> str | None:
    """The date that a text begins with, in EDTF: "2003-05-28", "2003-05", "2003"; None if none."""
    found = _dated(text)
    return found[0] if found else None


def date_in_head(blocks: Iterable[str]) -> str | None:
    """The date of a document from a line of its head that says nothing but a date."""
    for text in blocks:
        if len(text) > 60:
            continue
        before = _AROUND.match(text)
        at = before.end() if before else 0
        found = _dated(text[at:])
        if found and "-" in found[0] and _BEHIND.match(text, at + found[1]):
            return found[0]
    return None


def _dated(text: str) -> tuple[str, int] | None:
    """An EDTF date and where it ends in the text, or None."""
    for pattern, order in (
        (_ISO, "ymd"),
        (_SLASHED, "ymd"),
        (_MDY, "mdy"),
        (_DMY, "dmy"),
        (_DOTTED, "dmy"),
        (_MY, "my"),
    ):
        match = pattern.match(text)
        date = match and _edtf(dict(zip(order, match.groups(), strict=False)))
        if match and date:
            return date, match.end()
    match = _JA.match(text)
    if match:
        era, year, month, day = match.groups()
        number = 1 if year == "元" else int(year)
        date = _edtf({"y": str(number + _ERAS.get(era, 0)), "m": month, "d": day})
        return (date, match.end()) if date else None
    return None


def _edtf(fields: dict[str, str | None]) -> str | None:
    """Year, month, day as EDTF, None where they are no date of the calendar."""
    month = fields.get("m")
    number = (int(month) if month.isdigit() else _MONTHS.get(month.lower())) if month else None
    if month and number is None:
        return None
    year, day = int(fields["y"] or 0), int(fields.get("d") or 0)
    try:
        datetime.date(year, number or 1, day or 1)
    except ValueError:
        return None
    if year < 1000:
        return None
    return f"{year:04d}" + (f"-{number:02d}" if number else "") + (f"-{day:02d}" if day else "")
