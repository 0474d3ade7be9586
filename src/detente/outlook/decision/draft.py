"""A decision sheet drafted from a case's positions: quotations there, numbers for the analyst to fill in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from detente.casebook.telling import several, state_of
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
    rows = [_row(key, told) for key, told in positions_of(positions, issue).items()]
    return sorted(rows, key=lambda row: (row["issue"], -row["mentions"], row["actor"]))


def positions_of(
    positions: Iterable[Position], issue: str | None = None
) -> dict[tuple[str, str], list[Position]]:
    """The positions by issue and state or organisation; one that several hold stands under each."""
    found: dict[tuple[str, str], list[Position]] = defaultdict(list)
    for position in positions:
        if issue is None or position.issue == issue:
            for actor in dict.fromkeys(map(state_of, several(position.actor))):
                found[str(position.issue), actor].append(position)
    return found


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
