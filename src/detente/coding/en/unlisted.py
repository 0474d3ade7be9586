"""Acts in words that no codebook entry lists, told by a trained model of the traits of their verb."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from detente.coding.codes import states_of
from detente.coding.en.act import Act
from detente.coding.en.actors import Cast
from detente.coding.en.acts import filled
from detente.coding.en.frames import acting, passive, undergoing
from detente.coding.en.grammar import is_a
from detente.coding.en.lexicon import VERB_ROLES, Entry
from detente.coding.en.modality import auxiliary_of, is_negated, mode_of
from detente.coding.en.no_act import no_act, sporting
from detente.coding.en.refusals import WILL, unwilling
from detente.coding.en.traits import traits
from detente.coding.en.tree import Tree
from detente.coding.en.unsaid import as_told
from detente.coding.linear import load

LEAST = 0.5
"""The chance from which a verb counts as an act; chosen on passages that the model was not fitted to."""
ALONE = 0.6
"""The chance from which it does where its sentence names nobody who could do or suffer it."""

NO_CLAUSE = frozenset({"aux", "auxpass", "amod", "compound"})
CARRIED = frozenset({"dobj", "pobj", "prep", "nsubjpass", "conj", "attr", "nsubj", "dative"})
GENERAL = "general"
UNLISTED = "unlisted."


@dataclass(frozen=True, slots=True)
class Place:
    """A verb; the type of the act that stands there by the codebook, the one of general conduct."""

    at: int
    taken: str | None
    conduct: Act | None
    over: dict[int, str]

    def traits(self, cast: Cast) -> list[str]:
        """What the model weighs."""
        over = self.over
        if self.taken is not None:
            over = {at: kind for at, kind in over.items() if at != self.at}
        named = [f"conduct={self.conduct.entry.plover}"] if self.conduct is not None else []
        return [*named, *traits(cast, self.at, over)]


def places(cast: Cast, found: Sequence[Act]) -> Iterator[Place]:
    """The verbs of a sentence, with the acts that were `found`."""
    tree = cast.tree
    conduct = {act.at: act for act in found if act.entry.id == GENERAL}
    over = standing(tree, [act for act in found if act.entry.id != GENERAL])
    for i in range(len(tree)):
        if tree.verbal(i) and tree.tags[i] != "MD" and tree.deps[i] not in NO_CLAUSE:
            yield Place(i, over.get(i), conduct.get(i), over)


def standing(tree: Tree, found: Sequence[Act]) -> dict[int, str]:
    """The tokens that tell an act that was found: its predicate, what carries it, what it takes in."""
    over = {act.at: act.entry.plover for act in found}
    for act in found:
        for token in (*act.absorbed, *_carrying(tree, act.at)):
            over.setdefault(token, act.entry.plover)
    return over


def _carrying(tree: Tree, at: int) -> Iterator[int]:
    """The verb over a noun, and those over the infinitive of a verb: held talks, managed to agree."""
    while not tree.verbal(at) and tree.heads[at] != at and tree.deps[at] in CARRIED:
        at = tree.heads[at]
        if tree.verbal(at):
            yield at
    while tree.verbal(at) and tree.deps[at] == "xcomp" and tree.verbal(tree.heads[at]):
        at = tree.heads[at]
        yield at


def unlisted(cast: Cast, found: Sequence[Act]) -> list[Act]:
    """The acts of a sentence with those at verbs where none was found; conduct without a type gets one."""
    left = [place for place in places(cast, found) if _open(cast, place)]
    if not left or sporting(cast.tree):
        return list(found)
    model = load("en")
    told = {act.at: act for act in found if act.entry.id == GENERAL}
    listed = [act for act in found if act.entry.id != GENERAL]
    for place in left:
        weighed = place.traits(cast)
        chance = model.chance(weighed)
        if chance < LEAST and place.conduct is None:
            continue
        known = "REJECT" if _refuses(cast.tree, place.at) else _own_told(cast, place.at, listed)
        kind, sure = (known, 1.0) if known is not None else model.likeliest(weighed)
        name = f"{UNLISTED if place.conduct is None else 'conduct.'}{kind.lower()}"
        entry = Entry(id=name, plover=kind, weight=chance * sure)
        act = _act(cast, place.at, entry, model.reasons(weighed, 3), chance)
        if act is not None:
            told[place.at] = act
    return [*listed, *told.values()]


def _open(cast: Cast, place: Place) -> bool:
    """Whether the model is asked: conduct has no type, or a verb that may tell an act has none.

    Who tells something to the press does nothing to it.
    """
    tree = cast.tree
    if any((m := cast.at.get(k)) is not None and m.kind == "press" for k in undergoing(tree, place.at)):
        return False
    if place.conduct is not None:
        return place.conduct.entry.plover == "NONE"
    listed = place.taken is not None or is_a("no_act", tree.lemmas[place.at])
    return not (listed or no_act(tree, place.at) or _means(tree, place))


def _refuses(tree: Tree, at: int) -> bool:
    """Whether a verb says what its subject will not do, or tells that someone said so."""
    said = tree.children(at, "ccomp") if is_a("speech", tree.lemmas[at]) else []
    unready = [k for k in said if passive(tree, k) and is_negated(tree, k) and auxiliary_of(tree, k) in WILL]
    return bool(unready) or any(unwilling(tree, k) for k in (at, *said))


def _means(tree: Tree, place: Place) -> bool:
    """Whether a verb of answering only leads up to the act that answers: responded by closing the border."""
    by = [k for prep in tree.children(place.at, "prep") if tree.lemmas[prep] == "by" for k in tree.kids[prep]]
    return is_a("retort", tree.lemmas[place.at]) and any(k in place.over for k in by)


def _own_told(cast: Cast, at: int, listed: Sequence[Act]) -> str | None:
    """The type of the speaker's own act that a verb of saying reports: announced that it was leaving."""
    tree = cast.tree
    if not is_a("speech", tree.lemmas[at]):
        return None
    content = {k for c in tree.children(at, "ccomp") for k in tree.conjuncts(c)}
    speakers = {state for h in acting(tree, at) for state in states_of(cast.named(h))}
    told = [act for act in listed if act.at in content and speakers & set(states_of(act.actors))]
    return told[0].entry.plover if told else None


def half_known(act: Act) -> bool:
    """Whether an act in unlisted words lacks a side: then it is too uncertain to be told."""
    return act.entry.id.startswith(UNLISTED) and not (act.actors and act.targets)


def _act(cast: Cast, i: int, entry: Entry, reasons: list[str], chance: float) -> Act | None:
    actor, target = VERB_ROLES
    entry = replace(entry, lemma=cast.tree.lemmas[i], actor=actor, target=target)
    act = filled(cast, entry, i, ()) or (_nobody_named(cast, i, entry) if chance >= ALONE else None)
    return replace(act, path=f"{act.path}: {', '.join(reasons)}") if act is not None else None


def _nobody_named(cast: Cast, i: int, entry: Entry) -> Act | None:
    """An act of which the sentence names neither side: one of the two states that the text is about."""
    actors, targets = as_told(cast, entry)
    return Act(i, entry, actors, targets, (), mode_of(cast.tree, i), "v(-,-)+pair", 0.0) if actors else None
