"""A side that a text tells of without a name: selected countries, a former minister, two officers."""

from __future__ import annotations

from detente.coding.en.act import Act
from detente.coding.en.actors import Cast
from detente.coding.en.frames import role, undergoing
from detente.coding.en.grammar import is_a
from detente.coding.en.tree import Tree

DEFINITE = frozenset(
    {"the", "this", "that", "these", "those", "its", "their", "his", "her", "both", "each", "either"}
)
OTHERS = frozenset({"other", "former", "selected", "many", "several", "third"})
ENVOYS = frozenset({"diplomat", "ambassador", "envoy", "attaché", "consul"})  # always of another state
BODIES = frozenset({"movement", "front", "party", "brotherhood", "league", "organisation", "organization"})
BORNE = frozenset({"ASSAULT", "AID", "SANCTION", "CONCEDE", "ACCUSE", "THREATEN", "REJECT", "MOBILIZE"})
SUBJECTS_OF_STATE = frozenset(
    {"citizen", "lawmaker", "journalist", "dissident", "opponent", "voter", "worker", "national", "minority"}
)


def said_unnamed(act: Act, cast: Cast) -> bool:
    """Whether the text says who the missing side is without a name: selected countries, a former minister.

    A definite noun ("the minister") may well be the other side; one with "other", "former", an
    article "a" or none at all is not, nor is a body of a name of its own (the Rachad movement).
    """
    tree = cast.tree
    roles = [name for name in (*act.entry.actor, *act.entry.target) if name not in ("anywhere", "none")]
    heads = {h for name in roles for h in role(tree, act.at, name)} - set(act.heads)
    if act.entry.plover in ("COOPERATE", "SUPPORT"):
        heads |= {k for h in heads for k in tree.pobj(h, "with")}
    if act.entry.plover in BORNE and act.entry.part == "v":
        heads -= {h for h in undergoing(tree, act.at) if _of_theirs(tree, h)}
    heads -= {c for h in act.heads for c in tree.conjuncts(h)}
    if act.entry.plover == "PROTEST" and act.targets:
        heads -= {h for h in heads if is_a("crowd", tree.lemmas[h])}  # they are of the other state
    return any(_unnamed(tree, h) and not cast.touched(h) for h in heads)


def _of_theirs(tree: Tree, head: int) -> bool:
    """Whether unnamed people who bear something may be the other side's: two officers, not own citizens."""
    words = {tree.words[k].lower() for k in tree.children(head, "amod")}
    own = is_a("crowd", tree.lemmas[head]) or tree.lemmas[head] in SUBJECTS_OF_STATE
    return not own and not words & OTHERS


def _unnamed(tree: Tree, head: int) -> bool:
    lemma = tree.lemmas[head]
    if lemma in BODIES and any(
        tree.tags[k] in ("NNP", "NNPS") for k in tree.children(head, "compound", "amod")
    ):
        return True
    known = is_a("craft", lemma) or lemma in ENVOYS
    if not is_a("actor", lemma) or known or tree.tags[head] not in ("NN", "NNS"):
        return False
    words = {tree.words[k].lower() for k in tree.children(head, "det", "amod", "poss", "nummod")}
    return "foreign" not in words and (not words & DEFINITE or bool(words & OTHERS))
