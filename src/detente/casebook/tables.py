"""Imported tables of a case: `tables/DATASET-HASH.parquet`, one file an import."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from detente.casebook.layout import Layout
from detente.datasets.store import Import, Stored, describe, stored, write
from detente.datasets.tally import Tally
from detente.errors import UnreadableSource


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of an import.

    Parameters
    ----------
    path : the table in the case.
    outcome : added, or unchanged where the same import was there already.
    table : what the table says of itself; None after a dry run.
    tally : the account of this reading; empty where nothing was read.
    """

    path: Path
    outcome: str
    table: Stored | None
    tally: Tally


def table_path(layout: Layout, job: Import, paths: Sequence[Path]) -> Path:
    """Where the import of these files lies; the same import has the same place."""
    try:
        digests = [describe(path)["sha256"] for path in paths]
    except OSError as error:
        raise UnreadableSource(
            f"The file cannot be read ({error.strerror}).", where=str(error.filename)
        ) from None
    return layout.tables / f"{job.name}-{job.key(digests)}.parquet"


def import_table(layout: Layout, job: Import, paths: Sequence[Path]) -> Imported:
    """Read files and keep them as one table of the case; the caller holds the lock of the folder."""
    job.check()
    target, tally = table_path(layout, job, paths), Tally()
    if target.exists():
        return Imported(target, "unchanged", stored(target), tally)
    table = write(paths, target, job, tally)
    try:
        check_found(paths, tally)
    except UnreadableSource:
        target.unlink()
        raise
    return Imported(target, "added", table, tally)


def check_found(paths: Sequence[Path], tally: Tally) -> None:
    """Raise UnreadableSource where files were read and hold no row at all."""
    if not tally.read:
        raise UnreadableSource(
            "No row was found, so no table is made.",
            where=", ".join(map(str, paths)),
            hint="Fetch or export the data again.",
        )


def tables(layout: Layout, kind: str | None = None) -> list[Stored]:
    """The tables of a case in order of name; of one kind (`events`, `dyads`, `states`) where it is given."""
    found = [stored(path) for path in sorted(layout.tables.glob("*.parquet"))]
    return [one for one in found if kind is None or one.about["kind"] == kind]
