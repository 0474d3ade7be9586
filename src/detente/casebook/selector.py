"""Places in a text by what stands there: quote and context, as in W3C Web Annotation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

CONTEXT = 32

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Selector:
    """A span with its quotation and up to 32 code points of context on each side.

    `start`/`end` are code points, half-open. `prefix` and `suffix` are shorter than 32 only at the
    ends of the text.
    """

    start: int
    end: int
    exact: str
    prefix: str
    suffix: str

    @property
    def span(self) -> Span:
        """The interval [start, end)."""
        return self.start, self.end

    def as_list(self) -> list[Any]:
        """The selector as it is stored: [start, end, exact, prefix, suffix]."""
        return [self.start, self.end, self.exact, self.prefix, self.suffix]


def select(text: str, start: int, end: int) -> Selector:
    """The selector of the interval [start, end) of a text."""
    before = text[max(0, start - CONTEXT) : start]
    return Selector(start, end, text[start:end], before, text[end : end + CONTEXT])


def relocate(selector: Selector, text: str) -> Span | None:
    """The only place of a text where quote and context stand exactly; None where there is none or several.

    A context shorter than 32 code points was cut off by an end of the text, and is required only as
    far as it goes.
    """
    needle = selector.prefix + selector.exact + selector.suffix
    first = text.find(needle)
    if first < 0 or text.find(needle, first + 1) >= 0:
        return None
    start = first + len(selector.prefix)
    return start, start + len(selector.exact)
