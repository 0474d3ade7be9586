"""Which column of a table holds the numbers asked for, and what to say where none does."""

from __future__ import annotations

from collections.abc import Collection

import pyarrow as pa

from detente.errors import UnknownName, UsageError

_NAMED = 6
"""So many other columns are named where none holds numbers."""


def number_columns(table: pa.Table, passed: Collection[str]) -> list[str]:
    """The columns that hold numbers, those passed over left out."""
    found = [f.name for f in table.schema if pa.types.is_integer(f.type) or pa.types.is_floating(f.type)]
    return [name for name in found if name not in passed]


def chosen(file: str, table: pa.Table, passed: Collection[str], column: str | None) -> str:
    """The column named, or the only one of numbers.

    Raises
    ------
    UsageError
        where the column named holds no numbers, or none is named and there is not just one.
    """
    numbers = number_columns(table, passed)
    if column is not None and column not in numbers:
        if column in table.column_names:
            other = _other_thing(table, column)
            found = f"other things than numbers{other}" if other else "no numbers"
            raise UsageError(
                f'The column "{column}" of {file} holds {found}.',
                hint=f"Those that do: {', '.join(numbers) or 'none'}.",
            )
        raise UnknownName("column of numbers", column, numbers)
    if column is None and len(numbers) != 1:
        raise _which(file, table, passed, numbers)
    return column or numbers[0]


def _which(file: str, table: pa.Table, passed: Collection[str], numbers: list[str]) -> UsageError:
    """What to say where no column was named and the table does not have just one of numbers."""
    if numbers:
        return UsageError(
            f"{file} has {len(numbers)} columns of numbers: {', '.join(numbers)}.",
            hint="Name one with --measure.",
        )
    others = [name for name in table.column_names if name not in passed]
    found = "; ".join(f"{name} has other cells{_other_thing(table, name)}" for name in others[:_NAMED])
    return UsageError(
        f"{file} has no column of numbers{': ' + found if found else ''}.",
        hint="Leave the cell empty where the number is not known.",
    )


def _other_thing(table: pa.Table, column: str) -> str:
    """The first cell of a column that is no number, in brackets; nothing where it has none."""
    for cell in table.column(column).to_pylist():
        try:
            float(cell or 0)
        except (TypeError, ValueError):
            return f' ("{cell}")'
    return ""
