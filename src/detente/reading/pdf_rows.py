"""Rows of glyphs: stretches without a wide gap, raised note figures marked, ruby dropped."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from statistics import median_high

from detente.reading.pdf_glyphs import Glyph
from detente.reading.script import is_cjk

_WIDE_GAP = 1.35
"""Gap, in font sizes, that parts columns and cells."""
_SMALL = 0.86
_KANA = re.compile("[\u3041-\u30ffー・]+$")
_FIGURE = re.compile(r"[（(\[［]?[注*＊※]?([0-9０-９]{1,3})[)）\]］]?")


@dataclass(slots=True)
class Stretch:
    """Glyphs of one row without a wide gap between them; points from the upper left corner."""

    glyphs: list[Glyph]
    base: float
    size: float
    raised: list[Glyph] = field(default_factory=list)

    @property
    def x0(self) -> float:
        """Left edge."""
        return self.glyphs[0].x0

    @property
    def x1(self) -> float:
        """Right edge."""
        return max(glyph.x1 for glyph in self.glyphs[-3:])

    @property
    def top(self) -> float:
        """Upper edge, about."""
        return self.base - 0.9 * self.size

    def text(self) -> tuple[str, tuple[tuple[int, int, int], ...]]:
        """The characters with blanks where gaps are, and the note figures (number, start, end)."""
        pieces: list[str] = []
        size = 0
        lifted: list[tuple[int, str]] = []
        for before, glyph in zip([None, *self.glyphs], self.glyphs, strict=False):
            if before is not None and _is_gap(before, glyph):
                pieces.append(" ")
                size += 1
            if glyph in self.raised:
                lifted.append((size, glyph.char))
            pieces.append(glyph.char)
            size += len(glyph.char)
        return "".join(pieces), tuple(_figures(lifted))


def _is_gap(a: Glyph, b: Glyph) -> bool:
    gap = (b.x0 - a.x1) / max(a.size, b.size)
    if is_cjk(a.char) and is_cjk(b.char):
        return gap > 0.8
    if is_cjk(a.char) or is_cjk(b.char):
        return gap > 0.6 or (b.spaced and gap > 0.22)
    return gap > 0.3 or (b.spaced and gap > 0.08)


def _figures(lifted: Sequence[tuple[int, str]]) -> Iterable[tuple[int, int, int]]:
    """Runs of raised characters that are a note's number, with or without brackets."""
    runs: list[list[tuple[int, str]]] = []
    for at, char in lifted:
        if runs and at == runs[-1][-1][0] + 1:
            runs[-1].append((at, char))
        else:
            runs.append([(at, char)])
    for run in runs:
        figure = _FIGURE.fullmatch("".join(char for _, char in run))
        if figure and int(figure.group(1)) and run[0][0] > 0:
            yield int(figure.group(1)), run[0][0], run[-1][0] + 1


def stretches(glyphs: Iterable[Glyph]) -> list[Stretch]:
    """The rows of a page cut at wide gaps; small glyphs over or beside others are ruby or figures."""
    rows: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda g: (g.base, g.x0)):
        row = next((r for r in reversed(rows[-4:]) if _on_one_base(r[0], glyph)), None)
        if row is not None:
            row.append(glyph)
        else:
            rows.append([glyph])
    found = [stretch for row in rows for stretch in _cut(row)]
    return _settled(sorted(found, key=lambda s: s.base))


def _on_one_base(a: Glyph, b: Glyph) -> bool:
    """Whether two glyphs are of one row; those of another size must keep to the baseline closely."""
    alike = 0.9 < a.size / b.size < 1.1
    return abs(a.base - b.base) < (0.3 if alike else 0.06) * min(a.size, b.size)


def _cut(row: list[Glyph]) -> list[Stretch]:
    row.sort(key=lambda g: g.x0)
    parts: list[list[Glyph]] = []
    for glyph in row:
        if parts and glyph.x0 - parts[-1][-1].x1 <= _WIDE_GAP * max(glyph.size, parts[-1][-1].size):
            parts[-1].append(glyph)
        else:
            parts.append([glyph])
    return [Stretch(part, part[0].base, median_high(g.size for g in part)) for part in parts]


def _settled(found: list[Stretch]) -> list[Stretch]:
    """Put raised figures into the rows that they hang on, and leave ruby out."""
    gone: set[int] = set()
    bases = [stretch.base for stretch in found]
    for i, small in enumerate(found):
        low = bisect_left(bases, small.base - 0.5 * small.size)
        for host in found[low : low + 40]:
            if host.base > small.base + 4 * small.size:
                break
            if host is small or small.size > _SMALL * host.size:
                continue
            if _hangs_on(small, host):
                host.raised += small.glyphs
                host.glyphs = sorted([*host.glyphs, *small.glyphs], key=lambda g: g.x0)
            elif not _is_ruby(small, host):
                continue
            gone.add(i)
            break
    return _merged([stretch for i, stretch in enumerate(found) if i not in gone])


def _hangs_on(small: Stretch, host: Stretch) -> bool:
    """Whether small glyphs stand in a gap or at an end of a row, raised."""
    lift = (host.base - small.base) / host.size
    reach = 0.5 * host.size
    if not 0.05 < lift < 0.75 or small.x0 < host.x0 - reach or small.x0 > host.x1 + reach:
        return False
    middle = (small.x0 + small.x1) / 2
    return len(small.glyphs) <= 6 and not any(_covers(glyph, middle) for glyph in host.glyphs)


def _covers(glyph: Glyph, x: float) -> bool:
    return glyph.x0 + 0.2 * glyph.size < x < glyph.x1 - 0.2 * glyph.size


def _is_ruby(small: Stretch, host: Stretch) -> bool:
    """Whether a far smaller row of kana stands right above a row's glyphs."""
    lift = (host.base - small.base) / host.size
    over = small.x1 > host.x0 and small.x0 < host.x1
    kana = _KANA.match("".join(glyph.char for glyph in small.glyphs))
    return 0.55 < lift < 1.5 and over and bool(kana) and small.size < 0.65 * host.size


def _merged(found: list[Stretch]) -> list[Stretch]:
    """Join stretches of one row that a raised figure has bridged."""
    done: list[Stretch] = []
    for stretch in sorted(found, key=lambda s: (round(s.base), s.x0)):
        last = done[-1] if done else None
        if (
            last is not None
            and abs(last.base - stretch.base) < 0.2 * stretch.size
            and -0.5 * stretch.size < stretch.x0 - last.x1 <= _WIDE_GAP * stretch.size
        ):
            last.glyphs += stretch.glyphs
            last.raised += stretch.raised
        else:
            done.append(stretch)
    return done
