"""The one table shape that every event dataset is read into."""

from __future__ import annotations

import pyarrow as pa

QUADS = {1: "verbal cooperation", 2: "material cooperation", 3: "verbal conflict", 4: "material conflict"}

EVENT_ROWS = pa.schema(
    [
        pa.field("day", pa.date32(), nullable=False, metadata={"what": "day of the event (UTC)"}),
        pa.field("source", pa.string(), metadata={"what": "state of the actor, ISO 3166-1 alpha-3"}),
        pa.field("source_sector", pa.string(), metadata={"what": "sector or role in the dataset's own code"}),
        pa.field("target", pa.string(), metadata={"what": "state of the target, ISO 3166-1 alpha-3"}),
        pa.field("target_sector", pa.string(), metadata={"what": "sector or role in the dataset's own code"}),
        pa.field("scheme", pa.string(), nullable=False, metadata={"what": "cameo, weis, plover or ucdp"}),
        pa.field("code", pa.string(), metadata={"what": "code in its own scheme, as text (010)"}),
        pa.field("plover", pa.string(), metadata={"what": "PLOVER event type"}),
        pa.field("quad", pa.int8(), metadata={"what": "1 verbal, 2 material cooperation; 3, 4 conflict"}),
        pa.field("goldstein", pa.float64(), metadata={"what": "Goldstein score in [-10, 10], + cooperative"}),
        pa.field("mentions", pa.int32(), metadata={"what": "mentions or reports behind the row"}),
        pa.field("place", pa.string(), metadata={"what": "place as the dataset names it"}),
        pa.field("url", pa.string(), metadata={"what": "address of the report"}),
        pa.field("dataset", pa.string(), nullable=False, metadata={"what": "name in the registry"}),
        pa.field("row", pa.int64(), nullable=False, metadata={"what": "line in the file read, from 1"}),
    ]
)
"""Columns of an event row; null where the dataset does not say, never a guess."""
