"""How much a decoded text looks like a text that somebody wrote."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from detente.reading.words import words

_RUSSIAN = {char: 33 - i for i, char in enumerate("оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё")}
"""Russian letters and their rank by frequency, the most frequent highest."""
_WORD = re.compile(r"[^\W\d_]+")
_ODD = re.compile("[\u0080-\u009f\ue000-\uf8ff\ufffd\ufff0-\uffff]|[\u0000-\u0008\u000e-\u001a\u001c-\u001f]")


def plausibility(text: str) -> float:
    """A mark in about [-3, 1] for a sample of text; only characters beyond ASCII count.

    Kana, common Chinese characters and Cyrillic words with a natural case earn points; control and
    private-use characters, half-width kana, mixed scripts within a word and runs of accented
    letters lose them. 1 for plain ASCII.
    """
    beyond = [char for char in text if char > "\x7f"]
    if not beyond:
        return -3.0 if _ODD.search(text) else 1.0
    points = sum(map(_points, beyond)) - 3.0 * len(_ODD.findall(text))
    points += sum(map(_word_points, _WORD.findall(text)))
    return points / len(beyond)


@lru_cache(maxsize=1 << 14)
def _points(char: str) -> float:
    code = ord(char)
    if 0x3041 <= code <= 0x3096 or 0x30A1 <= code <= 0x30FC:
        return 1.0
    if char in "、。「」『』（）・！？：；“”‘’«»—–…№％〜～【】■□○●　※＝":
        return 0.7
    if 0x4E00 <= code <= 0x9FFF:
        return 0.8 if char in words("common_kanji") else 0.2 if _is_jis_first_level(char) else -0.6
    if 0xFF10 <= code <= 0xFF5A:
        return 0.5
    if 0xFF61 <= code <= 0xFF9F:
        return -0.5
    if char.lower() in _RUSSIAN:
        return 0.1 + _RUSSIAN[char.lower()] / 45
    if 0xAC00 <= code <= 0xD7A3:
        return 0.3
    if char in "àâäáãåæçéèêëíîïìñóôöòõøúûüùýÿßœÀÂÄÅÆÇÉÈÊÎÑÖÔØÜŒ’€£§°±½":
        return 0.3
    return -0.3 if unicodedata.category(char)[0] in "LP" else -0.8


@lru_cache(maxsize=1 << 12)
def _is_jis_first_level(char: str) -> bool:
    try:
        return char.encode("euc_jp")[0] < 0xD0
    except UnicodeEncodeError:
        return False


def _word_points(word: str) -> float:
    """Losses for case and scripts that no writer mixes: рОССИЯ, Ðîññèÿ, aж."""
    if word.isascii() or len(word) < 2:
        return 0.0
    loss = 0.0
    if any("\u0400" <= char <= "\u04ff" for char in word):
        inner = sum(char.isupper() for char in word[1:])
        if inner and not word.isupper():
            loss += 0.8 * inner
        if word[0].islower() and word[1:].isupper():
            loss += 0.5 * len(word)
        if any(char.isascii() or "\u00a0" < char < "\u0250" for char in word):
            loss += 0.5 * len(word)
    else:
        accented = sum("\u00a0" < char < "\u0250" for char in word)
        loss += 1.5 * accented if accented >= 2 and accented > 0.7 * len(word) else 0.0
    return -loss
