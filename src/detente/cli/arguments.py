"""What users say about documents, checked before any of them is read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from detente.casebook.vocabulary import LANGUAGES, check_date
from detente.cli.progress import say
from detente.errors import UnknownName, UnreadableSource, UsageError
from detente.ontology.named_states import state_named, two_codes


def check_language(language: str | None) -> None:
    """Raise UnknownName where a language is given that no coder reads."""
    if language is not None and language not in LANGUAGES:
        raise UnknownName("language", language, LANGUAGES)


def check_codebooks(paths: Iterable[Path]) -> None:
    """Raise UnreadableSource where a codebook is not there, before any text is coded with it."""
    for path in paths:
        if not path.is_file():
            raise UnreadableSource("There is no such codebook file.", where=str(path), hint="Check the path.")


def check_day(date: str | None) -> None:
    """Raise UsageError where a date is given that is no EDTF date."""
    if date is not None:
        check_date("--date", date)


def two_states(
    text: str, first: date | None = None, last: date | None = None, ussr: str = "RUS"
) -> tuple[str, str]:
    """The two states of RUS-USA, or of 365-2 as the Correlates of War number them.

    Parameters
    ----------
    first, last, ussr : as for `state_named`, whose remarks are said on stderr.

    Raises
    ------
    UnknownName, UsageError
        where these are not two different states.
    """
    codes = two_codes(text)
    if codes is None:
        raise UsageError(f'"{text}" does not name two states.', hint="Write two codes: --dyad RUS-USA.")
    a, b = (state_named(code, first, last, ussr) for code in codes)
    if a.code == b.code:
        raise UsageError(
            f'A dyad is two different states; got "{text}"{_both(codes, a.code)}.',
            hint="Write two codes: --dyad RUS-USA.",
        )
    for remark in (a.remark, b.remark):
        if remark is not None:
            say(remark)
    return a.code, b.code


def _both(codes: tuple[str, str], state: str) -> str:
    return "" if set(codes) == {state} else f", of which both are {state}"


def calendar_day(option: str, text: str) -> date:
    """The day that an option names; UsageError where it is none."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UsageError(f'{option} "{text}" is no day.', hint="Write 2003-03-20.") from None


def only_one(options: Mapping[str, object]) -> str | None:
    """The one option that was given, None for none; UsageError where several were that exclude each other.

    Parameters
    ----------
    options : option -> its value; None, False and an empty list were not given.
    """
    asked = [option for option, value in options.items() if _given(value)]
    if len(asked) > 1:
        raise UsageError(f"{asked[0]} and {asked[1]} cannot be asked for at once.")
    return asked[0] if asked else None


def not_with(what: str, options: Mapping[str, object]) -> None:
    """Raise UsageError where an option was given that does not bear on what is asked."""
    idle = next((option for option, value in options.items() if _given(value)), None)
    if idle is not None:
        raise UsageError(f"{idle} has no bearing on {what}.", hint="Leave one of them out.")


def _given(value: object) -> bool:
    return value is not None and value is not False and value != []
