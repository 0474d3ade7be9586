"""The built-in case, Russia and the United States 2001-2003: two documents and the index of their facts."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable

__all__ = ["DYAD", "Fact", "documents", "facts", "outlook"]

DYAD = ("RUS", "USA")
_NAMES = ("ja_security.txt", "en_economy.txt")


@dataclass(frozen=True, slots=True)
class Fact:
    """A dated fact of the built-in case.

    Parameters
    ----------
    date : EDTF, to the day or month as the text gives it; `a/b` for several days, both included.
    fact : what happened, in English.
    source : the public source that it is taken from.
    document : name of the document that tells it.
    note : number of the note that names the source there, None where the sentence has none.
    quote : the sentence, exactly as it stands in the document.
    """

    date: str
    fact: str
    source: str
    document: str
    note: int | None
    quote: str


def documents() -> tuple[Traversable, ...]:
    """The documents of the built-in case as files in UTF-8: one Japanese, one English."""
    folder = files(__package__)
    return tuple(folder.joinpath(name) for name in _NAMES)


def outlook() -> Traversable:
    """The folder of the case's inputs for the models (`sheet.csv`, `matrix.csv`).

    Their numbers are set by the authors of the case to show the models at work; they are no data.
    """
    return files(__package__).joinpath("outlook")


def facts() -> tuple[Fact, ...]:
    """Every dated fact of the built-in case, in order of date."""
    table = files(__package__).joinpath("facts.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(table.splitlines())
    return tuple(
        Fact(
            date=row["date"],
            fact=row["fact"],
            source=row["source"],
            document=row["document"],
            note=int(row["note"]) if row["note"] else None,
            quote=row["quote"],
        )
        for row in rows
    )
