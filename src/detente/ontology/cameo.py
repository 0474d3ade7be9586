"""CAMEO codes: what they are called, what they are in PLOVER, and their Goldstein values."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from detente.errors import UnknownName
from detente.ontology.tables import Row, rows, values


@dataclass(frozen=True, slots=True)
class CameoCode:
    """One CAMEO code; codes are strings (010 and 10 differ).

    Parameters
    ----------
    label : the English label of openeventdata/text_to_CAMEO (MIT), "" where it has none.
    plover, mode, contexts : after CAMEO2PLOVER of 2021; "" and () where PLOVER drops the code (01, 02),
        mode and contexts only where the manual defines them.
    quad : GDELT's class, 1 to 4; it counts all of 16 (reduce relations) as material conflict.
    goldstein : GDELT's value in [-10, 10], higher is more cooperative; None where it has none.
    goldstein_phoenix : the value in UT Dallas' Phoenix data, which differs on eight codes
        (016, 022, 124, 1241, 1246, 163, 165, 166); None where it has none.
    """

    code: str
    label: str
    plover: str
    mode: str
    contexts: tuple[str, ...]
    quad: int | None
    goldstein: float | None
    goldstein_phoenix: float | None


@lru_cache(maxsize=1)
def cameo_codes() -> dict[str, CameoCode]:
    """Every CAMEO code, in order."""
    return {row["code"]: _code(row) for row in rows("cameo")}


def cameo(code: str) -> CameoCode:
    """The CAMEO code, or the nearest broader one that is listed; an unknown one raises `UnknownName`."""
    for length in range(len(code), 1, -1):
        if code[:length] in cameo_codes():
            return cameo_codes()[code[:length]]
    raise UnknownName("CAMEO code", code, cameo_codes())


def _code(row: Row) -> CameoCode:
    def number(cell: str) -> float | None:
        return float(cell) if cell else None

    return CameoCode(
        code=row["code"],
        label=row["label"],
        plover=row["plover"],
        mode=row["mode"],
        contexts=values(row["context"]),
        quad=int(row["quad_gdelt"]) if row["quad_gdelt"] else None,
        goldstein=number(row["goldstein_gdelt"]),
        goldstein_phoenix=number(row["goldstein_phoenix"]),
    )
