"""The styles in which note markers are written, and where a marker may stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from detente.reading.document import Repaired
from detente.reading.script import is_cjk

_SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_UNIT = re.compile(r"(?:^|[^A-Za-zА-я])(?:[kcmdμ]?m|км|м|см|ft|mi)$|[0-9]$|[㎞㎝]$")
_CLAUSE = re.compile(
    r"(?:[条項号款章節第]|Article|Section|Art\.|§|статья|статьи|п\.)\s?$|[0-9]$"
    r"|[（(](?:[0-9]{1,3}|[a-z]{1,2}|[ivx]{1,4})[)）]$"
)
_ENDS = re.compile(r"[。、．，.,;:；：!?！？」』）)\]］”»\"]|\s*$|\s*\n")


@dataclass(frozen=True, slots=True)
class Style:
    """A way of writing markers; where it is `sure`, a single one is enough, else they must count up."""

    name: str
    pattern: re.Pattern[str]
    sure: bool


STYLES: tuple[Style, ...] = (
    Style("注", re.compile(r"[（(［\[]?[注註]\s?([0-9]{1,3})[)）\]］]?"), sure=True),
    Style("（）", re.compile(r"（([0-9]{1,3})）"), sure=False),
    Style("()", re.compile(r"\(([0-9]{1,3})\)"), sure=False),
    Style("[]", re.compile(r"[\[［]([0-9]{1,3})[\]］](?!\()"), sure=False),
    Style("superscript", re.compile(r"[（(]?([⁰¹²³⁴-⁹]{1,3})[)）]?"), sure=False),
    Style("*", re.compile(r"[（(]?[*＊※]([0-9]{1,3})[)）]?"), sure=True),
    Style("†", re.compile("(†|‡)"), sure=True),
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """What looks like a marker; offsets in the repaired text as it then stands.

    `strong`: it stands where only notes stand, at the end of a clause. `overprinted`: the stored
    text has it printed several times.
    """

    style: str
    number: int
    start: int
    end: int
    strong: bool
    overprinted: bool


def candidates(value: Repaired, style: Style) -> Iterator[Candidate]:
    """Every place that looks like a marker of a style and may be one by where it stands."""
    text = value.text
    for match in style.pattern.finditer(text):
        start, end = match.span()
        overprinted = value.ends[end - 1] - value.starts[start] >= 2 * (end - start)
        before = text[max(0, start - 12) : start].rpartition("\n")[2]
        figure = match.group(1).translate(_SUPERSCRIPT)
        number = int(figure) if figure.isdigit() else "†‡".index(figure) + 1
        strong = bool(_ENDS.match(text, end))
        if strong and before.endswith(" ") and _stands_off(text, number, style):
            before = before.rstrip()
        if number and (overprinted or _may_hang(before, style)):
            yield Candidate(style.name, number, start, end, strong, overprinted)


def _stands_off(text: str, number: int, style: Style) -> bool:
    """Whether markers of a style stand after a space here: relations improved [1].

    One (1) after a space may be an age or a clause; with a neighbour in the count it is a note.
    """
    if style.name == "[]":
        return True
    return style.name == "()" and any(
        f" ({n})." in text or f" ({n})," in text for n in (number - 1, number + 1)
    )


def _may_hang(before: str, style: Style) -> bool:
    """Whether a marker may hang on what stands before it on its line."""
    if not before.strip():
        return False
    last = before[-1]
    if last == " " and (not is_cjk(before.rstrip()[-1]) or style.name in ("（）", "()")):
        return False
    if style.name == "superscript":
        return not _UNIT.search(before)
    if style.name in ("（）", "()", "[]"):
        return not _CLAUSE.search(before) and last not in "、，,:：;；・（(「『“[［-–/"
    if style.name == "*":
        return not last.isdigit() and last not in "=×*"
    return True
