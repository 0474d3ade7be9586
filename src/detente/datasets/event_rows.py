"""Columns of one dataset → event rows of the one shape; what has no readable day is left out and counted."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from detente.datasets.columns import translate
from detente.datasets.delimited import Batch
from detente.datasets.shape import EVENT_ROWS
from detente.datasets.tally import Tally
from detente.ontology.schemes import UNKNOWN, Choices, Meaning, meaning


def event_rows(batch: Batch, tally: Tally, dataset: str, scheme: str, **columns: Any) -> pa.RecordBatch:
    """Put columns into the shape of EVENT_ROWS; what is not given is null.

    Rows whose `day` is null are dropped with the reason "no readable day".
    """
    size = len(batch)
    given = columns | {"row": pa.array(batch.rows, pa.int64())}
    for name, value in (("dataset", dataset), ("scheme", scheme)):
        given[name] = pa.repeat(pa.scalar(value, pa.string()), size)
    arrays = [_as(given.get(field.name), field, size) for field in EVENT_ROWS]
    day = arrays[0]
    if day.null_count:
        _tell_days(batch, day, tally)
        kept = day.is_valid()
        arrays = [a.filter(kept) for a in arrays]
    return pa.RecordBatch.from_arrays(arrays, schema=EVENT_ROWS)


def _as(column: Any, field: pa.Field, size: int) -> Any:
    if column is None:
        return pa.nulls(size, field.type)
    return column if column.type == field.type else column.cast(field.type)


def _tell_days(batch: Batch, day: Any, tally: Tally) -> None:
    bad = np.flatnonzero(np.asarray(day.is_null()))
    text = next(iter(batch.text.values()))
    rows = ((int(batch.rows[i]), text[int(i)].as_py() or "") for i in bad)
    tally.drop("no readable day", batch.file, rows)


def meanings(codes: Any, scheme: str, choices: Choices, tally: Tally) -> dict[str, Any]:
    """The columns `plover`, `quad` and `goldstein` for a column of codes; unknown codes are noted."""

    def of(cell: str) -> Meaning:
        return meaning(scheme, cell, choices) or UNKNOWN

    unknown = translate(codes, lambda cell: meaning(scheme, cell, choices) is None, pa.bool_())
    tally.note(f"code that {scheme.upper()} does not have", pc.sum(unknown).as_py() or 0)
    return {
        "plover": translate(codes, lambda cell: of(cell).plover, pa.string()),
        "quad": translate(codes, lambda cell: of(cell).quad, pa.int8()),
        "goldstein": translate(codes, lambda cell: of(cell).goldstein, pa.float64()),
    }


def scores(own: Any, table: Any, choices: Choices) -> Any:
    """The dataset's own Goldstein scores where that is the choice and there is one, else the table's."""
    return pc.coalesce(own, table) if choices.goldstein == "own" else table


def cameo_code(cell: str) -> str | None:
    """A CAMEO code as text; a leading zero that a spreadsheet took is put back.

    Released event files have no codes of two digits, and no root above 20: 10 is 010, 841 is 0841.
    """
    cell = cell.strip().removesuffix(".0")
    if not cell.isdigit():
        return cell or None
    return f"0{cell}" if len(cell) == 2 or (len(cell) == 3 and int(cell[:2]) > 20) else cell
