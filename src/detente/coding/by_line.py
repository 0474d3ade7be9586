"""Newswire in bulk, one sentence a line, for the languages whose coder reads a line as a document."""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from detente.coding.codes import dyads
from detente.reading import from_text

_SHOWN = (
    "actors", "targets", "dyads", "plover", "mode", "action", "start", "end", "quote", "date", "modality",
    "actual", "hedged", "holder", "confidence", "rule",
)  # fmt: skip


def code_each(
    lines: Iterable[str], language: str, *, codebooks: Sequence[str] = (), workers: int = 1
) -> Iterator[dict[str, Any]]:
    """Code one sentence a line and yield `{"line": n, "events": [...]}` for each, in order.

    `start`/`end` are code points into the line without its surrounding blanks, `dyads` the ordered pairs
    of different states between which the event passes. Lines are read lazily; `workers` above one codes
    that many lines at a time in processes.
    """
    books = tuple(map(str, codebooks))
    numbered = enumerate((line.strip() for line in lines), start=1)
    if workers <= 1:
        for number, line in numbered:
            yield {"line": number, "events": code_line(line, language, books)}
        return
    yield from _in_processes(numbered, language, books, workers)


def code_line(line: str, language: str, books: tuple[str, ...]) -> list[dict[str, Any]]:
    """The events of one line."""
    if not line:
        return []
    coder = importlib.import_module(f"detente.coding.{language}.coder")
    found = coder.code(from_text(line, name="line", language=language), books)
    events = [f.as_dict() for f in found if f.kind == "event"]
    told = [{**event, "dyads": _pairs(event)} for event in events]
    return [{key: event[key] for key in _SHOWN} for event in told]


def _pairs(event: dict[str, Any]) -> list[list[str]]:
    return [[*pair] for pair in dyads(event["actors"], event["targets"])]


def _in_processes(
    numbered: Iterator[tuple[int, str]], language: str, books: tuple[str, ...], workers: int
) -> Iterator[dict[str, Any]]:
    from concurrent.futures import ProcessPoolExecutor
    from functools import partial
    from itertools import islice

    with ProcessPoolExecutor(workers) as pool:
        while chunk := list(islice(numbered, 64 * workers)):
            events = pool.map(
                partial(code_line, language=language, books=books), [line for _, line in chunk], chunksize=16
            )
            for (number, _), found in zip(chunk, events, strict=True):
                yield {"line": number, "events": found}
