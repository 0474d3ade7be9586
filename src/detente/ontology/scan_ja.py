"""Finding the forms of the vocabulary in Japanese text, which does not part its words."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from detente.ontology.tables import rows
from detente.ontology.unit import Hit, Unit
from detente.ontology.vocabulary import vocabulary

_KATAKANA = frozenset(chr(c) for c in range(0x30A1, 0x30FB)) | {"ー", "ヽ", "ヾ"}
_LATIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
_WIDE = {c: chr(ord(c) + 0xFEE0) for c in map(chr, range(0x21, 0x7F))}
PREFIXES = frozenset("対訪駐在反親嫌抗離来渡帰知拝排侮援侵")
_TAIL = re.compile(
    r"の?(?:関係|首脳|両|間|政府|外相|会談|協議|貿易|対立|同盟|条約|戦争|協定|共同|協力|国境|国交|交渉|摩擦|閣僚|外交|軍"
    r"|経済回廊|修好|友好|合同|経済|安全保障|安保|防衛|大統領|首相|双方|当局|[三二四3２３24４]|各|平和|投資|租税|連携|戦略|対話|側"
    r"|相互|包括|自由貿易|定期|特別|戦略的|首席|EPA|FTA|演習|議員|民間|文化|漁業|航空|海洋|緊張|問題|接近|和解|枢軸|次官|局長|高官|実務|事務|サミット|平壌|・|$)"
)
_NUMBERS = frozenset("0123456789０１２３４５６７８９一二三四五六七八九十数何〇")
_STAYING = frozenset("訪来離渡帰在")
_BEFORE_A_PAIR = frozenset("年月後前旧新現回次度")
_ALSO_RUNS = frozenset({"日中", "中日", "中米", "中欧"})  # daytime, Central America, Central Europe
# 米朝は: pairs with a letter of other words that are no words themselves
_PAIRS = frozenset(
    ["米朝", "朝米", "日朝", "中朝", "ロ朝", "露朝", "韓朝", "米台", "中台", "米比", "中比", "米越"]
)
_ALSO_WORDS = frozenset("日中土西台清加比")  # day, middle, soil …: a pair only before a word of relations
_OF_ARMS = ("事", "備", "縮", "拡", "需", "政")  # 軍事, 軍備 …: no army
_ANAPHORA = {
    form: Unit("anaphor", name=name)
    for name, forms in {
        "both states": "両国 両国間 二国間 二国 両国民 両大国",
        "both sides": "双方 両者 両当事者 当事国 当事者双方",
        "same state": "同国 同政府 同国政府",
        "both governments": "両政府 両国政府 両当局",
    }.items()
    for form in forms.split()
}


class Lexicon(NamedTuple):
    """The forms by their first two characters (one for the short ones), longest first."""

    forms: dict[str, Unit]
    lengths: dict[str, tuple[int, ...]]
    letters: dict[str, str]
    careful: frozenset[str]


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The Japanese forms, full-width twins of Latin ones added, and the one-character names of states."""
    forms = {**_ANAPHORA, **vocabulary("ja")}
    for form in [f for f in forms if f[0] in _LATIN and f.isascii()]:
        forms.setdefault("".join(_WIDE[c] if c != " " else "　" for c in form), forms[form])
    letters = {row["letter"]: row["code"] for row in rows("letters")}
    careful = frozenset(row["letter"] for row in rows("letters") if row["careful"])
    lengths: dict[str, set[int]] = {}
    for form in forms:
        lengths.setdefault(form[:2], set()).add(len(form))
    return Lexicon(forms, {k: tuple(sorted(v, reverse=True)) for k, v in lengths.items()}, letters, careful)


@lru_cache(maxsize=1)
def plain_letters() -> frozenset[str]:
    """The letters that stand for a state wherever they stand in a row of such letters."""
    known = lexicon()
    return frozenset(known.letters) - known.careful


def scan(text: str) -> list[Hit]:
    """The longest forms from left to right, not overlapping; runs of state letters (露米) as joint."""
    known = lexicon()
    lengths, letters = known.lengths, known.letters
    hits: list[Hit] = []
    i, size = 0, len(text)
    while i < size:
        here = lengths.get(text[i : i + 2])
        found = _longest(text, i, here, known) if here else None
        if found is None and text[i] in letters:
            found = _letters(text, i, known)
        if found is None and text[i] == "軍" and text[i + 1 : i + 2] not in _OF_ARMS:
            found = Hit(i, i + 1, Unit("organ", name="army", bare=False), "軍")
        if found is None:
            i += 1
            continue
        if found.unit.kind != "block":
            hits.append(found)
        i = found.end
    return hits


