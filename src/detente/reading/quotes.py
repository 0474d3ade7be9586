"""Where brackets and quotation marks are open."""

from __future__ import annotations

import re

_PAIRS = {
    "「": "」",
    "『": "』",
    "（": "）",
    "(": ")",
    "“": "”",
    "«": "»",
    "„": "“",
    "〈": "〉",
    "《": "》",
    "【": "】",
    "［": "］",
    "[": "]",
}
_CLOSING = {close: opened for opened, close in _PAIRS.items() if opened != "„"}
_ANY = re.compile("[" + re.escape("".join({*_PAIRS, *_PAIRS.values()})) + '"]')


def quoted(text: str) -> list[tuple[int, int]]:
    """The outermost bracketed stretches of a paragraph, ascending, brackets included.

    A bracket without its partner opens nothing, so it cannot swallow the rest of the paragraph.
    """
    stack: list[tuple[str, int]] = []
    pairs: list[tuple[int, int]] = []
    for match in _ANY.finditer(text):
        char, at = match.group(), match.start()
        if char == '"':
            opened = _last(stack, '"')
        elif char == "“" and _last(stack, "„") is not None:
            opened = _last(stack, "„")
        else:
            opened = _last(stack, _CLOSING[char]) if char in _CLOSING else None
        if opened is not None:
            pairs.append((stack[opened][1], match.end()))
            del stack[opened:]
        elif char == '"' or char in _PAIRS:
            stack.append((char, at))
    return _outermost(pairs)


def _last(stack: list[tuple[str, int]], char: str) -> int | None:
    return next((i for i in range(len(stack) - 1, -1, -1) if stack[i][0] == char), None)


def _outermost(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    kept: list[tuple[int, int]] = []
    for start, end in sorted(pairs, key=lambda pair: (pair[0], -pair[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept
