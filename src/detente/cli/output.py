"""Records out: one function for every verb and every format, data only."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Iterable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Any

from detente.errors import UsageError


class OutputFormat(StrEnum):
    """The forms in which a verb prints its records."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"


Record = dict[str, Any]


def write_records(records: Iterable[Record], format: OutputFormat, output: Path | None = None) -> None:
    """Write records to a file, or to stdout where `output` is None.

    JSON Lines are written as the records come; the other forms need all of them. Parquet is
    binary and therefore needs a file or a redirected stdout.

    Raises
    ------
    UsageError
        where Parquet would go to a terminal.
    """
    if format is OutputFormat.PARQUET:
        _write_parquet(list(records), output)
    elif output is None:
        _write_text(records, format, sys.stdout)
        sys.stdout.flush()
    else:
        beside = output.with_name(output.name + ".part")
        with beside.open("w", encoding="utf-8", newline="") as stream:
            _write_text(records, format, stream)
        beside.replace(output)


def _write_text(records: Iterable[Record], format: OutputFormat, stream: Any) -> None:
    if format is OutputFormat.JSONL:
        for record in records:
            stream.write(json.dumps(record, ensure_ascii=False) + "\n")
    elif format is OutputFormat.JSON:
        stream.write(json.dumps(list(records), ensure_ascii=False, indent=1) + "\n")
    elif format is OutputFormat.CSV:
        stream.write(as_csv(list(records)))
    else:
        _write_table(list(records), stream)


def columns(records: Sequence[Record]) -> list[str]:
    """Every key of the records, in the order of first appearance."""
    return list(dict.fromkeys(key for record in records for key in record))


def as_csv(records: Sequence[Record]) -> str:
    """The records as CSV (RFC 4180, header first); lists and objects stand as JSON in their cell."""
    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, columns(records), lineterminator="\r\n")
    writer.writeheader()
    writer.writerows({k: _cell(v) for k, v in record.items()} for record in records)
    return buffer.getvalue()


def _cell(value: Any) -> Any:
    if value is None:
        return ""
    if isinstance(value, list | tuple | dict):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, bool):
        return "true" if value else "false"
    return value


def _write_table(records: Sequence[Record], stream: Any) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table(box=None, pad_edge=False, header_style="bold")
    names = columns(records)
    for name in names:
        table.add_column(name, overflow="fold", no_wrap=False)
    for record in records:
        table.add_row(*(_shown(record.get(name)) for name in names))
    width = None if stream.isatty() else max(120, 24 * len(names))
    Console(file=stream, width=width, markup=False, highlight=False, soft_wrap=False).print(table)


def _shown(value: Any) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(map(_shown, value))
    return str(_cell(value))


def _write_parquet(records: Sequence[Record], output: Path | None) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    if output is None and sys.stdout.isatty():
        raise UsageError("Parquet is binary.", hint="Name a file with --output, or redirect stdout.")
    names = columns(records)
    table = pa.table({name: _column([record.get(name) for record in records]) for name in names})
    sink: Any = sys.stdout.buffer if output is None else output
    pq.write_table(table, sink)


def _column(values: list[Any]) -> Any:
    """An Arrow column; kinds that do not go together in one column stand as JSON text."""
    import pyarrow as pa

    try:
        return pa.array([list(v) if isinstance(v, tuple) else v for v in values])
    except (pa.ArrowInvalid, pa.ArrowTypeError):
        return pa.array([None if v is None else json.dumps(v, ensure_ascii=False) for v in values])
