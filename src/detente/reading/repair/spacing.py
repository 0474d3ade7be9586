"""Spaces that mean nothing: around digits in Japanese, before stops, in long runs."""

from __future__ import annotations

import re

from detente.reading.document import Repaired
from detente.reading.repair.substitution import Edit, substitute
from detente.reading.script import CJK

_RUN = re.compile(r" +(?=\n)|(?<=\n) +|^ +| +$|(?<= ) +")
_NUMBERING = r"(?<!\n[0-9])(?<!\n[0-9][0-9])(?<!\n[0-9][.．、])"
_INNER = re.compile(
    rf"(?<=[{CJK}]) (?=[0-9A-Za-z])|{_NUMBERING}(?<=[0-9A-Za-z%]) (?=[{CJK}])|(?<=[0-9]) (?=%[{CJK}])"
)
_STOP = re.compile(r"(?<=\w) (?=[、。，」』）])|(?<=[、。「『（]) (?=\S)")


def without_stray_spaces(value: Repaired) -> Repaired:
    """Collapse runs of spaces; drop those that word processors put between Japanese and digits."""
    for pattern in (_RUN, _INNER, _STOP):
        value = substitute(value, (Edit(*gap.span(), "") for gap in pattern.finditer(value.text)))
    return value
