"""States that only the text around a name makes plain: old Korea and China, and where goods come from."""

from __future__ import annotations

import re
from dataclasses import replace

from detente.ontology import mentions
from detente.ontology.mention import Mention

_KANJI = "一-鿿"
_OLD_TIMES = re.compile(
    "清国|清朝|清(?:は|と|に|の側|側)|明治|李朝|李氏朝鮮|江華島|征韓|大院君|閔妃|閔氏|壬午|甲申|東学|樺太千島|幕末|開国"
)
_TODAY = re.compile("北朝鮮|韓国|大韓民国|朝鮮戦争|朝鮮民主主義")
_OLD_NAMES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(rf"(?<![{_KANJI}])朝鮮(?:政府|王朝|側|国)?(?![{_KANJI}])"), "KOR"),
    (re.compile(rf"(?<![{_KANJI}])清(?:側|軍|政府)?(?=[、はがをにとのへもや])"), "CHN"),
    (re.compile("(?:江戸)?幕府|明治(?:新)?政府|(?<!明治)新政府|維新政府|太政官|対馬藩|薩摩藩|長州藩"), "JPN"),
)  # fmt: skip
_ORIGIN = re.compile(rf"([{_KANJI}ァ-ヶー]{{1,9}}?|EU|ＥＵ)(?:製|産)(?=[{_KANJI}ァ-ヶー])")
_RUSSIA = re.compile("ロシア|露(?!呈|骨|出|見|天|店)|ロ(?:大統領|外相|軍|側)")
_SOVIET_YEARS = (1923, 1991)
_MOSCOW = ("モスクワ", "クレムリン")
_LAST_OLD_YEAR = 1911


def soviet(text: str, sentences: list[list[Mention]]) -> bool:
    """Whether a document speaks of the Soviet Union or its people, and nowhere of Russia by name."""
    told = any(a.startswith("USSR") for here in sentences for m in here for a in m.actors)
    return told and _RUSSIA.search(text) is None


def of_soviet_times(found: list[Mention]) -> list[Mention]:
    """The seats of power in Moscow as those of the Soviet Union."""
    return [
        replace(m, actors=tuple(re.sub("^RUS\\b", "USSR", a) for a in m.actors))
        if m.kind in ("place", "organ", "state")
        else m
        for m in found
    ]


def old_times(text: str) -> bool:
    """Whether a document speaks of the time before 1911 and not of today's two Koreas."""
    return _OLD_TIMES.search(text) is not None and _TODAY.search(text) is None


def with_context(found: list[Mention], text: str, date: str | None, old: bool) -> list[Mention]:
    """The mentions of a sentence, with those added or changed that its time and its goods make plain."""
    year = int(date[:4]) if date and date[:4].isdigit() else None
    if year is not None and _SOVIET_YEARS[0] <= year <= _SOVIET_YEARS[1]:
        found = [m if text[m.start : m.end] not in _MOSCOW else of_soviet_times([m])[0] for m in found]
    known = [*found, *_origins(text)]
    if not old and (year is None or year > _LAST_OLD_YEAR):
        return sorted(known, key=lambda m: m.start)
    if "朝" in text:
        known = [replace(m, actors=tuple(a.replace("PRK", "KOR") for a in m.actors)) for m in known]
    taken = {i for m in found for i in range(m.start, m.end)}
    for pattern, code in _OLD_NAMES:
        for at in pattern.finditer(text):
            if not taken & set(range(*at.span())) or _bare(found, at.span()):
                known = [m for m in known if m.actors or not at.start() <= m.start < at.end()]
                known.append(Mention(*at.span(), (code,), "state"))
    return sorted(known, key=lambda m: m.start)


def _bare(found: list[Mention], span: tuple[int, int]) -> bool:
    """Whether only words without a state are known there: 政府 in 明治政府."""
    return all(not m.actors for m in found if span[0] <= m.start < span[1])


def _origins(text: str) -> list[Mention]:
    """The states in the names of goods: 中国製電気自動車, ロシア産原油."""
    if "製" not in text and "産" not in text:
        return []
    made = []
    for goods in _ORIGIN.finditer(text):
        inside = mentions(goods[1], "ja", None)
        if inside and inside[-1].kind in ("state", "organisation") and inside[-1].end == len(goods[1]):
            start = goods.start() + inside[-1].start
            made.append(Mention(start, goods.end(1), inside[-1].actors, "origin"))
    return made
