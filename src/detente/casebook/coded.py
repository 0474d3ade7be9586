"""A finding as a coding file holds it: the key columns at hand, the record unread until it is wanted."""

from __future__ import annotations

import json
from typing import Any, NamedTuple

from detente.casebook.anchoring import selectors_of
from detente.casebook.selector import Selector, Span
from detente.findings import Finding, from_dict
from detente.reading import Document


class Coded(NamedTuple):
    """One row of a coding; `record` and `selectors` are JSON."""

    id: str
    document: str
    kind: str
    start: int
    end: int
    record: str
    selectors: str

    @property
    def span(self) -> Span:
        """The interval [start, end) in the stored text."""
        return self.start, self.end

    @property
    def finding(self) -> Finding:
        """The record, read anew at each call."""
        return from_dict(json.loads(self.record))

    @property
    def anchors(self) -> tuple[Selector, ...]:
        """The selectors of the finding's spans, its own anchor first."""
        return tuple(Selector(*parts) for parts in json.loads(self.selectors))


def coded(finding: Finding, document: Document) -> Coded:
    """The row of a finding in a document."""
    record = finding.as_dict()
    return Coded(
        record.pop("id"),
        finding.document,
        finding.kind,
        finding.start,
        finding.end,
        _json(record),
        _json([selector.as_list() for selector in selectors_of(document.text, finding)]),
    )


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
