"""Dictionary forms of Russian words, by the OpenCorpora dictionary that comes with natasha."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

_PAST = re.compile(r"(?<=[аеиыу])л[аои]?$")
_PAST_OF_SELF = re.compile(r"(?<=[аеиыу])л(?:ся|[аои]сь)$")
_PARTS = {
    "NOUN": ("NOUN",),
    "PROPN": ("NOUN",),
    "VERB": ("VERB", "INFN", "PRTS", "PRTF", "GRND"),
    "AUX": ("VERB", "INFN"),
    "ADJ": ("ADJF", "ADJS", "COMP", "PRTF", "PRTS"),
    "ADV": ("ADVB", "PRED", "COMP"),
    "DET": ("ADJF", "NPRO"),
    "PRON": ("NPRO", "ADJF", "NOUN"),
}
_MARKS = {
    "Case": {"Nom": "nomn", "Gen": "gent", "Dat": "datv", "Acc": "accs", "Ins": "ablt", "Loc": "loct"},
    "Number": {"Sing": "sing", "Plur": "plur"},
    "Aspect": {"Perf": "perf", "Imp": "impf"},
}


class Lemmas:
    """Looks words up in the dictionary; the tagger's part of speech and case choose among readings.

    The dictionary is read by itself: the analyzer around it (pymorphy2) asks for parts of Python
    that 3.11 no longer has.
    """

    def __init__(self) -> None:
        import pymorphy2_dicts_ru  # type: ignore[import-untyped]
        from pymorphy2.opencorpora_dict import Dictionary  # type: ignore[import-untyped]

        self._words: Any = Dictionary(pymorphy2_dicts_ru.get_path())
        self._replaces = self._words.words.compile_replaces({"е": "ё"})
        self._readings = lru_cache(maxsize=65536)(self._look_up)
        self._able = lru_cache(maxsize=65536)(self._possible)

    def of(self, word: str, pos: str, feats: Mapping[str, str]) -> str:
        """The dictionary form in lower case, ё written as е; the word itself where it is unknown."""
        low = word.lower().replace("ё", "е")
        readings = self._readings(low)
        if not readings:
            return _PAST_OF_SELF.sub("ться", _PAST.sub("ть", low)) if pos == "VERB" else low
        best = max(readings, key=lambda reading: _fit(reading[1], pos, feats))
        return best[0]

    def mended(self, word: str, feats: Mapping[str, str]) -> Mapping[str, str]:
        """The features of a noun, a case or number that its form cannot have put right."""
        able = self._able(word.lower().replace("ё", "е"))
        wrong = {feat: values[0] for feat, values in able.items() if feats.get(feat) not in values}
        return {**feats, **wrong} if wrong else feats

    def _possible(self, low: str) -> Mapping[str, tuple[str, ...]]:
        """The cases and numbers that the readings of a noun allow, the nominative first."""
        tags = [set(tag.replace(",", " ").split()) for _, tag in self._readings(low)]
        if not tags or any("NOUN" not in marks or "Fixd" in marks for marks in tags):
            return {}
        able = {
            feat: tuple(value for value, mark in _MARKS[feat].items() if any(mark in marks for marks in tags))
            for feat in ("Case", "Number")
        }
        return {feat: values for feat, values in able.items() if values}

    def finite(self, word: str) -> dict[str, str] | None:
        """The features of a form that can only be a verb in the past or present, else None."""
        tags = [tag.replace(",", " ").split() for _, tag in self._readings(word.lower().replace("ё", "е"))]
        if not tags or any(marks[0] != "VERB" or "impr" in marks for marks in tags):
            return None
        tense = {"past": "Past", "pres": "Pres", "futr": "Fut"}
        number = {"plur": "Plur", "sing": "Sing"}
        feats = {"VerbForm": "Fin", "Mood": "Ind", "Voice": "Act"}
        for mark in tags[0]:
            feats |= {"Tense": tense[mark]} if mark in tense else {}
            feats |= {"Number": number[mark]} if mark in number else {}
        return feats

    def _look_up(self, low: str) -> tuple[tuple[str, str], ...]:
        return tuple(
            (
                self._words.build_normal_form(para, at, fixed).replace("ё", "е"),
                str(self._words.build_tag_info(para, at)),
            )
            for fixed, places in self._words.words.similar_items(low, self._replaces)
            for para, at in places
        )


def _fit(tag: str, pos: str, feats: Mapping[str, str]) -> float:
    marks = tag.replace(",", " ").split()
    parts = _PARTS.get(pos, ())
    score = 4.0 - 0.5 * parts.index(marks[0]) if marks[0] in parts else 0.0
    for feat, values in _MARKS.items():
        score += values.get(feats.get(feat, "")) in marks
    return score - 0.5 * any(m in ("Surn", "Name", "Geox", "Patr") for m in marks if pos != "PROPN")
