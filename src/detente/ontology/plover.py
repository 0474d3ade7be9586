"""The event types of PLOVER: quad class, score, modes and contexts; labels and definitions are ours."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from detente.errors import UnknownName
from detente.ontology.tables import Row, rows

QUADS = {
    0: "none",
    1: "verbal cooperation",
    2: "material cooperation",
    3: "verbal conflict",
    4: "material conflict",
}


@dataclass(frozen=True, slots=True)
class Mode:
    """A finer kind of one event type; `score` as for the type, None where the manual prints none."""

    code: str
    score: float | None
    label: dict[str, str]


@dataclass(frozen=True, slots=True)
class EventType:
    """One of the 16 types.

    Parameters
    ----------
    code : PLOVER's name of the type.
    quad : 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.
    score : cooperation (+) or conflict (-), in [-10, 10], higher is more cooperative. The manual
        (draft of 2021-24) prints ACCUSE as 3; its modes lie in [-3.5, -2] and its quad is conflict, so
        the sign was lost in print and the value here is -3.
    needs_target : whether the type makes sense only with a target.
    meaning : what counts, in our words.
    modes : the finer kinds by code.
    """

    code: str
    quad: int
    score: float
    needs_target: bool
    label: dict[str, str]
    meaning: str
    modes: dict[str, Mode]


@lru_cache(maxsize=1)
def plover_types() -> dict[str, EventType]:
    """The 16 types by code, in the manual's order of quads. Source: PLOVER manual, draft of 2021-24."""
    table = rows("plover")
    return {row["type"]: _type(row, table) for row in table if not row["mode"]}


def plover_type(code: str) -> EventType:
    """The type with this code; an unknown one raises `UnknownName`. "NONE" is no type."""
    if code not in plover_types():
        raise UnknownName("PLOVER type", code, plover_types())
    return plover_types()[code]


def plover_score(code: str, mode: str | None = None) -> float | None:
    """The score of a type, or of its mode where the manual gives one; None for "NONE"."""
    if code == "NONE":
        return None
    found = plover_type(code)
    finer = found.modes.get(mode or "")
    return found.score if finer is None or finer.score is None else finer.score


@lru_cache(maxsize=1)
def plover_contexts() -> dict[str, dict[str, str]]:
    """The 37 contexts by code, with their labels by language."""
    return {row["context"]: _label(row) for row in rows("contexts")}


def _type(row: Row, table: tuple[Row, ...]) -> EventType:
    modes = [r for r in table if r["type"] == row["type"] and r["mode"]]
    return EventType(
        code=row["type"],
        quad=int(row["quad"]),
        score=float(row["score"]),
        needs_target=row["needs_target"] == "yes",
        label=_label(row),
        meaning=row["meaning"],
        modes={
            r["mode"]: Mode(r["mode"], float(r["score"]) if r["score"] else None, _label(r)) for r in modes
        },
    )


def _label(row: Row) -> dict[str, str]:
    return {language: row[language] for language in ("en", "ja", "ru")}
