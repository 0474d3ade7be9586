"""Who stand against each other in a dispute: by the clause, the phrase, the sentence, the text."""

from __future__ import annotations

from detente.coding.codes import is_state, states_of
from detente.coding.ja.actors import Actors
from detente.coding.ja.chunks import Chunk
from detente.coding.ja.clauses import Clause
from detente.coding.ja.dispute_words import lexicon
from detente.coding.ja.scene import Scene
from detente.coding.ja.subjects import subject_of


def parties_of(clause: Clause, actors: Actors) -> tuple[str, ...]:
    """Both sides: the subject, whom it is with or against, the other of the pair spoken about."""
    found = list(states_of(subject_of(clause, actors).actors))
    for arg in clause.args:
        if arg.case in ("と", "に", "対して", "を", "ともに") or arg.text.endswith("間"):  # 米露間で
            found += states_of(actors.refer(arg) or actors.named(arg))
    found = list(dict.fromkeys(found))
    if len(found) == 1:
        found += actors.memory.other_side(tuple(found))
    return tuple(found)


def named_in(clause: Clause, actors: Actors) -> tuple[str, ...]:
    """The sides that a clause itself names: its subject, whom it is with, between whom: EUとトルコの間で."""
    found = list(states_of(subject_of(clause, actors).actors))
    for arg in clause.args:
        if arg.text.endswith("間"):
            found += states_of(actors.named(arg))
        elif arg.case in ("と", "に", "対して", "ともに"):
            found += states_of(actors.refer(arg) or ())
    return tuple(dict.fromkeys(found))


def takes_sides(code: str) -> bool:
    """Whether an actor is a state or an alliance of states: a court or the UN takes no side."""
    return is_state(code) or code in ("EU", "NATO")


def with_beside(parties: tuple[str, ...], clause: Clause, actors: Actors) -> tuple[str, ...]:
    """Aと、水源を頼るBが対立している問題: the first of two sides, set apart by what is told of the second."""
    above = clause.parent
    if clause.relation != "relative" or above is None or clause.lemma not in lexicon().verbs:
        return parties
    doers = states_of(subject_of(clause, actors).actors)
    beside = [a for a in above.args if a.case == "と" and a.stop <= clause.start]
    found = [s for a in beside for s in states_of(actors.refer(a) or ())]
    listed = [a for a in above.args if clause.modified in a.joined]  # 対立してきたAとBが
    joined = [s for a in listed for s in states_of(actors.refer(a) or ())]
    return tuple(dict.fromkeys([*found, *doers, *joined])) if len({*doers, *found, *joined}) > 1 else parties


def against(clause: Clause, actors: Actors) -> tuple[str, ...]:
    """Who protests, and against whom: who is named so, the other of the pair, who stands in the matter."""
    doers = states_of(subject_of(clause, actors).actors)
    facing = [clause.argument(case) for case in ("に", "対して", "を")]
    named = [s for a in facing if a is not None for s in states_of(actors.refer(a) or ()) if s not in doers]
    named = [s for s in named if takes_sides(s)]  # 措置をWTOに提訴した
    if not named and doers:
        matter = [s for a in facing if a is not None for s in states_of(actors.named(a)) if s not in doers]
        named = _whose(facing, actors, doers) or list(actors.memory.other_side(doers)) or matter
    return tuple(dict.fromkeys([*doers, *named])) if doers and named else ()


def _whose(facing: list[Chunk | None], actors: Actors, doers: tuple[str, ...]) -> list[str]:
    """EUの対応に反発した: whose deed a side stands against, where the text says it."""
    for arg in facing:
        for mod in arg.mods if arg is not None else ():
            owners = states_of(actors.refer(mod) or ()) if mod.case in ("の", "よって") else ()
            if owners and not set(owners) & set(doers):
                return list(owners)
    return []


def phrase_parties(chunk: Chunk, matter: Chunk | None, actors: Actors) -> tuple[str, ...]:
    """The sides that a phrase names, what it says they contend over left out: 台湾をめぐる米中の溝."""
    for mention in actors.inside(chunk.extent, chunk.end):
        outside = matter is None or not matter.extent <= mention.start < matter.stop
        if outside and mention.kind == "joint" and len(both := states_of(mention.actors)) > 1:
            return both  # イラク問題が露米関係にもたらした緊張
    found = list(states_of(actors.compound(chunk) if matter is not None else actors.named(chunk)))
    for mod in _modifiers(chunk):
        if matter is None or not matter.extent <= mod.start < matter.stop:
            found += states_of(actors.refer(mod) or actors.compound(mod))
    return tuple(dict.fromkeys(found))


def owners(chunk: Chunk, actors: Actors) -> tuple[str, ...]:
    """Whose a quarrel is, what is told of it in a relative clause left out."""
    found = [s for mod in _modifiers(chunk) for s in states_of(actors.refer(mod) or actors.compound(mod))]
    return tuple(dict.fromkeys([*states_of(actors.compound(chunk)), *found]))


def _modifiers(chunk: Chunk) -> list[Chunk]:
    """The phrases that modify a phrase, directly or through another: 露米の意見の不一致."""
    return [m for mod in chunk.mods for m in (mod, *_modifiers(mod))]


def sides(
    clause: Clause | None, scene: Scene, actors: Actors, matter: Chunk | None = None
) -> tuple[str, ...]:
    """Who stand against each other: of the clause, else of the sentence, else the pair spoken about."""
    found = parties_of(clause, actors) if clause is not None else ()
    if len(found) > 1:
        return found
    outside = [m for m in scene.mentions if matter is None or not matter.extent <= m.start < matter.stop]
    named = states_of([a for m in outside if m.kind != "place" for a in m.actors])
    return named if len(named) == 2 else actors.memory.pair or found


def standing_sides(chunk: Chunk, name: str, actors: Actors) -> tuple[str, ...]:
    """拉致問題: the sides of a dispute known by its name, if the text has spoken of one of them.

    () where the phrase itself names two sides, one of them such a one: 米露のクリミア問題.
    """
    spoken = {s for m in actors.mentions for s in states_of(m.actors)} | set(actors.memory.spoken)
    known = next((both for word, both in lexicon().standing.items() if word in name), ())
    named = set(states_of(actors.named(chunk)))
    told = len(named) > 1 and bool(named.intersection(known))
    return known if spoken.intersection(known) and not told else ()
