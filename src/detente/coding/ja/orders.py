"""Orders to one's own people: 国民に渡航を控えるよう呼びかけた, 軍に前進するよう命じた do what is ordered."""

from __future__ import annotations

from detente.coding.codes import states_of
from detente.coding.ja.actors import Actors
from detente.coding.ja.chunks import Chunk
from detente.coding.ja.clauses import Clause
from detente.coding.ja.heads import Heads

_TO = ("に", "へ", "対して")


def ordered(clause: Clause, doers: tuple[str, ...], actors: Actors, heads: Heads) -> Clause | None:
    """The clause that tells what the doers have their own people do; None where others are asked."""
    told = [c for c in clause.children if c.link == "you"]
    whom = next((a for a in reversed(clause.args) if a.case in _TO and not a.temporal), None)
    if not told or whom is None or not _own(whom, doers, actors, heads):
        return None
    return told[-1]


def _own(whom: Chunk, doers: tuple[str, ...], actors: Actors, heads: Heads) -> bool:
    """自国民, 軍, 国営企業: those who are under the doers and of no other state."""
    return whom.text.endswith(tuple(heads.words["own_people"])) and set(
        states_of(actors.named(whom))
    ) <= set(states_of(doers))
