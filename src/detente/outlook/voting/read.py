"""Voting bodies and the stands of voters from CSV files."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path

from detente.errors import UnknownName, UsageError
from detente.outlook.voting.passing import OPEN, STANDS, Stand
from detente.outlook.voting.presets import SEAT
from detente.outlook.voting.rule import Game, game


def read_game(path: Path, rule: str) -> Game:
    """A voting body from a CSV file with a column `voter` and one or more columns of weights.

    Raises
    ------
    UsageError
        where the file has no such header, or a cell is no number; the line is named.
    """
    rows = _rows(path, "voter")
    columns = [name for name in rows[0] if name != "voter"]
    weights = {c: [_number(path, line, c, row[c]) for line, row in enumerate(rows, 2)] for c in columns}
    return game(path.stem, [row["voter"] for row in rows], weights, rule)


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
    for line, row in enumerate(_rows(path, "voter", "stand"), 2):
        voter, vote = row["voter"], (row["stand"] or OPEN).casefold()
        where = f"{path}, line {line}"
        if vote not in STANDS:
            raise UnknownName(f"stand in {where}", vote, STANDS)
        if voter in stands:
            raise UsageError(f"{voter} is named twice.", where=where)
        if voter not in body.voters and not seats:
            raise UnknownName(f"voter in {where}", voter, body.voters)
        if voter not in body.voters:
            named[seats.pop(0)] = voter
        stands[voter] = Stand(vote, _chance(row.get("chance") or "", where))
    return _renamed(body, named), stands


def _renamed(body: Game, named: Mapping[str, str]) -> Game:
    voters = tuple(named.get(voter, voter) for voter in body.voters)
    return Game(body.name, voters, body.weights, body.alternatives)


def _rows(path: Path, *needed: str) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        reader = csv.DictReader(stream)
        header = [(name or "").strip() for name in reader.fieldnames or ()]
        missing = [name for name in needed if name not in header]
        if missing:
            raise UsageError(
                f"The column {missing[0]} is missing; found {', '.join(header) or 'nothing'}.",
                where=str(path),
                hint=f"Begin the file with a line such as {','.join(needed)}.",
            )
        reader.fieldnames = header
        rows = [{k: (v or "").strip() for k, v in row.items() if isinstance(k, str)} for row in reader]
    if not rows:
        raise UsageError("There is no voter under the header.", where=str(path))
    return rows


def _number(path: Path, line: int, column: str, cell: str) -> Fraction:
    try:
        return Fraction(cell)
    except (ValueError, ZeroDivisionError):
        raise UsageError(
            f'A weight must be a number; found "{cell}".', where=f"{path}, line {line}, column {column}"
        ) from None


def _chance(cell: str, where: str) -> float | None:
    if not cell:
        return None
    try:
        chance = float(cell)
    except ValueError:
        chance = -1.0
    if not 0 <= chance <= 1:
        raise UsageError(f'A chance lies between 0 and 1; found "{cell}".', where=where)
    return chance
