"""The tags and texts of HTML or XML, one after the other, in time linear in their length."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import NamedTuple

_TOKEN = re.compile(
    r"<!--.*?(?:-->|\Z)"
    r"|<!\[CDATA\[(?P<cdata>.*?)(?:\]\]>|\Z)"
    r"|<!DOCTYPE[^\[>]*\[.*?(?:\]\s*>|\Z)"
    r"|<[!?][^>]*(?:>|\Z)"
    r"|<(?P<close>/?)(?P<tag>[A-Za-z][\w:.-]*)(?P<rest>(?:\"[^\"]{0,4096}\"|'[^']{0,4096}'|[^>\"']+){0,200}+)>"
    r"|<(?P<close2>/?)(?P<tag2>[A-Za-z][\w:.-]*)(?P<rest2>[^>]*)>",
    re.DOTALL | re.IGNORECASE,
)
_ATTRIBUTE = re.compile(r"([\w:.-]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")
_RAW = frozenset(("script", "style", "textarea", "title", "xmp", "noembed", "noframes"))


class Token(NamedTuple):
    """A tag that opens or closes (`tag` set) or a text (`tag` empty, entities resolved)."""

    tag: str
    text: str = ""
    closes: bool = False
    ends_itself: bool = False
    rest: str = ""

    def attributes(self) -> dict[str, str]:
        """The attributes of an opening tag, names in lower case, the first of equal names."""
        found: dict[str, str] = {}
        for name, *values in _ATTRIBUTE.findall(self.rest):
            found.setdefault(name.lower(), html.unescape("".join(values)))
        return found


def tokens(source: str) -> Iterator[Token]:
    """Every tag and text of a source; comments, declarations and their entities are dropped."""
    at, size = 0, len(source)
    last = source.rfind(">")
    while at < size:
        match = _TOKEN.search(source, at) if at <= last else None
        if match is None:
            yield Token("", html.unescape(source[at:]))
            return
        if match.start() > at:
            yield Token("", html.unescape(source[at : match.start()]))
        at = match.end()
        if match["cdata"] is not None:
            yield Token("", match["cdata"])
        name = match["tag"] or match["tag2"]
        if not name:
            continue
        tag = name.lower().rpartition(":")[2]
        rest = match["rest"] or match["rest2"] or ""
        yield Token(tag, "", bool(match["close"] or match["close2"]), rest.endswith("/"), rest)
        if tag in _RAW and not (match["close"] or match["close2"] or rest.endswith("/")):
            end = _raw_end(source, at, tag)
            if tag not in ("script", "style"):
                yield Token("", html.unescape(source[at:end]))
            at = end


def _raw_end(source: str, at: int, tag: str) -> int:
    """Where the tag closes within which nothing else is a tag; the end where it never does."""
    found = re.compile(rf"</{tag}\b", re.IGNORECASE).search(source, at)
    return found.start() if found else len(source)
