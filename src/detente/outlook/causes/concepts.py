"""Which concepts may be one: suggestions by their wording, for the analyst to accept or leave."""

from __future__ import annotations

import csv
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from detente.errors import UsageError

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


def read_names(path: Path) -> dict[str, str]:
    """The analyst's names: a CSV file with the columns `concept` (as in the text) and `name`.

    Raises
    ------
    UsageError
        where a column is missing or a concept has two names.
    """
    names: dict[str, str] = {}
    with path.open(encoding="utf-8-sig", newline="") as stream:
        reader = csv.DictReader(stream)
        missing = [c for c in ("concept", "name") if c not in (reader.fieldnames or ())]
        if missing:
            raise UsageError(
                f"The column {missing[0]} is missing.", where=str(path), hint="Begin with concept,name."
            )
        for line, row in enumerate(reader, 2):
            concept, name = (row["concept"] or "").strip(), (row["name"] or "").strip()
            if concept and name and names.setdefault(concept, name) != name:
                raise UsageError(f'"{concept}" has two names.', where=f"{path}, line {line}")
    return names
