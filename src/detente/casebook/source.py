"""A source of a case: the original, named by its content hash, and what is known of it."""

from __future__ import annotations

import mimetypes
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

from detente.casebook import toml
from detente.casebook.vocabulary import check_date
from detente.errors import DetenteError
from detente.reading.encoding import encoding_named

SCHEMA_VERSION = 1
ID_LENGTH = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the analyst says of a source; None where nothing was said.

    `date` (EDTF), `encoding` and `language` override what the reader finds out.
    """

    title: str | None = None
    publisher: str | None = None
    date: str | None = None
    licence: str | None = None
    encoding: str | None = None
    language: str | None = None

    def __post_init__(self) -> None:
        if self.date is not None:
            check_date("date", self.date)
        if self.encoding is not None:
            encoding_named(self.encoding)

    def over(self, older: Known) -> Known:
        """What was said before, with what is said now put over it."""
        said = {k: v for k, v in asdict(self).items() if v is not None}
        return replace(older, **said)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One original in the case.

    Parameters
    ----------
    sha256 : hash of the original's bytes.
    file : the name that the original had when it was added.
    media_type : by the file name's ending, "application/octet-stream" where that tells nothing.
    bytes : size of the original.
    text_sha256 : hash of the stored text as last read; `Finding.document` of its findings.
    earlier_texts : hashes of stored texts that earlier readings gave.
    characters : code points of the stored text.
    found_title, found_date, found_language : what the reader found out.
    warnings : what the reader warned of.
    added : when it was added, UTC, ISO 8601.
    known : what the analyst says of it.
    """

    sha256: str
    file: str
    media_type: str
    bytes: int
    text_sha256: str
    earlier_texts: tuple[str, ...] = ()
    characters: int
    found_title: str | None = None
    found_date: str | None = None
    found_language: str
    warnings: tuple[str, ...] = ()
    added: str
    known: Known = Known()

    @property
    def id(self) -> str:
        """The first 16 hex digits of the content hash: the name of its files."""
        return self.sha256[:ID_LENGTH]

    @property
    def title(self) -> str:
        """The analyst's title, else the document's own, else the file name."""
        return self.known.title or self.found_title or self.file

    @property
    def date(self) -> str | None:
        """The date of the document as EDTF: the analyst's, else what the reader found; None if unknown."""
        return self.known.date or self.found_date

    @property
    def read_as(self) -> tuple[str | None, ...]:
        """All that decides which text the original is read as, and that text's hash."""
        return self.known.encoding, self.known.language, self.known.date, self.text_sha256

    @property
    def original(self) -> str:
        """The name of the original in the folder of sources."""
        return self.id + Path(self.file).suffix.lower()

    @property
    def sidecar(self) -> str:
        """The name of the file that holds this record."""
        return self.id + ".toml"

    def as_toml(self) -> str:
        """The text of the sidecar; the analyst's words first."""
        own = asdict(self)
        known = own.pop("known")
        return toml.dumps({"schema_version": SCHEMA_VERSION, **known, **own})


def source_from(table: Mapping[str, Any], *, where: str) -> Source:
    """The source in a table read from a sidecar; raise DetenteError where it is none."""
    words = {field.name for field in fields(Known)}
    plain = {field.name for field in fields(Source)} - {"known"}
    if table.get("schema_version") != SCHEMA_VERSION:
        found = table.get("schema_version", "missing")
        message = f"schema_version is {found}; known: {SCHEMA_VERSION}."
        raise DetenteError(message, where=where, hint="Install a newer détente, or add the source again.")
    unknown = set(table) - words - plain - {"schema_version"}
    missing = plain - set(table) - _OPTIONAL
    if unknown or missing:
        what = f"unknown key {min(unknown)!r}" if unknown else f"{min(missing)!r} is missing"
        raise DetenteError(f"This is not the record of a source: {what}.", where=where)
    known = Known(**{k: v for k, v in table.items() if k in words})
    own: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in table.items() if k in plain}
    return Source(known=known, **own)


_OPTIONAL = {"earlier_texts", "warnings", "found_title", "found_date"}


def media_type_of(name: str) -> str:
    """The media type that a file name's ending tells."""
    return mimetypes.guess_type(name)[0] or "application/octet-stream"
