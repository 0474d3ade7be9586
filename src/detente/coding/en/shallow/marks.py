"""Punctuation marks and their tags."""

from __future__ import annotations

PUNCTUATION = {
    ",": ",",
    ";": ":",
    ":": ":",
    "--": ":",
    "–": ":",
    "—": ":",
    ".": ".",
    "!": ".",
    "?": ".",
    "-": "HYPH",
    "/": "HYPH",
    "$": "$",
    "£": "$",
    "€": "$",
    "%": "NN",
    "(": "-LRB-",
    "[": "-LRB-",
    "{": "-LRB-",
    ")": "-RRB-",
    "]": "-RRB-",
    "}": "-RRB-",
}
QUOTES = frozenset("\"“”„«»‘’'`") | {"``", "''"}
