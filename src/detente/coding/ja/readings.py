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


def continental(name: str) -> bool:
    """Whether a name of two or three characters begins with a Chinese or Korean family name of one.

    Those that Japanese families share or begin with (林, 高, 安) tell nothing.
    """
    if not 2 <= len(name) <= 3 or name[0] not in _CONTINENTAL:
        return False
    words = readings(name)
    return not words or not family_name(words[0])


_CONTINENTAL = frozenset(
    "王李張劉陳楊趙黄周呉徐孫胡朱何郭馬羅梁宋鄭謝韓唐馮于董蕭程曹袁鄧許傅沈曾彭呂蘇盧蒋蔣蔡賈丁魏薛葉閻余潘杜戴鍾"
    "汪任姜范姚譚廖鄒熊郝孔崔康毛邱史顧侯邵孟龍段雷銭湯尹黎易喬賀頼龔朴申権裵洪耿施詹連游屠金"
)
