"""The words that Russian dates are made of, as stems with their endings."""

from __future__ import annotations

from detente.coding.dates.mention import Base

REF, DOC = Base.REFERENCE, Base.DOCUMENT

_MONTHS = (
    "январ(?:ь|я|ю|ем|ём|е)",
    "феврал(?:ь|я|ю|ем|ём|е)",
    "март(?:а|у|ом|е)?",
    "апрел(?:ь|я|ю|ем|е)",
    "ма(?:й|я|ю|ем|е)",
    "июн(?:ь|я|ю|ем|е)",
    "июл(?:ь|я|ю|ем|е)",
    "август(?:а|у|ом|е)?",
    "сентябр(?:ь|я|ю|ем|ём|е)",
    "октябр(?:ь|я|ю|ем|ём|е)",
    "ноябр(?:ь|я|ю|ем|ём|е)",
    "декабр(?:ь|я|ю|ем|ём|е)",
)
MONTH = "(?:" + "|".join(_MONTHS) + r")\b"
_STEMS = ("янв", "фев", "мар", "апр", "ма", "июн", "июл", "авг", "сен", "окт", "ноя", "дек")

_DAYS = ("понедельник", "вторник", "сред[уы]", "четверг", "пятниц[уы]", "суббот[уы]", "воскресень[ея]")
WEEKDAY = "(?:" + "|".join(_DAYS) + r")\b"
_DAY_STEMS = ("пон", "вто", "сре", "чет", "пят", "суб", "вос")

SEASONS = {"весн": 21, "лет": 22, "осен": 23, "зим": 24}
SEASON = "(?:весн(?:ой|ою|ы|а|у)|лет(?:ом|а|о)|осен(?:ью|и|ь)|зим(?:ой|ою|ы|а|у))"

ORDINALS = {"перв": 1, "втор": 2, "трет": 3, "четв": 4, "III": 3, "IV": 4, "II": 2, "I": 1}
_CENTURIES = (
    "десят одиннадцат двенадцат тринадцат четырнадцат пятнадцат шестнадцат семнадцат восемнадцат девятнадцат"
)
CENTURIES = {stem: n for n, stem in enumerate(_CENTURIES.split(), 10)} | {"двадцат": 20, "двадцать перв": 21}

NUMBERS = {
    "один": 1,
    "одн": 1,
    "два": 2,
    "две": 2,
    "дв": 2,
    "тр": 3,
    "четыр": 4,
    "пят": 5,
    "шест": 6,
    "сем": 7,
    "восем": 8,
    "девят": 9,
    "десят": 10,
}

# "в том же году", "в прошлом месяце": what the adjective counts from, and how far.
SHIFTS = (
    (r"т(?:ом|ого|от|ой|у|ем)\s+же", (REF, 0)),
    (r"т(?:ом|ого|от)\s+самом", (REF, 0)),
    (r"эт(?:ом|ого|от|ой|у|а)", (DOC, 0)),
    (r"(?:нынешн|текущ)(?:ем|его|ий|ей|ую|яя)", (DOC, 0)),
    (r"(?:прошл|прошедш|минувш|истекш)(?:ом|ого|ый|ий|ем|его|ой|ей|ую|ая)", (DOC, -1)),
    (r"предыдущ(?:ем|его|ий|ей|ую)", (REF, -1)),
    (r"(?:будущ|грядущ)(?:ем|его|ий|ей|ую)", (DOC, 1)),
    (r"следующ(?:ем|его|ий|ей|ую)", (REF, 1)),
)


def month(word: str) -> int:
    """The number of a month in any case."""
    return next(n for n, stem in enumerate(_STEMS, 1) if word.lower().startswith(stem))


def weekday(word: str) -> int:
    """0 for Monday to 6, of a weekday in any case."""
    return _DAY_STEMS.index(word.lower()[:3])


def season(word: str) -> tuple[int, int]:
    """The season code of a season in any case, twice."""
    code = next(code for stem, code in SEASONS.items() if word.lower().startswith(stem))
    return code, code


def century(text: str) -> int | None:
    """The number of a century in Roman (also in Cyrillic letters) or Arabic figures, or spelt out."""
    if text[0].isdecimal():
        return int("".join(c for c in text if c.isdecimal()))
    if text[0] in "XVIХ":
        return _roman(text.replace("Х", "X"))
    low = " ".join(text.lower().split())
    stem = max((s for s in CENTURIES if low.startswith(s)), key=len, default=None)
    return CENTURIES[stem] if stem else None


def _roman(text: str) -> int:
    values = [{"I": 1, "V": 5, "X": 10}[c] for c in text]
    return sum(-v if values[i + 1 : i + 2] and v < values[i + 1] else v for i, v in enumerate(values))
