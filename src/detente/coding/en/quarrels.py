"""Quarrels that a noun names: whether one is told as a fact, and between whom."""

from __future__ import annotations

from detente.coding.codes import states_of
from detente.coding.en.connectives import causal
from detente.coding.en.grammar import groups
from detente.coding.en.modality import auxiliary_of, is_negated
from detente.coding.en.reading import Sentence
from detente.coding.en.tree import Tree

FEELINGS = frozenset(
    {"difference", "disagreement", "hostility", "antagonism", "enmity", "animosity", "discord", "crisis"}
)
CHANCES = frozenset(
    {
        "possibility",
        "risk",
        "danger",
        "prospect",
        "threat",
        "chance",
        "likelihood",
        "fear",
        "potential",
        "event",
    }
    | {"spectre", "specter", "probability", "avoidance", "prevention"}
)
AVOIDING = frozenset(
    {"avoid", "avert", "prevent", "risk", "forestall", "deter", "preclude", "become"}
    | {"expect", "foresee", "fear", "want", "seek", "predict", "envisage", "anticipate"}
)
SUPPOSING = frozenset({"would", "could", "might", "may"})
DEFINITE = frozenset({"the", "this", "that", "these", "those"})
PLACES = ("in", "around", "near", "inside", "across", "along", "at")


def factual(tree: Tree, i: int) -> bool:
    """Whether a quarrel is told as one that there is: neither a mere feeling, denied, nor only feared."""
    return not (_abstract(tree, i) or _denied(tree, i) or _supposed(tree, i))


def _supposed(tree: Tree, i: int) -> bool:
    """Whether there might only be a quarrel: the risk of conflict, a dispute would harm both."""
    any_such = tree.children(i, "det", "predet", "amod")
    if any(tree.words[k].lower() in ("any", "such", "potential", "possible") for k in any_such):
        return True
    if tree.children(i, "poss") or any(tree.words[k].lower() in DEFINITE for k in tree.children(i, "det")):
        return False
    verb = tree.heads[i]
    if tree.deps[i] == "pobj":
        return tree.lemmas[tree.heads[verb]] in CHANCES and tree.lemmas[verb] in ("of", "for")
    if tree.deps[i] in ("dobj", "attr"):
        return tree.lemmas[verb] in AVOIDING
    return tree.deps[i] == "nsubj" and auxiliary_of(tree, verb) in SUPPOSING


def _abstract(tree: Tree, i: int) -> bool:
    """Whether a feeling or bare differences are named without what they are about: our differences."""
    over = tree.pobj(i, "over", "about", "on", "concerning", "regarding")
    apart = tree.lemmas[i] in ("difference", "disagreement")
    named = over or (apart and (tree.pobj(i, "between") or tree.children(i, "relcl")))
    return tree.lemmas[i] in FEELINGS and not named and not tree.children(i, "compound")


def _vague(tree: Tree, i: int) -> bool:
    """Whether a quarrel is any quarrel: "conflict" without article, disputes that are to be resolved."""
    bare = not tree.children(i, "det", "poss", "nummod") and not tree.pobj(i, "over", "about")
    verb = tree.heads[i]
    undone = tree.deps[i] == "dobj" and (
        tree.lemmas[verb] in causal()["lowers"] or tree.lemmas[verb] in causal()["overcomes"]
    )
    return bare and (tree.tags[i] == "NN" or undone)


def _denied(tree: Tree, i: int) -> bool:
    """Whether it is said that there is no quarrel: seeks neither conflict nor rivalry, sees no crisis."""
    verb = tree.clause(i)
    shared = tree.kids[tree.heads[i]] if tree.deps[i] == "conj" and not tree.verbal(tree.heads[i]) else ()
    ending = tree.lemmas[verb] in causal()["lowers"] | causal()["overcomes"]
    if ending:
        return False  # what did not ease the tensions left them
    return any(tree.words[k].lower() in ("no", "neither", "nor") for k in (*tree.kids[i], *shared)) or (
        tree.deps[i] in ("dobj", "conj", "attr") and is_negated(tree, verb)
    )


def parties_of(sentence: Sentence, i: int) -> tuple[str, ...]:
    """The parties of a quarrel: those named with it, those of its clause's subject, the pair meant."""
    tree, cast = sentence.tree, sentence.cast
    where = [i, tree.heads[i]] if tree.deps[i] == "nsubj" else [i]  # tensions grew between the two
    opposed = tuple(
        s for k in where for h in tree.pobj(k, "between", "among") for s in states_of(cast.named(h))
    )
    if len(set(opposed)) > 1:
        return tuple(dict.fromkeys(opposed))
    own = states_of(cast.all_in(i, frozenset({"relcl", "acl"})))
    if len(own) > 1:
        return own
    if own and _only_place(sentence, i, own):
        return cast.memory.dyad if set(own) <= set(cast.memory.dyad) else ()
    for head in tree.pobj(i, "between", "with", "among"):
        own = tuple(dict.fromkeys((*own, *states_of(cast.named(head)))))
    holders = [h for k in tree.children(i, "poss") for h in tree.conjuncts(k)]
    own = tuple(dict.fromkeys((*own, *(s for h in holders for s in states_of(cast.named(h))))))
    if len(own) > 1:
        return own
    verb = tree.clause(i)
    subjects = [h for k in tree.children(verb, "nsubj", "nsubjpass") for h in tree.conjuncts(k)]
    more = [s for h in subjects if h != i for s in states_of(cast.named(h))]
    own = tuple(dict.fromkeys((*own, *more)))
    over = next((k for k in tree.up(i) if tree.lemmas[k] in groups()["quarrel"] and not tree.verbal(k)), None)
    if len(own) < 2 and over is not None:
        return parties_of(sentence, over)
    pair = () if _vague(tree, i) else cast.memory.dyad
    return pair if len(own) < 2 and set(own) <= set(pair) else own


def _only_place(sentence: Sentence, i: int, own: tuple[str, ...]) -> bool:
    """Whether a state is named only as where the quarrel is: leaders spoke of the conflict in Ukraine."""
    where = {s for h in sentence.tree.pobj(i, *PLACES) for s in states_of(sentence.cast.all_in(h))}
    return set(own) <= where and not sentence.tree.children(i, "poss")
