"""Which Parquet files of a folder are its tables: all but those in hidden places."""

from __future__ import annotations

from pathlib import Path


def parquet_files(folder: Path) -> list[Path]:
    """The Parquet files under a folder, in order, without those whose name or folder begins with a point.

    Hidden places hold what a download was made from (`.parts`), with the same rows once more. Where the
    folder itself lies does not matter, so that a hidden one can be named.
    """
    found = (path for path in folder.rglob("*.parquet") if path.is_file())
    return sorted(
        path for path in found if not any(p.startswith(".") for p in path.relative_to(folder).parts)
    )
