"""JSON Lines (UTF-8): one finding a line, as `detente code` prints it, with what is known of it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import BinaryIO

from detente.casebook.exchange.exchanged import Exchanged


def write(rows: Iterable[Exchanged], stream: BinaryIO) -> None:
    """Write findings, one a line."""
    for row in rows:
        stream.write(json.dumps(row.as_dict(), ensure_ascii=False).encode("utf-8") + b"\n")


def read(stream: BinaryIO) -> list[Exchanged]:
    """Read what `write` wrote; blank lines are passed over."""
    return [Exchanged.from_dict(json.loads(line)) for line in stream if line.strip()]
