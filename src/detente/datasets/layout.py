"""The published layout of a delimited file: its columns, and how they are found."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

ENOUGH = 20
"""So many columns to count a table has at least; with fewer it is another one."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column that is read.

    Parameters
    ----------
    name : as the owner prints it.
    what : what it says, with its unit or scale.
    null : what it means where nothing stands.
    required : whether a file without it is refused.
    aliases : other spellings seen in the owner's releases.
    """

    name: str
    what: str
    null: str = "not said"
    required: bool = True
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Layout:
    """One published layout.

    Parameters
    ----------
    name : how the layout is called, for instance "GDELT 2.0".
    columns : those that are read; a headed file may have them in any order.
    order : all columns in the published order, for files without a header; () where the owner's
        files always have one.
    nulls : spellings of "nothing here" beside the empty cell.
    tallies : columns that are made: name to codes. It holds how many of the columns that are neither read nor
        `aside`, an organisation each, have one of the codes in the row.
    aside : columns that tallies leave out.
    """

    name: str
    columns: tuple[Column, ...]
    order: tuple[str, ...] = ()
    nulls: tuple[str, ...] = ()
    tallies: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    aside: tuple[str, ...] = ()

    def fits(self, header: Sequence[str]) -> bool:
        """Whether a header has the columns that are needed, and enough others where they are counted."""
        return not self.missing(header) and (not self.tallies or len(self.others(header)) >= ENOUGH)

    def others(self, header: Sequence[str]) -> tuple[int, ...]:
        """The places of the columns that tallies count; none where there are no tallies."""
        passed = {plain(name) for name in self.aside}
        passed.update(spelling for column in self.columns for spelling in spellings(column))
        return tuple(i for i, name in enumerate(header) if self.tallies and plain(name) not in passed)

    def missing(self, header: Sequence[str]) -> list[str]:
        """The required columns that a header does not have."""
        places = self.places(header)
        return [c.name for c in self.columns if c.required and c.name not in places]

    def places(self, header: Sequence[str]) -> dict[str, int]:
        """Where each column stands in a header; case, blanks and punctuation do not matter."""
        at = first_places(header)
        found = {c.name: next((at[s] for s in spellings(c) if s in at), None) for c in self.columns}
        return {name: place for name, place in found.items() if place is not None}

    def distance(self, header: Sequence[str]) -> int:
        """How many names a header and the published order do not share."""
        return len({plain(name) for name in header} ^ {plain(name) for name in self.order})


def spellings(column: Column) -> tuple[str, ...]:
    """The plain forms under which a column may stand in a header."""
    return tuple(plain(name) for name in (column.name, *column.aliases))


def first_places(header: Sequence[str]) -> Mapping[str, int]:
    """Plain form of each name to its first place."""
    return {plain(name): i for i, name in reversed(list(enumerate(header)))}


def plain(name: str) -> str:
    """A column name without case, blanks and punctuation."""
    return re.sub(r"[^a-z0-9%]", "", name.casefold())
