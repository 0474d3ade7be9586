"""The sentences of the briefing in one language: whole sentences, never built from parts."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml
from babel import Locale
from babel.lists import format_list
from babel.numbers import format_decimal, format_percent

from detente.errors import UnknownName

LANGUAGES = ("en", "ja")
Message = str | dict[str, str]


class Words:
    """The messages of one language, with its numbers, lists and plural forms.

    Parameters
    ----------
    lang : "en" or "ja".

    Raises
    ------
    UnknownName
        where there is no catalogue for the language.
    """

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self.locale = Locale.parse(lang if lang in LANGUAGES else "en")
        self._messages = messages(lang)

    def __call__(self, key: str, **values: Any) -> str:
        """The message of a key, its names filled in; numbers are written as the language writes them.

        A message with forms is chosen by `n`. A missing key raises UnknownName.
        """
        if key not in self._messages:
            raise UnknownName("message", key, self._messages)
        message = self._messages[key]
        if isinstance(message, dict):
            message = message.get(self.locale.plural_form(values["n"]), message["other"])
        return message.format(**{name: self._shown(value) for name, value in values.items()})

    def has(self, key: str) -> bool:
        """Whether the catalogue holds a key."""
        return key in self._messages

    def list(self, items: Iterable[str]) -> str:
        """The items as a list in a sentence: "A, B, and C", 「A、B、C」."""
        return format_list(list(items), locale=self.locale)

    def share(self, value: float) -> str:
        """A number in [0, 1] as a whole percentage."""
        return format_percent(value, format="#,##0%", locale=self.locale)

    def _shown(self, value: Any) -> str:
        return format_decimal(value, locale=self.locale) if isinstance(value, int) else str(value)


@lru_cache(maxsize=len(LANGUAGES))
def messages(lang: str) -> dict[str, Message]:
    """Every message of a language by its key; counted messages are a dict of plural forms."""
    check_language(lang)
    text = files(__package__).joinpath("messages", f"{lang}.yaml").read_text(encoding="utf-8")
    loaded: dict[str, Message] = yaml.safe_load(text)
    return loaded


def check_language(lang: str) -> None:
    """Raise UnknownName where a briefing cannot be written in a language."""
    if lang not in LANGUAGES:
        raise UnknownName("language of a briefing", lang, LANGUAGES)
