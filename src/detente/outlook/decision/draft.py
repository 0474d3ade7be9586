"""A decision sheet drafted from a case's positions: quotations there, numbers for the analyst to fill in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from detente.findings import Position


def draft(positions: Iterable[Position], issue: str | None = None) -> list[dict[str, Any]]:
    """One row an actor and issue, with the quotations behind it; the numbers are left empty.

    Parameters
    ----------
    positions : in force in the case.
    issue : only this one; None takes all.

    Returns
    -------
    Rows with actor, issue, position, salience, capability (empty: a machine has no business guessing
    them), mentions, stances, quotes and sources (document and place of each quotation); actors with most
    mentions first in each issue. Fill in the three numbers and give the file to `detente decide`.
    """
    found: dict[tuple[str, str], list[Position]] = defaultdict(list)
    for position in positions:
        if issue is None or position.issue == issue:
            for actor in _states(position):
                found[str(position.issue), actor].append(position)
    rows = [_row(key, told) for key, told in found.items()]
    return sorted(rows, key=lambda row: (row["issue"], -row["mentions"], row["actor"]))


def _states(position: Position) -> list[str]:
    """The heads of the actors of a position; several are joined with `+`."""
    return list(
        dict.fromkeys(actor.strip().split("/")[0] for actor in position.actor.split("+") if actor.strip())
    )


def _row(key: tuple[str, str], told: list[Position]) -> dict[str, Any]:
    issue, actor = key
    return {
        "actor": actor,
        "issue": issue,
        "position": "",
        "salience": "",
        "capability": "",
        "mentions": len(told),
        "stances": [p.stance for p in told],
        "quotes": [p.quote for p in told],
        "sources": [f"{p.document[:12]}:{p.start}-{p.end}" for p in told],
    }
