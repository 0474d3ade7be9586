"""A finding on one line, in the few words that a table has room for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from detente.cli.output import Record
from detente.findings import Finding

FEW, QUOTE = 26, 90
"""Characters that who and what, and the quotation, may take before a table fits them into its room."""


def line(finding: Finding) -> Record:
    """Kind, date, who, what, quotation and confidence (in [0, 1]), the same columns for every kind."""
    own = finding.as_dict()
    return {
        "kind": finding.kind,
        "date": own.get("date") or own.get("signed"),
        "who": _short(_who(own), FEW),
        "what": _short(_WHAT[finding.kind](own), FEW),
        "quote": _short(" ".join(finding.quote.split()), QUOTE),
        "conf": f"{finding.confidence:.2f}",
    }


def event_line(number: int, event: dict[str, Any]) -> Record:
    """One event of a newswire line, in the columns of `line`."""
    return {
        "line": number,
        "who": _short(_who(event), FEW),
        "what": _short(_event(event), FEW),
        "quote": _short(" ".join(str(event["quote"]).split()), QUOTE),
        "conf": f"{event['confidence']:.2f}",
    }


def _who(own: dict[str, Any]) -> str:
    """The actors, and after an arrow whom it is done to; of the other kinds whoever stands for it."""
    if "targets" in own:
        acting = {name.partition("/")[0] for name in own["actors"]}
        targets = [name for name in own["targets"] if name.partition("/")[0] not in acting]
        return ", ".join(own["actors"]) + (f" → {', '.join(targets)}" if targets else "")
    who = own.get("speaker") or own.get("parties") or own.get("actor") or own.get("holder") or ""
    return who if isinstance(who, str) else ", ".join(who)


def _event(own: dict[str, Any]) -> str:
    how = None if own["modality"] == "asserted" else str(own["modality"])
    return _joined(own["plover"], own["mode"], own.get("issue"), how, "hedged" if own.get("hedged") else None)


def _statement(own: dict[str, Any]) -> str:
    note = None if own["note"] is None else f"note {own['note']}"
    return _joined("direct" if own["direct"] else "reported", note)


def _agreement(own: dict[str, Any]) -> str:
    return _joined(*(step["event"] for step in own["status_events"]))


def _claim(own: dict[str, Any]) -> str:
    return _joined(f"sign {own['sign']}", *(word for word in ("hedged", "negated") if own[word]))


def _outlook(own: dict[str, Any]) -> str:
    return "conditional" if own["conditional"] else "unconditional"


_WHAT: dict[str, Callable[[dict[str, Any]], str]] = {
    "event": _event,
    "statement": _statement,
    "position": lambda own: _joined(own["issue"], "hedged" if own["hedged"] else None),
    "agreement": _agreement,
    "dispute": lambda own: _joined(own["issue"], own["status"]),
    "causal_claim": _claim,
    "outlook": _outlook,
    "note": lambda own: f"note {own['note']}",
}


def _joined(*words: str | None) -> str:
    return ", ".join(word for word in words if word)


def _short(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"
