"""HTML and XML files: text content in blocks, without scripts, navigation and hidden parts."""

from __future__ import annotations

import re

from detente.errors import UnreadableSource
from detente.reading.encoding import decode
from detente.reading.extract import Extract
from detente.reading.html_blocks import BlockWriter
from detente.reading.html_tokens import tokens

_CHARSET = re.compile(
    rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]+)|<\?xml[^>]{0,100}encoding=["']([\w-]+)""",
    re.IGNORECASE,
)


def extract_html(data: bytes, *, where: str, encoding: str | None = None) -> Extract:
    """The text of an HTML or XML file in blocks; its title and date where it states them.

    The stored text is what this reader writes: one line a block, blanks collapsed, an empty line
    between blocks, cells of a table row parted by " | ", ruby readings left out.

    Raises
    ------
    UnreadableSource
        where the file holds no text outside of scripts, navigation and hidden parts.
    """
    source = decode(data, where=where, encoding=encoding or _declared(data)).text
    writer = BlockWriter()
    for token in tokens(source):
        writer.take(token)
    writer.flush()
    if not writer.canvas.blocks:
        raise UnreadableSource(
            "The file holds no text (expected paragraphs; found only tags, scripts or hidden parts).",
            where=where,
            hint="If the page is filled by a script, save it from the browser as text or PDF.",
        )
    canvas = writer.canvas
    return Extract(
        text=canvas.text,
        blocks=writer.notes.with_notes(canvas.blocks),
        marks=writer.notes.stated(canvas.blocks),
        title=writer.meta.title,
        date=writer.meta.date,
    )


def _declared(data: bytes) -> str | None:
    """The encoding that the file names in its first bytes, where the bytes keep to it."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or data.startswith(b"\xef\xbb\xbf"):
        return None
    found = _CHARSET.search(data[:4096])
    name = (found.group(1) or found.group(2)).decode("ascii") if found else None
    if name is None:
        return None
    try:
        data.decode("cp932" if name.lower() in ("shift_jis", "x-sjis", "shift-jis") else name)
    except (LookupError, UnicodeDecodeError):
        return None
    return name
