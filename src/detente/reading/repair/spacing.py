"""Spaces that mean nothing: around digits in Japanese, before stops, in long runs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.reading.document import Repaired
from detente.reading.repair.substitution import Edit, substitute
from detente.reading.script import CJK

_RUN = re.compile(r" ++")
_NUMBERING = r"(?<!\n[0-9])(?<!\n[0-9][0-9])(?<!\n[0-9][.．、])"
_INNER = re.compile(
    rf"(?<=[{CJK}]) (?=[0-9A-Za-z])|{_NUMBERING}(?<=[0-9A-Za-z%]) (?=[{CJK}])|(?<=[0-9]) (?=%[{CJK}])"
)
_STOP = re.compile(r"(?<=\w) (?=[、。，」』）])|(?<=[、。「『（]) (?=\S)")


def without_stray_spaces(value: Repaired) -> Repaired:
    """Collapse runs of spaces; drop those that word processors put between Japanese and digits."""
    value = substitute(value, _long_runs(value.text))
    for pattern in (_INNER, _STOP):
        value = substitute(value, (Edit(*gap.span(), "") for gap in pattern.finditer(value.text)))
    return value


def _long_runs(text: str) -> Iterator[Edit]:
    """Runs of spaces at the edge of a line go, others shrink to one space."""
    for run in _RUN.finditer(text):
        start, end = run.span()
        inside = start > 0 and text[start - 1] != "\n" and text[end : end + 1] not in ("", "\n")
        if start + inside < end:
            yield Edit(start + inside, end, "")
