"""Matters that one side takes up with the other: Peru's concerns about Chile's dam, raised the case with."""

from __future__ import annotations

from collections.abc import Iterator

from detente.coding.codes import states_of
from detente.coding.en.frames import acting, role, undergoing
from detente.coding.en.modality import is_negated
from detente.coding.en.reading import Sentence
from detente.coding.en.spans import phrase
from detente.coding.en.tree import Tree

RAISING = frozenset({"raise", "bring", "take", "press", "discuss"})
MATTERS = frozenset({"case", "issue", "matter", "question", "problem", "incident", "treatment", "fate"})
CONCERNS = frozenset({"concern", "objection", "misgiving", "complaint", "grievance", "worry"})
OVER = ("about", "over", "at", "regarding", "to", "with", "on")
Found = tuple[tuple[int, int], tuple[str, ...], str]


def raised(sentence: Sentence) -> Iterator[Found]:
    """The span, parties and rule of each matter that one side has with the other."""
    tree = sentence.tree
    for i in range(len(tree)):
        if tree.tags[i] not in ("NN", "NNS"):
            continue
        if tree.lemmas[i] in CONCERNS:
            yield from _concern(sentence, i)
        elif tree.lemmas[i] in MATTERS and _put(tree, i) and tree.pobj(i, "of"):
            parties = _both(sentence, tree.heads[i], i)
            if len(parties) == 2:
                yield phrase(tree, i), parties, f"raised/{tree.lemmas[i]}"


def _concern(sentence: Sentence, i: int) -> Iterator[Found]:
    """What a concern of one state is about, if that is a doing of the other, each matter apart."""
    tree, cast = sentence.tree, sentence.cast
    heads = role(tree, i, "poss") + role(tree, i, "mod")
    if not heads and _put(tree, i):
        heads = acting(tree, tree.heads[i])
    own = states_of(tuple(c for h in heads for c in cast.named(h)))
    if len(own) != 1:
        return
    for matter in tree.pobj(i, *OVER):
        doers = states_of(tuple(c for h in tree.children(matter, "poss") for c in cast.named(h)))
        if doers and doers[0] not in own:
            parties = tuple(dict.fromkeys((*own, *states_of(cast.all_in(matter, frozenset({"relcl"}))))))
            yield phrase(tree, matter), parties, f"raised/{tree.lemmas[i]}"


def _put(tree: Tree, i: int) -> bool:
    """Whether a matter is the object of a verb of taking up."""
    verb = tree.heads[i]
    return tree.lemmas[verb] in RAISING and i in undergoing(tree, verb) and not is_negated(tree, verb)


def _both(sentence: Sentence, verb: int, matter: int) -> tuple[str, ...]:
    """Who takes a matter up, and with whom."""
    tree, cast = sentence.tree, sentence.cast
    others = tree.pobj(verb, "with") + [h for k in tree.subtree(matter) for h in tree.pobj(k, "with")]
    heads = [*acting(tree, verb), *others] if others else []
    return states_of(tuple(dict.fromkeys(c for h in heads for c in cast.named(h))))
