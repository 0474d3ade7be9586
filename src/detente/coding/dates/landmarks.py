"""Events that a text dates once and then dates others by: before the war, 開戦直前, after the summit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from detente.coding.dates.context import Basis
from detente.coding.dates.edtf import parse
from detente.coding.dates.landmark_words import WORDS, Relation, Words
from detente.coding.dates.mention import Kind
from detente.coding.dates.resolve import ResolvedDate

_NEAR = 40


@dataclass(frozen=True, slots=True)
class Landmark:
    """A dated event: the noun that names it, its EDTF date, and the words told with it.

    `names` holds the proper names that tell it from another event of the kind; `first`, `last` are the
    ends of its date.
    """

    kind: str
    names: frozenset[str]
    first: str
    last: str


@dataclass(slots=True)
class Landmarks:
    """The dated events of a text so far, in the order of their dating.

    An event takes part in dating only where the text itself gives it a day, month or year: nothing is
    looked up. A later mention that could mean two of them means the one dated last.
    """

    language: str
    known: list[Landmark] = field(default_factory=list)

    def dated(self, text: str, dates: list[ResolvedDate], base: int = 0) -> list[ResolvedDate]:
        """The dates of a sentence, with those that it takes from events dated before, in text order.

        `base` is what the offsets of `dates` count from.
        """
        words = WORDS[self.language]
        found = [*dates, *self._taken(text, dates, base, words)]
        self.known += self._learnt(text, dates, base, words)
        return sorted(found, key=lambda d: (d.start, d.end))

    def _taken(self, text: str, dates: list[ResolvedDate], base: int, words: Words) -> Iterator[ResolvedDate]:
        for m in words.mention.finditer(text) if self.known else ():
            start, end = base + m.start("span"), base + m.end("span")
            if any(d.start < end + 2 and start - 2 < d.end for d in dates):
                continue  # the 2003 war: it has its own date
            landmark = self._meant(
                m["kind"].lower(), frozenset(words.proper.findall(m["names"] or "")), words
            )
            value = _value(landmark, words.relation(m)) if landmark is not None else None
            if value is not None:
                yield ResolvedDate(start, end, value, Basis.REFERENCE, Kind.NAME)

    def _meant(self, kind: str, names: frozenset[str], words: Words) -> Landmark | None:
        kinds = words.same_kind(kind)
        fitting = (k for k in reversed(self.known) if k.kind in kinds and names <= k.names)
        return next(fitting, None)

    def _learnt(self, text: str, dates: list[ResolvedDate], base: int, words: Words) -> Iterator[Landmark]:
        for date in dates:
            start, end = date.start - base, date.end - base
            if date.edtf is None or ".." in date.edtf or date.kind is Kind.TITLE:
                continue
            m = words.after_date.match(text, end) or words.before_date.search(text[:start])
            if m is None:
                continue
            span = parse(date.edtf)
            around = (
                text[max(0, m.start() - _NEAR) : m.end() + _NEAR] if m.end() >= end else text[:start][-_NEAR:]
            )
            names = frozenset(words.proper.findall(around))
            word = m["kind"] or m.groupdict().get("verb") or ""
            yield Landmark(words.kind_of(word), names, str(span.start), str(span.end))


def _value(landmark: Landmark, relation: Relation) -> str:
    """The time that stands to an event in a relation; the event's own day lies in it, as in `../2003-03`."""
    if relation is Relation.BEFORE:
        return f"../{landmark.first}"
    if relation is Relation.AFTER:
        return f"{landmark.last}/.."
    if relation is Relation.CLOSE:
        return landmark.last
    return landmark.first if landmark.first == landmark.last else f"{landmark.first}/{landmark.last}"
