"""The period that a cell of a plain table tells: a day, a month, a quarter, a year."""

from __future__ import annotations

import re
from datetime import date, datetime
from math import isnan
from typing import Any

from detente.datasets.columns import read_day
from detente.errors import UnreadableSource

_LONGER = re.compile(r"(\d{4})(?:-?Q([1-4])|-?(\d{2}))?$")


def is_empty(cell: Any) -> bool:
    """Whether a cell tells nothing: null, not a number, or blanks."""
    if isinstance(cell, float):
        return isnan(cell)
    return cell is None or (isinstance(cell, str) and not cell.strip())


def first_day(cell: Any, table: str) -> date:
    """The first day of the period that a cell tells.

    Parameters
    ----------
    cell : a date, or text or a number written like one; a year may be 2003.0, as columns with gaps have it.
    table : name of the table, for the error.

    Raises
    ------
    UnreadableSource
        where the cell tells no period.
    """
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    text = str(int(cell) if isinstance(cell, float) and cell.is_integer() else cell).strip()
    try:
        if found := _LONGER.match(text):
            year, quarter, month = found.groups()
            return date(int(year), int(quarter) * 3 - 2 if quarter else int(month or 1), 1)
        return read_day(text) or date.fromisoformat(text)
    except ValueError:
        raise UnreadableSource(
            f'"{text}" is no period.',
            where=table,
            hint="Write 2003-05-24, 20030524, 2003-05, 200305, 2003-Q2 or 2003.",
        ) from None
