"""Direct quotations in Russian: where they stand and which word says them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from detente.coding.ru.cast import Cast
from detente.coding.ru.speakers import is_words_of, says, tells

QUOTED = re.compile(r"«[^«»]*(?:«[^«»]*»[^«»]*)*»|“[^“”]+”|\"[^\"]+\"")
_AFTER = re.compile(r"\s*[,.!?…]*\s*[—–-]\s")
_COMMA = re.compile(r",\s+\w")
_NEAR_WORDS = 14
_FEW_WORDS = 3


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation of a paragraph: `start` and `end` within the sentence in which it begins.

    `teller` is the cast of the sentence that says who speaks, `verb` the word that says so.
    """

    cast: Cast
    start: int
    end: int
    teller: Cast
    verb: int


def quotations(run: Sequence[Cast]) -> Iterator[Quotation]:
    """The quotations of a paragraph's sentences, which may run over several of them.

    Left out are names and single words in quotation marks that nobody is said to say.
    """
    base = run[0].sentence.base
    end = run[-1].sentence.base + len(run[-1].sentence.text)
    text = run[0].sentence.document.repaired.text[base:end]
    for match in QUOTED.finditer(text):
        start, stop = base + match.start(), base + match.end()
        first, last = _at(run, start), _at(run, stop - 1)
        told = _told_by(run, first, last, start, stop)
        if told is None:
            continue
        teller, verb = told
        if _is_told(first, start - first.sentence.base, verb):
            continue
        if len(match.group().split()) < _FEW_WORDS and says(teller, verb) and tells(teller, verb):
            continue
        yield Quotation(first, start - first.sentence.base, stop - first.sentence.base, teller, verb)


def _is_told(cast: Cast, start: int, verb: int) -> bool:
    """Whether a name in quotation marks is whom something is told: сообщил «Интерфаксу»."""
    tree = cast.tree
    inside = next((k for k, w in enumerate(tree.words) if w.start > start), None)
    return inside is not None and tree.words[inside].head == verb and tree.mark(inside) == "Dat"


def _at(run: Sequence[Cast], offset: int) -> Cast:
    return next(c for c in reversed(run) if c.sentence.base <= offset)


def _told_by(run: Sequence[Cast], first: Cast, last: Cast, start: int, stop: int) -> tuple[Cast, int] | None:
    """Which word says the quotation: after it, around it, or before it with a colon."""
    verb = _after(last, stop - last.sentence.base)
    if verb is not None:
        return last, verb
    verb = _over(first, start - first.sentence.base)
    if verb is not None:
        return first, verb
    before = next((c for c in reversed(run) if c.sentence.base < first.sentence.base), None)
    if before is None or start != first.sentence.base or not before.tree.text.rstrip().endswith(":"):
        return None
    verb = _first_saying(before, range(len(before.tree.words) - 1, -1, -1))
    return (before, verb) if verb is not None else None


def _after(cast: Cast, stop: int) -> int | None:
    """The verb of saying after «…», —."""
    after = [k for k, w in enumerate(cast.tree.words) if w.start >= stop]
    if _COMMA.match(cast.tree.text, stop):
        return next((k for k in after[1:2] if says(cast, k)), None)
    if not _AFTER.match(cast.tree.text, stop):
        return None
    return _first_saying(cast, after[:_NEAR_WORDS])


def _first_saying(cast: Cast, words: Sequence[int]) -> int | None:
    return next((k for k in words if says(cast, k)), None)


def _over(cast: Cast, start: int) -> int | None:
    """The verb of saying, or по словам, over a quotation within its clause."""
    tree = cast.tree
    inside = next((k for k, w in enumerate(tree.words) if w.start > start), None)
    if inside is None:
        return None
    below = inside
    for above in (inside, *tree.up(inside)):
        if above != inside and says(cast, above):
            return above if tree.words[below].rel not in ("nsubj", "nsubj:pass") else None
        for k in tree.children(above, "obl", "parataxis"):
            if is_words_of(cast, k):
                return k
        below = above
    return None
