"""Full-width and half-width forms, split kana, ligatures and look-alike radicals."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from detente.reading.document import Repaired
from detente.reading.repair.substitution import Edit, substitute

_FORMS = re.compile(
    "[０-９Ａ-Ｚａ-ｚ％＄＆＋＃＠]"  # letters, digits and signs that stand in words
    "|(?<=[0-9０-９])[．，／：－](?=[0-9０-９])"  # signs within a number
    "|[\uff61-\uff9f]"  # half-width kana
    "|[\u2f00-\u2fd5\uf900-\ufaff]"  # radicals and compatibility forms in the place of Chinese characters
    "|[\ufb00-\ufb06㍻㍼㍽㍾㋿]"  # ligatures and era names set as one character
)
_MARK = "[\u0300-\u036f\u3099\u309a\uff9e\uff9f]"
_SPLIT = re.compile(f"[^\\s\u0300-\u036f\u3099\u309a\uff9e\uff9f]{_MARK}+|[\u3041-\u30ff][゛゜]")
_COMBINING = str.maketrans({"゛": "\u3099", "゜": "\u309a", "\uff9e": "\u3099", "\uff9f": "\u309a"})


def usual_width(value: Repaired) -> Repaired:
    """Write digits, Latin letters and kana in the forms that dictionaries have (NFKC).

    Brackets, quotation marks and the stops 、。 keep their full width.
    """
    value = substitute(value, _composed(value.text))
    return substitute(value, _usual(value.text))


def _composed(text: str) -> Iterator[Edit]:
    """Letters whose accents or voicing marks stand apart: か and ゛, и and its breve."""
    if text.isascii():
        return
    for match in _SPLIT.finditer(text):
        base = unicodedata.normalize("NFKC", match.group()[0])
        whole = base + match.group()[1:].translate(_COMBINING)
        joined = unicodedata.normalize("NFC", whole)
        if len(joined) < len(match.group()):
            yield Edit(*match.span(), joined)


def _usual(text: str) -> Iterator[Edit]:
    if text.isascii():
        return
    for match in _FORMS.finditer(text):
        yield Edit(*match.span(), unicodedata.normalize("NFKC", match.group()))
