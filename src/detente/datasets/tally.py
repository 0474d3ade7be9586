"""What was read, what was left out and why, counted row by row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

EXAMPLES = 100
"""So many rows are kept as examples beside the first of every reason; all of them are counted."""


@dataclass(frozen=True, slots=True)
class Example:
    """One row that was left out: file, line from 1, reason and the beginning of its text."""

    file: str
    row: int
    reason: str
    text: str


@dataclass(slots=True)
class Tally:
    """The account of one reading; `read == kept + filtered + merged + sum(dropped.values())`.

    Parameters
    ----------
    read : rows found in the files, without headers.
    kept : rows handed on.
    filtered : rows outside what was asked for (dyad, period).
    merged : rows that a de-duplication rule took out.
    dropped : reason to number of rows that could not be read.
    noted : what was odd in rows that were kept, to number of rows; the field in question is null.
    examples : the first rows left out, and the first of every reason.
    remarks : what else the reader decided or saw, each said once.
    """

    read: int = 0
    kept: int = 0
    filtered: int = 0
    merged: int = 0
    dropped: Counter[str] = field(default_factory=Counter)
    noted: Counter[str] = field(default_factory=Counter)
    examples: list[Example] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    def drop(self, reason: str, file: str, rows: Iterable[tuple[int, str]]) -> None:
        """Count rows that are left out, given by line and text."""
        for row, text in rows:
            self.dropped[reason] += 1
            if len(self.examples) < EXAMPLES or self.dropped[reason] == 1:
                self.examples.append(Example(file, row, reason, text[:200]))

    def note(self, what: str, rows: int) -> None:
        """Count rows that were kept with something odd."""
        if rows:
            self.noted[what] += rows

    def remark(self, words: str) -> None:
        """Say something once."""
        if words not in self.remarks:
            self.remarks.append(words)

    def as_dict(self) -> dict[str, Any]:
        """The account as one record, keys in fixed order."""
        return {
            "read": self.read,
            "kept": self.kept,
            "filtered": self.filtered,
            "merged": self.merged,
            "dropped": dict(sorted(self.dropped.items())),
            "noted": dict(sorted(self.noted.items())),
            "remarks": list(self.remarks),
        }

    def errors(self) -> list[str]:
        """A sentence for each reason, with the first place where it occurred."""
        said = []
        for reason, rows in sorted(self.dropped.items()):
            first = next((e for e in self.examples if e.reason == reason), None)
            place = f" (first: {first.file}, line {first.row})" if first else ""
            said.append(f"{rows} row{'s' * (rows != 1)} left out: {reason}{place}.")
        return said
