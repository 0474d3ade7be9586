"""Words and marks of a line, cut as the parser's tokenizer cuts them: clitics, hyphens, abbreviations."""

from __future__ import annotations

import re

PLAIN = r"[A-Za-z]+(?![\w'’.])|"  # most words, so that no other form is tried on them
WORDS = (
    PLAIN + r"(?:[^\W\d_]\.){2,}(?:[^\W\d_](?!\w))?"  # U.S., U.N.
    r"|(?=[A-Zv][a-z]{1,5}\.\s)(?:Mr|Mrs|Ms|Dr|Gen|Col|Maj|Capt|Lt|Sgt|Sen|Rep|Gov|St|Jr|Sr|Rev|Prof|vs|No"
    r"|Inc|Corp|Ltd|Co|Messrs|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\."
    r"|\d+(?:[.,:/]\d+)*(?:st|nd|rd|th|s)?(?![^\W\d_])"
)
CLITICS = r"|['’](?:s|S|re|ve|ll|d|m)(?!\w)"
REST = r"|[^\W_]+(?:['’](?!(?:s|S|re|ve|ll|d|m)(?!\w))[^\W_]+)*|\.\.+|--+|``|''|\S"
TOKEN = re.compile(WORDS + CLITICS + REST)
WITH_NOT = re.compile(WORDS + r"|[^\W\d_]+(?=n['’]t(?!\w))|n['’]t(?!\w)" + CLITICS + REST)


def tokens(text: str) -> tuple[list[str], list[int]]:
    """The tokens of a text, and the code points at which they begin."""
    pattern = WITH_NOT if "n't" in text or "n’t" in text else TOKEN
    words: list[str] = pattern.findall(text)
    starts: list[int] = []
    at = 0
    for word in words:  # between two tokens there are only blanks
        at = text.index(word, at)
        starts.append(at)
        at += len(word)
    return words, starts
