"""Writing the small part of TOML that a case needs; reading is the standard library's."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from detente.errors import DetenteError


def dumps(table: Mapping[str, Any]) -> str:
    """A table as TOML: strings, booleans, whole numbers, lists of these, and lists of flat tables.

    Keys whose value is None are left out, since TOML has no null.
    """
    given = {k: v for k, v in table.items() if v is not None}
    lines = [f"{k} = {_value(v)}" for k, v in given.items() if not _is_tables(v)]
    for key, value in given.items():
        for row in value if _is_tables(value) else ():
            lines += ["", f"[[{key}]]", dumps(row).rstrip("\n")]
    return "\n".join(lines) + "\n"


def load(path: Path) -> dict[str, Any]:
    """The table in a TOML file; raise DetenteError, naming the line, where it is none."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise DetenteError(f"This is not valid TOML: {error}.", where=str(path)) from None


def _is_tables(value: Any) -> bool:
    return isinstance(value, list | tuple) and bool(value) and all(isinstance(v, Mapping) for v in value)


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, str):
        return _string(value)
    if isinstance(value, Sequence):
        return "[" + ", ".join(map(_value, value)) + "]"
    raise TypeError(f"TOML takes no {type(value).__name__}.")


def _string(text: str) -> str:
    """A TOML basic string: JSON's escapes are TOML's, but for DEL, which TOML wants escaped."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
