"""Where in the grammar of a sentence each state stands, as seen from an act told in it."""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

from detente.coding.codes import states_of
from detente.coding.ja.actors import Actors
from detente.coding.ja.chunks import NOUN, Chunk
from detente.coding.ja.clauses import Clause
from detente.coding.ja.sentence import Sentence, Unit
from detente.coding.ja.subjects import RECEIVING

_DEEP = 2  # how many modifiers are told apart


class Spot(NamedTuple):
    """A state where a clause names it: `path` is を, を/in (inside it), を/to (対米), を<の."""

    state: str
    clause: Clause
    path: str
    at: int


class Seat(NamedTuple):
    """The clause that tells an act, and the noun that does where it is told by one."""

    clause: Clause | None
    noun: Chunk | None


def spots(sentence: Sentence, actors: Actors) -> list[Spot]:
    """Every state that the clauses of a sentence name, once for each place."""
    found: list[Spot] = []
    for unit in sentence.units:
        for clause in unit.clauses:
            for arg in clause.args:
                _phrase(arg, arg.case or arg.topic, clause, actors, found, 0)
            _phrase(clause.predicate, "verb", clause, actors, found, 0)
    return found


def _phrase(chunk: Chunk, path: str, clause: Clause, actors: Actors, found: list[Spot], depth: int) -> None:
    stands = states_of(actors.refer(chunk) or ()) if chunk.kind == NOUN else ()
    found += [Spot(s, clause, path, chunk.start) for s in stands]
    for mention in actors.inside(chunk.start, chunk.end) if actors.mentions else ():
        way = "to" if mention.role == "object" else "in"
        found += [
            Spot(s, clause, f"{path}/{way}", mention.start)
            for s in states_of(mention.actors)
            if s not in stands
        ]
    for other in chunk.joined:
        _phrase(other, path, clause, actors, found, depth)
    for mod in chunk.mods:
        _phrase(mod, f"{path}<{mod.case}" if depth < _DEEP else path, clause, actors, found, depth + 1)


def seat(sentence: Sentence, start: int, end: int, nominal: bool) -> Seat:
    """Where an act at [start, end) is told; `nominal` says that a noun tells it."""
    unit = _unit(sentence, start, end)
    told = [c for c in unit.clauses if c.predicate.start < end]
    if not nominal:
        return Seat(told[-1] if told else None, None)
    noun = next((c for c in unit.parse.chunks if c.kind == NOUN and c.start < end <= c.end), None)
    governed = (c for c in unit.clauses if c.predicate.start >= end - 1)
    return Seat(next(governed, told[-1] if told else None), noun)


def _unit(sentence: Sentence, start: int, end: int) -> Unit:
    inner = (u for u in reversed(sentence.units) if u.start <= start and end <= u.end and u.clauses)
    return next(inner, sentence.units[0])


def seen_from(place: Seat, found: list[Spot], actors: Actors) -> dict[str, set[str]]:
    """By state, the names of the places where it stands as seen from an act."""
    signs: dict[str, set[str]] = defaultdict(set)
    if place.noun is not None:
        own: list[Spot] = []
        if place.clause is not None:
            _phrase(place.noun, "noun", place.clause, actors, own, 0)
        for spot in own:
            signs[spot.state].add(spot.path)
    clause = place.clause
    if clause is None:
        return signs
    ways: dict[int, str] = {}
    turned = ("p" if clause.passive else "") + ("v" if clause.lemma in RECEIVING else "")
    for spot in found:
        way = ways.get(id(spot.clause))
        if way is None:
            way = ways[id(spot.clause)] = _way(spot.clause, clause)
        if way != "own":
            sign = f"{way}:{spot.path}"
        elif place.noun is not None:
            inside = place.noun.extent <= spot.at < place.noun.end
            sign = "" if inside else f"over:{turned}{spot.path}"
        else:
            sign = f"own:{turned}{spot.path}"
        if sign:
            signs[spot.state].add(sign)
    return signs


def _way(other: Clause, clause: Clause) -> str:
    """How a clause stands to that of the act: own, up-…, down-…, before, after."""
    if other is clause:
        return "own"
    if clause.parent is other:
        return f"up-{clause.relation}"
    if other.parent is clause:
        return f"down-{other.relation}"
    if other.end <= clause.start:
        return "before"
    return "after" if other.start >= clause.end else "around"
