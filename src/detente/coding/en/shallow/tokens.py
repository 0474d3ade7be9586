"""Words and marks of a line, cut as the parser's tokenizer cuts them: clitics, hyphens, abbreviations."""

from __future__ import annotations

import re

TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}(?:[^\W\d_](?!\w))?"  # U.S., U.N.
    r"|(?:Mr|Mrs|Ms|Dr|Gen|Col|Maj|Capt|Lt|Sgt|Sen|Rep|Gov|St|Jr|Sr|Rev|Prof|vs|No|Inc|Corp|Ltd|Co|Messrs"
    r"|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\.(?=\s)"
    r"|\d+(?:[.,:/]\d+)*(?:st|nd|rd|th|s)?(?![^\W\d_])"
    r"|[^\W\d_]+(?=n['’]t(?!\w))|n['’]t(?!\w)"
    r"|['’](?:s|S|re|ve|ll|d|m)(?!\w)"
    r"|[^\W_]+(?:['’](?!(?:s|S|re|ve|ll|d|m)(?!\w))[^\W_]+)*"
    r"|\.\.+|--+|``|''|\S"
)


def tokens(text: str) -> list[tuple[str, int]]:
    """The tokens of a text with the code points at which they begin."""
    return [(match.group(), match.start()) for match in TOKEN.finditer(text)]
