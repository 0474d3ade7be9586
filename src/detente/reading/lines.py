"""The lines of a text and what can be measured on them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from detente.reading.script import has_letter, is_cjk, is_open, width

_LINE = re.compile(r"[^\n\f]+")
_FULL_SHARE = 0.8
_LONGEST_WRAP = 250


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank; offsets of its content without the blanks around it.

    `blanks` counts the empty lines before it, `indent` the columns of its leading blanks; `new_page`
    tells of a form feed before it, `trailing` of blanks after its content.
    """

    start: int
    end: int
    text: str
    indent: int = 0
    blanks: int = 0
    new_page: bool = False
    trailing: bool = False


def split_lines(text: str) -> list[Line]:
    """Every line of a text whose breaks are line feeds or form feeds."""
    lines: list[Line] = []
    last = 0
    for match in _LINE.finditer(text):
        whole = match.group()
        bare = whole.strip()
        if not bare:
            continue
        gap = text[last : match.start()]
        lead = whole[: len(whole) - len(whole.lstrip())]
        start = match.start() + len(lead)
        blanks = max(0, gap.count("\n") - (1 if lines else 0))
        last = match.end()
        end = start + len(bare)
        lines.append(Line(start, end, bare, width(lead), blanks, "\f" in gap, end < last))
    return lines


@dataclass(frozen=True, slots=True)
class Wrapping:
    """How the lines of a document were broken.

    `columns` is the width at which lines break; `hard` whether paragraphs run over several lines;
    `spaced` whether an empty line stands between the lines of one paragraph; `marked` whether blanks
    at the end of a line mark the end of a paragraph, as word processors export them.
    """

    columns: int
    hard: bool
    spaced: bool
    marked: bool


def fills(line: Line, follower: Line, columns: int) -> bool:
    """Whether a line is so full that the next word would not have fitted on it."""
    used = width(line.text)
    if is_cjk(line.text[-1]) or is_cjk(follower.text[0]):
        return used >= _FULL_SHARE * columns
    return used + 1 + width(follower.text.split(" ", 1)[0]) > 0.97 * columns


def measure(lines: Sequence[Line]) -> Wrapping:
    """Find out how a text was wrapped, from the lines that have a follower."""
    if len(lines) < 2:
        return Wrapping(0, False, False, False)
    columns = sorted(width(line.text) for line in lines)[int(0.97 * (len(lines) - 1) + 0.5)]
    pairs = list(pairwise(lines))
    running = [fills(a, b, columns) and is_open(a.text) for a, b in pairs]
    single = [go for go, (_, b) in zip(running, pairs, strict=True) if b.blanks == 1]
    direct = [go for go, (_, b) in zip(running, pairs, strict=True) if b.blanks == 0]
    spaced = len(single) >= max(3, 0.7 * len(pairs)) and sum(single) >= 0.5 * len(single)
    judged = single + direct if spaced else direct
    hard = columns <= _LONGEST_WRAP and bool(judged) and sum(judged) >= 0.4 * len(judged)
    return Wrapping(columns, hard, spaced, _marks_ends(lines))


def _marks_ends(lines: Sequence[Line]) -> bool:
    trailing = [line for line in lines if line.trailing]
    closing = [line for line in trailing if not is_open(line.text) or not has_letter(line.text)]
    return 0 < len(trailing) < 0.5 * len(lines) and len(closing) >= 0.7 * len(trailing)
