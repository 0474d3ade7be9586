"""The place that stands for doers without a name: protesters in Chad, welcomed in Peru, bombs in Oslo."""

from __future__ import annotations

from dataclasses import dataclass

from detente.coding.en.actors import Cast
from detente.coding.en.frames import acting, passive, undergoing
from detente.coding.en.grammar import is_a
from detente.coding.en.lexicon import Entry
from detente.coding.en.tree import Tree

ON_MISSIONS = frozenset({"ASSAULT", "PROTEST", "COERCE"})
MISSIONS = frozenset({"embassy", "consulate", "legation"})


@dataclass(frozen=True, slots=True)
class Side:
    """One side of an act: codes, the phrases that gave them, the role in which they stand."""

    codes: tuple[str, ...] = ()
    heads: tuple[int, ...] = ()
    role: str = "-"


def by_place(cast: Cast, entry: Entry, i: int) -> Side:
    """The state by whose place the doers of an act are known; an empty side without one."""
    if entry.speech and passive(cast.tree, i) and (voices := _place_of_voices(cast, i)).codes:
        return voices
    verb = entry.part == "v"
    if entry.plover == "ASSAULT" and verb and (place := _place_of_attack(cast, i)).codes:
        return place
    if entry.plover in ("ASSAULT", "PROTEST") and verb and (crowd := _of_crowd(cast, i)).codes:
        return crowd
    return _host_of_mission(cast, i) if entry.plover in ON_MISSIONS else Side()


def _place_of_voices(cast: Cast, i: int) -> Side:
    """Where something is welcomed or denounced, the place stands for those who speak."""
    for k in cast.tree.pobj(i, "in"):
        mention = cast.at.get(k)
        if mention is not None and mention.actors:
            return Side(mention.actors, (k,), "in")
    return Side()


def _place_of_attack(cast: Cast, i: int) -> Side:
    """Where unnamed attackers or bombs strike, the place stands for them."""
    tree = cast.tree
    doers = [k for k in acting(tree, i) if is_a("attack", tree.lemmas[k])]
    for at in (i, *doers):
        for prep in ("in", "near", "outside", "at", "of"):
            for k in tree.pobj(at, prep):
                if doers and (codes := cast.touched(k)):
                    return Side(codes, (k,), "place")
    return Side()


def _of_crowd(cast: Cast, i: int) -> Side:
    """Where an unnamed crowd acts: in Togo, protesters threw stones; crowds stormed the embassy in Lomé."""
    tree = cast.tree
    doers = acting(tree, i)
    doers += [k for h in doers if is_a("measure", tree.lemmas[h]) for k in tree.pobj(h, "of")]
    crowd = any(is_a("crowd", tree.lemmas[k]) for k in doers)
    places = [p for o in undergoing(tree, i) for p in tree.pobj(o, "in", "at")]
    for k in (*tree.pobj(i, "in", "across"), *places) if crowd else ():
        if codes := cast.touched(k):
            return Side(codes, (k,), "place")
    return Side()


def attacked_missions(tree: Tree, i: int) -> list[int]:
    """The embassies and consulates that an attack is on: the assault on, the flag of the embassy."""
    objects = undergoing(tree, i) + tree.pobj(i, "on", "against", "of", "at", "outside")
    objects += [k for o in objects for k in tree.pobj(o, "of", "at")]
    return [o for o in objects if any(tree.lemmas[k] in MISSIONS for k in (o, *tree.children(o, "compound")))]


def _host_of_mission(cast: Cast, i: int) -> Side:
    """For an attack by nobody named on an embassy, the state in which it stands: the embassy in Tehran."""
    for mission in attacked_missions(cast.tree, i):
        for k in cast.tree.pobj(mission, "in", "at"):
            if codes := cast.touched(k):
                return Side(codes, (k,), "place")
    return Side()
