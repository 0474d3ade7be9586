"""What is wanted, held to be something, or worked for: want a settlement, regard the dam as a threat."""

from __future__ import annotations

from detente.coding.en.frames import undergoing
from detente.coding.en.grammar import is_a
from detente.coding.en.modality import is_negated
from detente.coding.en.tree import Tree

FAVOURING = frozenset({"want", "favour", "favor", "advocate", "prefer", "seek", "claim", "desire"})
DOUBTED = frozenset(
    {"commitment", "willingness", "readiness", "determination", "resolve", "interest", "support"}
)
DOUBT = frozenset({"doubt", "question", "uncertainty", "scepticism", "skepticism", "test", "suspicion"})
LEAVING = frozenset({"abandon", "drop", "end", "reverse", "renounce", "forsake", "shed", "discard"})
WARINESS = frozenset(
    {
        "suspicion",
        "alarm",
        "concern",
        "hostility",
        "distrust",
        "mistrust",
        "scepticism",
        "skepticism",
        "favour",
    }
    | {"favor", "unease", "anxiety", "sympathy", "dismay", "contempt", "caution", "disdain", "apprehension"}
)
ATTITUDES = frozenset({"resent", "distrust", "mistrust", "dislike", "detest", "abhor", "covet", "disagree"})
FAVOUR = frozenset({"favour", "favor"})
DESCRIBING = frozenset({"describe", "characterise", "characterize", "portray", "depict"})
HELD = DESCRIBING | frozenset(
    {
        "regard",
        "view",
        "consider",
        "see",
        "treat",
        "perceive",
    }
)


def wanted(tree: Tree, i: int) -> bool:
    """Whether a thing is wanted or favoured, not a person: want a settlement by talks."""
    if tree.lemmas[i] not in FAVOURING:
        return False
    things = [k for k in undergoing(tree, i) if tree.tags[k] in ("NN", "NNS")]
    if tree.deps[i] == "relcl" and tree.heads[i] in undergoing(tree, i):
        things.append(tree.heads[i])  # the islands that both claim, by name
    return any(not is_a("actor", tree.lemmas[k]) for k in things)


def in_doubt(tree: Tree, noun: int) -> bool:
    """Whether a stance is only asked after or given up: questions about its resolve, dropped its claim."""
    over = tree.heads[noun]
    if tree.deps[noun] == "dobj" and tree.lemmas[over] in LEAVING:
        return not is_negated(tree, over)
    if tree.lemmas[noun] not in DOUBTED or tree.deps[noun] not in ("dobj", "pobj"):
        return False
    around = (over, tree.heads[over], *tree.children(tree.heads[over], "dobj"))
    return any(tree.lemmas[k] in DOUBT for k in around)


def held_as(tree: Tree, i: int) -> bool:
    """Whether something is held to be something: regards the dam as a threat, saw him as a rival."""
    if tree.lemmas[i] == "be":
        return bool(tree.pobj(i, "against")) or any(tree.lemmas[k] in FAVOUR for k in tree.pobj(i, "in"))
    if tree.lemmas[i] == "disagree":
        return bool(tree.pobj(i, "with"))
    if tree.lemmas[i] in ATTITUDES:
        return any(tree.tags[k] in ("NN", "NNS", "NNP") for k in undergoing(tree, i))
    if tree.lemmas[i] not in HELD or not undergoing(tree, i):
        return False
    return bool(tree.pobj(i, "as")) or any(tree.lemmas[k] in WARINESS for k in tree.pobj(i, "with"))


def bent_on(tree: Tree, i: int) -> bool:
    """Whether someone is set on doing something: insisted on leaving, focused on ensuring."""
    return any(tree.tags[k] == "VBG" for k in tree.pobj(i, "on", "toward", "towards"))