def _longest(text: str, i: int, lengths: tuple[int, ...], known: Lexicon) -> Hit | None:
    for length in lengths:
        form = text[i : i + length]
        unit = known.forms.get(form)
        if unit is None or len(form) != length or not _parted(text, i, i + length):
            continue
        if length == 2 and form[1] == "国" and unit.kind == "state" and _split(text, i, known):
            return None
        return Hit(i, i + length, unit, form)
    return None


def _split(text: str, i: int, known: Lexicon) -> bool:
    """Whether 国 begins a word of its own: 米|国防長官, 韓|国防相, 日中|国交."""
    if text[i + 1 : i + 3] in ("国交", "国境"):
        return True
    return any(
        text[i + 1 : i + 1 + n] in known.forms for n in known.lengths.get(text[i + 1 : i + 3], ()) if n > 2
    )


def _parted(text: str, start: int, end: int) -> bool:
    """Whether a form stands apart: katakana and Latin words do not go on before or after it."""
    before, after = text[start - 1 : start], text[end : end + 1]
    for letters in (_KATAKANA, _LATIN):
        if text[start] in letters and before in letters and before:
            return False
        if text[end - 1] in letters and after in letters and after:
            return False
    return True


def _letters(text: str, i: int, known: Lexicon) -> Hit | None:
    """A run of state letters: two or more are joint; one needs company, which the composer checks."""
    before = text[i - 1 : i]
    counted = before in "回次度"  # 第2回日露フォーラム
    if (
        text[i] == "日"
        and before
        and not counted
        and before not in PREFIXES
        and (_is_kanji(before) or before in _NUMBERS)
    ):
        return None
    if text[i] in _KATAKANA and before in _KATAKANA and before:
        return None  # ペトロ大統領
    end = i + 1
    while end < len(text) and text[end] in known.letters and not _begins(text, end, known):
        end += 1
    if end - i > 1 and not _joint(text, i, end, known):
        end = i + 1
    if end == i + 1 and (other := _spelt_out(text, i, known)) is not None:
        return other
    codes = tuple(known.letters[c] for c in text[i:end])
    return Hit(i, end, Unit("joint" if len(codes) > 1 else "letter", codes), text[i:end])


def _spelt_out(text: str, i: int, known: Lexicon) -> Hit | None:
    """A state letter before a name in other letters, as a pair: 米イラン協議, 日EU定期首脳協議."""
    before, after = text[i - 1 : i], text[i + 1 : i + 2]
    if (_is_kanji(before) and before not in _BEFORE_A_PAIR) or (text[i] in _KATAKANA and before in _KATAKANA):
        return None
    if not after or _is_kanji(after) or text[i] in _KATAKANA:
        return None
    name = _longest(text, i + 1, known.lengths.get(text[i + 1 : i + 3], ()), known)
    if name is None or name.unit.kind not in ("state", "organisation") or len(name.unit.codes) != 1:
        return None
    if text[i] in _ALSO_WORDS and _TAIL.match(text, name.end) is None:
        return None
    codes = (known.letters[text[i]], *name.unit.codes)
    return Hit(i, name.end, Unit("joint", codes), text[i : name.end]) if len(set(codes)) == 2 else None


def _joint(text: str, start: int, end: int, known: Lexicon) -> bool:
    before, after, run = text[start - 1 : start], text[end : end + 1], text[start:end]
    codes = [known.letters[c] for c in run]
    if len(set(codes)) < len(codes):
        return False
    if "PAK" in codes and "IND" not in codes and _TAIL.match(text, end) is None:
        return False
    if (run[0] in _KATAKANA and before in _KATAKANA) or (
        run[-1] in _KATAKANA and after in _KATAKANA and after
    ):
        return False
    if _is_kanji(before) and before not in PREFIXES and before not in _BEFORE_A_PAIR:
        return False
    if before and before in _STAYING and run[1:] == "中":
        return False
    plain = run in _PAIRS or (run not in _ALSO_RUNS and not known.careful & set(run))
    return plain or _TAIL.match(text, end) is not None


def _begins(text: str, i: int, known: Lexicon) -> bool:
    """Whether a listed name of a state begins at i, so that the run ends before it: 米|韓国."""
    found = _longest(text, i, known.lengths.get(text[i : i + 2], ()), known)
    return found is not None


def _is_kanji(letter: str) -> bool:
    return bool(letter) and "一" <= letter <= "鿿"
