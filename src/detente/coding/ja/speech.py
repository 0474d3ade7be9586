"""What somebody says, and what saying it does: praise, criticism, offer, demand, refusal, threat."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from detente.coding.ja.heads import verb_key
from detente.coding.ja.lexicon import table

_END = 12
_MARKS = '」』。”"'
# what ties words to the verb of saying: …とした, …ことを表明した
_TAKEN = re.compile("(?:と|との|旨|こと|よう|を|も|は|、)+$")
_NEGATIVE = re.compile("(?:.{0,6}(?:ない|なかった)|.{0,6}ません(?:でした)?)$")
# 継続しない, 服さない: what is not done by those who say so
_REFUSAL = re.compile(
    "(?:[さらわたまばか]|[^はもに]し)(?<!思わ)(?<!望ま)(?<!分から)(?<!わから)(?<!知ら)(?<!変わら)(?<!みなさ)(?<!適わ)"
    "(?<!かなわ)ない$"
)
# negative in form only: 避けなければならない, 誤りに違いない
_ASSERTING = (
    "かもしれない", "違いない", "疑いない", "他ならない", "ほかならない", "過ぎない", "すぎない", "やまない",
    "得ない", "ばならない", "欠かせない", "しかない", "てはならない", "否定できない", "てはいけない",
    "申し訳ない",
)  # fmt: skip
# what a saying does whose cue is denied
_TURNED = {
    "SUPPORT": "ACCUSE", "AGREE": "REJECT", "CONCEDE": "REJECT", "THREATEN": "CONCEDE", "ACCUSE": "REJECT",
}  # fmt: skip


class Cues(NamedTuple):
    """Word lists of statements.yaml, compiled."""

    saying: frozenset[str]
    viewing: frozenset[str]
    nouns: frozenset[str]
    official: frozenset[str]
    acts: tuple[tuple[str, re.Pattern[str]], ...]
    holders: tuple[str, ...]
    feelings: frozenset[str]
    showing: frozenset[str]
    doing: frozenset[str]
    papers: tuple[str, ...]
    asserting: frozenset[str]
    judgements: tuple[str, ...]


@lru_cache(maxsize=1)
def cues() -> Cues:
    """The cues, in the order in which they are tried."""
    data = table("statements")
    keys = {
        name: frozenset(verb_key(w) for w in str(data[name]).split())
        for name in ("saying", "official", "viewing", "showing", "doing", "asserting")
    }
    acts = tuple((name, re.compile("|".join(str(words).split()))) for name, words in data["acts"].items())
    return Cues(
        keys["saying"], keys["viewing"], frozenset(str(data["nouns"]).split()), keys["official"], acts,
        tuple(str(data["holders"]).split()),
        frozenset(str(data["feelings"]).split()), keys["showing"], keys["doing"],
        tuple(str(data["papers"]).split()), keys["asserting"],
        tuple(str(data["judgements"]).split()),
    )  # fmt: skip


def speech_act(content: str) -> str | None:
    """The PLOVER type of what is said, by its end first, where its verb stands; None for no such sense."""
    words = said_words(content)
    last = max(_cues_in(words[-_END:]), key=lambda cue: cue.end, default=None)
    if last is None and _REFUSAL.search(words) and not words.endswith(_ASSERTING):
        return "REJECT"
    cue = last or next(_cues_in(words), None)
    return None if cue is None else _TURNED[cue.name] if cue.denied else cue.name


def said_words(content: str) -> str:
    """What is said without quotation marks and without what ties it to the verb of saying."""
    return _TAKEN.sub("", content.rstrip(_MARKS))


class _Cue(NamedTuple):
    name: str
    end: int
    denied: bool


def _cues_in(words: str) -> Iterator[_Cue]:
    """The last cue of each type, in the order in which types are tried."""
    for name, pattern in cues().acts:
        ends = [found.end() for found in pattern.finditer(words)]
        if ends:
            yield _Cue(name, ends[-1], name in _TURNED and _denied(words, ends[-1]))


def _denied(words: str, cue: int) -> bool:
    """建設的でない, 譲歩はしない: a cue that the end of what is said takes back; not 許さない itself."""
    return cue < len(words) and bool(_NEGATIVE.match(words, cue)) and not words.endswith(_ASSERTING)
