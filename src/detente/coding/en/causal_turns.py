"""Causal links of a verb with a fixed complement: set off, put at risk, grew out of, has its roots in."""

from __future__ import annotations

from collections.abc import Iterator

from detente.coding.en.frames import passive, surface_subject, undergoing
from detente.coding.en.grammar import is_a
from detente.coding.en.link import Link, aimed_sign, span
from detente.coding.en.modality import is_negated
from detente.coding.en.reading import Sentence
from detente.coding.en.spans import verb_group
from detente.coding.en.tree import Tree

ENDS = frozenset({"end", "stop", "halt", "paid"})
PERILS = frozenset({"risk", "jeopardy", "danger", "peril", "doubt", "question", "strain", "pressure"})
ORIGINS = frozenset({"root", "origin", "source", "beginning"})
MIDST = frozenset({"heart", "root", "core", "bottom", "origin"})
BEARING = frozenset({"implication", "consequence", "repercussion", "ramification"})
MUCH = frozenset({"much", "lot", "deal", "more", "little", "nothing"})
LITTLE = frozenset({"little", "nothing"})
GROWING = frozenset({"grow", "come", "emerge", "bear", "develop", "evolve"})
HAVING = frozenset({"have", "find", "take"})
LYING = frozenset({"lie", "lay", "be", "is", "are", "was", "were", "stand"})


def by_turn(sentence: Sentence, i: int) -> Iterator[Link]:
    """The link that verb `i` makes with a complement that only together with it is causal."""
    tree, lemma = sentence.tree, sentence.tree.lemmas[i]
    if lemma == "set" and any(tree.lemmas[k] == "off" for k in tree.kids[i]):
        yield from _forward(sentence, i, undergoing(tree, i), "+", "set-off")
    elif lemma == "set" and any(tree.lemmas[k] == "motion" for k in tree.pobj(i, "in")):
        yield from _forward(sentence, i, undergoing(tree, i), "+", "set-in-motion")
    elif lemma == "put":
        yield from _put(sentence, i)
    elif lemma == "do" and (amount := [k for k in undergoing(tree, i) if tree.lemmas[k] in MUCH]):
        yield from _did_much(sentence, i, amount[0])
    elif lemma == "leave":
        states = [k for k in tree.children(i, "ccomp", "oprd", "acomp", "xcomp") if k > i]
        yield from _forward(sentence, i, undergoing(tree, i) if states else [], "+", "left", states)
    elif lemma in GROWING:
        yield from _backward(tree, i, _out_of(tree, i), f"out-of/{lemma}")
    elif lemma in LYING and (held := [k for k in tree.pobj(i, "at") if tree.lemmas[k] in MIDST]):
        effects = [e for k in held for e in tree.pobj(k, "of")]
        yield from _forward(sentence, i, effects, "+", "at-heart")
    elif lemma in HAVING and (nouns := undergoing(tree, i)):
        if any(tree.lemmas[k] in ORIGINS for k in nouns):
            sources = tree.pobj(i, "in") + [e for k in nouns for e in tree.pobj(k, "in")]
            yield from _backward(tree, i, sources, "roots-in")
        elif any(tree.lemmas[k] in BEARING for k in nouns):
            after = [e for k in (*nouns, i) for e in tree.pobj(k, "for", "on")]
            yield from _forward(sentence, i, after, "+", "implications-for")


def _put(sentence: Sentence, i: int) -> Iterator[Link]:
    """Put an end to the truce, put the truce at risk."""
    tree = sentence.tree
    things = undergoing(tree, i)
    if ends := [k for k in things if tree.lemmas[k] in ENDS]:
        after = [e for k in (*ends, i) for e in tree.pobj(k, "to")]
        yield from _forward(sentence, i, after, "-", "put-end")
    elif perils := [k for k in tree.pobj(i, "at", "in", "into", "under") if tree.lemmas[k] in PERILS]:
        yield from _forward(sentence, i, things, "-", "put-at-risk", perils)


def _did_much(sentence: Sentence, i: int, amount: int) -> Iterator[Link]:
    """The visit did much to repair ties; what did little to ease tensions did not ease them."""
    tree = sentence.tree
    done = [k for k in tree.kids[amount] + tree.kids[i] if tree.tags[k] == "VB" and k > amount]
    sign = aimed_sign(tree, done[0]) if done else "+"
    for link in _forward(sentence, i, done, sign, "did-much"):
        negated = tree.lemmas[amount] in LITTLE
        yield Link(link.at, link.cause, link.effect, sign, link.rule, link.confidence, negated=negated)


def _out_of(tree: Tree, i: int) -> list[int]:
    """What something grew or was born out of, came about because of."""
    out = [k for k in tree.kids[i] if tree.lemmas[k] == "out"]
    found = [o for k in out for o in tree.objects_of(k)] or (tree.pobj(i, "of") if out else [])
    return [k for k in found if tree.tags[k] in ("NN", "NNS", "VBG")]


def _forward(
    sentence: Sentence, i: int, effects: list[int], sign: str, rule: str, states: list[int] | None = None
) -> Iterator[Link]:
    """From the circumstance that is the subject to the effect, with what it is left in."""
    tree = sentence.tree
    causes = tree.pobj(i, "by") if passive(tree, i) else surface_subject(tree, i)
    if not effects or not causes or causes[0] in effects or _person(sentence, causes[0]):
        return
    cause, effect = span(tree, causes[0]), span(tree, effects[0])
    for state in states or ():
        effect = effect[0], max(effect[1], span(tree, state)[1])
    if cause[1] <= effect[0]:
        told = (verb_group(tree, i), effect[1]) if tree.deps[i] == "conj" else None
        yield Link(i, cause, effect, sign, f"turn/{rule}", 0.76, told=told)


def _backward(tree: Tree, i: int, causes: list[int], rule: str) -> Iterator[Link]:
    """From what stands after the verb to its subject."""
    effects = undergoing(tree, i) if passive(tree, i) else surface_subject(tree, i)
    if causes and effects and not is_negated(tree, i):
        cause, effect = span(tree, causes[0]), span(tree, effects[0])
        if effect[1] <= cause[0]:
            yield Link(i, cause, effect, "+", f"turn/{rule}", 0.76)


def _person(sentence: Sentence, head: int) -> bool:
    """Whether a subject is someone who acts, or a bare pronoun that is not "this" or "it"."""
    tree = sentence.tree
    acts = head in sentence.cast.at or is_a("actor", tree.lemmas[head])
    return acts or tree.tags[head] in ("PRP", "WP", "EX")
