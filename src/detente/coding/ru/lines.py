"""Newswire in bulk: one Russian sentence a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from detente.coding.by_line import code_each


def code_lines(
    lines: Iterable[str], *, codebooks: Sequence[str] = (), workers: int = 1
) -> Iterator[dict[str, Any]]:
    """Code one sentence a line and yield `{"line": n, "events": [...]}` for each, in order.

    As in `detente.coding.by_line.code_each`.
    """
    yield from code_each(lines, "ru", codebooks=codebooks, workers=workers)
