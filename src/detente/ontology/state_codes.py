"""Codes and names of states in the systems that datasets use, each with its days of validity.

`data/state_codes.tsv` lists them. Systems: `cow` and `cowabb`, numbers and abbreviations of the Correlates of
War (State System Membership 2016); `gw`, numbers after Gleditsch and Ward; `alpha`, three letters after
ISO 3166-1 with the withdrawn codes of ISO 3166-3 and the actor codes of CAMEO; `alpha2`; `keds`, the actor
codes of the older KEDS files; `name`, English names in the spelling of ICEWS, UCDP, the UN and ISO, in
lower case.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cache

from detente.errors import UnknownName
from detente.ontology.tables import rows

SYSTEMS = ("cow", "cowabb", "gw", "alpha", "alpha2", "keds", "name")
USSR = "USSR"


@dataclass(frozen=True, slots=True)
class Validity:
    """The state that a code stands for from `start` to `end`, both days included."""

    start: dt.date
    end: dt.date
    state: str


@cache
def codes(system: str, ussr: str = "RUS") -> dict[str, tuple[Validity, ...]]:
    """Every code of a system with the states it stood for, in order of time.

    Parameters
    ----------
    system : one of SYSTEMS.
    ussr : what the Soviet Union is called: RUS, because the Russian Federation continues it as a member of
        the United Nations and in the Correlates of War, or USSR, to keep the two apart.
    """
    if system not in SYSTEMS:
        raise UnknownName("system of state codes", system, SYSTEMS)
    found: dict[str, tuple[Validity, ...]] = {}
    for row in rows("state_codes"):
        if row["system"] == system:
            state = ussr if row["state"] == USSR else row["state"]
            one = Validity(_day(row["from"], dt.date.min), _day(row["to"], dt.date.max), state)
            found[row["code"]] = (*found.get(row["code"], ()), one)
    return {code: _merged(several) for code, several in found.items()}


def state_on(code: str, system: str, day: dt.date, ussr: str = "RUS") -> str | None:
    """The state that a code stands for on a day; None where it stands for none then."""
    key = code.casefold() if system == "name" else code
    return next((v.state for v in codes(system, ussr).get(key, ()) if v.start <= day <= v.end), None)


def _merged(several: tuple[Validity, ...]) -> tuple[Validity, ...]:
    """The same without borders where the state stays the same."""
    if len({v.state for v in several}) > 1 or len(several) < 2:
        return several
    return (Validity(several[0].start, several[-1].end, several[0].state),)


def _day(cell: str, otherwise: dt.date) -> dt.date:
    return dt.date.fromisoformat(cell) if cell else otherwise
