"""Whom somebody deals with where the text does not say it: each state spoken of, weighed by its place."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import takewhile

from detente.coding.codes import is_state, states_of
from detente.coding.ja.actors import Actors
from detente.coding.ja.lexicon import table
from detente.coding.ja.memory import Memory, Naming, spoken_of
from detente.coding.salience import heaviest

_ON_THE_ATTACKER = frozenset({"ACCUSE", "PROTEST", "SANCTION", "THREATEN", "REJECT"})
_FOR_THE_ATTACKED = frozenset({"AID", "SUPPORT"})
_SUBJECT = ("は", "が", "も")
_OBJECT = ("に", "を", "へ", "と", "から")


@lru_cache(maxsize=1)
def _weights() -> dict[str, float]:
    """The weights by "group.name"."""
    groups = table("salience")
    return {f"{group}.{name}": float(w) for group, names in groups.items() for name, w in names.items()}


def counterpart(
    actors: Actors, own: tuple[str, ...], span: tuple[int, int], kind: str | None = None
) -> tuple[str, ...]:
    """Whom the actors `own` most likely deal with in an act told at `span`; () where nobody else is named.

    `kind` is the PLOVER type of what they do.
    """
    memory, mine = actors.memory, set(states_of(own))
    if told := memory.acted_on(own, kind) or memory.attacked(own, kind):
        return told
    begun = min((m.start for m in actors.mentions), default=span[0])
    pair = (*memory.dyad, *memory.likely)
    states = dict.fromkeys(s for s in (*memory.namings_of, *pair) if _may_act(s, mine))
    near = _near(memory, mine, span[0])
    signs = ((state, _signs(memory, state, mine, span, begun, kind, near)) for state in states)
    most = heaviest(signs, _weights())
    return () if most is None else _with_those_beside(memory, most, mine, span[1])


def _with_those_beside(memory: Memory, state: str, mine: set[str], end: int) -> tuple[str, ...]:
    """The state, or all of a name for several that it was last named by: バルト三国."""
    last = next((n for n in reversed(memory.namings_of.get(state, [])) if n.at < end), None)
    return (
        last.together if last is not None and mine.isdisjoint(last.together) and last.together else (state,)
    )


def between(actors: Actors, doers: tuple[str, ...]) -> tuple[str, ...]:
    """The two states between which somebody mediates: in the sentence, else the last pair spoken of."""
    own = set(states_of(doers))
    here = tuple(dict.fromkeys(s for s in spoken_of(actors.mentions) if s not in own))
    if len(here) == 2:
        return here
    pair = actors.memory.joint or actors.memory.dyad
    return pair if len(pair) == 2 and not own & set(pair) else ()


def _may_act(state: str, mine: set[str]) -> bool:
    return state not in mine and (state.isupper() or is_state(state))


def _near(memory: Memory, mine: set[str], at: int) -> list[str]:
    """The states that are not `mine` and were named before a place, the last one first."""
    last = {
        state: next((n for n in reversed(named) if n.at < at and n.kind != "aside"), None)
        for state, named in memory.namings_of.items()
        if state not in mine
    }
    told = [n for n in last.values() if n is not None]
    return [n.state for n in sorted(told, key=lambda n: (n.sentence, n.nth), reverse=True)]


def _signs(
    memory: Memory,
    state: str,
    mine: set[str],
    span: tuple[int, int],
    begun: int,
    kind: str | None,
    near: list[str],
) -> Iterator[tuple[str, float]]:
    """What speaks for a state, with its measure.

    The sentence of the act begins at `begun`; `near` are the states named before it, the last one first.
    """
    named = memory.namings_of.get(state, [])
    yield from _named(memory, state, mine, named, span[0], near)
    yield from _here(named, span, begun)
    yield from _acts(memory, state, mine)
    by, on = memory.attack
    if mine & {*by, *on}:
        return
    if kind in _ON_THE_ATTACKER and state in by:
        yield "acts.attacker", 1.0
    if kind in _FOR_THE_ATTACKED and state in on:
        yield "acts.attacked", 1.0


def _named(
    memory: Memory, state: str, mine: set[str], named: list[Naming], at: int, near: list[str]
) -> Iterator[tuple[str, float]]:
    counts = memory.counts
    yield "named.share", counts[state] / (counts.total() or 1)
    if counts[state] and counts[state] == max(n for s, n in counts.items() if s not in mine):
        yield "named.most", 1.0
    if not is_state(state):
        yield "named.body", 1.0
    if not named:
        yield "named.never", 1.0
        return
    if any(n.particle in _SUBJECT for n in named):
        yield "named.subject", 1.0
    if state in near:
        yield "named.near", 1.0 / (1 + near.index(state))
    last = next((n for n in reversed(named) if n.at < at), named[0])
    if last.kind in table("salience")["as"]:
        yield f"as.{last.kind}", 1.0


def _here(named: list[Naming], span: tuple[int, int], begun: int) -> Iterator[tuple[str, float]]:
    first = max(begun, span[0])
    after = list(takewhile(lambda n: n.at >= first, reversed(named)))
    if after:
        yield "here.after", 1.0
    if any(n.at < span[1] for n in after):
        yield "here.inside", 1.0
    if any(n.particle in _OBJECT for n in after):
        yield "here.object", 1.0


def _acts(memory: Memory, state: str, mine: set[str]) -> Iterator[tuple[str, float]]:
    if memory.topic_age == 0 and state in states_of(memory.topic):
        yield "acts.topic", 1.0
    for name, (by, on, _) in zip(("last", "before"), reversed(memory.dealings[-2:]), strict=False):
        if state in on and not mine & set(by):
            yield f"acts.bore_{name}", 1.0
        if name == "last" and state in by:
            yield "acts.did_to_them" if mine & set(on) else "acts.did_last", 1.0
