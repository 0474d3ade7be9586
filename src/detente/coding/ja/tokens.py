"""Japanese words: Sudachi's morphemes with the few features that the grammar asks for."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from sudachipy import Dictionary, Morpheme, MorphemeList, SplitMode, Tokenizer

QUOTED = "引用"
_LONGEST = 12_000


class Token(NamedTuple):
    """One word; `start`/`end` are code points of the text that was handed in.

    `norm` is the normalised dictionary form (引渡し -> 引き渡し), `pos`, `sub` and `third` Sudachi's first
    three part-of-speech levels, `ctype` the conjugation type, `form` the conjugated form up to its dash
    (連用形, 終止形, …).
    """

    surface: str
    norm: str
    pos: str
    sub: str
    third: str
    ctype: str
    form: str
    start: int
    end: int

    @property
    def verbal_noun(self) -> bool:
        """Whether the word is a noun that takes する (サ変)."""
        return self.third.startswith("サ変")


_COUNTRY = ("国", "方")
_ALIKE = {"表する": "表す"}  # 敬意を表した is read as either


@lru_cache(maxsize=1)
def _sudachi() -> Tokenizer:
    return Dictionary(dict="core").tokenizer(mode=SplitMode.B)


@lru_cache(maxsize=4096)
def _features(pos: tuple[str, ...]) -> tuple[str, str, str, str, str]:
    return pos[0], pos[1], pos[2], pos[4], pos[5].split("-", 1)[0]


def analysed(text: str) -> list[MorphemeList]:
    """What Sudachi makes of a text, in pieces that it can take."""
    return [_sudachi().tokenize(text[at : at + _LONGEST]) for at in range(0, len(text), _LONGEST)]


def tokenize(text: str, offset: int = 0, pieces: list[MorphemeList] | None = None) -> list[Token]:
    """The words of a text, white space left out; `offset` is added to every place.

    `pieces` are those of `analysed`, where they are at hand.
    """
    words: list[Token] = []
    putting = False
    end = offset  # morphemes follow one another without a gap
    for m in chain.from_iterable(pieces if pieces is not None else analysed(text)):
        surface = m.surface()
        start, end = end, end + len(surface)
        pos, sub, third, ctype, form = _features(m.part_of_speech())
        if pos == "空白":
            continue
        norm = m.normalized_form()
        putting = putting or norm in _PUTTING
        norm = "遭う" if norm == "会う" and surface[0] == "遭" else _ALIKE.get(norm, norm)  # 反対に遭う
        words.append(Token(surface, norm, pos, sub, third, ctype, form, start, end))
        if surface in _COUNTRY and len(words) > 1 and words[-2].surface == "わが":
            words[-2:] = [_our(words[-2], words[-1])]
        if surface == "で" and len(words) > 2 and words[-2].norm == "次ぐ" and words[-3].surface == "相":
            words[-3:] = [_in_turn(words[-3], end)]
    return _rejoined(words) if putting else words


def _rejoined(words: list[Token]) -> list[Token]:
    """The words with 位置 + づける made one verb, 位置付ける, and 位置 + 付け、 its stem."""
    made: list[Token] = []
    for i, word in enumerate(words):
        before = made[-1] if made else None
        if (
            word.norm in _PUTTING
            and before is not None
            and (before.pos, before.sub) == ("名詞", "普通名詞")
            and before.end == word.start
        ):
            stem = word.pos == "接尾辞"
            if stem and not (i + 1 < len(words) and words[i + 1].surface == "、" and _led_to(made)):
                made.append(word)
                continue
            made[-1] = word._replace(
                surface=before.surface + word.surface,
                norm=before.norm + "付ける",
                start=before.start,
                pos="動詞",
                sub="一般",
                third="*",
                form="連用形" if stem else word.form,
            )
        else:
            made.append(word)
    return made


def _led_to(words: list[Token]) -> bool:
    """Whether a particle that leads to a verb stands before the last word: 課題と(位置)."""
    return len(words) > 1 and words[-2].surface in ("と", "に", "を", "て")


_PUTTING = frozenset({"づける", "付ける", "付け"})


def _in_turn(first: Token, end: int) -> Token:
    """相次いで is one adverb: 二国を相次いで訪問した."""
    return Token("相次いで", "相次いで", "副詞", "*", "*", "", "", first.start, end)


def _our(our: Token, country: Token) -> Token:
    """わが国 is one word, as 我が国 is."""
    return country._replace(
        surface=our.surface + country.surface, norm=our.norm + country.norm, start=our.start
    )


class Reading(NamedTuple):
    """A word with its reading in katakana and the part of a personal name that it is (姓, 名)."""

    surface: str
    reading: str
    part: str


def readings(text: str) -> list[Reading]:
    """The words of a name with their readings."""
    found = _sudachi().tokenize(text)
    return [Reading(m.surface(), m.reading_form(), m.part_of_speech()[3]) for m in found]


def full_names(pieces: list[MorphemeList]) -> Iterator[tuple[Reading, str]]:
    """The family names of an analysed text that a given name follows, each with that given name."""
    family: Morpheme | None = None
    for m in chain.from_iterable(pieces):
        part = m.part_of_speech()[3]
        if family is not None and part == "名":
            yield Reading(family.surface(), family.reading_form(), "姓"), m.surface()
        family = m if part == "姓" else None
