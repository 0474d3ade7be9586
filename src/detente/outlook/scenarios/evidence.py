"""What the judgements of one row of a matrix rest on, in one cell of a table."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from detente.errors import UnknownName, UsageError

HOW = 'Write STATE: words; STATE: words, or as JSON {"STATE": "words"}.'


def write_evidence(told: Mapping[str, str]) -> str:
    """The words by the column's state as JSON, which holds quotations of any kind; empty for none."""
    return json.dumps(dict(told), ensure_ascii=False) if told else ""


def read_evidence(cell: str, labels: Sequence[str], where: str) -> dict[str, str]:
    """The words by the column's state, from JSON or from `STATE: words; STATE: words` written by hand.

    A part by hand that begins with no state goes on with the words before it, since words may hold `; `.

    Raises
    ------
    UnknownName
        where the words are told of no state of the matrix.
    UsageError
        where JSON is broken or is not an object of texts.
    """
    if not cell:
        return {}
    if not cell.startswith("{"):
        return _by_hand(cell, labels, where)
    try:
        told = json.loads(cell)
    except ValueError as error:
        raise UsageError(f"The evidence is broken JSON: {error}.", where=where, hint=HOW) from None
    if not all(isinstance(words, str) for words in told.values()):
        raise UsageError("The evidence is not one text a state.", where=where, hint=HOW)
    for state in told:
        if state not in labels:
            raise UnknownName(f"state in the evidence of {where}", state, labels)
    return {state: str(words) for state, words in told.items()}


def _by_hand(cell: str, labels: Sequence[str], where: str) -> dict[str, str]:
    told: dict[str, str] = {}
    last = ""
    for part in cell.split("; "):
        # States may hold a colon themselves ("war: yes"); the longest that fits is meant.
        states = [label for label in labels if part.startswith(f"{label}: ")]
        if states:
            last = max(states, key=len)
            told[last] = part.removeprefix(f"{last}: ").strip()
        elif last:
            told[last] += f"; {part}"
        else:
            raise UnknownName(f"state in the evidence of {where}", part.partition(": ")[0], labels)
    return told
