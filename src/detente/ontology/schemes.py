"""What an event code means: PLOVER type, quad class and Goldstein score, by tables that one can choose.

Published tables disagree (eight Goldstein values; the class of CAMEO 16). The choice is made once, here, and
`Choices` changes it for a whole import.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from detente.errors import UnknownName
from detente.ontology.cameo import cameo_codes
from detente.ontology.plover import plover_score, plover_types
from detente.ontology.tables import Row, rows

QUAD_CHOICES = ("gdelt", "phoenix", "plover")
GOLDSTEIN_CHOICES = ("own", "gdelt", "phoenix")
USSR_CHOICES = ("RUS", "USSR")


_PHOENIX_QUADS: dict[str, int | None] = {"01": None, "02": None, "16": 3}
"""Where Phoenix classes otherwise than GDELT: `quad_conversion` of openeventdata/phoenix_pipeline."""


@dataclass(frozen=True, slots=True)
class Choices:
    """Which of several published readings holds.

    Parameters
    ----------
    quad : of CAMEO codes. gdelt: 01-05, 06-08, 09-13, 14-20 (16, reduce relations, is material conflict);
        phoenix: the same with 16 as verbal conflict and null for 01 and 02, its class 0, neutral; plover: the
        quad of the PLOVER type, null for 01 and 02.
    goldstein : own: the score in the row where the dataset publishes one, else the gdelt table;
        gdelt, phoenix: the table of that name for every CAMEO row.
    ussr : RUS or USSR, see `detente.ontology.state_codes.codes`.
    """

    quad: str = "gdelt"
    goldstein: str = "own"
    ussr: str = "RUS"

    def __post_init__(self) -> None:
        for what, chosen, known in (
            ("choice of quad classes", self.quad, QUAD_CHOICES),
            ("choice of Goldstein scores", self.goldstein, GOLDSTEIN_CHOICES),
            ("name of the Soviet Union", self.ussr, USSR_CHOICES),
        ):
            if chosen not in known:
                raise UnknownName(what, chosen, known)


@dataclass(frozen=True, slots=True)
class Meaning:
    """PLOVER type, quad class 1 to 4 and score in [-10, 10]; None where the tables say nothing."""

    plover: str | None = None
    quad: int | None = None
    goldstein: float | None = None


UNKNOWN = Meaning()


@lru_cache(maxsize=4096)
def meaning(scheme: str, code: str, choices: Choices) -> Meaning | None:
    """What a code of `cameo`, `weis` or `plover` means; None where the scheme does not have it.

    A finer CAMEO or WEIS code that is not listed means what the broader one does.
    """
    if scheme == "cameo":
        return _cameo(code, choices)
    if scheme == "weis":
        return _weis(code)
    if code not in plover_types():
        return None
    return Meaning(code, plover_types()[code].quad, plover_score(code))


def _cameo(code: str, choices: Choices) -> Meaning | None:
    listed = next((code[:k] for k in range(len(code), 1, -1) if code[:k] in cameo_codes()), None)
    if listed is None:
        return None
    found = cameo_codes()[listed]
    score = found.goldstein_phoenix if choices.goldstein == "phoenix" else found.goldstein
    plover = found.plover or None
    quad = found.quad
    if choices.quad == "plover":
        quad = plover_types()[plover].quad if plover else None
    elif choices.quad == "phoenix":
        quad = _PHOENIX_QUADS.get(listed[:2], quad)
    if score is None and len(listed) > 2:
        broader = _cameo(listed[:-1], choices)
        score = broader.goldstein if broader else None
    return Meaning(plover, quad, score)


@cache
def weis_codes() -> dict[str, Row]:
    """The WEIS codes with their class, quad and PLOVER type (ours) and score (Goldstein 1992, table 1)."""
    return {row["code"]: row for row in rows("weis")}


def _weis(code: str) -> Meaning | None:
    row = weis_codes().get(code) or next((r for c, r in weis_codes().items() if c[:2] == code[:2]), None)
    if row is None or len(code) < 2:
        return None
    exact = code in weis_codes()
    score = float(row["goldstein"]) if exact else None
    return Meaning(row["plover"] or None, int(row["quad"]), score)
