"""The passage that a finding rests on, in its context."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property

from detente.errors import DetenteError
from detente.findings import Finding, Statement
from detente.reading import Document, NoteMark, PassageKind, Repaired

_WIDEST_GAP = 300
_WIDE = r"[\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]"
WIDE_BREAK = re.compile(rf"((?:(?<={_WIDE})|^)[ \t\f]*[\r\n]\s*(?={_WIDE}|$))")
"""A line break with the blanks around it within Japanese, where it stands for nothing."""


@dataclass(frozen=True)
class Evidence:
    """A finding's passage: the stored text before, in and after its quotation, exactly.

    `notes` are those that hang on the sentences of the quotation, with their text where the
    document has it; `section` is the path of headings; `page` the physical page, from 1.
    """

    finding: Finding
    document: Document
    before: str
    after: str
    section: tuple[str, ...]
    notes: tuple[tuple[int, str | None], ...]

    @property
    def page(self) -> int | None:
        """The physical page of the quotation, None where the document has none."""
        return self.finding.page or self.document.page_at(self.finding.start)

    @cached_property
    def readable(self) -> str:
        """The quotation with the file's line breaks and printing faults mended."""
        return mended(self.document.repaired, self.finding.start, self.finding.end) or self.finding.quote


class Witness:
    """Finds the evidence of the findings of one document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._running = [p for p in document.passages if p.kind is not PassageKind.NOTE]

    @cached_property
    def _starts(self) -> list[int]:
        return [passage.start for passage in self._running]

    def evidence(self, finding: Finding) -> Evidence:
        """The passage of a finding; raises where the quotation does not equal the stored text."""
        document = self.document
        if document.text[finding.start : finding.end] != finding.quote:
            raise DetenteError(
                f"The quotation of {finding.kind} {finding.id} is not what stands at "
                f"[{finding.start}, {finding.end}).",
                where=document.name,
                hint="Code the document again.",
            )
        first, last = self._around(finding)
        return Evidence(
            finding=finding,
            document=document,
            before=document.text[first : finding.start],
            after=document.text[finding.end : last],
            section=self._section(finding),
            notes=self._notes(finding),
        )

    def near(self, finding: Finding, quote: str) -> tuple[int, int] | None:
        """Where a quotation stands in a finding's passage or its context; None unless it is there once."""
        first, last = self._around(finding)
        around = self.document.text[first:last]
        if not quote or around.count(quote) != 1:
            return None
        start = first + around.index(quote)
        return start, start + len(quote)

    def _around(self, finding: Finding) -> tuple[int, int]:
        """From the sentence before the quotation's first to the one after its last; headings end it."""
        holding = self._holding(finding)
        if not holding:
            size = len(self.document.text)
            return max(0, finding.start - _WIDEST_GAP), min(size, finding.end + _WIDEST_GAP)
        low, high = holding[0], holding[-1]
        start = min(self._running[low].start, finding.start)
        end = max(self._running[high].end, finding.end)
        before = self._running[low - 1] if low > 0 else None
        if before and before.kind is not PassageKind.HEADING and start - before.end <= _WIDEST_GAP:
            start = before.start
        after = self._running[high + 1] if high + 1 < len(self._running) else None
        if after and after.kind is not PassageKind.HEADING and after.start - end <= _WIDEST_GAP:
            end = after.end
        return start, end

    def _holding(self, finding: Finding) -> range:
        low = max(bisect_right(self._starts, finding.start) - 1, 0)
        if self._running and self._running[low].end <= finding.start:
            low += 1
        return range(low, bisect_left(self._starts, finding.end))

    def _section(self, finding: Finding) -> tuple[str, ...]:
        holding = self._holding(finding)
        return self._running[holding[0]].section if holding else ()

    def _notes(self, finding: Finding) -> tuple[tuple[int, str | None], ...]:
        wanted = finding.note if isinstance(finding, Statement) else None
        return tuple(
            (mark.number, self._note_text(mark))
            for mark in self.document.notes
            if mark.number == wanted
            or (mark.sentence_start < finding.end and finding.start < mark.sentence_end)
        )

    def _note_text(self, mark: NoteMark) -> str | None:
        if mark.text_start is None or mark.text_end is None:
            return None
        text = mended(self.document.repaired, mark.text_start, mark.text_end)
        return re.sub(rf"^\W*[注註*＊※]?\W*{mark.number}\W*(?=\S)", "", text)


def mended(repaired: Repaired, start: int, end: int) -> str:
    """The repaired text of the stored interval [start, end) on one line; empty where it was left out."""
    low = bisect_right(repaired.ends, start)
    high = bisect_left(repaired.starts, end)
    return " ".join(WIDE_BREAK.sub("", repaired.text[low:high]).split())
