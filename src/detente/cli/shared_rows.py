"""Event data handed over more than once: rows that several files or imports share count once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from detente.barometer.inputs import Inputs, inputs
from detente.cli.progress import say
from detente.datasets.rules import IMPORT
from detente.datasets.store import describe


def different(paths: Iterable[Path]) -> list[Path]:
    """The paths without files of the same content as an earlier one; says which are left out.

    Only files of one size are compared. Folders, and files that cannot be read, are left to whoever reads
    them.
    """
    kept: dict[str, Path] = {}
    given = list(paths)
    sizes = Counter(path.stat().st_size for path in given if path.is_file())
    for path in given:
        alike = path.is_file() and sizes[path.stat().st_size] > 1
        content = describe(path)["sha256"] if alike else str(path.resolve())
        if content in kept:
            say(f"{path} holds the same as {kept[content]} and is read once.")
        kept.setdefault(content, path)
    return list(kept.values())


def counted_once(paths: Iterable[Path], dyad: tuple[str, str] | None) -> Inputs:
    """What the paths hold, rows that several imports share merged; says how many between the two states."""
    found = inputs(different(paths))
    rows, shared = found.merged(*dyad, IMPORT) if dyad and _several(found) else (0, 0)
    if shared and dyad:
        found.once = IMPORT
        say(f"{_told(shared, rows, dyad)} stand in several imports; each counts once.")
    return found


def tell_shared(tables: Iterable[Path], dyad: tuple[str, str]) -> None:
    """Say how many rows between the two states of a case stand in several of its tables."""
    found = inputs(tables)
    rows, shared = found.merged(*dyad, IMPORT) if _several(found) else (0, 0)
    if shared:
        say(
            f"{_told(shared, rows, dyad)} stand in several tables of the case now. "
            f"`brief` and `show CASE watch` count each once, the barometer with --once {IMPORT}; "
            "a table that is not wanted can be deleted from tables/."
        )


def _told(shared: int, rows: int, dyad: tuple[str, str]) -> str:
    return f"{shared} of {rows} rows between {' and '.join(dyad)}"


def _several(found: Inputs) -> bool:
    return len(found.parquet) + bool(found.tables) > 1
