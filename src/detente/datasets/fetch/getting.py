"""Files of a dataset → a folder of Parquet by year, file after file, so that a run can be resumed."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import httpx

from detente.datasets.fetch import download
from detente.datasets.fetch.download import NotFetched
from detente.datasets.fetch.earlier import check_earlier
from detente.datasets.fetch.remote import RemoteFile, catalogue, files
from detente.datasets.partition import split_by_year
from detente.datasets.registry import source
from detente.datasets.store import Import, stored, write
from detente.datasets.tally import Tally
from detente.errors import UnreadableSource

FROM_URL = "DETENTE_FROM_URL"
"""Environment variable: address of a mirror that has a dataset's list and files side by side."""


@dataclass(slots=True)
class Got:
    """What became of one file: added, unchanged (was there from an earlier run), or failed."""

    file: str
    outcome: str
    rows: int = 0
    problem: str | None = None


def listed(http: httpx.Client, job: Import, base: str | None = None) -> list[RemoteFile]:
    """The files that an import needs, from the producer's list or a mirror's."""
    where = base or os.environ.get(FROM_URL) or catalogue(job.name).base
    where = where if where.endswith("/") else f"{where}/"
    name = source(job.name).name
    return files(name, download.text(http, where + catalogue(name).listing), where, job.wanted)


def get(
    http: httpx.Client,
    remote: Iterable[RemoteFile],
    folder: Path,
    job: Import,
    tally: Tally,
    *,
    keep: bool = False,
    pause: float = download.PAUSE_SECONDS,
) -> Iterator[Got]:
    """Fetch files, keep the rows that are wanted, and put them into `folder` by year.

    Each file is filtered as soon as it is there, and removed unless `keep`. A file that fails is reported
    and the others are fetched; the same call again asks only for what is missing.

    Raises
    ------
    nothing for single files; UsageError where the folder holds rows that were asked for otherwise;
    DetenteError where it cannot be written.
    """
    parts = folder / ".parts"
    check_earlier(parts, job)
    done: list[Path] = []
    for file in remote:
        part = parts / f"{source(job.name).name}-{_key(job, file)}.parquet"
        try:
            outcome = _one(http, file, folder, part, job, tally, keep, pause)
        except (NotFetched, UnreadableSource) as error:
            yield Got(file.name, "failed", problem=str(error))
            continue
        done.append(part)
        yield Got(file.name, outcome, stored(part).rows)
    split_by_year(done, folder)


def _one(
    http: httpx.Client,
    file: RemoteFile,
    folder: Path,
    part: Path,
    job: Import,
    tally: Tally,
    keep: bool,
    pause: float,
) -> str:
    if part.exists():
        return "unchanged"
    path = download.fetch(http, file, folder / ".downloads", pause=pause)
    try:
        write([path], part, replace(job, name=source(job.name).name), tally)
    except UnreadableSource:
        path.unlink()
        raise
    if not keep:
        path.unlink()
    return "added"


def _key(job: Import, file: RemoteFile) -> str:
    """The name of a file's table: its own name and a hash of how it is imported."""
    return f"{file.name.split('.')[0]}-{job.key([file.md5 or file.address])}"
