"""Records out: one function for every verb and every format, data only."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Iterable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Any, BinaryIO, TextIO

from detente.cli.destination import replacing
from detente.cli.progress import say
from detente.cli.table import WIDTH, as_table, terminal_width
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
    binary and therefore needs a file or a redirected stdout. Only the table shortens what it shows.

    Raises
    ------
    UsageError
        where Parquet would go to a terminal, or no file can be made at `output`.
    """
    if format is OutputFormat.PARQUET and output is None and sys.stdout.isatty():
        raise UsageError("Parquet is binary.", hint="Name a file with --output, or redirect stdout.")
    if output is not None:
        with replacing(output) as sink:
            _write(records, format, sink)
    elif format is OutputFormat.PARQUET:
        _write(records, format, sys.stdout.buffer)
    else:
        _write_text(records, format, sys.stdout)
        sys.stdout.flush()


def write_words(words: Iterable[str], output: Path | None = None) -> None:
    """Write text as it is to a file, or to stdout where `output` is None."""
    if output is None:
        sys.stdout.writelines(words)
        sys.stdout.flush()
        return
    with replacing(output) as sink:
        sink.writelines(part.encode("utf-8", "backslashreplace") for part in words)


def _write(records: Iterable[Record], format: OutputFormat, sink: BinaryIO) -> None:
    if format is OutputFormat.PARQUET:
        _write_parquet(list(records), sink)
        return
    stream = io.TextIOWrapper(sink, encoding="utf-8", errors="backslashreplace", newline="")
    _write_text(records, format, stream)
    stream.flush()
    stream.detach()


def _write_text(records: Iterable[Record], format: OutputFormat, stream: TextIO) -> None:
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
    """The records as CSV (RFC 4180, header first); lists and objects stand as JSON in their cell.

    Where there is no record there is no header either, and the text is empty.
    """
    if not records:
        return ""
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


def _write_table(records: Sequence[Record], stream: TextIO) -> None:
    if not records:
        say("Nothing to show.")
    width = terminal_width() if stream.isatty() else WIDTH
    stream.write(as_table(records, columns(records), width))


def _write_parquet(records: Sequence[Record], sink: BinaryIO) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    from detente.casebook.exchange.parquet import schema

    known = {field.name: field.type for field in schema()}
    names = columns(records)
    values = {name: [record.get(name) for record in records] for name in names}
    pq.write_table(pa.table({name: _column(values[name], known.get(name)) for name in names}), sink)


def _column(values: list[Any], known: Any) -> Any:
    """An Arrow column of the type that the field has in findings, else of what the values are.

    A column without any value is text, a list without any member one of texts; kinds that do not go
    together in one column stand as JSON text.
    """
    import pyarrow as pa

    plain = [list(v) if isinstance(v, tuple) else v for v in values]
    for type_ in (known, None) if known is not None else (None,):
        try:
            made = pa.array(plain, type_)
        except (pa.ArrowInvalid, pa.ArrowTypeError):
            continue
        if pa.types.is_null(made.type):
            return made.cast(pa.string())
        if pa.types.is_list(made.type) and pa.types.is_null(made.type.value_type):
            return pa.array(plain, pa.list_(pa.string()))
        return made
    return pa.array([None if v is None else json.dumps(v, ensure_ascii=False) for v in values], pa.string())
