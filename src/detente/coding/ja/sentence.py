"""A Japanese sentence, parsed: its own words and, apart, what stands in brackets."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from sudachipy import MorphemeList

from detente.coding.ja.clauses import Clause
from detente.coding.ja.parse import Parse, parse
from detente.coding.ja.tokens import QUOTED, Token, tokenize
from detente.coding.ja.words import Words

_PAIRS = {
    "「": "」",
    "『": "』",
    "（": "）",
    "(": ")",
    "〈": "〉",
    "《": "》",
    "“": "”",
    "〔": "〕",
    "［": "］",
    "【": "】",
}
_PARENTHESES = frozenset("（(〔［【")
_CLOSERS = frozenset(_PAIRS.values())
_BROKEN = re.compile("(?:する|して|した|しな|しよ|しつ|し、|させ|され|る|ない|てい|てき|た(?!だ))")


@dataclass(slots=True, eq=False)
class Unit:
    """A stretch parsed by itself: the sentence (`kind` "sentence"), a "quote", or a "parenthesis".

    `start`/`end` hold it with its brackets, `parent` is the unit around it, `depth` counts brackets,
    `clauses` are those of its parse, in text order.
    """

    kind: str
    start: int
    end: int
    parse: Parse
    parent: Unit | None = None
    depth: int = 0
    clauses: list[Clause] = field(init=False)

    def __post_init__(self) -> None:
        self.clauses = self.parse.clauses


@dataclass(slots=True, eq=False)
class Sentence:
    """All units of a sentence, the outermost first; offsets are those of the text handed in."""

    text: str
    start: int
    units: list[Unit] = field(default_factory=list)


@dataclass(slots=True)
class _Frame:
    tokens: list[Token]
    kind: str
    opened: Token | None = None


def parse_sentence(text: str, start: int = 0, words: list[MorphemeList] | None = None) -> Sentence:
    """Parse one sentence; `start` is its place in the text that all offsets shall refer to.

    `words` are those of `tokens.analysed`, where they are at hand.
    """
    sentence = Sentence(text, start)
    tokens = _tokens_without_broken_quotes(text, start, words)
    frames = [_Frame([], "sentence")]
    inner: list[tuple[_Frame, int, int]] = []
    for token in tokens:
        if token.surface in _PAIRS:
            kind = "parenthesis" if token.surface in _PARENTHESES else "quote"
            frames.append(_Frame([], kind, token))
        elif token.surface in _CLOSERS and len(frames) > 1:
            _close_frame(frames, inner, token.end, text, start)
        else:
            frames[-1].tokens.append(token)
    while len(frames) > 1:
        _close_frame(frames, inner, start + len(text), text, start)
    _collect(sentence, frames[0], inner)
    return sentence


def _close_frame(
    frames: list[_Frame], inner: list[tuple[_Frame, int, int]], end: int, text: str, start: int
) -> None:
    frame = frames.pop()
    assert frame.opened is not None
    begin = frame.opened.start
    inner.append((frame, begin, end))
    if frame.kind == "quote":
        last = frame.tokens[-1] if frame.tokens else frame.opened
        third = last.third if last.pos in ("名詞", "接尾辞") else ""
        surface = text[begin - start : end - start]
        frames[-1].tokens.append(
            Token(surface, last.norm, QUOTED, last.sub, third, "", last.form, begin, end)
        )


def _collect(sentence: Sentence, outer: _Frame, inner: list[tuple[_Frame, int, int]]) -> None:
    begin, end = sentence.start, sentence.start + len(sentence.text)
    units = [Unit("sentence", begin, end, parse(Words(outer.tokens)))]
    for frame, b, e in sorted(inner, key=lambda f: (f[1], -f[2])):
        if frame.tokens:
            parent = next(u for u in reversed(units) if u.start <= b and e <= u.end)
            units.append(Unit(frame.kind, b, e, parse(Words(frame.tokens)), parent, parent.depth + 1))
    sentence.units = units


def _tokens_without_broken_quotes(text: str, start: int, words: list[MorphemeList] | None) -> list[Token]:
    """The words of a sentence; a quotation that breaks off inside a predicate loses its brackets.

    「…協力を加速化させ」ることとなった and 「…に反発」してきた are read on as one predicate.
    """
    gaps = sorted(_broken_quotes(text))
    if not gaps:
        return tokenize(text, start, words)
    kept = [i for i in range(len(text)) if i not in set(gaps)]
    whole = tokenize("".join([text[i] for i in kept]))
    return [t._replace(start=start + kept[t.start], end=start + kept[t.end - 1] + 1) for t in whole]


def _broken_quotes(text: str) -> list[int]:
    opened: list[int] = []
    gaps: list[int] = []
    if "」" not in text and "』" not in text:
        return gaps
    for i, char in enumerate(text):
        if char in "「『":
            opened.append(i)
        elif char in "」』" and opened:
            begin = opened.pop()
            if _BROKEN.match(text, i + 1) and i - begin > 2 and _breaks_off(text[begin + 1 : i]):
                gaps += [begin, i]
    return gaps


@lru_cache(maxsize=256)
def _breaks_off(content: str) -> bool:
    words = tokenize(content[-20:])
    return bool(words) and (words[-1].form in ("連用形", "未然形") or words[-1].verbal_noun)
