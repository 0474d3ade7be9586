"""Files that are either whole or not there: written beside, synced, renamed."""

from __future__ import annotations

import os
from pathlib import Path

PART = ".part"


def replace_file(path: Path, data: bytes) -> None:
    """Put `data` at `path` so that a reader, or a crash, sees the old file or the new one, never a mixture.

    The data goes to a hidden file beside it (`.NAME.PID.part`), to the disk, and then by rename to
    its place; the folder is synced, so that the rename itself outlives a power cut.
    """
    part = path.with_name(f".{path.name}.{os.getpid()}{PART}")
    try:
        _write(part, data, os.O_CREAT | os.O_TRUNC)
        os.replace(part, path)  # noqa: PTH105 - the crash tests stop it here
    except OSError:
        part.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def append_synced(path: Path, data: bytes) -> None:
    """Add `data` to the end of a file and return only when it is on the disk.

    Nothing that stands in the file is touched; a crash can leave at most a torn end.
    """
    fresh = not path.exists()
    _write(path, data, os.O_CREAT | os.O_APPEND)
    if fresh:
        sync_folder(path.parent)


def sweep(folder: Path) -> None:
    """Remove what a killed writer left beside the files; only for the holder of the lock."""
    for part in folder.glob(f".*{PART}"):
        part.unlink(missing_ok=True)


def sync_folder(folder: Path) -> None:
    """Bring the names in a folder to the disk."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _write(path: Path, data: bytes, flags: int) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CLOEXEC | flags, 0o666)
    try:
        left = memoryview(data)
        while left:
            left = left[os.write(descriptor, left) :]
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
