"""The sources of a case on disk: putting originals in, reading them as documents."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path

from detente import reading
from detente.casebook import toml
from detente.casebook.atomic import replace_file
from detente.casebook.source import ID_LENGTH, Known, Source, media_type_of, source_from
from detente.errors import DetenteError, UnknownName, UnreadableSource, UsageError
from detente.reading import Document


class TextChanged(DetenteError):
    """A source now reads as another text than the one its findings stand in."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """A file as read for adding: its bytes, what is said of it, and the document."""

    source: Source
    data: bytes
    document: Document


@dataclass(frozen=True, slots=True)
class Shelf:
    """The folder of originals and their records."""

    folder: Path

    def all(self) -> list[Source]:
        """Every source, by the time it was added; originals without a record are not sources yet."""
        found = [_record(path, *_stamp(path)) for path in self.folder.glob("*.toml")]
        return sorted(found, key=lambda s: (s.added, s.sha256))

    def with_hash(self, sha256: str) -> Source | None:
        """The source whose original has this hash, None where there is none."""
        path = self.folder / f"{sha256[:ID_LENGTH]}.toml"
        return _record(path, *_stamp(path)) if path.exists() else None

    def find(self, name: str) -> Source:
        """The source whose id or text hash begins so, or whose file has this name.

        Raises UsageError where there is none, or several.
        """
        every = self.all()
        found = [s for s in every if name in (s.sha256, s.file)] or [
            s for s in every if name and (s.sha256.startswith(name) or s.text_sha256.startswith(name))
        ]
        if not found:
            raise UnknownName("source", name, sorted(s.file for s in every)[:30])
        if len(found) > 1:
            some = ", ".join(f"{s.id} ({s.file})" for s in found)
            raise UsageError(f'"{name}" fits {len(found)} sources: {some}.', hint="Write more of the id.")
        return found[0]

    def receive(self, path: Path, known: Known) -> Incoming:
        """Read a file from outside the case; nothing is written.

        Raises UnreadableSource where the file cannot be read or changes while it is being read.
        """
        before = _stamp(path) if path.exists() else None
        document = reading.read(path, encoding=known.encoding, language=known.language, date=known.date)
        data = path.read_bytes()
        if _stamp(path) != before:
            message = "The file changed while it was being read."
            raise UnreadableSource(message, where=str(path), hint="Wait until it is complete.")
        return Incoming(_described(path.name, data, document, known), data, document)

    def put(self, incoming: Incoming) -> None:
        """Write the original and then its record; only with the record does the source exist."""
        self.restore(incoming.source, incoming.data)
        self.record(incoming.source)

    def record(self, source: Source) -> None:
        """Write what is known of a source."""
        replace_file(self.folder / source.sidecar, source.as_toml().encode("utf-8"))

    def is_whole(self, source: Source) -> bool:
        """Whether the original is there, byte for byte."""
        path = self.folder / source.original
        return path.exists() and _hash(path.read_bytes()) == source.sha256

    def restore(self, source: Source, data: bytes) -> None:
        """Put the original of a source back."""
        replace_file(self.folder / source.original, data)

    def read(self, source: Source) -> Document:
        """Read the original again; its text may differ from the recorded one if the reader has changed.

        Raises UnreadableSource where the original is gone or its bytes are not the ones added.
        """
        path = self.folder / source.original
        if not self.is_whole(source):
            state = "has been altered" if path.exists() else "is gone"
            raise UnreadableSource(
                f'The original of "{source.title}" {state}.',
                where=str(path),
                hint=f"Put the file {source.file} back, or add it again.",
            )
        known = source.known
        read = reading.read(path, encoding=known.encoding, language=known.language, date=known.date)
        title = read.title if known.title is None else known.title
        return replace(read, name=source.file, title=title)

    def document(self, source: Source) -> Document:
        """The document that the findings of a source stand in.

        Raises TextChanged where the original now reads differently.
        """
        document = self.read(source)
        if document.sha256 != source.text_sha256:
            raise TextChanged(
                f'"{source.title}" now reads differently from when it was coded.',
                hint="Run `detente code` on the case; it looks for the judged passages in the new text.",
            )
        return document


def reread(source: Source, document: Document) -> Source:
    """The record of a source after its original was read again."""
    earlier = dict.fromkeys((*source.earlier_texts, source.text_sha256))
    earlier.pop(document.sha256, None)
    found = _described(source.file, b"", document, source.known)
    return replace(
        source,
        text_sha256=document.sha256,
        earlier_texts=tuple(earlier),
        characters=found.characters,
        found_title=source.found_title if source.known.title else found.found_title,
        found_date=source.found_date if source.known.date else found.found_date,
        found_language=found.found_language,
        warnings=found.warnings,
    )


def _described(name: str, data: bytes, document: Document, known: Known) -> Source:
    return Source(
        sha256=_hash(data),
        file=name,
        media_type=media_type_of(name),
        bytes=len(data),
        text_sha256=document.sha256,
        characters=len(document.text),
        found_title=document.title,
        found_date=None if known.date else document.date,
        found_language=document.language,
        warnings=document.warnings,
        added=datetime.now(UTC).isoformat(timespec="microseconds"),
        known=known,
    )


def _stamp(path: Path) -> tuple[int, int]:
    """Size and time of the last change of a file."""
    status = path.stat()
    return status.st_size, status.st_mtime_ns


@lru_cache(maxsize=16384)
def _record(path: Path, size: int, changed_ns: int) -> Source:
    """The record in a sidecar; read again only when its size or time has changed."""
    return source_from(toml.load(path), where=path.name)


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
