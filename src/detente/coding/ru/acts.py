"""The acts of a Russian sentence: which words report one, who is on which side, how it is put."""

from __future__ import annotations

from dataclasses import replace

from detente.coding.codebook import Entry
from detente.coding.codes import states_of
from detente.coding.ru.act import Act
from detente.coding.ru.carrying import carried_by, carrier_of, of_event
from detente.coding.ru.cast import Cast
from detente.coding.ru.complete import completed
from detente.coding.ru.deeds import is_deed
from detente.coding.ru.fits import entries_at
from detente.coding.ru.kinship import kin_type
from detente.coding.ru.modality import Mode, is_future, mode_of
from detente.coding.ru.overlaps import aimed_by_content, without_content, without_doubles, without_orders
from detente.coding.ru.roles import fillers, is_passive, objects, places
from detente.coding.ru.sides import (
    addressed,
    announcer,
    both_sides,
    dative_form,
    first_named,
    in_between,
    on_behalf,
    political,
    target_named,
)
from detente.coding.ru.tree import Tree

_OF_FIGHTS = frozenset({"ASSAULT", "COERCE", "RETREAT"})
_TO_PLACES = frozenset({"travel", "strike", "withdraw", "against"})
_IN_PASSING = frozenset({"посредничество", "участие", "посредник"})  # при посредничестве
_REMEMBERED = frozenset({"годовщина", "юбилей", "летие", "десятилетие", "столетие"})
_FORCING = frozenset({"вынудить", "принудить", "заставить"})
_GIVEN_UP = frozenset({"NONE", "SANCTION", "REJECT", "COERCE"})


def acts(cast: Cast) -> list[Act]:
    """Every act that the sentence reports, in text order, each word telling one at most."""
    found = [act for i in range(len(cast.tree.words)) if (act := _act(cast, i)) is not None]
    found = without_doubles(cast.tree, without_orders(cast.tree, found))
    if any(cast.lexicon.is_a("sport", word.lemma) for word in cast.tree.words):
        found = [act for act in found if act.type not in _OF_FIGHTS]
    return without_content(cast.tree, [aimed_by_content(cast.tree, act, found) for act in found])


def _act(cast: Cast, i: int) -> Act | None:
    word = cast.tree.words[i]
    if word.pos not in ("VERB", "NOUN", "ADJ"):
        return None
    if word.pos == "ADJ" and word.feats.get("Variant") != "Short":
        return None
    if _forced(cast.tree, i) or _names_a_property(cast.tree, i):
        return None
    if word.lemma in _IN_PASSING and cast.tree.mark(i).startswith("при+"):
        return None
    if word.pos == "NOUN" and any(cast.tree.words[k].lemma in _REMEMBERED for k in cast.tree.up(i)):
        return None
    known = False
    for entry in entries_at(cast, i):
        act = _filled(cast, i, entry) if entry.type is not None else None
        if act is not None or entry.type is None:
            return act
        known = True
    return None if known else _general(cast, i)


def _names_a_property(tree: Tree, i: int) -> bool:
    """Whether a participle before its noun tells no act: договаривающиеся стороны, проведенные переговоры."""
    word = tree.words[i]
    bare = not tree.children(i) or word.feats.get("Tense") == "Pres"
    return word.pos == "VERB" and word.rel == "amod" and bare


def _forced(tree: Tree, i: int) -> bool:
    """Whether a word only says that somebody had to do something: была вынуждена отменить."""
    word = tree.words[i]
    passive = word.feats.get("Voice") == "Pass" or word.feats.get("Variant") == "Short"
    return passive and word.lemma in _FORCING and bool(tree.children(i, "xcomp", "csubj"))


