"""The built-in case: every dated fact has its source and stands in its document."""

from __future__ import annotations

import calendar
import re

import pytest

from detente.demo import Fact, documents, facts
from detente.reading import Document, from_text

FACTS = facts()
NOTED = [fact for fact in FACTS if fact.note]
MONTHS = [calendar.month_name[month] for month in range(1, 13)]


@pytest.fixture(scope="module")
def read() -> dict[str, Document]:
    return {f.name: from_text(f.read_text(encoding="utf-8"), name=f.name) for f in documents()}


def test_there_are_at_least_sixty_facts_of_distinct_days_or_matters() -> None:
    assert len({(fact.date, fact.fact) for fact in FACTS}) >= 60
    assert len({fact.date for fact in FACTS}) >= 60


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: f"{fact.date} {fact.fact[:30]}")
def test_a_fact_is_dated_sourced_and_stands_in_its_document(fact: Fact, read: dict[str, Document]) -> None:
    document = read[fact.document]
    assert document.text.count(fact.quote) == 1
    assert len(fact.source) > 10
    for day in fact.date.split("/"):
        assert re.fullmatch(r"200[1-3](-\d\d){1,2}", day)
        assert _says(fact.quote, day, document.language), (day, fact.quote)


@pytest.mark.parametrize(
    "fact", [f for f in FACTS if f.note], ids=lambda fact: f"{fact.document} {fact.note}"
)
def test_a_fact_names_the_note_that_holds_its_source(fact: Fact, read: dict[str, Document]) -> None:
    document = read[fact.document]
    (mark,) = (n for n in document.notes if n.number == fact.note)
    assert document.text[mark.sentence_start : mark.sentence_end] == fact.quote
    assert mark.text_start is not None


def test_the_two_documents_are_japanese_and_english_with_all_their_notes(read: dict[str, Document]) -> None:
    assert {d.language for d in read.values()} == {"ja", "en"}
    for document in read.values():
        assert {n.number for n in document.notes} == set(range(1, len(document.notes) + 1))
        assert all(n.text_end for n in document.notes)
        assert document.warnings == ()


def _says(quote: str, day: str, language: str) -> bool:
    """Whether a sentence names the month and day, or for 同日, 翌日 and "that day" leaves them out."""
    _, month, *rest = [int(part) for part in day.split("-")]
    number = rest[0] if rest else None
    if language == "ja":
        wanted = f"{month}月{number}日" if number else f"{month}月"
        relative = r"同日|翌14日|この日|同月|から27日|から26日|から15日"
    else:
        wanted = f"{number} {MONTHS[month - 1]}" if number else MONTHS[month - 1]
        relative = r"of that day|(of|on) the same day|\d+ (and|to) \d+ [A-Z]"
    return wanted in quote or re.search(relative, quote) is not None
