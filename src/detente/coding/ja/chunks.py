"""Phrases: a noun group with its particles, a predicate with its tail, a modifier, a conjunction."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from detente.coding.ja.predicates import Tail
from detente.coding.ja.tokens import QUOTED, Token
from detente.coding.ja.words import word_set

if TYPE_CHECKING:
    from detente.coding.ja.clauses import Clause

NOUN, PREDICATE, MODIFIER, ADVERB, CONJUNCTION = "noun", "predicate", "modifier", "adverb", "conjunction"
NO_TAIL = Tail(frozenset(), "", 0, 0)
TIME_SUFFIXES = word_set(
    "前 後 中 以降 以後 以来 年 月 日 時 期 頃 ごろ 末 初め 上旬 下旬 中旬 直前 直後 当時"
)
# adverbial nouns that count those who act or are acted on
_PARTIES = frozenset({"国", "国家", "両国", "政府", "首脳", "当事者"})  # 二国間 is no time
_MEANWHILE = frozenset({"当面", "当分", "目下", "当座"})
_AMOUNTS = word_set("双方 全員 多数 少数 一部 自身 各自 全部 半分 それぞれ 皆 みんな 一人 一切 各々 おのおの")


@dataclass(slots=True, eq=False)
class Chunk:
    """A phrase; `start`/`end` hold its content words, `stop` also its particles or tail (text offsets).

    For a noun: `tokens` its content words, `case`, `topic`, `adnominal` as in `particles.Marking`, `mods`
    the phrases and `clauses` the relative clauses that modify it. For a predicate: `tail`, and `lemma`,
    "…する" for a verbal noun, "だ" for a noun predicate (whose noun is `tokens`).
    `text` is the content words joined, `head` the last of them that carries meaning (suffixes such as 中,
    後, 側 left out). `own_extent` is where the phrase begins with its own modifiers, `extent` with those of
    coordinated nouns too; both are known once the parse stands (`measuring.measure`).
    All four are kept, not worked out at each asking, because the coder asks for them ten times a phrase.
    """

    kind: str
    tokens: list[Token]
    start: int
    end: int
    stop: int
    lemma: str = ""
    case: str = ""
    topic: str = ""
    adnominal: bool = False
    comma: bool = False
    tail: Tail = NO_TAIL
    mods: list[Chunk] = field(default_factory=list)
    clauses: list[Clause] = field(default_factory=list)
    joined: list[Chunk] = field(default_factory=list)
    text: str = field(init=False)
    head: Token = field(init=False)
    own_extent: int = field(init=False)
    extent: int = field(init=False)

    def __post_init__(self) -> None:
        tokens = self.tokens
        self.text = "".join([token.surface for token in tokens])
        self.head = tokens[-1]
        for token in reversed(tokens):
            if token.pos not in ("接尾辞", "補助記号"):
                self.head = token
                break

    @property
    def temporal(self) -> bool:
        """Whether it names a time (開戦前, 2003年9月, 今後)."""
        last = self.tokens[-1]
        between = last.surface == "間" and len(self.tokens) > 1 and self.tokens[-2].surface in _PARTIES
        if last.surface == "中" and len(self.tokens) > 1 and self.tokens[-2].surface == "・":
            return False  # 英・仏・露・中は: China
        adverbial = last.third == "副詞可能" and last.surface not in _AMOUNTS and not between
        return adverbial or last.surface in TIME_SUFFIXES or last.surface in _MEANWHILE

    @property
    def uncounted(self) -> list[Token]:
        """The words without a count or name after them: 部隊 of 部隊約2千人, 空母 of 空母「山東」."""
        if len(self.tokens) > 1 and self.tokens[-1].pos == QUOTED:
            return self.tokens[:-1]
        at = next((i for i, t in enumerate(self.tokens) if i and t.sub == "数詞"), len(self.tokens))
        if at < len(self.tokens) and not _counts(self.tokens[-1]):
            at = len(self.tokens)  # 二国間協議: the count is no end of the phrase
        return self.tokens[: at - 1 if at > 1 and self.tokens[at - 1].pos == "接頭辞" else at]


def _counts(token: Token) -> bool:
    """Whether a word can end a count: 三千, 人, 名; no amount of money (資産75億フラン)."""
    return token.pos == "接尾辞" or token.sub == "数詞" or token.surface == "名"
