"""The anchor and the date of a finding in a Russian sentence."""

from __future__ import annotations

from typing import Any

from detente.coding.dates import Kind, scoping
from detente.coding.ru.reading import Sentence

CODER = "ru-rules.v1"
_CLAUSES = frozenset({"advcl", "acl:relcl", "parataxis", "ccomp"})


def anchor(sentence: Sentence, start: int, end: int) -> dict[str, Any]:
    """The fields that every finding shares, for the characters [start, end) of a sentence."""
    document = sentence.document
    first, last = sentence.stored(start, end)
    return {
        "document": document.sha256,
        "start": first,
        "end": last,
        "quote": document.text[first:last],
        "page": document.page_at(first),
        "coder": CODER,
    }


def date_of(sentence: Sentence, at: int, start: int, end: int) -> str | None:
    """The date of the act at word `at`, told in [start, end): the one below it, else the one in scope."""
    tree = sentence.tree
    below = [tree.words[k] for k in tree.subtree(at, _CLAUSES)]
    for date in sentence.dates:
        if date.kind is Kind.TITLE or date.edtf is None:
            continue
        if any(w.start < date.end and date.start < w.end for w in below):
            return date.edtf
    scoped = scoping([d for d in sentence.dates if d.edtf is not None], start, end)
    return scoped.edtf if scoped else None
