"""Finding dates in a text: one reader a language."""

from __future__ import annotations

from collections.abc import Callable

from detente.coding.dates import en, ja, ru
from detente.coding.dates.mention import DateMention
from detente.errors import UnknownName

READERS: dict[str, Callable[[str], list[DateMention]]] = {"en": en.read, "ja": ja.read, "ru": ru.read}


def find_dates(text: str, language: str) -> list[DateMention]:
    """The dates that a text says, in text order, never overlapping, not yet resolved.

    Times of day, durations (10年近く, three years) and counts are none. Raises UnknownName for a
    language other than "ja", "en" and "ru".
    """
    if language not in READERS:
        raise UnknownName("language of dates", language, READERS)
    return READERS[language](text)
