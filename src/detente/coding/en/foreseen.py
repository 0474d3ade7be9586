"""Forecasts without a future auxiliary: is inevitable, has been set for June, on the brink of."""

from __future__ import annotations

from detente.coding.en.frames import passive, surface_subject
from detente.coding.en.modality import auxiliary_of, is_negated
from detente.coding.en.tree import Tree

CHANCES = frozenset(
    {"likely", "unlikely", "inevitable", "probable", "improbable", "conceivable", "imminent", "remote"}
    | {"unavoidable", "distant"}
)
SEEMING = frozenset({"seem", "look", "appear", "remain"})
BEING = frozenset({"be", "is", "are", "'s", "’s"}) | SEEMING
SURE = frozenset({"certain", "sure", "destined", "doomed", "about", "slated", "tipped", "guaranteed"})
SLATED = frozenset({"set", "slate", "plan", "schedule", "fix", "tip", "pencil", "earmark", "doom", "destine"})
NOW = frozenset({"is", "are", "has", "have", "'s", "’s"})
EDGES = frozenset({"brink", "verge", "cusp", "threshold", "horizon"})
FEARED = frozenset({"a", "an", "another", "further", "new", "more", "renewed"})


def foreseen(tree: Tree, i: int) -> tuple[float, str] | None:
    """Why a verb without a future auxiliary tells what is to come, as (confidence, rule); None else."""
    lemma, present = tree.lemmas[i], tree.tags[i] in ("VBZ", "VBP")
    above = tree.heads[i]
    if lemma == "rule" and _ruled_out(tree, i):
        return 0.65, "not-ruled-out"
    if present and lemma in BEING:
        told = [k for k in tree.children(i, "acomp", "oprd", "attr") if tree.tags[k][:2] == "JJ"]
        chance = [k for k in told if tree.lemmas[k] in CHANCES or (_possible(tree, i, k))]
        nouns = [h for h in surface_subject(tree, i) if tree.tags[h] in ("NN", "NNS")]
        if chance and nouns and not tree.children(i, "ccomp", "xcomp") and not _content(tree, chance[0]):
            return 0.6, f"chance/{tree.lemmas[chance[0]]}"
        if any(tree.lemmas[k] in EDGES for k in tree.pobj(i, "on")):
            return 0.6, "brink"
    if lemma in SLATED and passive(tree, i) and _now(tree, i) and tree.pobj(i, "for"):
        return 0.65, f"expected/{lemma}"
    if tree.deps[i] == "xcomp" and tree.tags[i] == "VB":
        slated = tree.lemmas[above] in SLATED and passive(tree, above) and _now(tree, above)
        sure = tree.lemmas[above] in SURE and not tree.verbal(above) and _now(tree, above)
        stands = tree.lemmas[above] == "stand" and tree.tags[above] in ("VBZ", "VBP")
        if slated or sure or stands:
            return 0.7, f"likely/{tree.lemmas[above]}"
    return None


def feared(tree: Tree, i: int) -> list[int]:
    """The noun of what someone now fears or warns of: fear a new arms race."""
    if (
        tree.lemmas[i] not in ("fear", "warn")
        or tree.tags[i] not in ("VBP", "VBZ", "VBD")
        or is_negated(tree, i)
        or auxiliary_of(tree, i)
    ):
        return []
    if tree.lemmas[i] == "fear":
        things = tree.children(i, "dobj")
    else:
        things = tree.pobj(i, "of") if tree.lemmas[i] == "warn" else []
    return [
        k
        for k in things
        if tree.tags[k] in ("NN", "NNS")
        and any(tree.words[d].lower() in FEARED for d in tree.children(k, "det", "amod"))
    ]


def _possible(tree: Tree, i: int, k: int) -> bool:
    return tree.lemmas[k] == "possible" and tree.lemmas[i] in SEEMING


def _content(tree: Tree, k: int) -> bool:
    """Whether an adjective has a clause of its own, by which it is told: likely to, inevitable that."""
    return bool(tree.children(k, "xcomp", "ccomp"))


def _ruled_out(tree: Tree, i: int) -> bool:
    """Whether it is said that something cannot be ruled out."""
    out = any(tree.lemmas[k] == "out" for k in tree.kids[i])
    return out and is_negated(tree, i) and auxiliary_of(tree, i) in ("can", "could", "ca")


def _now(tree: Tree, i: int) -> bool:
    """Whether a participle or adjective stands in the present: is set, has been fixed."""
    verb = i if tree.verbal(i) else tree.heads[i]
    own = {tree.words[k].lower() for k in tree.children(verb, "aux", "auxpass")}
    return bool(own & NOW) or (verb != i and tree.tags[verb] in ("VBZ", "VBP"))
