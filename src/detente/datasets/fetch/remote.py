"""What files a producer publishes, and which of them a period needs."""

from __future__ import annotations

import calendar
import datetime as dt
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import urljoin

from detente.datasets.reading import Wanted
from detente.datasets.registry import source
from detente.errors import UnreadableSource, UsageError

_SIZES = {4: "year", 6: "month", 8: "day", 14: "moment"}
_GDELT1 = re.compile(r"([0-9a-f]{32})\s+\*?(?:\S*/)?((\d{4}|\d{6}|\d{8})(?:\.export\.CSV)?\.zip)$")
_GDELT2 = re.compile(r"(\d+)\s+([0-9a-f]{32})\s+(\S+/(\d{14})\.export\.CSV\.zip)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class RemoteFile:
    """One published file.

    Parameters
    ----------
    address : where it is.
    name : its file name.
    md5 : as published, or None.
    size : bytes as published, or None.
    start, end : days that it covers, both included; None where its name does not say.
    """

    address: str
    name: str
    md5: str | None = None
    size: int | None = None
    start: dt.date | None = None
    end: dt.date | None = None

    def needed(self, wanted: Wanted) -> bool:
        """Whether the file may hold rows of the period asked for."""
        early = wanted.end is not None and self.start is not None and self.start > wanted.end
        late = wanted.start is not None and self.end is not None and self.end < wanted.start
        return not (early or late)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Where a dataset's list of files is, and how it is read."""

    base: str
    listing: str
    read: Callable[[str, str], Iterator[RemoteFile]]


def catalogue(name: str) -> Catalogue:
    """The list of a dataset's files; UsageError where it publishes none that a program may read."""
    known = source(name)
    if known.name not in CATALOGUES:
        raise UsageError(
            f"{known.name} has no list of files to fetch from.",
            hint=f"Download it from {known.origin.address}, then: detente add CASE FILE --as {known.name}. "
            f"Can be fetched: {', '.join(CATALOGUES)}.",
        )
    return CATALOGUES[known.name]


def files(name: str, listing: str, base: str, wanted: Wanted) -> list[RemoteFile]:
    """The files in a listing that a period needs, in order of name; each once.

    Raises UnreadableSource where the listing has no line of the expected form.
    """
    found = {file.name: file for file in catalogue(name).read(listing, base)}
    if not found:
        raise UnreadableSource(f"The list of files of {name} cannot be read.", where=base)
    return [found[key] for key in sorted(found) if found[key].needed(wanted)]


def _gdelt1(listing: str, base: str) -> Iterator[RemoteFile]:
    for line in listing.splitlines():
        if found := _GDELT1.match(line.strip()):
            start, end = days_of(found[3])
            yield RemoteFile(urljoin(base, found[2]), found[2], found[1], None, start, end)


def _gdelt2(listing: str, base: str) -> Iterator[RemoteFile]:
    """The addresses in the list are absolute; a mirror serves the same names beside its list."""
    for line in listing.splitlines():
        if found := _GDELT2.match(line.strip()):
            name = PurePosixPath(found[3]).name
            start, end = days_of(found[4])
            yield RemoteFile(urljoin(base, name), name, found[2].lower(), int(found[1]), start, end)


def _dataverse(listing: str, base: str) -> Iterator[RemoteFile]:
    """The data files of a Dataverse dataset; only tables and archives."""
    try:
        told = json.loads(listing)["data"]
        entries = told.get("latestVersion", told)["files"]
    except (ValueError, KeyError, TypeError):
        return
    for entry in entries:
        data = entry["dataFile"]
        name = data.get("originalFileName") or entry.get("label") or data["filename"]
        if PurePosixPath(name).suffix.lower() in (".zip", ".gz", ".tab", ".tsv", ".txt", ".csv"):
            years = [int(year) for year in re.findall(r"(?<!\d)((?:19|20)\d\d)(?!\d)", name)]
            start = dt.date(min(years), 1, 1) if years else None
            end = dt.date(max(years), 12, 31) if years else None
            ingested = "originalFileName" in data
            digest = None if ingested else data.get("md5")
            address = urljoin(base, f"/api/access/datafile/{data['id']}?format=original")
            yield RemoteFile(address, name, digest, None if ingested else data.get("filesize"), start, end)


def _one(listing: str, base: str) -> Iterator[RemoteFile]:
    """A page of downloads: the newest GED archive it links to."""
    links = sorted(set(re.findall(r"ged/ged(\d{3})-csv\.zip", listing)), key=int)
    if links:
        name = f"ged{links[-1]}-csv.zip"
        yield RemoteFile(urljoin(base, f"ged/{name}"), name)


def lineage(name: str) -> str:
    """The name of a file without the number of its release: a new GED holds the rows of the old one again."""
    return re.sub(r"^ged\d{3}(?=-csv)", "ged", name)


def days_of(digits: str) -> tuple[dt.date, dt.date]:
    """The first and last day of 2003, 200305, 20030528 or a moment of a day."""
    year, month, day = int(digits[:4]), int(digits[4:6] or 1), int(digits[6:8] or 1)
    first = dt.date(year, month, day)
    if _SIZES[len(digits)] == "year":
        return first, dt.date(year, 12, 31)
    if _SIZES[len(digits)] == "month":
        return first, dt.date(year, month, calendar.monthrange(year, month)[1])
    return first, first


_DATAVERSE = "https://dataverse.harvard.edu/"
_BY_DOI = "api/datasets/:persistentId/?persistentId=doi:10.7910/DVN/"
CATALOGUES = {
    "gdelt1": Catalogue("http://data.gdeltproject.org/events/", "md5sums", _gdelt1),
    "gdelt2": Catalogue("http://data.gdeltproject.org/gdeltv2/", "masterfilelist.txt", _gdelt2),
    "icews": Catalogue(_DATAVERSE, f"{_BY_DOI}28075", _dataverse),
    "polecat": Catalogue(_DATAVERSE, f"{_BY_DOI}AJGVIT", _dataverse),
    "ucdp-ged": Catalogue("https://ucdp.uu.se/downloads/", "", _one),
}
