"""The anchor and the date of a finding in a Russian sentence."""

from __future__ import annotations

from typing import Any

from detente.coding.anchoring import anchor_fields
from detente.coding.dates import Kind, ResolvedDate, scoping
from detente.coding.ru.reading import Sentence
from detente.coding.ru.tree import Tree

CODER = "ru-rules.v1"


def anchor(sentence: Sentence, start: int, end: int) -> dict[str, Any]:
    """The fields that every finding shares, for the characters [start, end) of a sentence."""
    return anchor_fields(sentence.document, *sentence.stored(start, end), CODER)


def date_of(sentence: Sentence, at: int, start: int, end: int) -> str | None:
    """The date of the act at word `at`, told in [start, end): its own, else the one in scope.

    A date that hangs on a noun in the clause (взрывы в 2014 году) is that noun's, not the verb's.
    """
    tree = sentence.tree
    shared = []
    for date in sentence.dates:
        head = _head_of(tree, date)
        if date.edtf is None or date.kind is Kind.TITLE:
            continue
        if head == at:
            return date.edtf
        if head < 0 or tree.verbal(head) or tree.words[head].rel in ("nsubj", "root"):
            shared.append(date)
    scoped = scoping(shared, start, end)
    return scoped.edtf if scoped else None


def _head_of(tree: Tree, date: ResolvedDate) -> int:
    """The word outside a date on which it hangs, -1 where none."""
    inside = {k for k, w in enumerate(tree.words) if w.start < date.end and date.start < w.end}
    return next((tree.words[k].head for k in sorted(inside) if tree.words[k].head not in inside), -1)


def note_of(sentence: Sentence, end: int) -> int | None:
    """The number of the first note whose marker stands in the sentence at `end` or after it, else None."""
    first, last = sentence.base + end, sentence.base + len(sentence.text) + 1
    return next((n.number for n in sentence.document.notes if first <= n.repaired_at <= last), None)
