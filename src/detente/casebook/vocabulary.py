"""The lists that a case is checked against: states, languages, issues, PLOVER types."""

from __future__ import annotations

from collections.abc import Iterable

from detente.errors import UnknownName
from detente.ontology.states import state

LANGUAGES = ("en", "ja", "ru")
PLOVER = (
    "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
    "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "NONE",
)  # fmt: skip


def issue_codes() -> tuple[str, ...]:
    """The codes of our issues."""
    return ("arms-control", "iraq", "iran", "energy", "trade", "other")


def check_state(code: str) -> None:
    """Raise UnknownName where no state has this code."""
    state(code)


def check_issue(code: str) -> None:
    """Raise UnknownName where the code is not in the issue list."""
    if code not in issue_codes():
        raise UnknownName("issue", code, issue_codes())


def check_languages(languages: Iterable[str]) -> None:
    """Raise UnknownName where a language is not one that documents can be coded in."""
    for language in languages:
        if language not in LANGUAGES:
            raise UnknownName("language", language, LANGUAGES)
