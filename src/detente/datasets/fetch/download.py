"""One file over HTTP: resumed where it broke off, checked, tried a bounded number of times."""

from __future__ import annotations

import hashlib
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import httpx

from detente.datasets.fetch.remote import RemoteFile
from detente.errors import DetenteError

T = TypeVar("T")
ATTEMPTS = 5
PAUSE_SECONDS = 0.5
TIMEOUT = httpx.Timeout(30.0)


class NotFetched(DetenteError):
    """A file that could not be fetched whole after all attempts (exit code 1, or 3 among others)."""


def client() -> httpx.Client:
    """A client that follows redirects and waits at most 30 seconds for an answer.

    It asks for files as they lie on the server, because published sizes, sums and ranges count those bytes.
    """
    headers = {"User-Agent": "detente", "Accept-Encoding": "identity"}
    return httpx.Client(timeout=TIMEOUT, follow_redirects=True, headers=headers)


def text(http: httpx.Client, address: str, *, pause: float = PAUSE_SECONDS) -> str:
    """A listing; NotFetched where it does not come after all attempts."""
    return _attempts(lambda: http.get(address).raise_for_status().text, address, pause)


def fetch(http: httpx.Client, file: RemoteFile, folder: Path, *, pause: float = PAUSE_SECONDS) -> Path:
    """Download a file into a folder, or take it from there where it is whole already.

    What arrived before a connection broke is kept beside as NAME.part and continued, in this run or the
    next. A file whose size or MD5 is not the published one, or a zip archive that is damaged, is fetched
    anew from its beginning.

    Raises
    ------
    NotFetched
        after five attempts; what arrived so far stays for the next run where it may be right.
    """
    target, part = folder / file.name, folder / f"{file.name}.part"
    folder.mkdir(parents=True, exist_ok=True)
    if target.exists() and wrong(target, file) is None:
        return target

    def once() -> Path:
        _continue(http, file, part)
        if (problem := wrong(part, file)) is not None:
            part.unlink()
            raise NotFetched(problem)
        part.replace(target)
        return target

    return _attempts(once, file.address, pause)


def wrong(path: Path, file: RemoteFile) -> str | None:
    """What is wrong with a downloaded file, or None."""
    if file.size is not None and path.stat().st_size != file.size:
        return f"It has {path.stat().st_size} bytes; published are {file.size}."
    if file.md5 is not None:
        with path.open("rb") as stream:
            digest = hashlib.file_digest(stream, lambda: hashlib.md5(usedforsecurity=False)).hexdigest()
        return None if digest == file.md5 else f"Its MD5 is {digest}; published is {file.md5}."
    if path.name.removesuffix(".part").endswith(".zip"):
        return _broken_zip(path)
    return None


def _broken_zip(path: Path) -> str | None:
    try:
        with zipfile.ZipFile(path) as archive:
            bad = archive.testzip()
    except (zipfile.BadZipFile, OSError, EOFError):
        return "The zip archive is damaged or cut off."
    return None if bad is None else f'The zip archive is damaged at "{bad}".'


def _continue(http: httpx.Client, file: RemoteFile, part: Path) -> None:
    """Fetch what is missing of a file; the whole where the server does not give parts."""
    have = part.stat().st_size if part.exists() else 0
    asked = {"Range": f"bytes={have}-"} if have else {}
    with http.stream("GET", file.address, headers=asked) as answer:
        if answer.status_code == httpx.codes.REQUESTED_RANGE_NOT_SATISFIABLE:
            return
        answer.raise_for_status()
        resumed = answer.status_code == httpx.codes.PARTIAL_CONTENT
        with part.open("ab" if resumed else "wb") as sink:
            for chunk in answer.iter_raw():
                sink.write(chunk)


def _attempts(work: Callable[[], T], address: str, pause: float) -> T:
    """Try a bounded number of times, with pauses that grow; a missing file is not asked for again."""
    problem: Exception | None = None
    for attempt in range(ATTEMPTS):
        if attempt:
            time.sleep(pause * 2 ** (attempt - 1))
        try:
            return work()
        except httpx.HTTPStatusError as error:
            problem = error
            if error.response.status_code in (401, 403, 404, 410):
                break
        except (httpx.HTTPError, NotFetched) as error:
            problem = error
    told = str(problem).splitlines()[0].rstrip(".") if str(problem) else type(problem).__name__
    raise NotFetched(
        f"It could not be fetched ({told}).", where=address, hint="Run the command again to continue."
    ) from None
