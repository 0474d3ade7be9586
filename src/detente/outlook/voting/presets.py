"""Voting bodies that are known by name; the figures stand in `data/` with their sources."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from importlib.resources import files

from detente.errors import UnknownName
from detente.outlook.voting.rule import Game, game

PERMANENT = ("CHN", "FRA", "GBR", "RUS", "USA")
SEAT = "elected"
"""Seats that have no name of their own until a list of positions fills them."""


def preset(name: str) -> Game:
    """A voting body by name: see `PRESETS`.

    Raises
    ------
    UnknownName
        with the nearest name where there is no such body.
    """
    if name not in PRESETS:
        raise UnknownName("voting body", name, PRESETS)
    return PRESETS[name]()


def _security_council(elected: int, votes: int) -> Game:
    """UN Charter, Article 27(3), as in force since 31 August 1965 and before.

    A permanent member's abstention does not stop a decision (ICJ, Advisory Opinion on Namibia, 21 June
    1971, para. 22).
    """
    voters = [*PERMANENT, *(f"{SEAT} {k}" for k in range(1, elected + 1))]
    permanent = [Fraction(v in PERMANENT) for v in voters]
    rule = f"members >= {votes} and permanent >= all (abstain=1)"
    return game("UN Security Council", voters, {"permanent": permanent}, rule)


def _general_assembly() -> Game:
    """UN Charter, Article 18(2): two thirds of the members present and voting, 193 members."""
    voters = [f"member {k}" for k in range(1, 194)]
    return game("UN General Assembly, important questions", voters, {}, "members >= 2/3 (abstain=2/3)")


def _eu_council() -> Game:
    """TEU Article 16(4): 55 % of the members with 65 % of the population; under four cannot block."""
    rows = _table("eu-council-2025.tsv")
    population = [Fraction(share) for _, share in rows]
    rule = "members >= 55% and population >= 65% or members >= 24"
    return game("Council of the European Union, 2025", [v for v, _ in rows], {"population": population}, rule)


def _electoral_college() -> Game:
    """US Constitution, Amendment XII: a majority of the 538 electors; states as blocs."""
    rows = _table("us-electors-2024.tsv")
    electors = [Fraction(n) for _, n in rows]
    return game(
        "US Electoral College, 2024 and 2028", [v for v, _ in rows], {"electors": electors}, "electors > 1/2"
    )


def _senate_treaty() -> Game:
    """US Constitution, Article II, section 2: two thirds of the senators present concur in a treaty."""
    voters = [f"senator {k}" for k in range(1, 101)]
    return game("US Senate, consent to a treaty", voters, {}, "members >= 2/3 (abstain=0)")


def _table(name: str) -> list[tuple[str, str]]:
    text = (files("detente.outlook.voting") / "data" / name).read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return [(voter, weight) for voter, weight in rows[1:]]


PRESETS: dict[str, Callable[[], Game]] = {
    "unsc": lambda: _security_council(10, 9),
    "unsc-1946": lambda: _security_council(6, 7),
    "unga-two-thirds": _general_assembly,
    "eu-council": _eu_council,
    "us-electoral-college": _electoral_college,
    "us-senate-treaty": _senate_treaty,
}
