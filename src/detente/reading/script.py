"""Which writing a character belongs to, and how wide it is on the page."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

CJK = (
    r"\u2e80-\u2fdf\u3001-\u303f\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    r"\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff9f\U00020000-\U0003ffff"
)
"""Character class of Chinese characters, kana and their punctuation (without full-width letters)."""

CLOSERS = '」』）)]］”’"»〉》】〕}'
OPENERS = "「『（([［“‘«〈《【〔{„"
STOPS = "。．！？!?.…"

_CJK = re.compile(f"[{CJK}]")
_LETTER = re.compile(r"[^\W\d_]")


def is_cjk(char: str) -> bool:
    """Whether a character is Chinese or Japanese writing or punctuation of full width."""
    return bool(_CJK.match(char))


def has_letter(text: str) -> bool:
    """Whether there is a letter of any script in the text."""
    return bool(_LETTER.search(text))


def is_open(line: str) -> bool:
    """Whether a line ends without the mark that ends a sentence (closing brackets are looked past)."""
    bare = line.rstrip().rstrip(CLOSERS)
    return not bare.endswith(tuple(STOPS))


@lru_cache(maxsize=1 << 14)
def _columns(char: str) -> int:
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def width(text: str) -> int:
    """The width of a line in columns: two for a character of full width, else one."""
    return len(text) if text.isascii() else sum(map(_columns, text))
