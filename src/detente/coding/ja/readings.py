"""Japanese personal names in Latin letters, by the dictionary's reading of them."""

from __future__ import annotations

import re
from functools import lru_cache

from detente.coding.ja.tokens import Reading, readings
from detente.ontology.kana import latin

_LONG = re.compile(r"(?<=o)[uo]|(?<=u)u", re.IGNORECASE)
_TITLE = re.compile("(?:氏|さん|様|君|女史|教授|議員|被告)$")
_KANA = re.compile("[ァ-ヴー]+")


@lru_cache(maxsize=1024)
def romanised(name: str) -> str:
    """若泉敬 as "Wakaizumi (若泉敬)"; a name that need not be Japanese is kept as written.

    Given names are left unread, for one spelling has many readings. The family name must have two
    characters or more, as Chinese and Korean ones seldom have: those are not to be read the Japanese way.
    """
    words = readings(_TITLE.sub("", name))
    family = family_name(words[0]) if words else ""
    return f"{family} ({name})" if family else name


def family_name(word: Reading) -> str:
    """A Japanese family name in Latin letters, "" for a word that need not be one."""
    if len(word.surface) < 2 or word.part != "姓" or not _KANA.fullmatch(word.reading):
        return ""
    return _LONG.sub("", latin(word.reading))
