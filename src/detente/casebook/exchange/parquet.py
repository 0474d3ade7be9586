"""Parquet: typed columns, lists as lists, steps of agreements as lists of structures."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from typing import Any, BinaryIO, get_args, get_type_hints

from detente.casebook.exchange.exchanged import Exchanged
from detente.casebook.exchange.typed import columns, hints
from detente.findings import KINDS, StatusEvent


def table(rows: Iterable[Exchanged]) -> Any:
    """Findings as a `pyarrow.Table`; columns that a kind does not have are null there."""
    import pyarrow as pa

    return pa.Table.from_pylist([row.as_dict() for row in rows], schema=schema())


def write(rows: Iterable[Exchanged], stream: BinaryIO) -> None:
    """Write findings as one Parquet file."""
    import pyarrow.parquet as pq

    pq.write_table(table(rows), stream, compression="zstd")


def read(stream: BinaryIO) -> list[Exchanged]:
    """Read what `write` wrote."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        records = pq.read_table(pa.BufferReader(stream.read())).to_pylist()
    except pa.ArrowInvalid as error:
        raise ValueError(str(error)) from None
    known = {kind: hints(kind) for kind in KINDS}
    return [Exchanged.from_dict({name: record[name] for name in known[record["kind"]]}) for record in records]


def schema() -> Any:
    """The Arrow schema of all kinds together; every column may be null."""
    import pyarrow as pa

    types = {name: hint for kind in KINDS for name, hint in hints(kind).items()}
    return pa.schema([(name, _arrow(types[name])) for name in columns()])


def _arrow(hint: Any) -> Any:
    import pyarrow as pa

    plain = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_()}
    if hint in plain:
        return plain[hint]
    if hint is StatusEvent:
        own = get_type_hints(StatusEvent)
        return pa.struct([(field.name, _arrow(own[field.name])) for field in fields(StatusEvent)])
    first = next(part for part in get_args(hint) if part is not type(None))
    return _arrow(first) if type(None) in get_args(hint) else pa.list_(_arrow(first))
