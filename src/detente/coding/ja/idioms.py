"""Idioms of a codebook in a clause: a noun that an argument ends in, its particle and the verb."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from detente.coding.codebook import Entry
from detente.coding.ja.chunks import Chunk
from detente.coding.ja.clauses import Clause
from detente.coding.ja.fitting import fits
from detente.coding.ja.heads import Idiom, joined

PART = re.compile(  # 制裁の一部を解く
    "(?:の?(?:一部|全部|全て|総て|大半|大部分|多く|半分|残り|分|適用|措置|類))+$"
)


def idiom_in(
    clause: Clause, ends: Mapping[str, Sequence[tuple[int, Idiom]]] | None
) -> tuple[Entry, Chunk] | None:
    """The first idiom whose noun an argument ends in, and that argument; `ends` as in `Heads.idiom_ends`."""
    if ends is None:
        return None
    phrases = [_Phrase.of(arg, clause) for arg in clause.args]
    last = {words[-1:] for p in phrases for words in (p.words, p.bare, p.whole)} | {""}
    near = [placed for end in last for placed in ends.get(end, ())]
    for _, idiom in sorted(near, key=lambda placed: placed[0]):
        for phrase in phrases:
            if idiom.case not in phrase.cases or not phrase.ends_in(idiom):
                continue
            if idiom.also is not None:  # 首を縦に振る
                case, noun = idiom.also
                if not any(p.arg.case == case and p.words.endswith(noun) for p in phrases):
                    continue
            if fits(idiom.entry, clause, None):
                return idiom.entry, phrase.arg
    return None


@dataclass(slots=True)
class _Phrase:
    """An argument as idioms look at it: whole, without a count after it, without "a part of"."""

    arg: Chunk
    cases: tuple[str, ...]
    words: str
    bare: str
    whole: str

    @classmethod
    def of(cls, arg: Chunk, clause: Clause) -> _Phrase:
        """The phrase of an argument of a clause."""
        words = _words(arg)
        return cls(
            arg, _cases(arg, clause), words.removesuffix("」"), joined(arg.uncounted), PART.sub("", words)
        )

    def ends_in(self, idiom: Idiom) -> bool:
        """Whether the noun of the idiom is what the phrase ends in."""
        noun = idiom.noun
        return (
            self.words.endswith(noun)
            or self.bare.endswith(noun)
            or (bool(idiom.entry.of) and self.whole.endswith(noun))
        )


def _cases(arg: Chunk, clause: Clause) -> tuple[str, ...]:
    """The particles that an argument may stand for: a topic for が or を, a passive's subject for を."""
    if arg.case == "" and arg.topic:
        return ("", "が", "を") if clause.argument("を") is None else ("", "が")
    return ("が", "を") if arg.case == "が" and clause.passive else (arg.case,)


def _words(arg: Chunk) -> str:
    before = [c.lemma for c in arg.clauses if c.predicate.tokens[0].pos == "形容詞"]
    before += [joined(m.tokens) for m in reversed(arg.mods) if m.case == "の"]
    before += [joined(m.tokens) + "だ" for m in reversed(arg.mods) if _adjectival(m)]
    return "".join(before) + joined(arg.tokens)


def _adjectival(mod: Chunk) -> bool:
    """慎重な of 慎重な姿勢, which the codebook has as 慎重だ姿勢 (its な is a form of だ)."""
    head = mod.tokens[-1]
    return not mod.case and mod.adnominal and (head.pos == "形状詞" or head.third == "形状詞可能")
