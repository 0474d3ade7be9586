"""Which candidates are notes: those that count up through the document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from detente.reading.document import Repaired
from detente.reading.notes.styles import BRACKETS, ROUND, STYLES, Candidate, Style, candidates, has_own_text

_LISTING = r"(?:[、，,:：;；・]|\band|\bor|及び|および|並びに|и|или)\s*"
_LONGEST_SENTENCE = 600
_WORD = re.compile(r"([^\W\d]+)\W*$")
_CLOSED = re.compile(r"[ただるいすうん]\d{1,3}。")  # 方針を示した1。
_STOP = re.compile(r"[。\n]|[.!?]\s")


def note_marks(value: Repaired) -> list[Candidate]:
    """The markers of notes in a repaired text, ascending, without overlap."""
    found: list[Candidate] = []
    for style in STYLES:
        found += _of_style(value, style)
    found.sort(key=lambda mark: (mark.start, -mark.end))
    return [mark for i, mark in enumerate(found) if i == 0 or mark.start >= found[i - 1].end]


def _of_style(value: Repaired, style: Style) -> list[Candidate]:
    here = list(candidates(value, style))
    if style.name == "bare":
        return _brought_down(value.text, here)
    sure = [mark for mark in here if style.sure or mark.overprinted]
    rest = [mark for mark in here if not (style.sure or mark.overprinted)]
    if style.name in ROUND:
        rest = _without_listings(value.text, rest)
    chain = longest_count(rest)
    if style.name in BRACKETS and chain:
        top = max(mark.number for mark in chain)
        chain = [mark for mark in rest if mark.number <= top]
    return sure + (chain if _is_believable(chain, style) else [])


def _brought_down(text: str, here: Sequence[Candidate]) -> list[Candidate]:
    """Figures without brackets that are notes: all count up, and each hangs on a word of its own.

    Three in a row from 1 or behind stops, or four from anywhere, are enough (items called item1, item2,
    item3 are not); fewer need the notes' own texts.
    """
    chain = longest_count(here)
    if not chain or 2 * len(chain) <= len(here):
        return []
    words = {_WORD.search(text, max(0, m.start - 40), m.start) for m in chain}
    if 2 * len({word.group(1) for word in words if word}) <= len(chain):
        return []
    behind = 2 * sum(mark.strong for mark in chain) < len(chain)
    enough = len(chain) >= (3 if chain[0].number == 1 or behind else 4)
    told = chain[0].number == 1 and all(has_own_text(text, m.end, m.number) for m in chain)
    closing = all(_CLOSED.match(text, m.start - 1) for m in chain if m.start)
    return chain if enough or told or closing else []


def _is_believable(chain: Sequence[Candidate], style: Style) -> bool:
    """Whether a chain of markers may be taken for notes without the notes' texts at hand."""
    if not chain:
        return False
    strong = sum(mark.strong for mark in chain)
    if style.name in BRACKETS or style.name == "superscript":
        return chain[0].number == 1 or len(chain) >= 2
    if chain[0].number == 1:
        return strong == 1 if len(chain) == 1 else True
    return len(chain) >= 3 and strong >= len(chain) / 2


def longest_count(marks: Iterable[Candidate]) -> list[Candidate]:
    """The longest run in text order in which each number is one more than the last, or 1 again.

    A run may begin at any number (an excerpt); one number may be missing between two neighbours.
    """
    best: dict[int, tuple[int, int]] = {}
    links: list[tuple[Candidate, int]] = []
    longest = (0, -1)
    for mark in marks:
        before = max(best.get(mark.number - 1, (0, -1)), _less_one(best.get(mark.number - 2)))
        if mark.number == 1:
            before = longest
        length = (before[0] + 1, len(links))
        links.append((mark, before[1]))
        best[mark.number] = max(best.get(mark.number, (0, -1)), length)
        longest = max(longest, length)
    chain: list[Candidate] = []
    at = longest[1]
    while at >= 0:
        mark, at = links[at]
        chain.append(mark)
    return chain[::-1]


def _less_one(run: tuple[int, int] | None) -> tuple[int, int]:
    return (run[0] - 1, run[1]) if run and run[0] >= 3 else (0, -1)


def _without_listings(text: str, marks: Sequence[Candidate]) -> list[Candidate]:
    """Drop (1) …, (2) … that number the members of one sentence."""
    kept: list[Candidate] = []
    for mark in marks:
        reach = min(len(text), mark.end + _LONGEST_SENTENCE)
        stop = _STOP.search(text, mark.end, reach)
        sentence = text[mark.end : stop.start() if stop else reach]
        bracket = re.escape(text[mark.start])
        if not re.search(rf"{_LISTING}{bracket}{mark.number + 1}[)）]", sentence):
            kept.append(mark)
    return kept
