"""A finding that an analyst makes by hand: a kind, a passage, and fields."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from detente.casebook.fields import parse_settings
from detente.errors import UnknownName, UsageError
from detente.findings import KINDS, Finding
from detente.reading import Document

if TYPE_CHECKING:
    from detente.casebook.case import Case


def composed(case: Case, kind: str, source: str, quote: str | None, settings: Sequence[str]) -> Finding:
    """The finding of a kind on a passage of a source, its fields set by "field=value".

    The passage is named by its quotation, which has to stand in the text exactly once, or by
    `start` and `end` among the settings.

    Raises
    ------
    UsageError
        where the passage is not named, is not there, or stands there more than once.
    """
    if kind not in KINDS:
        raise UnknownName("kind of finding", kind, KINDS)
    document = case.document(source)
    given = parse_settings(kind, settings, [own.code for own in case.charter.own_issues])
    start, end = _passage(document, quote, given)
    fields = {name: value for name, value in given.items() if name not in ("start", "end")}
    text = document.text[start:end]
    return KINDS[kind](document=document.sha256, start=start, end=end, quote=text, **fields)


def _passage(document: Document, quote: str | None, given: dict[str, Any]) -> tuple[int, int]:
    if quote is None:
        if not {"start", "end"} <= set(given):
            raise UsageError("Which passage?", hint="Give --quote, or --set start=… and --set end=…")
        start, end = int(given["start"]), int(given["end"])
        if not 0 <= start < end <= len(document.text):
            raise UsageError(f"[{start}, {end}) is no passage of a text of {len(document.text)} characters.")
        return start, end
    times = document.text.count(quote) if quote else 0
    if times != 1:
        found = f"stands there {times} times" if times else "does not stand there"
        raise UsageError(
            f'"{quote}" {found}.',
            where=document.name,
            hint="Quote more of it, as the stored text has it, or give start and end.",
        )
    start = document.text.index(quote)
    return start, start + len(quote)
