"""What is wanted, is held to be something, or is worked for: want a settlement, regard the dam as a threat."""

from __future__ import annotations

from detente.coding.en.frames import undergoing
from detente.coding.en.grammar import is_a
from detente.coding.en.tree import Tree

FAVOURING = frozenset({"want", "favour", "favor", "advocate", "prefer", "seek", "claim", "desire"})
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
FAVOUR = frozenset({"favour", "favor"})
HELD = frozenset(
    {
        "describe",
        "characterise",
        "characterize",
        "portray",
        "depict",
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
    wanted = undergoing(tree, i) if tree.lemmas[i] in FAVOURING else []
    return any(tree.tags[k] in ("NN", "NNS") and not is_a("actor", tree.lemmas[k]) for k in wanted)


def held_as(tree: Tree, i: int) -> bool:
    """Whether something is held to be something: regards the dam as a threat, saw him as a rival."""
    if tree.lemmas[i] == "be":
        return bool(tree.pobj(i, "against")) or any(tree.lemmas[k] in FAVOUR for k in tree.pobj(i, "in"))
    if tree.lemmas[i] not in HELD or not undergoing(tree, i):
        return False
    return bool(tree.pobj(i, "as")) or any(tree.lemmas[k] in WARINESS for k in tree.pobj(i, "with"))


def bent_on(tree: Tree, i: int) -> bool:
    """Whether someone is set on doing something: insisted on leaving, focused on ensuring."""
    return any(tree.tags[k] == "VBG" for k in tree.pobj(i, "on", "toward", "towards"))
