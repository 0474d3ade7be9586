"""What the operating system refuses, said as our own errors are."""

from __future__ import annotations

import difflib
from pathlib import Path

from detente.errors import DetenteError


def of_the_system(error: OSError) -> DetenteError:
    """The error in words: what, where, and what to do; a misspelt file gets the nearest name beside it."""
    where = None if error.filename is None else str(error.filename)
    if where is not None and isinstance(error, FileNotFoundError):
        return DetenteError("There is no such file.", where=where, hint=_meant(Path(where)))
    if isinstance(error, IsADirectoryError):
        return DetenteError("This is a folder; a file is expected.", where=where, hint="Name the file in it.")
    what = f"The file or folder cannot be used ({error.strerror or error})."
    return DetenteError(what, where=where, hint="Check the path, your rights, and the space on the disk.")


def _meant(path: Path) -> str:
    try:
        beside = [one.name for one in path.parent.iterdir()]
    except OSError:
        beside = []
    near = difflib.get_close_matches(path.name, beside, n=1)
    return f'Did you mean "{near[0]}"?' if near else "Check the path."
