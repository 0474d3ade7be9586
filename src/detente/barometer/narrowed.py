"""Event tables made for one dyad: they tell nothing of other dyads, nor how much was reported in all."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from detente.datasets.store import META
from detente.errors import UsageError

Pair = tuple[str, str]


def told_of(file: Path) -> dict[str, Any]:
    """What a Parquet file of event rows says of its making; nothing where we did not make it."""
    kept = (pq.read_metadata(file).metadata or {}).get(META.encode(), b"{}")
    found: dict[str, Any] = json.loads(kept)
    return found


def only_dyad(files: Sequence[Path]) -> Pair | None:
    """The dyad that an import was narrowed to; None where it has the rows of all."""
    dyad = told_of(files[0]).get("wanted", {}).get("dyad") if files else None
    return (dyad[0], dyad[1]) if dyad else None


def narrowed_datasets(imports: Iterable[Sequence[Path]]) -> frozenset[str]:
    """The datasets of which some import has the rows of one dyad only."""
    narrow = [files[0] for files in imports if only_dyad(files)]
    return frozenset(name for file in narrow for name in told_of(file).get("datasets", ()))


def fitting(
    imports: Sequence[tuple[Path, ...]], asked: Pair, beside: bool
) -> tuple[list[tuple[Path, ...]], list[str]]:
    """The imports that can tell of a dyad, and a sentence on each that cannot.

    Parameters
    ----------
    beside : whether there is other data to count.

    Raises
    ------
    UsageError
        where none can and there is nothing else.
    """
    kept, said = [], []
    for files in imports:
        dyad = only_dyad(files)
        if dyad is None or set(dyad) == set(asked):
            kept.append(files)
        else:
            said.append(f"{files[0].name} has only rows between {' and '.join(dyad)}, so it is left out.")
    if said and not kept and not beside:
        raise UsageError(
            f"There are no rows between {' and '.join(asked)}: {said[0]}", hint="Import them without --dyad."
        )
    return kept, said
