"""The day of an occasion spoken of again: 首脳会談で after 6月の首脳会談 was in June."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from detente.coding.dates import ResolvedDate, sort_key
from detente.coding.dates.context import Basis
from detente.coding.dates.edtf import parse
from detente.coding.ja.meetings import MEETINGS

_LASTING = frozenset({"交渉", "折衝", "対話", "フォーラム"})  # held over months, with no day of their own
_NAMES = [*(MEETINGS - _LASTING), "記者会見", "会見", "訪問", "訪[日米中韓露朝英仏独印]", "来日"]
_KIND = f"(?P<kind>{'|'.join(sorted(_NAMES, key=len, reverse=True))})"
_NOUN = re.compile(
    _KIND
    + r"(?=では|で(?!き)|において|の席|の際|後[、はに]|終了後|でも"
    + r"|(?P<ahead>へ(?:と)?向け|に向け|に先立|を前に))"
)
_DATED = re.compile(r"[^、。「」]{0,30}?" + _KIND)
_BREAK = re.compile("[、。「」]")
_AFTER_TALKS = frozenset({"記者会見", "会見"})  # held at the end of talks or of a visit


@dataclass(slots=True)
class Occasions:
    """The occasions that a section has dated so far, by the noun that names them, the last one last."""

    known: dict[str, ResolvedDate] = field(default_factory=dict)

    def dated(self, text: str, dates: list[ResolvedDate], base: int) -> list[ResolvedDate]:
        """The dates of a sentence that begins at `base`, with those of the occasions taken up in it."""
        found = list(dates)
        for m in _NOUN.finditer(text):
            at = base + m.start()
            beside = [d for d in dates if d.end <= at and not _BREAK.search(text[d.end - base : m.start()])]
            own, earlier = bool(beside), self._of(m["kind"])
            if m["ahead"]:  # 6月に予定された首脳会談へ向けて: up to its day
                told, at = beside[-1] if beside else earlier, base + m.end("kind")
                found += (
                    [replace(told, start=at, end=at, edtf=value) for value in _until(told)] if told else []
                )
                continue
            if not own and earlier is not None and not _newer(dates, earlier, at):
                found.append(replace(earlier, start=at, end=at, basis=Basis.REFERENCE))
        for date in dates:
            named = _DATED.match(text, date.end - base)
            if named is not None and date.edtf and ".." not in date.edtf:
                self.known.pop(named["kind"], None)
                self.known[named["kind"]] = date
        return sorted(found, key=lambda d: d.start)

    def _of(self, kind: str) -> ResolvedDate | None:
        if kind in self.known:
            return self.known[kind]
        if kind in _AFTER_TALKS:
            return _closing(next(reversed(self.known.values()), None))
        alike = (
            date for name, date in reversed(self.known.items()) if name.endswith(kind) or kind.endswith(name)
        )
        return next(alike, None)


def _newer(dates: list[ResolvedDate], earlier: ResolvedDate, at: int) -> bool:
    """Whether the sentence has told a later day already: 8月9日、隣国を訪問し、首脳会談で述べた."""
    last = next((d.edtf for d in reversed(dates) if d.end <= at and d.edtf), None)
    return last is not None and earlier.edtf is not None and sort_key(last)[0] > sort_key(earlier.edtf)[1]


def _closing(talks: ResolvedDate | None) -> ResolvedDate | None:
    """The last day of talks, on which their press conference is held."""
    end = parse(talks.edtf).end if talks is not None and talks.edtf else None
    return replace(talks, edtf=str(end)) if talks is not None and end is not None else None


def _until(date: ResolvedDate) -> list[str]:
    """The time up to a date, where it has a first day."""
    start = parse(date.edtf).start if date.edtf else None
    return [f"../{start}"] if start is not None else []
