"""What an analyst may set in a finding: "field=value" read, checked, with suggestions."""

from __future__ import annotations

import json
import types
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, replace
from functools import lru_cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from detente.casebook.vocabulary import check_actor, check_date, issue_codes, plover_codes
from detente.errors import DetenteError, UnknownName, UsageError
from detente.findings import KINDS, Finding, Modality, StatusEvent

ACTORS = frozenset({"actors", "targets", "parties", "actor"})
NOT_SET_BY_HAND = frozenset({"document", "quote", "page", "coder", "confidence", "rule"})


def settable(kind: str) -> list[str]:
    """The names of the fields that an analyst may set in a finding of this kind."""
    if kind not in KINDS:
        raise UnknownName("kind of finding", kind, KINDS)
    return [field.name for field in fields(KINDS[kind]) if field.name not in NOT_SET_BY_HAND]


def parse_settings(kind: str, settings: Iterable[str], own_issues: Iterable[str] = ()) -> dict[str, Any]:
    """Read "field=value" words into values of the right type.

    Lists are written with commas (`actors=RUS/Putin,USA`) or as JSON, truth as true or false, spans
    as `12-30`, the absence of a value as nothing (`date=`); `status_events` as JSON.

    Raises
    ------
    UnknownName
        where the kind has no such field, or a code is not in its list.
    UsageError
        where a value does not fit its field.
    """
    given: dict[str, Any] = {}
    for setting in settings:
        name, sign, text = setting.partition("=")
        if not sign:
            raise UsageError(f'"{setting}" sets nothing.', hint="Write field=value.")
        check_name(kind, name)
        given[name] = _parsed(name, text, _hints(kind)[name])
    check_values(given, own_issues)
    return given


def check_name(kind: str, name: str) -> None:
    """Raise UnknownName where a kind has no field of this name that an analyst may set."""
    if name not in settable(kind):
        raise UnknownName(f"field of {kind}", name, settable(kind))


def check_values(given: Mapping[str, Any], own_issues: Iterable[str] = ()) -> None:
    """Raise UsageError where an actor, a code, a date or a sign is not one that its field takes."""
    lists: dict[str, Callable[[], Iterable[str]]] = {
        "plover": plover_codes,
        "modality": lambda: [str(m) for m in Modality],
        "issue": lambda: [*issue_codes(), *own_issues],
        "sign": lambda: "+-",
    }
    for name, value in given.items():
        if name in lists and value not in (known := list(lists[name]())):
            raise UnknownName(name, str(value), known)
        if name in ("date", "signed") and value is not None:
            check_date(name, value)
        if name in ACTORS:
            for code in [value] if isinstance(value, str) else value:
                check_actor(code)


def with_settings(finding: Finding, given: Mapping[str, Any], text: str | None = None) -> Finding:
    """The finding with fields set; `text` is the stored text, needed where start or end is set.

    Raises UnknownName where the kind has no such field, UsageError where the passage is none.
    """
    for name in given:
        check_name(finding.kind, name)
    if {"start", "end"} & set(given):
        if text is None:
            raise DetenteError("Moving a passage needs the text that it stands in.")
        start, end = (given.get(name, getattr(finding, name)) for name in ("start", "end"))
        if not 0 <= start < end <= len(text):
            raise UsageError(f"[{start}, {end}) is no passage of a text of {len(text)} characters.")
        given = {**given, "start": start, "end": end, "quote": text[start:end]}
    plain: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in given.items()}
    return replace(finding, **plain)


@lru_cache(maxsize=16)
def _hints(kind: str) -> dict[str, Any]:
    return get_type_hints(KINDS[kind])


def _parsed(name: str, text: str, hint: Any) -> Any:
    if get_origin(hint) in (types.UnionType, Union):
        if text == "":
            return None
        hint = next(part for part in get_args(hint) if part is not type(None))
    try:
        return _value(text, hint)
    except (ValueError, TypeError):
        words = {bool: "true or false", int: "a whole number", str: "words"}
        wanted = words.get(hint, "START-END" if get_args(hint) == (int, int) else "JSON")
        raise UsageError(f'"{text}" does not fit the field "{name}".', hint=f"Write {wanted}.") from None


def _value(text: str, hint: Any) -> Any:
    if hint is bool:
        return ("false", "true").index(text) == 1
    if hint in (int, str):
        return hint(text)
    if get_args(hint) == (int, int):
        start, end = text.split("-")
        return int(start), int(end)
    if get_args(hint)[0] is StatusEvent:
        return tuple(StatusEvent(**step) for step in json.loads(text))
    if text.startswith("["):
        return tuple(str(word) for word in json.loads(text))
    return tuple(word.strip() for word in text.split(",") if word.strip())
