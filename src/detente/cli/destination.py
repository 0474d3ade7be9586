"""Where a verb writes: checked before the work, and whole or not there after it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from detente.errors import UsageError


def check_file(output: Path | None) -> None:
    """Raise UsageError where no file can be made at this path, before any work is done for it."""
    if output is None:
        return
    if output.is_dir():
        raise UsageError(
            "This is a folder; a file is expected.", where=str(output), hint="Name a file in it."
        )
    if not output.parent.is_dir():
        raise UsageError("There is no such folder.", where=str(output.parent), hint="Make it first.")


def check_folder(output: Path) -> None:
    """Raise UsageError where something else than a folder is at this path or on the way to it."""
    for path in (output, *output.parents):
        if path.exists() and not path.is_dir():
            raise UsageError("This is a file; a folder is expected.", where=str(path))


@contextmanager
def replacing(output: Path) -> Iterator[BinaryIO]:
    """A file beside `output` that takes its place when all is written, and is removed otherwise.

    A link stays a link; a device or a pipe is written to as it is.
    """
    check_file(output)
    output = output.resolve()
    if output.exists() and not output.is_file():
        with output.open("wb") as stream:
            yield stream
        return
    beside = output.with_name(f".{output.name}.{os.getpid()}.part")
    try:
        stream = beside.open("wb")
    except OSError as error:
        error.filename = str(output)
        raise
    try:
        with stream:
            yield stream
        beside.replace(output)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
