"""Markdown: front matter, emphasis, links and HTML tags within the text."""

from __future__ import annotations

import re
from itertools import islice

from detente.reading.dateline import edtf_of
from detente.reading.extract import Extract

_SUFFIXES = (".md", ".markdown", ".mdown", ".mkd")
_FRONT = re.compile(r"---[ \t]*\r?\n(.*?)\r?\n---[ \t]*(?:\r?\n|$)", re.DOTALL)
_MARKUP = re.compile(
    r"(?P<image>!\[[^\]\n]*\]\([^)\n]*\))"
    r"|(?P<open>\[)(?P<label>[^\]\n]+)(?P<target>\]\([^)\s]+(?:\s+\"[^\"]*\")?\))"
    r"|(?P<tag></?(?:u|b|i|em|strong|span|br|p|div|font|sup|sub)(?:\s[^<>]*)?/?>)"
    r"|(?P<bold>\*\*|__(?=\S)|(?<=\S)__)"
    r"|(?P<emph>(?<![\w*])\*(?=[^\s*])|(?<=[^\s*])\*(?![\w*]))"
    r"|(?P<escape>\\(?=[*_#\[\]()`~.!+-]))"
    r"|(?P<quote>^[ ]{0,3}>[ ]?)"
    r"|(?P<code>^[ ]{0,3}(?:```|~~~).*$)",
    re.MULTILINE,
)
_SIGN = re.compile(
    r"^#{1,6} \S|^ {0,3}(?:\*\*|__)[^*_\n]+(?:\*\*|__)\s*$|\[[^\]\n]+\]\(https?://|^```|\*\*<u>", re.MULTILINE
)
_KEY = re.compile(r"^(title|date)\s*:\s*(.+?)\s*$", re.MULTILINE)


def is_markdown(text: str, name: str) -> bool:
    """Whether a text is Markdown: by its name, by front matter at its head, or by two signs of it."""
    if name.lower().endswith(_SUFFIXES) or _FRONT.match(text):
        return True
    return next(islice(_SIGN.finditer(text), 1, None), None) is not None


def markdown(text: str, pages: tuple[int, ...]) -> Extract:
    """The text with its markup marked for leaving out; title and date from the front matter."""
    front = _FRONT.match(text)
    said = dict(_KEY.findall(front.group(1))) if front else {}
    start = front.end() if front else 0
    cuts = [(0, start)] if start else []
    for match in _MARKUP.finditer(text, start):
        if match.group("open"):
            cuts += [match.span("open"), match.span("target")]
        else:
            cuts.append(match.span())
    return Extract(
        text=text,
        cuts=tuple(cuts),
        page_starts=pages,
        title=_unquoted(said["title"]) if "title" in said else None,
        date=edtf_of(said["date"].strip("'\"")) if "date" in said else None,
    )


def _unquoted(value: str) -> str:
    """A YAML scalar as plain text: quotes off, escapes such as \\u2019 and \\_ resolved."""
    import yaml

    try:
        loaded = yaml.safe_load(value)
    except yaml.YAMLError:
        loaded = value.strip("'\"")
    return " ".join(str(loaded).split())
