"""The styles in which note markers are written, and where a marker may stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from detente.reading.document import Repaired
from detente.reading.script import STOPS, is_cjk

_SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_UNIT = re.compile(r"(?:^|[^A-Za-zА-я])(?:[kcmdμ]?m|км|м|см|ft|mi)$|[0-9]$|[㎞㎝]$")
_CLAUSE = re.compile(
    r"(?:[条項号款章節第]|Article|Section|Art\.|§|статья|статьи|п\.)\s?$|[0-9]$"
    r"|[（(](?:[0-9]{1,3}|[a-z]{1,2}|[ivx]{1,4})[)）]$"
)
_ENDS = re.compile(r"[。、．，.,;:；：!?！？」』）)\]］”»\"]|\s*$|\s*\n")
_COUNTERS = (
    "年月日時分秒人名カヶか国件回隻機円ドル％%つ個所番点億万千百十票度章節条歳世周割週項号次位社校部本台"
)
_BARE = re.compile(
    r"(?<=[a-zа-яё][.!?])([0-9]{1,3})(?=\s+[\"“«‘(]?[A-ZА-ЯЁ]|\s*$|\s*\n)"
    r"|(?<=[a-zа-яё][,;:])([0-9]{1,3})(?=\s+[^\W\d_])"
    r"|(?<=[a-zа-яё][.!?,][\"”»’)])([0-9]{1,3})(?=\s|$)"
    r"|(?<=[A-Za-zА-яё][a-zа-яё][a-zа-яё])([0-9]{1,3})(?=[.,;:!?](?:\s|$))"
    rf"|(?<=[ぁ-んァ-ヶー一-鿿々」』）]。)([0-9]{{1,3}})(?=\s*(?:$|[^\s0-9)）\]{_COUNTERS}]))"
    r"|(?<=[ぁ-んァ-ヶー一-鿿々」』）])([0-9]{1,3})(?=。)"
)
"""A raised figure that extraction brought down to the line: relations.12 The, 表明した1。"""

_OWN_TEXT = re.compile(
    r"\n[ \t　]*[（(［\[〔【<]?[注註*＊※]?\s?([0-9]{1,3})(?:[）)］\]〕】>．.:：、]|[ \t　])(?=\s*\S)"
)
_SPACED = re.compile(r" [（(]([0-9]{1,3})[)）](?=[.,。、])")

BRACKETS = frozenset({"[]", "〔〕", "【】", "<>"})
"""Styles whose brackets hold little else than notes."""

ROUND = frozenset({"（）", "()", "n)"})


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
    Style("〔〕", re.compile(r"〔([0-9]{1,3})〕"), sure=False),
    Style("【】", re.compile(r"【([0-9]{1,3})】"), sure=False),
    Style("<>", re.compile(r"[<＜〈]([0-9]{1,3})[>＞〉]"), sure=False),
    Style("n)", re.compile(r"(?<![0-9])(?<![0-9][.,，．])([0-9]{1,3})[)）]"), sure=False),
    Style("superscript", re.compile(r"[（(]?([⁰¹²³⁴-⁹]{1,3})[)）]?"), sure=False),
    Style("*", re.compile(r"[（(]?[*＊※]([0-9]{1,3})[)）]?"), sure=True),
    Style("†", re.compile("(†|‡)"), sure=True),
    Style("bare", _BARE, sure=False),
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
        line = text.rfind("\n", 0, start) + 1
        before = text[max(line, start - 12) : start]
        figure = match.group(match.lastindex or 1).translate(_SUPERSCRIPT)
        number = int(figure) if figure.isdigit() else "†‡".index(figure) + 1
        strong = bool(_ENDS.match(text, end))
        if before.endswith(" ") and _stands_off(text, number, style, (line, start, end), strong):
            before = before.rstrip()
        if not number or not (overprinted or _may_hang(before, style)):
            continue
        if style.name == "n)" and not (
            _is_closed(text[max(line, start - 200) : start]) and (strong or has_own_text(text, end, number))
        ):
            continue
        yield Candidate(style.name, number, start, end, strong, overprinted)


def has_own_text(text: str, end: int, number: int) -> bool:
    """Whether a line behind a marker opens with its number, as the notes' own texts do."""
    return _last_openings(text).get(number, -1) >= end


@lru_cache(maxsize=4)
def _last_openings(text: str) -> dict[int, int]:
    """Where the last line lies that opens with each number."""
    return {int(match.group(1)): match.start() for match in _OWN_TEXT.finditer(text)}


@lru_cache(maxsize=4)
def _ending_clauses(text: str) -> frozenset[int]:
    """The numbers that stand in round brackets after a space and before a stop."""
    return frozenset(int(match.group(1)) for match in _SPACED.finditer(text))


def _stands_off(text: str, number: int, style: Style, place: tuple[int, int, int], strong: bool) -> bool:
    """Whether markers of a style stand after a space here: relations improved [1], or summit. [1] The.

    One (1) after a space may be an age or a clause; with a neighbour in the count it is a note. After a
    full stop it may number a list, unless the note's own text is there too.
    """
    line, start, end = place
    stopped = text[max(line, start - 12) : start].rstrip()[-1:] in tuple(STOPS)
    if style.name in BRACKETS:
        return strong or (stopped and not style.pattern.match(text[line : line + 40].lstrip()))
    if style.name not in ROUND:
        return False
    if strong and not _ending_clauses(text).isdisjoint((number - 1, number + 1)):
        return True
    return stopped and style.name != "n)" and has_own_text(text, end, number)


def _is_closed(before: str) -> bool:
    """Whether every bracket opened on the line is closed again: (see Table 3) is no note."""
    return max(map(before.rfind, "（(")) <= max(map(before.rfind, "）)"))


def _may_hang(before: str, style: Style) -> bool:
    """Whether a marker may hang on what stands before it on its line."""
    if not before.strip():
        return False
    last = before[-1]
    if last == " " and (not is_cjk(before.rstrip()[-1]) or style.name in ROUND):
        return False
    if style.name == "superscript":
        return not _UNIT.search(before)
    if style.name in BRACKETS or style.name in ROUND:
        return not _CLAUSE.search(before) and last not in "、，,:：;；・（(「『“[［-–/"
    if style.name == "*":
        return not last.isdigit() and last not in "=×*"
    return True
