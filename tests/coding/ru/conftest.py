"""Russian sentences coded with a small gazetteer, so that the grammar is tested apart from the data."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from detente.coding.ru import code, reading
from detente.findings import Event, Statement
from detente.ontology.mention import Mention
from detente.reading import from_text

NAMES = (
    (r"Росси\w+|Москв\w+|Кремл\w+|РФ", "state", "RUS"),
    (r"[Рр]оссийск\w+", "demonym", "RUS"),
    (r"США|Вашингтон\w*", "state", "USA"),
    (r"[Аа]мериканск\w+", "demonym", "USA"),
    (r"Япони\w+|Токио", "state", "JPN"),
    (r"[Яя]понск\w+", "demonym", "JPN"),
    (r"Иран\w*|Тегеран\w*", "state", "IRN"),
    (r"Путин\w*", "person", "RUS/Putin"),
    (r"Лавров\w*", "person", "RUS/Lavrov"),
    (r"Буш\w*", "person", "USA/Bush"),
)

Coded = tuple[list[Event], list[Statement]]


def mentions(text: str, language: str, date: str | None = None) -> list[Mention]:
    """The names above, in text order."""
    assert language == "ru"
    found = [
        Mention(m.start(), m.end(), (actor,), kind, "president" if kind == "person" else None)
        for pattern, kind, actor in NAMES
        for m in re.finditer(rf"\b(?:{pattern})\b", text)
    ]
    return sorted(found, key=lambda m: m.start)


@pytest.fixture
def coded(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Coded]:
    """A function that codes a text and gives its events and statements, anchors checked."""
    monkeypatch.setattr(reading, "mentions", mentions)

    def run(text: str, date: str | None = None) -> Coded:
        document = from_text(text, name="test", language="ru", date=date)
        found = code(document)
        for finding in found:
            assert document.text[finding.start : finding.end] == finding.quote
        events = [f for f in found if isinstance(f, Event)]
        return events, [f for f in found if isinstance(f, Statement)]

    return run
