"""Characters that print nothing, and blanks in unusual forms."""

from __future__ import annotations

import re

from detente.reading.document import Repaired
from detente.reading.repair.substitution import Edit, substitute

_INVISIBLE = re.compile(
    "[\u0000-\u0008\u000e-\u001f\u007f\u0080-\u0084\u0086-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff]+"
    "|\u00ad(?!\\s*[\r\n])"
)
_BLANK = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\t\u3000]")
_BREAK = re.compile("\r\n?|[\u0085\u2028\u2029\u000b]")
_TABS = re.compile(r"(?<=\S)\t+(?=\S)")
_ROW = re.compile(r"[^\n\t]*\S[^\n\t]*(?:\t+[^\n\t]*\S[^\n\t]*){2,}")


def without_invisible(value: Repaired) -> Repaired:
    """Drop characters that print nothing; a soft hyphen at the end of a line stays for the joining."""
    if value.text.isascii() and value.text.isprintable():
        return value
    return substitute(value, (Edit(*m.span(), "") for m in _INVISIBLE.finditer(value.text)))


def plain_breaks(value: Repaired) -> Repaired:
    """Write every line break as one line feed."""
    return substitute(value, (Edit(*m.span(), "\n") for m in _BREAK.finditer(value.text)))


def barred_rows(value: Repaired) -> Repaired:
    """Put vertical bars where tabs part three or more cells of a line."""
    if "\t" not in value.text:
        return value
    rows = _ROW.finditer(value.text)
    tabs = (tab for row in rows for tab in _TABS.finditer(value.text, row.start(), row.end()))
    return substitute(value, (Edit(*tab.span(), " | ") for tab in tabs))


def plain_blanks(value: Repaired) -> Repaired:
    """Write every blank as a space."""
    return substitute(value, (Edit(*blank.span(), " ") for blank in _BLANK.finditer(value.text)))
