"""One writer at a time: a lock on the case folder that says who holds it."""

from __future__ import annotations

import json
import os
import socket
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from detente.errors import DetenteError

POLL_SECONDS = 0.05


class CaseBusy(DetenteError):
    """Another process holds the lock of the case and did not let go in time (exit code 1)."""


@contextmanager
def exclusive(
    path: Path, *, wait_seconds: float, on_wait: Callable[[str], None] | None = None
) -> Iterator[None]:
    """Hold the lock at `path` while the block runs.

    The lock is the kernel's (`flock`), so a killed holder leaves none behind; what stands in the
    file only tells others who holds it. It is held per open file: two threads of one process
    exclude each other too, and one thread must not take it twice.

    Parameters
    ----------
    path : the lock file; made where it is not there.
    wait_seconds : how long to wait for another holder; 0 to give up at once.
    on_wait : told once, in one sentence, who is being waited for.

    Raises
    ------
    CaseBusy
        where another process still holds it after `wait_seconds`.
    """
    import fcntl

    descriptor = _open(path)
    try:
        deadline = time.monotonic() + wait_seconds
        told = on_wait is None
        while True:
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() >= deadline:
                    raise _busy(path, wait_seconds) from None
                if not told and on_wait is not None:
                    on_wait(f"Waiting for {holder(path)} …")
                    told = True
                time.sleep(POLL_SECONDS)
        _sign(descriptor)
        try:
            yield
        finally:
            os.ftruncate(descriptor, 0)
    finally:
        os.close(descriptor)


def holder(path: Path) -> str:
    """Who wrote their name into the lock file, in words; "another process" where none is legible."""
    try:
        who = json.loads(path.read_text(encoding="utf-8"))
        return f'process {who["pid"]} on {who["host"]} ("{who["command"]}", since {who["since"]})'
    except (OSError, ValueError, KeyError, TypeError):
        return "another process"


def _open(path: Path) -> int:
    try:
        return os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o666)
    except OSError as error:
        message = f"The case cannot be written to ({error.strerror})."
        raise DetenteError(message, where=str(path.parent), hint="Check who owns the folder.") from None


def _sign(descriptor: int) -> None:
    words = " ".join([Path(sys.argv[0]).name, *sys.argv[1:]]) if sys.argv else "python"
    who = {
        "pid": os.getpid(),
        "host": socket.gethostname(),
        "command": words[:200],
        "since": datetime.now(UTC).isoformat(timespec="seconds"),
    }
    os.ftruncate(descriptor, 0)
    os.pwrite(descriptor, json.dumps(who, ensure_ascii=False).encode("utf-8", "replace"), 0)


def _busy(path: Path, wait_seconds: float) -> CaseBusy:
    return CaseBusy(
        f"The case is being written by {holder(path)}; waited {wait_seconds:g} s.",
        where=str(path.parent),
        hint="Try again when it is done, or wait longer with --wait SECONDS.",
    )
