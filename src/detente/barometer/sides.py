"""The two columns of states in a plain table: what they are called, and which codes stand in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from detente.barometer.period_cells import is_empty
from detente.datasets.columns import states
from detente.datasets.tally import Tally
from detente.ontology import states as known_states
from detente.ontology.schemes import Choices
from detente.ontology.state_codes import codes

DYAD_NAMES = (
    ("source", "target"),
    ("i_iso3c", "j_iso3c"),
    ("a", "b"),
    ("i", "j"),
    ("iso3c1", "iso3c2"),
    ("ccode1", "ccode2"),
    ("ccodea", "ccodeb"),
    ("statea", "stateb"),
    ("stateabb1", "stateabb2"),
    ("gwcode1", "gwcode2"),
    ("gwno_a", "gwno_b"),
    ("gwnoa", "gwnob"),
)
ANYTHING = (("a", "b"), ("i", "j"))
"""Names that may mean anything: such columns are states only where they hold text."""
_GW = ("gwcode1", "gwno_a", "gwnoa")
_SAID = {
    "cow": "numbers of the Correlates of War",
    "cowabb": "abbreviations of the Correlates of War",
    "gw": "numbers after Gleditsch and Ward",
}


@dataclass(frozen=True)
class Sides:
    """The names of the columns of states, and the system of their codes; None where they stay as they are."""

    names: tuple[str, str]
    system: str | None


def sides_of(table: pa.Table) -> Sides | None:
    """Which columns of a table hold states; None where no two do."""
    lower = {name.lower(): name for name in reversed(table.column_names)}
    for pair in DYAD_NAMES:
        if all(name in lower for name in pair):
            names = (lower[pair[0]], lower[pair[1]])
            numbers = any(_is_number(table.schema.field(name).type) for name in names)
            if pair in ANYTHING and (numbers or names != pair):
                continue
            number = "gw" if pair[0] in _GW else "cow"
            return Sides(names, number if numbers else _system(_cells(table, names), number))
    return None


def _is_number(kind: pa.DataType) -> bool:
    return bool(pa.types.is_integer(kind) or pa.types.is_floating(kind))


def _cells(table: pa.Table, names: Iterable[str]) -> set[str]:
    found = (cell for name in names for cell in pc.unique(table.column(name)).to_pylist())
    return {str(cell).strip() for cell in found if cell is not None}


def _system(cells: set[str], number: str) -> str | None:
    """Numbers, abbreviations where more cells are such than codes of ours, or None."""
    if cells and all(cell.removesuffix(".0").isdecimal() for cell in cells):
        return number
    ours = sum(cell in known_states() or cell in codes("alpha") for cell in cells)
    return "cowabb" if sum(cell in codes("cowabb") for cell in cells) > ours else None


def in_our_codes(
    table: pa.Table, sides: Sides, last_days: Sequence[date], name: str, tally: Tally
) -> pa.Table:
    """The table with our codes of states in the place of other ones; what is no state becomes null.

    Parameters
    ----------
    last_days : the last day of the period of each row, on which its codes hold.
    """
    if sides.system is None:
        return table
    day = pa.array(last_days, pa.date32())
    missed = 0
    for column in sides.names:
        text = pa.array([_plain(cell) for cell in table.column(column).to_pylist()], pa.string())
        found = states(text, day, sides.system, Choices())
        missed += pc.sum(pc.and_(found.is_null(), text.is_valid())).as_py() or 0
        table = table.set_column(table.column_names.index(column), column, found)
    tally.remark(f"{name}: {' and '.join(sides.names)} are read as {_SAID[sides.system]}.")
    if missed:
        tally.remark(f"{name}: {missed} cells there are no state's in that year and are passed over.")
    return table


def _plain(cell: Any) -> str | None:
    """A cell as text; a number without its point."""
    if is_empty(cell):
        return None
    return str(cell).strip().removesuffix(".0")
