"""The lists that a case is checked against: states, languages, issues, PLOVER types."""

from __future__ import annotations

from collections.abc import Iterable

from detente.coding.dates.edtf import parse
from detente.errors import DetenteError, UnknownName, UsageError
from detente.ontology import issues, plover_types, states
from detente.ontology.tables import rows

LANGUAGES = ("en", "ja", "ru")


def plover_codes() -> tuple[str, ...]:
    """The PLOVER types and "NONE"."""
    return tuple(dict.fromkeys((*plover_types(), "NONE")))


def issue_codes() -> tuple[str, ...]:
    """The codes of our issues, "other" last."""
    return tuple(issues())


def check_state(code: str) -> None:
    """Raise UnknownName where no state has this code; a state's name gets its code as a suggestion."""
    known = states()
    for other in known.values():
        names = (other.code, other.iso2, *other.label.values())
        if code and code.casefold() in (name.casefold() for name in names):
            if other.code == code:
                return
            raise UsageError(f'"{code}" is no code of a state.', hint=f'Write "{other.code}".')
    raise UnknownName("state", code, known)


def check_actor(code: str) -> None:
    """Raise UnknownName where a code, or what stands before its "/", is of no state and no organisation.

    What stands behind the "/" (a person, a ministry, a firm) is free.
    """
    known = {*states(), *(row["code"] for row in rows("bodies"))}
    if code in known:
        return
    side, _, agent = code.partition("/")
    if side not in known or (code.endswith("/") and not agent):
        by_name = {
            name.casefold(): other.code for other in states().values() for name in other.label.values()
        }
        if side.casefold() in by_name:
            raise UsageError(f'"{side}" is no code of an actor.', hint=f'Write "{by_name[side.casefold()]}".')
        raise UnknownName("actor", code, known)


def check_issue(code: str) -> None:
    """Raise UnknownName where the code is not in the issue list."""
    if code not in issue_codes():
        raise UnknownName("issue", code, issue_codes())


def check_languages(languages: Iterable[str]) -> None:
    """Raise UnknownName where a language is not one that documents can be coded in."""
    for language in languages:
        if language not in LANGUAGES:
            raise UnknownName("language", language, LANGUAGES)


def check_date(field: str, text: str) -> None:
    """Raise UsageError, naming the field, where a text is no EDTF date."""
    try:
        parse(text)
    except DetenteError as error:
        raise UsageError(error.message, where=field, hint=error.hint) from None
