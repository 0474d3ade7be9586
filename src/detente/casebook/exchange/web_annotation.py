"""W3C Web Annotation (JSON-LD): one annotation a finding, in an AnnotationPage.

The target names the stored text by its hash (`urn:sha256:…`) and selects the passage twice: by
TextQuoteSelector (exact, prefix, suffix) and by TextPositionSelector. Positions are Unicode code
points, as the W3C data model demands, not UTF-16 units: a reader in a browser has to convert them.
The finding's fields stand as JSON in a TextualBody of purpose "describing"; kind and PLOVER type
stand beside it as tags, for tools that show tags.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, BinaryIO

from detente.casebook.exchange.exchanged import Exchanged

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
FINDING, TEXT = "urn:detente:finding:", "urn:sha256:"
IN_TARGET = ("id", "document", "start", "end", "quote")


def write(rows: Iterable[Exchanged], stream: BinaryIO) -> None:
    """Write one AnnotationPage."""
    page = {"@context": CONTEXT, "type": "AnnotationPage", "items": [annotation(row) for row in rows]}
    stream.write(json.dumps(page, ensure_ascii=False, indent=1).encode("utf-8") + b"\n")


def read(stream: BinaryIO) -> list[Exchanged]:
    """Read what `write` wrote."""
    page = json.load(stream)
    if page["type"] != "AnnotationPage":
        raise ValueError(f"an AnnotationPage is expected, not {page['type']}")
    return [_exchanged(item) for item in page["items"]]


def annotation(row: Exchanged) -> dict[str, Any]:
    """A finding as an annotation."""
    record = row.as_dict()
    said = {name: value for name, value in record.items() if name not in IN_TARGET}
    tags = [tag for tag in (record["kind"], record.get("plover")) if tag]
    return {
        "id": FINDING + record["id"],
        "type": "Annotation",
        "motivation": "classifying",
        "creator": _creator(row),
        "body": [
            *({"type": "TextualBody", "purpose": "tagging", "value": tag} for tag in tags),
            {
                "type": "TextualBody",
                "purpose": "describing",
                "format": "application/json",
                "value": json.dumps(said, ensure_ascii=False),
            },
        ],
        "target": {"source": TEXT + record["document"], "selector": _selectors(row)},
    }


def _selectors(row: Exchanged) -> list[dict[str, Any]]:
    finding = row.finding
    quote = {"exact": finding.quote, "prefix": row.prefix, "suffix": row.suffix}
    return [
        {"type": "TextQuoteSelector", **quote},
        {"type": "TextPositionSelector", "start": finding.start, "end": finding.end},
    ]


def _creator(row: Exchanged) -> dict[str, str]:
    if row.judged_by is None:
        return {"type": "Software", "name": row.finding.coder}
    return {"type": "Person", "nickname": row.judged_by}


def _exchanged(item: Mapping[str, Any]) -> Exchanged:
    said = next(json.loads(body["value"]) for body in item["body"] if body["purpose"] == "describing")
    by_type = {selector["type"]: selector for selector in item["target"]["selector"]}
    quote, place = by_type["TextQuoteSelector"], by_type["TextPositionSelector"]
    record = {
        "id": item["id"].removeprefix(FINDING),
        "document": item["target"]["source"].removeprefix(TEXT),
        "start": place["start"],
        "end": place["end"],
        "quote": quote["exact"],
        **said,
    }
    return replace(Exchanged.from_dict(record), prefix=quote["prefix"], suffix=quote["suffix"])
