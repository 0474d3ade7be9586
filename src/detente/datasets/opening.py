"""Files as owners publish them: plain, gzip, bzip2 or zip, with or without a byte-order mark."""

from __future__ import annotations

import bz2
import codecs
import gzip
import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import BinaryIO, cast

from detente.errors import UnreadableSource

DAMAGE = (EOFError, zlib.error, zipfile.BadZipFile, gzip.BadGzipFile, OSError)
_UTF16 = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_NO_DATA = {".md", ".pdf", ".html", ".json", ".xml", ".doc", ".docx"}


def parts(path: Path) -> Iterator[tuple[str, BinaryIO]]:
    """Each table in a file: its name for messages, and its content as UTF-8 bytes without a mark.

    A zip archive gives its members in order of name; documents in it are passed over.

    Raises
    ------
    UnreadableSource
        where there is no such file, or it is a damaged archive.
    """
    try:
        with path.open("rb") as raw:
            magic = raw.read(4)
    except OSError as error:
        raise UnreadableSource(f"The file cannot be read ({error.strerror}).", where=str(path)) from None
    with told_as_damage(str(path)):
        if magic.startswith(b"PK"):
            yield from _members(path)
            return
        with _plain(path, magic) as stream:
            yield str(path), without_mark(stream)


def _plain(path: Path, magic: bytes) -> BinaryIO:
    if magic.startswith(b"\x1f\x8b"):
        return cast(BinaryIO, gzip.open(path, "rb"))
    return cast(BinaryIO, bz2.open(path, "rb")) if magic.startswith(b"BZh") else path.open("rb")


def _members(path: Path) -> Iterator[tuple[str, BinaryIO]]:
    with zipfile.ZipFile(path) as archive:
        for name in sorted(archive.namelist()):
            member = PurePosixPath(name)
            hidden = name.endswith("/") or member.name.startswith(".") or "__MACOSX" in member.parts
            if not hidden and member.suffix.lower() not in _NO_DATA:
                with archive.open(name) as stream:
                    yield f"{path}/{name}", without_mark(cast(BinaryIO, stream))


def without_mark(stream: BinaryIO) -> BinaryIO:
    """The stream as UTF-8 without its byte-order mark; UTF-16 is recoded."""
    buffered = io.BufferedReader(cast(io.RawIOBase, stream), 1 << 20)
    head = buffered.peek(4)[:4]
    if head.startswith(codecs.BOM_UTF8):
        buffered.read(3)
    for mark, encoding in _UTF16.items():
        if head.startswith(mark):
            buffered.read(2)
            return cast(BinaryIO, codecs.EncodedFile(buffered, "utf-8", encoding))
    return cast(BinaryIO, buffered)


@contextmanager
def told_as_damage(where: str) -> Iterator[None]:
    """Turn the errors of damaged or truncated files into UnreadableSource."""
    try:
        yield
    except DAMAGE as error:
        raise UnreadableSource(
            f"The file is damaged or incomplete ({error}).", where=where, hint="Fetch it again."
        ) from None
