"""Findings for people who ask why: what, where, what it says, and the rule that made it."""

from __future__ import annotations

from detente.findings import Finding

_FRAME = frozenset(
    ("id", "kind", "document", "start", "end", "quote", "page", "coder", "confidence", "rule", "action")
)


def explained(finding: Finding) -> str:
    """Three lines on one finding."""
    fields = finding.as_dict()
    shown = {k: v for k, v in fields.items() if k not in _FRAME and v not in (None, "", (), [], False)}
    said = "; ".join(f"{k} {_plain(v)}" for k, v in shown.items())
    entry, _, path = finding.rule.partition("/")
    quote = " ".join(finding.quote.split())
    place = f"{finding.start}–{finding.end}" + (f", page {finding.page}" if finding.page else "")
    return (
        f"{finding.kind} [{place}] {quote}\n"
        f"    says: {said}\n"
        f"    because: entry {entry}{f', by {path}' if path else ''}; confidence {finding.confidence:.2f}\n"
    )


def _plain(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
