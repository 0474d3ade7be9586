"""The columns that all kinds of findings have together, and what type each has in which kind."""

from __future__ import annotations

from dataclasses import fields
from functools import lru_cache
from typing import Any, get_type_hints

from detente.casebook.exchange.exchanged import BESIDE, Exchanged
from detente.findings import KINDS

COMMON = ("id", "kind")


@lru_cache(maxsize=1)
def columns() -> tuple[str, ...]:
    """The name of every column, in fixed order: of all kinds, then what stands beside the finding."""
    of_kinds = [field.name for kind in KINDS.values() for field in fields(kind)]
    return tuple(dict.fromkeys((*COMMON, *of_kinds, *BESIDE)))


@lru_cache(maxsize=16)
def hints(kind: str) -> dict[str, Any]:
    """The type of each column that a kind has."""
    own = get_type_hints(KINDS[kind])
    beside = get_type_hints(Exchanged)
    named = {field.name: own[field.name] for field in fields(KINDS[kind])}
    return {**dict.fromkeys(COMMON, str), **named, **{name: beside[name] for name in BESIDE}}
