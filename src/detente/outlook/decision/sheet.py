"""The sheet of a group decision: who wants what, how much they care, how much they can do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from detente.errors import UnknownName, UsageError
from detente.outlook.decision.quantity import Quantity, parse_quantity
from detente.outlook.table import Row, check_range, read_table

Array = npt.NDArray[np.float64]
SCALE = (0.0, 100.0)
ONLY = "issue"
_LIMITS = {"position": SCALE, "salience": SCALE, "capability": (0.0, np.inf)}


@dataclass(frozen=True)
class Sheet:
    """Actors with position and salience on each issue, and capability.

    Attributes
    ----------
    actors, issues : names, in the order of the file.
    position, salience : [actor][issue], on scales of 0 to 100.
    capability : one an actor, not negative, any unit.
    """

    actors: tuple[str, ...]
    issues: tuple[str, ...]
    position: tuple[tuple[Quantity, ...], ...]
    salience: tuple[tuple[Quantity, ...], ...]
    capability: tuple[Quantity, ...]

    def central(self) -> tuple[Array, Array, Array]:
        """Central positions and saliences (actors x issues) and capabilities (actors)."""
        position = np.array([[q.central for q in row] for row in self.position])
        salience = np.array([[q.central for q in row] for row in self.salience])
        return position, salience, np.array([q.central for q in self.capability])

    @property
    def weighs(self) -> bool:
        """Whether anybody's salience and capability are both above 0, by their central numbers."""
        _, salience, capability = self.central()
        return bool((salience * capability[:, None] > 0).any())

    def drawn(self, draws: int, seed: int) -> tuple[Array, Array, Array]:
        """Draws of all quantities, independent of each other: draws x actors x issues, draws x actors.

        The generator is PCG64 and each quantity is drawn through its inverse distribution, so that a seed
        gives the same numbers on every machine. What falls outside its scale is put at its end.
        """
        rng = np.random.Generator(np.random.PCG64(seed))

        def draw(cells: Sequence[Quantity], kind: str) -> Array:
            low, high = _LIMITS[kind]
            columns = [
                np.full(draws, q.values[0])
                if q.certain
                else q.quantiles(np.clip(rng.random(draws), 1e-12, 1 - 1e-12)).clip(low, high)
                for q in cells
            ]
            return np.stack(columns, axis=1)

        shape = (draws, len(self.actors), len(self.issues))
        position = draw([q for row in self.position for q in row], "position").reshape(shape)
        salience = draw([q for row in self.salience for q in row], "salience").reshape(shape)
        return position, salience, draw(self.capability, "capability")

    def one_issue(self, issue: str) -> Sheet:
        """The sheet with one issue alone."""
        if issue not in self.issues:
            raise UnknownName("issue", issue, self.issues)
        at = self.issues.index(issue)
        position = tuple((row[at],) for row in self.position)
        salience = tuple((row[at],) for row in self.salience)
        return Sheet(self.actors, (issue,), position, salience, self.capability)


def read_sheet(path: Path) -> Sheet:
    """A sheet from CSV, long or wide.

    Long: `actor, position, salience, capability` and, for several issues, `issue`; one row an actor and
    issue. Wide: `actor, capability` and, for each issue NAME, `NAME_pos` and `NAME_sal`. A cell holds a
    quantity (see `parse_quantity`); other columns, such as quotations, are passed over.

    Raises
    ------
    UsageError
        naming the file, line and column of what is missing, unreadable, out of scale or there twice.
    """
    table = read_table(path)
    wide = [name.removesuffix("_pos") for name in table.header if name.endswith("_pos")]
    needed = ["actor", "capability", *(f"{w}_sal" for w in wide)] if wide else ["actor", *_LIMITS]
    table.need(*needed, row="actor")
    return _assembled(path, [cell for row in table.rows for cell in _cells(row, wide)])


Cell = tuple[str, str, Quantity, Quantity, Quantity]
"""Actor, issue, position, salience, capability."""


def _cells(row: Row, wide: list[str]) -> list[Cell]:
    """What a row says: of each issue of a wide sheet, or of the one of a long sheet."""
    actor, capability = row.filled("actor"), _read(row, "capability", "capability")
    places = [(w, f"{w}_pos", f"{w}_sal") for w in wide] or [(row["issue"] or ONLY, "position", "salience")]
    return [
        (actor, issue, _read(row, at, "position"), _read(row, care, "salience"), capability)
        for issue, at, care in places
    ]


def _read(row: Row, column: str, kind: str) -> Quantity:
    """A quantity within its scale; of a normal distribution the mean, since its tails never end."""
    where = row.where(column)
    quantity = parse_quantity(row.filled(column), where)
    for value in quantity.values[:1] if quantity.form == "normal" else quantity.values:
        check_range(value, where, *_LIMITS[kind])
    return quantity


def _assembled(path: Path, cells: list[Cell]) -> Sheet:
    actors = tuple(dict.fromkeys(cell[0] for cell in cells))
    issues = tuple(dict.fromkeys(cell[1] for cell in cells))
    found: dict[tuple[str, str], Cell] = {}
    for cell in cells:
        if cell[:2] in found:
            raise UsageError(f"{cell[0]} has two rows on {cell[1]}.", where=str(path))
        found[cell[0], cell[1]] = cell
    absent = [(a, i) for a in actors for i in issues if (a, i) not in found]
    if absent:
        raise UsageError(
            f"{absent[0][0]} has no row on {absent[0][1]}.",
            where=str(path),
            hint="Give every actor a row on every issue; a salience of 0 takes it out of one.",
        )
    capability: dict[str, Quantity] = {}
    for actor, *_, can in cells:
        if capability.setdefault(actor, can) != can:
            raise UsageError(
                f"{actor} has two capabilities.", where=str(path), hint="Give it the same in all its rows."
            )
    return Sheet(
        actors,
        issues,
        tuple(tuple(found[a, i][2] for i in issues) for a in actors),
        tuple(tuple(found[a, i][3] for i in issues) for a in actors),
        tuple(capability[a] for a in actors),
    )
