"""What a file is, by its first bytes."""

from __future__ import annotations

import re

from detente.reading.encoding import utf16_without_bom

_XML = re.compile(rb"<\?xml|<[A-Za-z][\w:.-]*(?:\s[^<>]*)?/?>")
_TAG = re.compile(rb"</[A-Za-z][\w:.-]*\s*>|<(?:p|br|hr|li|td|meta|img)\b", re.IGNORECASE)
_HTML = re.compile(rb"<!doctype\s+\w|<html[\s>]", re.IGNORECASE)
_HEAD = 4096
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_KNOWN = (
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"\xd0\xcf\x11\xe0", "an old Office file (.doc, .xls, .ppt) or an encrypted Office file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"PAR1", "a Parquet file"),
    (b"SQLite format 3", "an SQLite database"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"ID3", "a sound file"),
    (b"RIFF", "a sound or video file"),
)


def looks_like_html(data: bytes) -> bool:
    """Whether a file is HTML or XML: it opens with a tag, and tags follow that close."""
    head = data[:_HEAD].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if head.startswith(b"<!--"):
        head = head.partition(b"-->")[2].lstrip()
    if _HTML.match(head) or head.startswith(b"<?xml"):
        return True
    return bool(_XML.match(head)) and bool(_TAG.search(data[:65536].replace(b"\x00", b"")))


def looks_like_text(data: bytes) -> bool:
    """Whether bytes can be a text: no signature of another kind, no zero bytes outside of UTF-16."""
    if data.startswith(_BOMS):
        return True
    if any(data.startswith(signature) for signature, _ in _KNOWN if signature != b"MZ"):
        return False
    head = data[:65536]
    if 0 in head:
        return utf16_without_bom(data) is not None
    odd = sum(byte < 32 and byte not in b"\t\n\r\f\x1a\x1b" for byte in head)
    return odd <= 0.01 * len(head)


def what_is(data: bytes) -> str:
    """A binary file by its name among men, for messages."""
    return next(
        (name for signature, name in _KNOWN if data.startswith(signature)), "binary data of an unknown kind"
    )
