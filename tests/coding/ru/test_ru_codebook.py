"""Every example in the Russian codebook is a test; an analyst's own file goes over ours."""

from __future__ import annotations

from pathlib import Path

import pytest

from detente.coding.codebook import Example, load_codebook
from detente.coding.ru import code
from detente.errors import UnknownName
from detente.findings import Event
from detente.reading import from_text

EXAMPLES = [
    pytest.param(example, id=f"{entry.id}-{number}")
    for entry in load_codebook("ru", "events").entries.values()
    for number, example in enumerate(entry.examples)
]


def events(text: str, *codebooks: str) -> list[Event]:
    found = code(from_text(text, name="example", language="ru"), codebooks)
    return [finding for finding in found if isinstance(finding, Event)]


def states(actors: tuple[str, ...]) -> set[str]:
    return {actor.split("/")[0] for actor in actors}


@pytest.mark.parametrize("example", EXAMPLES)
def test_examples(example: Example) -> None:
    found = events(example.text)
    if example.type is None:
        assert found == []
        return
    fitting = [event for event in found if event.plover == example.type]
    assert fitting, [event.as_dict() for event in found]
    if example.actors is not None:
        assert any(states(event.actors) == set(example.actors) for event in fitting), fitting
    if example.targets is not None:
        assert any(states(event.targets) == set(example.targets) for event in fitting), fitting


def test_every_entry_that_finds_something_has_an_example_of_it() -> None:
    for entry in load_codebook("ru", "events").entries.values():
        assert entry.type in {example.type for example in entry.examples}, entry.id


def test_an_own_codebook_goes_over_ours(tmp_path: Path) -> None:
    own = tmp_path / "own.yaml"
    own.write_text(
        "language: ru\nentries:\n  - {id: greet, type: SUPPORT, heads: [поприветствовать], frame: favour}\n"
        "  - {id: ratify, type: null, heads: [ратифицировать]}\n",
        encoding="utf-8",
    )
    text = "Россия ратифицировала договор с США."
    assert [event.plover for event in events(text)] == ["AGREE"]
    assert events(text, str(own)) == []


def test_a_wrong_codebook_is_named(tmp_path: Path) -> None:
    own = tmp_path / "own.yaml"
    own.write_text("entries:\n  - {id: x, type: AGREED, heads: [a]}\n", encoding="utf-8")
    with pytest.raises(UnknownName, match=r"own\.yaml"):
        events("Россия молчит.", str(own))
