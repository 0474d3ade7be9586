from __future__ import annotations

from typing import Any

import pytest

from detente.coding.codes import states_of
from detente.coding.en.lexicon import examples, load
from detente.coding.en.reading import sentences
from detente.reading import from_text


@pytest.mark.parametrize(("entry", "example"), examples(), ids=lambda v: v if isinstance(v, str) else "")
def test_an_entry_finds_its_examples(entry: str, example: dict[str, Any]) -> None:
    document = from_text(example["text"], name="example", language="en")
    found = [act for sentence in sentences(document, load()) for act in sentence.acts]
    types = {act.entry.plover for act in found}
    if example["plover"] in ("null", ""):
        assert not [act for act in found if act.entry.id == entry]
        return
    assert example["plover"] in types
    act = next(act for act in found if act.entry.plover == example["plover"])
    if "actors" in example:
        assert set(states_of(act.actors)) == set(example["actors"])
    if "targets" in example:
        assert set(states_of(act.targets)) == set(example["targets"])


def test_every_plover_type_has_examples() -> None:
    shown = {example["plover"] for _, example in examples()} - {"null"}
    assert len(shown) >= 16
