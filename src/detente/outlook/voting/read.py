"""Voting bodies and the stands of voters from CSV files."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path

from detente.errors import UnknownName, UsageError
from detente.outlook.table import Row, number, read_table
from detente.outlook.voting.passing import OPEN, STANDS, Stand
from detente.outlook.voting.presets import SEAT
from detente.outlook.voting.rule import Game, game

_WEIGHT = re.compile(r"[+-]?(?:[0-9]{1,30}(?:\.[0-9]{0,30})?|\.[0-9]{1,30}|[0-9]{1,30}/[0-9]{1,30})\Z")
"""Digits only, and not without end: an exponent could ask for a number that no machine holds."""


def read_game(path: Path, rule: str) -> Game:
    """A voting body from a CSV file with a column `voter` and one or more columns of weights.

    Raises
    ------
    UsageError
        where the file has no such header, or a cell is no number; the line is named.
    """
    table = read_table(path)
    table.need("voter", row="voter")
    columns = [name for name in table.header if name != "voter"]
    weights = {c: [_weight(row, c) for row in table.rows] for c in columns}
    return game(path.stem, [row.filled("voter") for row in table.rows], weights, rule)


def read_stands(path: Path, body: Game) -> tuple[Game, dict[str, Stand]]:
    """Where voters stand, from a CSV file with the columns `voter`, `stand` and perhaps `chance`.

    `stand` is yes, no, abstain or open (also an empty cell); `chance` in [0, 1] is the analyst's chance
    that an open voter says yes. Names that the body does not know take its nameless seats in their
    order; the body with these names is returned beside the stands.

    Raises
    ------
    UsageError
        where a stand or chance is none, or a voter is named twice; UnknownName where no seat is left.
    """
    stands: dict[str, Stand] = {}
    seats = [v for v in body.voters if v.startswith(SEAT + " ")]
    named: dict[str, str] = {}
    table = read_table(path)
    table.need("voter", "stand", row="voter")
    for row in table.rows:
        voter, vote, where = row.filled("voter"), (row["stand"] or OPEN).casefold(), row.where()
        if vote not in STANDS:
            raise UnknownName(f"stand in {where}", vote, STANDS)
        if voter in stands:
            raise UsageError(f"{voter} is named twice.", where=where)
        if voter not in body.voters and not seats:
            raise UnknownName(f"voter in {where}", voter, body.voters)
        if voter not in body.voters:
            named[seats.pop(0)] = voter
        stands[voter] = Stand(vote, _chance(row))
    return _renamed(body, named), stands


def _renamed(body: Game, named: Mapping[str, str]) -> Game:
    voters = tuple(named.get(voter, voter) for voter in body.voters)
    return Game(body.name, voters, body.weights, body.alternatives)


def _weight(row: Row, column: str) -> Fraction:
    cell = row[column]
    if not _WEIGHT.match(cell) or re.search(r"/0+\Z", cell):
        raise UsageError(f'A weight must be a number; found "{cell}".', where=row.where(column))
    return Fraction(cell)


def _chance(row: Row) -> float | None:
    return number(row["chance"], row.where("chance"), 0, 1) if row["chance"] else None
