"""What stands beside an office in English: a name set off by commas, a department, a state in brackets."""

from __future__ import annotations

import re
from collections.abc import Sequence

from detente.ontology.people import Person
from detente.ontology.tables import words
from detente.ontology.unit import Hit

NAME = re.compile(r"\s((?:(?:[A-ZÀ-Ž][\w’'-]+|[A-Z]\.)\s){0,3}[A-ZÀ-Ž][\w’-]+)")
_APPOSED = re.compile(
    r",\s((?:(?:[A-ZÀ-Ž][\w’'-]+|[A-Z]\.|al|bin|de|van|von)\s){1,3}[A-ZÀ-Ž][\w’-]+)"
    r"(?=[,;.)]|\s(?:has|had|was|is|will|would|on|in|at|to|also|said|told|who|arrived|met|[a-z]+ed)\b|$)"
)
_DEPARTMENT = re.compile(r"(?:['’]s)?\s(?:[A-Z][\w-]+,?\s|and\s|&\s){0,4}[A-Z][\w-]+\s")
_JOINED = re.compile(r"\s(?:(?:[Aa]l|[Bb]in|de|van|von)[\s-])?")
_IN_BRACKETS = re.compile(r"\s\($")
_HEADED = frozenset({"minister", "deputy minister"})
_STATES = frozenset({"state", "capital"})
_TITLES = frozenset(
    {"Mr", "Mrs", "Ms", "Dr", "Gen", "Col", "Lt", "Sir", "Lord", "Prof", "Maj", "Capt", "Adm"}
)


def apposed_name(text: str, end: int) -> re.Match[str] | None:
    """The unlisted name set off after an office: the Bulgarian prime minister, Ivan Geshov, ..."""
    return _APPOSED.match(text, end)


def department(text: str, state: Hit, following: Sequence[Hit]) -> int | None:
    """Which of the next hits is a minister of whom the words before say the department, or None.

    Togo's Water and Land Minister; a surname among the words is no one's there (Home Affairs).
    """
    for n, hit in enumerate(following):
        if hit.unit.kind == "role":
            headed = hit.unit.role in _HEADED and text[hit.start].isupper()
            return n if headed and _DEPARTMENT.fullmatch(text, state.end, hit.start) else None
        if hit.unit.kind != "person" or hit.unit.bare:
            return None
    return None


def is_given(text: str, following: Sequence[Hit]) -> bool:
    """Whether the first of two listed names is only the given name of the other: Omar Al Bashir."""
    if len(following) < 2 or any(hit.unit.kind != "person" for hit in following):
        return False
    first, second = following
    return not first.unit.bare and _JOINED.fullmatch(text, first.end, second.start) is not None


def begins_name(text: str, end: int, following: Sequence[Hit]) -> bool:
    """Whether a town right after a title is a given name: Defence Minister Aden Duale."""
    place = following[0]
    placed = place.unit.kind in ("place", "capital") and place.start == end + 1
    return placed and goes_on(text, place.end, following[1:])


def goes_on(text: str, end: int, following: Sequence[Hit]) -> bool:
    """Whether a name goes on with a word that is not listed: Aden Duale, Ban Romklao."""
    more = NAME.match(text, end)
    if more is None or any(hit.start == more.start(1) for hit in following[:1]):
        return False
    return more.group(1).split()[0] not in words("en sentence word")


def bracketed(text: str, end: int, following: Sequence[Hit]) -> tuple[str, ...]:
    """The state that stands in brackets after a name: Foreign Minister Gonzalo Rivas (Peru)."""
    for hit in following:
        alone = _IN_BRACKETS.search(text, end, hit.start) and text[hit.end : hit.end + 1] == ")"
        if hit.unit.kind in _STATES and alone and hit.start - end < 3:
            return hit.unit.codes
    return ()


def fits_given(words: Sequence[str], bearers: Sequence[Person]) -> bool:
    """Whether words before a surname may be a given name of someone who bears it; so if there are none."""
    names = [word for word in words if word.rstrip(".") not in _TITLES]
    initials = {part[:1] for p in bearers for given in p.given.split(";") for part in given.split()}
    return not names or any(name[:1] in initials for name in names)
