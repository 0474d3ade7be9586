"""case.toml: the two states, the period, the languages and the issues of a case."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from detente.casebook import toml
from detente.casebook.issues import OwnIssue
from detente.casebook.vocabulary import check_date, check_issue, check_languages, check_state
from detente.coding.dates.edtf import bounds
from detente.errors import DetenteError, UsageError

SCHEMA_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Charter:
    """What a case is about.

    Parameters
    ----------
    states : the codes of the two states, in the order in which the analyst names them.
    period_from, period_to : EDTF dates, both ends included; None where open.
    languages : ISO 639-1 codes of the documents.
    issues : codes of our issues that matter to the case; empty for all.
    own_issues : the analyst's own issues.
    title : of the case, None where it has none.
    created : when the case was made, UTC, ISO 8601.
    """

    states: tuple[str, str]
    period_from: str | None = None
    period_to: str | None = None
    languages: tuple[str, ...] = ("ja", "en")
    issues: tuple[str, ...] = ()
    own_issues: tuple[OwnIssue, ...] = ()
    title: str | None = None
    created: str = ""

    def __post_init__(self) -> None:
        _check_two(self.states)
        for state in self.states:
            check_state(state)
        _check_period(self.period_from, self.period_to)
        check_languages(self.languages)
        for code in self.issues:
            check_issue(code)

    @property
    def dyad(self) -> str:
        """The two states as one word, for instance "RUS-USA"."""
        return "-".join(self.states)

    def as_toml(self) -> str:
        """The text of case.toml."""
        return toml.dumps(
            {
                "schema_version": SCHEMA_VERSION,
                "title": self.title,
                "states": list(self.states),
                "from": self.period_from,
                "to": self.period_to,
                "languages": list(self.languages),
                "issues": list(self.issues),
                "created": self.created,
                "own_issue": [own.as_dict() for own in self.own_issues],
            }
        )


def charter_from(table: Mapping[str, Any], *, where: str) -> Charter:
    """The charter in a table read from case.toml; raise DetenteError where it is no such table."""
    version = table.get("schema_version")
    if not isinstance(version, int):
        raise DetenteError('"schema_version" is missing.', where=where, hint="Is this a case folder?")
    if version > SCHEMA_VERSION:
        message = f"The case was written by a newer détente (schema {version}; known: {SCHEMA_VERSION})."
        raise DetenteError(message, where=where, hint="Install a newer détente.")
    names = {"from": "period_from", "to": "period_to", "own_issue": "own_issues"}
    given = {names.get(k, k): v for k, v in table.items() if k != "schema_version"}
    unknown = set(given) - {field.name for field in fields(Charter)}
    if unknown or "states" not in given:
        what = f"unknown key {min(unknown)!r}" if unknown else '"states" is missing'
        raise DetenteError(f"This is not the charter of a case: {what}.", where=where)
    given["own_issues"] = tuple(OwnIssue.from_dict(row) for row in given.get("own_issues", ()))
    try:
        plain: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in given.items()}
        return Charter(**plain)
    except DetenteError as error:
        raise DetenteError(error.message, where=where, hint=error.hint) from None


def _check_two(states: tuple[str, ...]) -> None:
    if len(states) != 2 or len(set(states)) != 2 or not all(states):
        raise UsageError(
            f'A dyad is two different states; got "{"-".join(states)}".',
            hint="Write two codes with a hyphen, for instance RUS-USA.",
        )


def _check_period(first: str | None, last: str | None) -> None:
    for field, text in (("from", first), ("to", last)):
        if text:
            check_date(field, text)
    start = bounds(first)[0] if first else None
    end = bounds(last)[1] if last else None
    if start and end and start > end:
        raise UsageError(f"The period ends ({last}) before it begins ({first}).")
