"""Progress on stderr, and only where a person watches."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")


def tracked(items: Iterable[T], words: str, total: int | None = None) -> Iterator[T]:
    """Yield the items while a bar on stderr counts them; silent where stderr is no terminal."""
    if not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(items, description=words, total=total, console=Console(stderr=True), transient=True)


def say(words: str) -> None:
    """One line of words for the user, on stderr."""
    sys.stderr.write(words + "\n")
