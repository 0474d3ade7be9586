"""Rows of several datasets are never added: which there are, and which one is meant."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from detente.errors import UnknownName, UsageError


def datasets_of(events: Any) -> list[str]:
    """The datasets of an Ibis table of event rows, in order of name."""
    return sorted(events.select("dataset").distinct().to_pyarrow()["dataset"].to_pylist())


def check_dataset(name: str, held: Iterable[str]) -> None:
    """Raise UnknownName where there is no row of that dataset."""
    known = list(held)
    if name not in known:
        raise UnknownName("dataset", name, known)


def check_one_dataset(held: Iterable[str]) -> None:
    """Raise UsageError where rows are of more than one dataset."""
    names = sorted(set(held))
    if len(names) > 1:
        raise UsageError(
            f"There are rows of several datasets: {', '.join(names)}.", hint="Name one with --dataset."
        )
