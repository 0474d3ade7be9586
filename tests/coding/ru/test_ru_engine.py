"""The Russian parser: dictionary forms, and what happens without the extra."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.coding.ru import engine
from detente.errors import DetenteError


def test_without_the_extra_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "natasha", None)
    engine._models.cache_clear()
    with pytest.raises(DetenteError, match=r'pip install "detente\[russian\]"'):
        engine.parse(["Россия"])
    monkeypatch.undo()
    engine._models.cache_clear()


def test_dictionary_forms_follow_the_part_of_speech() -> None:
    (tree,) = engine.parse(["Стороны подписали договорённость и стали ждать, экстрадировал ли суд шпиона."])
    lemmas = [word.lemma for word in tree.words]
    assert lemmas[:3] == ["сторона", "подписать", "договоренность"]
    assert "стать" in lemmas
    assert "экстрадировать" in lemmas


PIECES = "Россия подписала договор , и « » — не если 2003 г. США"


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(PIECES.split()), max_size=9))
def test_words_slice_to_the_text_and_trees_have_no_loops(pieces: list[str]) -> None:
    text = " ".join(pieces)
    (tree,) = engine.parse([text])
    for i, word in enumerate(tree.words):
        assert text[word.start : word.end] == word.text
        assert len(list(tree.up(i))) < len(tree.words)
        assert i in tree.subtree(i)
