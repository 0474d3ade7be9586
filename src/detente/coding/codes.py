"""The codes of actors, "USA/Bush": what in them is a state, and how several are named together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from detente.ontology import states


def state_of(actor: str) -> str:
    """The state or organisation of "USA/Bush"."""
    return actor.partition("/")[0]


def states_of(actors: Iterable[str]) -> tuple[str, ...]:
    """The states or organisations of several actors, each once, in order."""
    return _states_of(tuple(actors))


@lru_cache(maxsize=4096)
def _states_of(actors: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys([actor.partition("/")[0] for actor in actors]))


def is_state(code: str) -> bool:
    """Whether a code is that of a state, or of a territory told as one, rather than of a body or a group."""
    return code in states()


def together(actors: Sequence[str]) -> str:
    """One actor as named; several as their states joined by "+"; "" for none."""
    return actors[0] if len(actors) == 1 else "+".join(states_of(actors))


def dyads(actors: Iterable[str], targets: Iterable[str]) -> list[tuple[str, str]]:
    """The ordered pairs of different states between which an act passes, in order of naming."""
    sources, aims = states_of(actors), states_of(targets)
    return [(s, t) for s in sources for t in aims if is_state(s) and is_state(t) and s != t]
