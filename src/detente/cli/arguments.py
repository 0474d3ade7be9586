"""What users say about documents, checked before any of them is read."""

from __future__ import annotations

from detente.casebook.vocabulary import LANGUAGES, check_date
from detente.errors import UnknownName


def check_language(language: str | None) -> None:
    """Raise UnknownName where a language is given that no coder reads."""
    if language is not None and language not in LANGUAGES:
        raise UnknownName("language", language, LANGUAGES)


def check_day(date: str | None) -> None:
    """Raise UsageError where a date is given that is no EDTF date."""
    if date is not None:
        check_date("--date", date)
