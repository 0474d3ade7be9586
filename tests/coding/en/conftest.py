"""What the English coder finds in a few sentences, by kind."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from detente.coding import code
from detente.findings import CausalClaim, Event, Finding
from detente.reading import from_text


def _found(text: str, kind: str) -> list[Finding]:
    return code(from_text(text, name="x", language="en"), kinds=[kind])


def _events(text: str) -> list[Event]:
    return [f for f in _found(text, "event") if isinstance(f, Event)]


@pytest.fixture(scope="session")
def found() -> Callable[[str, str], list[Finding]]:
    """The findings of one kind in a text."""
    return _found


@pytest.fixture(scope="session")
def events() -> Callable[[str], list[Event]]:
    """The events in a text."""
    return _events


@pytest.fixture(scope="session")
def event() -> Callable[[str, str], Event]:
    """The first event of a PLOVER type in a text."""
    return lambda text, plover: next(e for e in _events(text) if e.plover == plover)


@pytest.fixture(scope="session")
def claims() -> Callable[[str], list[CausalClaim]]:
    """The causal claims in a text."""
    return lambda text: [f for f in _found(text, "causal_claim") if isinstance(f, CausalClaim)]
