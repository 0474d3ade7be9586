"""PLOVER's event types: class, cooperation score, modes and names in three languages.

The types, their classes, modes and scores are those of the PLOVER manual (draft 0.8, 2021-24, table
"ploverscores", https://github.com/openeventdata/PLOVER); names and meanings are our own words. The manual
prints the score of ACCUSE without its minus sign; its modes and its class are conflict, so -3 stands here.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from detente.errors import UnknownName
from detente.ontology.tables import rows

NONE = "NONE"


@dataclass(frozen=True, slots=True)
class PloverType:
    """One type of event.

    Parameters
    ----------
    code : PLOVER's name, or "NONE" for an act without a sense between states.
    quad : VERBAL or MATERIAL, COOPERATION or CONFLICT; "" for NONE.
    needs_recipient : whether PLOVER asks for a target.
    score : cooperation, from -10 (conflict) to 10 (cooperation); None for NONE.
    labels : names by language (en, ja, ru).
    meaning : what counts, in a clause of which the actor is the subject.
    modes : PLOVER's modes with their scores, None where the manual gives none.
    """

    code: str
    quad: str
    needs_recipient: bool
    score: float | None
    labels: dict[str, str]
    meaning: str
    modes: dict[str, float | None]


@lru_cache(maxsize=1)
def plover_types() -> dict[str, PloverType]:
    """The 16 types and NONE, by code."""
    modes: dict[str, dict[str, float | None]] = {}
    for row in rows("plover_modes"):
        modes.setdefault(row["type"], {})[row["mode"]] = _number(row["score"])
    return {
        row["type"]: PloverType(
            code=row["type"],
            quad=row["quad"],
            needs_recipient=row["recipient"] == "yes",
            score=_number(row["score"]),
            labels={language: row[language] for language in ("en", "ja", "ru")},
            meaning=row["meaning"],
            modes=modes.get(row["type"], {}),
        )
        for row in rows("plover")
    }


def plover_type(code: str) -> PloverType:
    """The type with this code; an unknown one raises `UnknownName`."""
    if code not in plover_types():
        raise UnknownName("PLOVER type", code, plover_types())
    return plover_types()[code]


def plover_quad(code: str) -> str:
    """The class of a type: "VERBAL COOPERATION", …, "" for NONE."""
    return plover_type(code).quad


def plover_label(code: str, language: str) -> str:
    """The name of a type in en, ja or ru."""
    return plover_type(code).labels[language]


def _number(cell: str) -> float | None:
    return float(cell) if cell else None
