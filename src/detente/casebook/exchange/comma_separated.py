"""CSV (RFC 4180, UTF-8): one column a field of any kind, lists and objects as JSON in their cell.

An empty cell is the absence of a value where the field knows absence, else the empty text. In a
field that knows absence, an empty text and a text that begins with a quotation mark are written as
JSON, so that they come back the same.
"""

from __future__ import annotations

import csv
import io
import json
import types
from collections.abc import Iterable
from typing import Any, BinaryIO, get_args, get_origin

from detente.casebook.exchange.exchanged import Exchanged
from detente.casebook.exchange.typed import columns, hints


def write(rows: Iterable[Exchanged], stream: BinaryIO) -> None:
    """Write a header and one line a finding; columns that a kind does not have stay empty."""
    text = io.TextIOWrapper(stream, encoding="utf-8", newline="", write_through=True)
    writer = csv.DictWriter(text, columns(), lineterminator="\r\n")
    writer.writeheader()
    for row in rows:
        known = hints(row.finding.kind)
        writer.writerow({name: _cell(value, known[name]) for name, value in row.as_dict().items()})
    text.detach()


def read(stream: BinaryIO) -> list[Exchanged]:
    """Read what `write` wrote."""
    csv.field_size_limit(2**31 - 1)
    text = io.TextIOWrapper(stream, encoding="utf-8-sig", newline="")
    reader = csv.DictReader(text, strict=True)
    if not {"kind", "document", "quote"} <= set(reader.fieldnames or ()):
        raise ValueError("the columns kind, document and quote are expected")
    found = []
    for cells in reader:
        known = hints(cells["kind"])
        record = {name: _value(cells[name], hint) for name, hint in known.items() if name in cells}
        found.append(Exchanged.from_dict(record))
    text.detach()
    return found


def _cell(value: Any, hint: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False) if _ambiguous(value, hint) else str(value)
    return json.dumps(value, ensure_ascii=False)


def _ambiguous(value: str, hint: Any) -> bool:
    return _optional(hint) and (not value or value.startswith('"'))


def _optional(hint: Any) -> bool:
    return get_origin(hint) is types.UnionType


def _value(cell: str, hint: Any) -> Any:
    if _optional(hint):
        if not cell:
            return None
        hint = next(part for part in get_args(hint) if part is not type(None))
        if hint is str:
            return json.loads(cell) if cell.startswith('"') else cell
    return cell if hint is str else json.loads(cell)