def _general(cast: Cast, i: int) -> Act | None:
    """The act of a verb that the codebook does not know, with a political actor as its subject or patient."""
    if not is_deed(cast.tree, i, cast.lexicon):
        return None
    things = [cast.tree.words[k].lemma for k in objects(cast.tree, i, cast.lexicon)]
    if cast.lexicon.is_a("light", cast.tree.words[i].lemma) and any(map(cast.lexicon.of, things)):
        return None
    for entry in cast.lexicon.general:
        act = _filled(cast, i, entry)
        if act is not None and _has_part(cast, act) and _told_plainly(cast.tree, act):
            kin = kin_type(cast.tree.words[i].lemma, cast.lexicon) if act.targets else None
            return replace(act, type=kin or act.type)
    return None


def _has_part(cast: Cast, act: Act) -> bool:
    """Whether a political actor does it, or it is done to one (a passive without the one by whom)."""
    if act.actors and act.heads:
        return True
    done_to = objects(cast.tree, act.verb, cast.lexicon) if is_passive(cast.tree, act.verb) else []
    return any(h in done_to and cast.actors(h) for h in act.heads)


def _told_plainly(tree: Tree, act: Act) -> bool:
    """Whether an act of no known kind is told as done, or announced in the future of its own verb."""
    return act.mode.actual or is_future(tree, act.verb)


def _filled(cast: Cast, i: int, entry: Entry) -> Act | None:
    """The act with its sides, None where the codebook asks for a side that is not there."""
    tree, frame = cast.tree, cast.lexicon.frames[entry.frame]
    verb = carrier_of(tree, i, cast.lexicon)
    actor_heads = fillers(tree, i, frame.actor, cast.lexicon)
    target_heads = fillers(tree, i, frame.target, cast.lexicon)
    for k in cast.tree.children(i, "acl", "amod"):  # состоявшийся между президентами разговор
        if cast.lexicon.is_a("light", tree.words[k].lemma):
            target_heads += fillers(tree, k, frame.target, cast.lexicon)
            actor_heads += fillers(tree, k, ("agent", "между"), cast.lexicon)
    if verb != i:
        actor_heads = carried_by(tree, i, verb, cast.lexicon) + actor_heads
        target_heads += [k for k in fillers(tree, verb, frame.target, cast.lexicon) if k != i]
    if tree.words[verb].rel == "acl:relcl":
        target_heads += addressed(tree, verb, cast.lexicon)
    actor_heads += places(tree, verb) + announcer(tree, i, cast.lexicon)
    actors, from_actor = first_named(cast, actor_heads, (i, verb))
    if not actors and entry.heads:
        actors, from_actor = on_behalf(cast, verb)
    if not actors and verb != i:
        actors, from_actor = of_event(cast, verb)
    if verb != i and "Dat" in frame.target and from_actor:
        target_heads += [k for k in tree.children(i, "nmod") if dative_form(tree, k)]
    if not actors and tree.words[verb].feats.get("Person") == "1":
        actors = cast.memory.we
    both = () if actors or frame.joint else in_between(cast, (i, verb))
    own = set(states_of(actors))
    others = [h for h in target_heads if h not in from_actor]
    targets, from_target = target_named(cast, others, (i, verb), own, entry.frame in _TO_PLACES)
    if frame.joint:
        if not targets and any(not political(cast, h) for h in others if tree.mark(h).startswith("с+")):
            return None  # встретился с избирателями
        actors = both_sides(cast, i, (*actors, *targets))
        targets = actors if len(states_of(actors)) > 1 else ()
    if both:
        actors, targets, from_actor = both, both, [i]
    mode = mode_of(tree, verb, cast.lexicon)
    heads = (*from_actor, *from_target)
    kind = _told(entry, mode)
    if kind in _GIVEN_UP and tree.words[verb].head >= 0 and _forced(tree, tree.words[verb].head):
        kind = "CONCEDE"
    act = Act(i, verb, entry, kind, actors, targets, heads, mode, bool(from_target))
    return completed(cast, act)


def _told(entry: Entry, mode: Mode) -> str:
    return entry.negative if mode.negated and entry.negative else entry.type or "NONE"
