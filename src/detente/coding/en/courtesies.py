"""Courtesies: words of thanks, and what sides welcome or recall together, which say nothing of a matter."""

from __future__ import annotations

from detente.coding.codes import states_of
from detente.coding.en.frames import acting, undergoing
from detente.coding.en.pronouns import FIRST, WE
from detente.coding.en.reading import Sentence
from detente.coding.en.speakers import speaker_of
from detente.coding.en.tree import Tree

GIVING = frozenset({"express", "convey", "extend", "voice", "offer"})
THANKS = frozenset({"gratitude", "appreciation", "thank", "thanks", "congratulation", "greeting"})
GREETING = frozenset({"welcome", "value", "recall", "appreciate"})
GUESTS = frozenset({"invitation", "visit"})


def thanks(tree: Tree, i: int) -> bool:
    """Whether a verb gives thanks: expressed sincere appreciation to the host."""
    return tree.lemmas[i] in GIVING and any(tree.lemmas[k] in THANKS for k in undergoing(tree, i))


def welcomed_together(sentence: Sentence, i: int) -> bool:
    """Whether several states welcome or recall a thing together, as joint statements do."""
    if not _greets(sentence.tree, i):
        return False
    speaker = speaker_of(sentence.cast, acting(sentence.tree, i))
    return speaker is not None and len(states_of(speaker.codes)) > 1


def welcomed_in_person(sentence: Sentence, i: int) -> bool:
    """Whether a speaker welcomes or values a thing himself: I welcome that."""
    tree = sentence.tree
    me = any(tree.words[h].lower() in FIRST | WE for h in acting(tree, i))
    return me and _greets(tree, i)


def _greets(tree: Tree, i: int) -> bool:
    marks = (m for k in tree.children(i, "ccomp") for m in tree.children(k, "mark"))
    return tree.lemmas[i] in GREETING and not any(tree.lemmas[m] == "that" for m in marks)


def invited(tree: Tree, i: int) -> bool:
    """Whether only an invitation or a visit is taken up: accepted an invitation to Oslo."""
    return any(tree.lemmas[k] in GUESTS for k in undergoing(tree, i))
