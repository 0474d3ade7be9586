"""What the tests of the barometer have in common: series and event rows that are made up."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

import numpy as np
import pyarrow as pa

from detente.barometer.periods import Unit, later
from detente.barometer.series import Kind, Series
from detente.datasets.shape import EVENT_ROWS


def series(
    values: Iterable[float], kind: Kind = Kind.VALUE, name: str = "AUT-HUN", unit: Unit = Unit.MONTH
) -> Series:
    """A series that begins in January 1990."""
    numbers = np.asarray(list(values), dtype=float)
    periods = tuple(later(date(1990, 1, 1), unit, i) for i in range(len(numbers)))
    return Series(name, "made up", unit, periods, numbers, kind)


def events(rows: Iterable[dict[str, Any]]) -> pa.Table:
    """Event rows of which only what matters is given."""
    filled = [
        {"scheme": "cameo", "dataset": "made", "row": number, **row}
        for number, row in enumerate(rows, start=1)
    ]
    return pa.Table.from_pylist(filled, schema=EVENT_ROWS)


def event(day: str, source: str, target: str, quad: int, goldstein: float, **more: Any) -> dict[str, Any]:
    """One event row."""
    plover = {1: "CONSULT", 2: "AID", 3: "REJECT", 4: "ASSAULT"}[quad]
    return {
        "day": date.fromisoformat(day),
        "source": source,
        "target": target,
        "quad": quad,
        "plover": plover,
        "goldstein": goldstein,
        **more,
    }
