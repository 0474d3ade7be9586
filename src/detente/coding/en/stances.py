"""Stances that a verb and its noun make together: has no intention of, attaches importance to."""

from __future__ import annotations

from collections.abc import Iterator

from detente.coding.en.frames import acting, undergoing
from detente.coding.en.grammar import is_a
from detente.coding.en.modality import auxiliary_of, is_negated, mode_of
from detente.coding.en.tree import Tree
from detente.findings import Modality

HAVING = frozenset(
    {"have", "take", "hold", "adopt", "share", "maintain", "show", "harbour", "harbor", "express", "voice"}
)
HELD = frozenset(
    {"view", "position", "stance", "line", "attitude", "intention", "desire", "wish", "reservation"}
    | {"misgiving", "doubt", "objection", "preference", "qualm", "interest", "reluctance", "appetite"}
)
GIVING = frozenset({"attach", "give", "place", "lay", "accord", "assign", "put"})
WEIGHT = frozenset(
    {"importance", "priority", "emphasis", "weight", "value", "significance", "premium", "stress"}
)
YIELDING = frozenset({"abandon", "give", "drop", "renounce", "waive", "relinquish", "forsake"})
GOALS = frozenset({"claim", "demand", "aim", "goal", "ambition", "right", "policy", "plan"})
ADHERENTS = frozenset({"supporter", "critic", "advocate", "opponent", "proponent", "champion", "backer"})
CONDITIONAL = frozenset({"conditional", "contingent", "dependent"})
BEING = frozenset({"be", "is", "are", "was", "were", "remain", "become"})
TALKING = frozenset({"discuss", "talk", "speak", "communicate"})
NEED = frozenset({"need", "necessity", "urgency", "imperative"})
VERBS = HAVING | GIVING | YIELDING | BEING | {"make", "condition", "agree"} | TALKING
ABOUT = ("to", "for", "of", "on", "about", "toward", "towards", "in", "over", "regarding", "against")


def stances(tree: Tree) -> Iterator[tuple[int, list[int], str]]:
    """The verb of each such stance, the phrases of its holders and the rule."""
    for i in range(len(tree)):
        if tree.lemmas[i] in VERBS and tree.verbal(i) and (rule := _told(tree, i)) is not None:
            mode = mode_of(tree, i)
            if mode.modality in (Modality.ASSERTED, Modality.DENIED) and not auxiliary_of(tree, i):
                yield i, acting(tree, i), rule


def _told(tree: Tree, i: int) -> str | None:
    """What makes a verb tell a stance, None where it tells none."""
    lemma, things = tree.lemmas[i], undergoing(tree, i)
    if lemma in HAVING and (held := [k for k in things if tree.lemmas[k] in HELD]):
        return f"has/{tree.lemmas[held[0]]}" if _about(tree, held[0]) or _about(tree, i) else None
    if lemma in GIVING and tree.deps[i] != "relcl" and any(tree.lemmas[k] in WEIGHT for k in things):
        return "gives-weight" if any(tree.pobj(k, "to", "on") for k in (i, *things)) else None
    if lemma in YIELDING and is_negated(tree, i) and any(tree.lemmas[k] in GOALS for k in things):
        return "not-given-up"
    if lemma in BEING:
        called = [*things, *(o for k in things if tree.lemmas[k] == "one" for o in tree.pobj(k, "of"))]
        return "adherent" if any(tree.lemmas[k] in ADHERENTS and tree.pobj(k, "of") for k in called) else None
    if lemma == "make" and any(
        tree.lemmas[k] in CONDITIONAL for k in tree.children(i, "ccomp", "oprd", "acomp")
    ):
        return "made-conditional"
    if lemma == "condition" and tree.pobj(i, "on", "upon"):
        return "made-conditional"
    if lemma in TALKING and any(
        tree.lemmas[k] in NEED and (tree.children(k, "acl") or tree.pobj(k, "for", "of"))
        for k in (*things, *tree.pobj(i, "of", "about", "on"))
    ):
        return "spoke-of-need"
    if lemma == "agree" and any(is_a("weighty_noun", tree.lemmas[k]) for k in tree.pobj(i, "on", "upon")):
        return "agreed-need"
    return None


def _about(tree: Tree, i: int) -> bool:
    """Whether a noun or its verb says what the stance is about."""
    return bool(tree.pobj(i, *ABOUT) or (not tree.verbal(i) and tree.children(i, "acl", "relcl", "ccomp")))
