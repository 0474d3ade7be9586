"""Conditions of agreements: the codebook's examples, places in the stored text, what else is said."""

from __future__ import annotations

from typing import Any

import pytest

from detente.coding.terms import Term, terms
from detente.coding.terms.clauses import LANGUAGES, book
from detente.findings import Agreement, StatusEvent
from detente.reading import from_text

EXAMPLES = [(language, one) for language in LANGUAGES for one in book(language)["examples"]]


def found(text: str, agreement: str, language: str, step: str | None = None) -> list[Term]:
    document = from_text(text, name="told", language=language)
    start = text.index(agreement)
    at = text.index(step) if step else 0
    steps = (StatusEvent(event="signed", date=None, start=at, end=at + len(step)),) if step else ()
    end = start + len(agreement)
    made = Agreement(document=document.sha256, start=start, end=end, quote=agreement, status_events=steps)
    return terms(document, made)


@pytest.mark.parametrize(("language", "example"), EXAMPLES, ids=lambda value: str(value)[:40])
def test_the_examples_of_the_codebook_hold(language: str, example: dict[str, Any]) -> None:
    told = found(example["text"], example["agreement"], language)
    assert [term.words for term in told] == [example["condition"]] * (example["condition"] is not None)


def test_a_condition_is_anchored_in_the_stored_text_though_its_lines_are_broken() -> None:
    text = "両国は協定を結んだ。米国は、人権状況の\n改善を条件として通商協\n定に署名した。\n"
    (term,) = found(text, "通商協\n定", "ja")
    assert (term.words, text[term.start : term.end]) == ("人権状況の改善", "人権状況の\n改善")


def test_the_rest_of_the_passage_is_without_its_condition() -> None:
    agreed = "両国は、撤兵を条件に、債務の削減で合意した"
    (term,) = found(f"{agreed}。", agreed, "ja")
    assert term.words == "撤兵"
    assert "撤兵" not in term.rest
    assert "債務の削減で合意した" in term.rest


def test_a_later_step_of_its_life_may_bear_the_condition() -> None:
    text = "The grain accord was drafted in May. In return for oil, the two states signed it in June."
    assert found(text, "The grain accord", "en") == []
    (term,) = found(text, "The grain accord", "en", step="signed it")
    assert term.words == "oil"


def test_other_languages_have_no_words_of_condition_yet() -> None:
    assert found("Договор подписан при условии вывода войск.", "Договор", "ru") == []
