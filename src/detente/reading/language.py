"""The language of a text, from its script and its function words."""

from __future__ import annotations

import re
from collections import Counter

from detente.reading.words import words

_SAMPLE = 40_000
_KANA = re.compile("[\u3041-\u3096\u30a1-\u30fa\uff66-\uff9d]")
_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
_HANGUL = re.compile("[\uac00-\ud7a3]")
_WORD = re.compile(r"[^\W\d_]+")
_UKRAINIAN = re.compile("[іїєґІЇЄҐ]")


def language_of(text: str) -> str:
    """The ISO 639-1 code of a text's main language; "und" where it cannot be told.

    Japanese, Russian and English are told for certain; Chinese, Korean and Ukrainian are named so
    that nobody takes them for one of the three.
    """
    sample = text[:_SAMPLE]
    kana, han = len(_KANA.findall(sample)), len(_HAN.findall(sample))
    cyrillic, latin = len(_CYRILLIC.findall(sample)), len(_LATIN.findall(sample))
    hangul = len(_HANGUL.findall(sample))
    # A Japanese or Chinese character carries about as much as two letters.
    weights = {"cjk": 2.0 * (kana + han), "ko": 2.0 * hangul, "cyrillic": cyrillic, "latin": latin}
    script = max(weights, key=lambda name: weights[name])
    if not weights[script]:
        return "und"
    if script == "cjk":
        return "ja" if kana * 20 >= han or han < 30 else "zh"
    if script == "cyrillic":
        return "uk" if len(_UKRAINIAN.findall(sample)) > 0.02 * cyrillic else "ru"
    return _latin_language(sample) if script == "latin" else "ko"


def _latin_language(sample: str) -> str:
    seen = Counter(word.lower() for word in _WORD.findall(sample))
    english = sum(seen[word] for word in words("english_function_words"))
    other = sum(seen[word] for word in words("other_latin_function_words"))
    return "en" if english >= max(1, 1.2 * other) or (seen.total() < 8 and not other) else "und"
