"""Findings out and in again: JSON Lines, CSV, Parquet, W3C Web Annotation."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from detente.casebook.exchange import comma_separated, json_lines, parquet, web_annotation
from detente.casebook.exchange.exchanged import Exchanged
from detente.errors import UnknownName, UnreadableSource

__all__ = ["FORMS", "Exchanged", "Form", "form", "form_of", "read_findings"]


@dataclass(frozen=True, slots=True)
class Form:
    """A form of exchange: its name, the file endings that show it, how to write and read it."""

    name: str
    endings: tuple[str, ...]
    binary: bool
    write: Callable[[Iterable[Exchanged], BinaryIO], None]
    read: Callable[[BinaryIO], list[Exchanged]]


FORMS: tuple[Form, ...] = (
    Form("jsonl", (".jsonl", ".ndjson"), False, json_lines.write, json_lines.read),
    Form("csv", (".csv",), False, comma_separated.write, comma_separated.read),
    Form("parquet", (".parquet",), True, parquet.write, parquet.read),
    Form("webannotation", (".json", ".jsonld"), False, web_annotation.write, web_annotation.read),
)


def form(name: str) -> Form:
    """The form of this name; UnknownName where there is none."""
    for known in FORMS:
        if known.name == name:
            return known
    raise UnknownName("form of export", name, [known.name for known in FORMS])


def form_of(path: Path) -> Form:
    """The form that a file's ending shows; UnknownName where it shows none."""
    for known in FORMS:
        if path.suffix.lower() in known.endings:
            return known
    raise UnknownName("ending", path.suffix, [ending for known in FORMS for ending in known.endings])


def read_findings(path: Path) -> list[Exchanged]:
    """The findings in a file that `detente export` wrote, its form told by its ending.

    Raises UnreadableSource where the file is missing or holds something else.
    """
    if not path.is_file():
        raise UnreadableSource("There is no such file.", where=str(path), hint="Check the path.")
    how = form_of(path)
    try:
        with path.open("rb") as stream:
            return how.read(stream)
    except OSError as error:
        message = f"The file cannot be opened ({error.strerror})."
        raise UnreadableSource(message, where=str(path), hint="Check the path.") from None
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise UnreadableSource(
            f"This is no {how.name} file of findings ({error}).",
            where=str(path),
            hint="Hand over what `detente export` wrote.",
        ) from None
