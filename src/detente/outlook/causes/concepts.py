"""Which concepts may be one: suggestions by their wording, for the analyst to accept or leave."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from detente.errors import UsageError
from detente.outlook.table import read_table

LIKE = 0.5
"""Least likeness of a suggestion."""


@dataclass(frozen=True)
class Suggestion:
    """Two concepts that may be one.

    Attributes
    ----------
    first, second : the concepts as worded.
    likeness : Dice coefficient of their letter pairs, 0 to 1; 1 where one wording holds the other.
    """

    first: str
    second: str
    likeness: float


def suggestions(concepts: Iterable[str], least: float = LIKE) -> list[Suggestion]:
    """Pairs of concepts that are worded alike, the likest first; nothing is merged.

    Likeness is of letters alone (Dice 1945, on pairs of letters, after Unicode normalisation, case and
    spaces left out), and so finds "military aid" and "the military aid", not "arms" and "weapons".
    """
    names = list(dict.fromkeys(concepts))
    plain = [_plain(name) for name in names]
    grams = [_pairs(text) for text in plain]
    found = []
    for i in range(len(names)):
        for j in range(i + 1, len(names)):
            short, long = sorted((plain[i], plain[j]), key=len)
            like = 1.0 if len(short) > 3 and short in long else _dice(grams[i], grams[j])
            if like >= least:
                found.append(Suggestion(names[i], names[j], round(like, 3)))
    return sorted(found, key=lambda s: (-s.likeness, s.first, s.second))


def _plain(name: str) -> str:
    return "".join(unicodedata.normalize("NFKC", name).casefold().split())


def _pairs(text: str) -> list[str]:
    return [text[k : k + 2] for k in range(len(text) - 1)] or [text]


def _dice(first: Sequence[str], second: Sequence[str]) -> float:
    rest = list(second)
    shared = 0
    for pair in first:
        if pair in rest:
            rest.remove(pair)
            shared += 1
    return 2 * shared / (len(first) + len(second))


def strangers(names: Iterable[str], concepts: Iterable[str]) -> list[str]:
    """The concepts that an analyst has named and that no link bears: misspelt, or worded otherwise now."""
    known = set(concepts)
    return [name for name in names if name not in known]


def read_names(path: Path) -> dict[str, str]:
    """The analyst's names: a CSV file with the columns `concept` (as in the text) and `name`.

    Raises
    ------
    UsageError
        where the table cannot be read, a column is missing or a concept has two names.
    """
    table = read_table(path)
    table.need("concept", "name")
    names: dict[str, str] = {}
    for row in table.rows:
        concept, name = row["concept"], row["name"]
        if concept and name and names.setdefault(concept, name) != name:
            raise UsageError(
                f'"{concept}" has two names: "{names[concept]}" and "{name}".',
                where=row.where(),
                hint="Take one of the rows out.",
            )
    return names
