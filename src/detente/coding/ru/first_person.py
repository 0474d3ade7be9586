"""Whom «я», «мы» and «наша страна» mean: who is quoted, else who speaks the document."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from detente.coding.codes import is_state, states_of
from detente.coding.ru.cast import Cast
from detente.coding.ru.quotations import QUOTED, quotations
from detente.coding.ru.speakers import speaker

_FIRST = re.compile(r"\b(?:мы|нас|нам|нами|я|мне|меня|наш\w{0,3})\b", re.IGNORECASE)
_OFTEN = 3
_OPENING = 2
_STANDS_OUT = 2


def hear_speakers(casts: Sequence[Cast]) -> None:
    """Give each sentence the actor that its first person means, where that can be known."""
    said_by = document_speaker(casts)
    for cast in casts:
        cast.memory.we = said_by
    for run in paragraphs(casts):
        for quotation in quotations(run):
            who = speaker(quotation.teller, quotation.verb).actors
            start = quotation.cast.sentence.base + quotation.start
            stop = quotation.cast.sentence.base + quotation.end
            for cast in run:
                if cast.sentence.base < stop and start < cast.sentence.base + len(cast.sentence.text):
                    cast.memory.we = who


def document_speaker(casts: Sequence[Cast]) -> tuple[str, ...]:
    """Who speaks a document in the first person: the person or organ of its title or opening words.

    Where these name none, the state that the document names at least twice as often as any other.
    Empty where no state stands out so, or where the first person is rare outside quotations.
    """
    texts = [QUOTED.sub("", cast.sentence.text) for cast in casts]
    if sum(len(_FIRST.findall(text)) for text in texts) < _OFTEN:
        return ()
    opening = [cast for cast in casts if cast.sentence.heading] or list(casts[:_OPENING])
    named = [
        m.actors[0] for cast in opening for m in cast.sentence.mentions if m.kind == "person" and m.actors
    ]
    if named:
        return (named[0],)
    count = Counter(s for cast in casts for m in cast.sentence.mentions for s in states_of(m.actors))
    (first, most), (_, next_most) = [*count.most_common(2), ("", 0), ("", 0)][:2]
    return (first,) if is_state(first) and most >= _STANDS_OUT * max(1, next_most) else ()


def paragraphs(casts: Iterable[Cast]) -> list[list[Cast]]:
    """The sentences of each paragraph, headings left out."""
    runs: list[list[Cast]] = []
    for cast in casts:
        if cast.sentence.heading:
            continue
        if runs and runs[-1][-1].sentence.paragraph == cast.sentence.paragraph:
            runs[-1].append(cast)
        else:
            runs.append([cast])
    return runs
