"""The lists of the English codebooks: no word stands twice in one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import pytest
import yaml

FOLDER = files("detente.coding").joinpath("codebooks", "en")
BOOKS = sorted(book.name for book in FOLDER.iterdir() if book.name.endswith(".yaml"))
PROSE = frozenset({"examples", "note", "following", "purpose", "in_turn"})  # patterns, no words


def lists(value: Any, path: str = "") -> Iterator[tuple[str, list[str]]]:
    """Every list of words in a codebook with the path to it."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key not in PROSE:
                yield from lists(inner, f"{path}/{key}")
    elif isinstance(value, str):
        yield path, value.split()
    elif all(isinstance(item, str) for item in value):
        yield path, value
    else:
        for item in value:
            yield from lists(item, f"{path}/{item['id']}")


@pytest.mark.parametrize("name", BOOKS)
def test_no_list_of_a_codebook_repeats_a_word(name: str) -> None:
    book = yaml.load(FOLDER.joinpath(name).read_text("utf-8"), Loader=yaml.CBaseLoader)
    twice = {path: [w for w, n in Counter(words).items() if n > 1] for path, words in lists(book)}
    assert {path: words for path, words in twice.items() if words} == {}
