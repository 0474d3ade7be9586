"""Finding the actors that a text names."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable

from detente.errors import UnknownName
from detente.ontology.compose_en import Composer as English
from detente.ontology.compose_ja import Composer as Japanese
from detente.ontology.mention import Mention
from detente.ontology.when import dated

_LANGUAGES: dict[str, Callable[[str, Callable[[int], str | None]], list[Mention]]] = {
    "en": lambda text, at: English(text, at).mentions(),
    "ja": lambda text, at: Japanese(text, at).mentions(),
}


def mentions(text: str, language: str, date: str | None = None) -> list[Mention]:
    """The actors named in a text, leftmost and longest first, in order and not overlapping."""
    if language not in _LANGUAGES:
        raise UnknownName("language", language, _LANGUAGES)
    marks = dated(text, language, date)
    places = [place for place, _ in marks]

    def at(offset: int) -> str | None:
        if not marks:
            return None
        return marks[max(0, bisect_right(places, offset) - 1)][1]

    return _LANGUAGES[language](text, at)
