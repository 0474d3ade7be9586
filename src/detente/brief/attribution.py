"""Whose words, claims and expectations are told, in the words of the briefing."""

from __future__ import annotations

from detente.brief import labels
from detente.brief.words import Words
from detente.casebook.telling import several
from detente.findings import CausalClaim, Event, Outlook, Statement


def speaker(statement: Statement, words: Words) -> str:
    """Who says something, with his office where the statement names only his state."""
    if not statement.speaker:
        return statement.role or words("says.unknown")
    named = labels.actors(statement.speaker, words)
    if not statement.role or any("/" in code for code in statement.speaker):
        return named
    return words("statement.role", speaker=named, role=statement.role)


def holder(finding: CausalClaim | Outlook | Event, words: Words) -> str:
    """According to whom something is told: the author, nobody named, or an actor."""
    told_by = finding.holder or "author"
    if words.has(f"holder.{told_by}"):
        return words(f"holder.{told_by}")
    return words("holder", holder=labels.actors(several(told_by), words))


def held_by(finding: CausalClaim | Outlook, words: Words) -> str:
    """The holder alone, where the head of a column says what he is."""
    if finding.holder in (None, "", "author"):
        return words("actor.author")
    if words.has(f"holder.{finding.holder}"):
        return words("actor.none")
    return labels.actors(several(str(finding.holder)), words)
