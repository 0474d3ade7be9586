"""Dates through a document: each sentence is read in the light of those before it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from detente.coding.dates.citations import news_dates
from detente.coding.dates.context import DateContext
from detente.coding.dates.datelines import dateline_days
from detente.coding.dates.find import find_dates
from detente.coding.dates.mention import Kind
from detente.coding.dates.resolve import ResolvedDate, resolve, resolve_on


def dates_in(
    text: str, language: str, *, document_date: str | None = None, reference: str | None = None
) -> list[ResolvedDate]:
    """The dates of one text, resolved.

    Parameters
    ----------
    text : the text; the offsets returned are code points into it.
    language : "ja", "en" or "ru".
    document_date : EDTF date of the document, or None.
    reference : EDTF date last said before this text, or None.
    """
    return resolve(find_dates(text, language), DateContext.of(document_date, reference))


def walk(
    sentences: Iterable[str],
    language: str,
    document_date: str | None = None,
    written: Sequence[str | None] | None = None,
) -> list[list[ResolvedDate]]:
    """The dates of a document's sentences, in order; offsets are into each sentence.

    Each sentence sees the dates said before it: 「5月28日」 takes the year, 「同日」 the day of the
    last one. An item of news counts as written on the day that `days_written` gives (`written`, where
    it has been asked already); the next item begins afresh.
    """
    sentences = list(sentences)
    written = written or days_written(sentences, language, document_date)
    context = DateContext.of(document_date)
    found = []
    for at, sentence in enumerate(sentences):
        if written[at] != (written[at - 1] if at else None):
            context = DateContext.of(written[at] or document_date)
        dates, context = step(sentence, language, context)
        found.append(dates)
    return found


def days_written(
    sentences: Sequence[str], language: str, document_date: str | None = None
) -> list[str | None]:
    """For each sentence the day on which its item of news was written, where the text itself says so.

    A dateline tells it; else, where the document has no date known to the day, the list of dated
    sources under an article does. None in any other text.
    """
    day = DateContext.of(document_date).day_of_document
    listed = [None] * len(sentences) if day else news_dates(sentences, language)
    return [own or other for own, other in zip(dateline_days(sentences, language), listed, strict=True)]


def step(sentence: str, language: str, context: DateContext) -> tuple[list[ResolvedDate], DateContext]:
    """The dates of the next sentence, and the context to read the one after it with."""
    dates, after = resolve_on(find_dates(sentence, language), context)
    return dates, after.next_sentence()


def scoping(dates: list[ResolvedDate], start: int, end: int) -> ResolvedDate | None:
    """The date that scopes over the clause [start, end) of a sentence.

    A date inside the clause comes first (the last one before its end, which stands nearest to a
    verb at the end); else the nearest date before it, for a date holds over the clauses that
    follow until another one is said; None where there is neither. The year in the title of a
    treaty or law scopes over nothing.
    """
    dates = [d for d in dates if d.kind is not Kind.TITLE]
    inside = [d for d in dates if start <= d.start < end]
    before = [d for d in dates if d.start < start]
    return inside[-1] if inside else before[-1] if before else None
