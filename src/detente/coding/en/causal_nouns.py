"""Causal links that nouns carry: an initiative to help, a basis for trust, a reply to, the reason is that."""

from __future__ import annotations

from collections.abc import Iterator

from detente.coding.en.connectives import causal
from detente.coding.en.frames import surface_subject
from detente.coding.en.grammar import is_a
from detente.coding.en.link import Link, aimed_sign, span
from detente.coding.en.modality import is_negated
from detente.coding.en.spans import clause, phrase, whole
from detente.coding.en.tree import Tree

RESULTS = frozenset({"result", "consequence", "upshot", "outcome"})
SOLE = frozenset({"only", "best", "sure", "surest", "good", "better", "effective", "quickest", "single"})
BUILT = frozenset({"road", "bridge", "pathway", "platform", "barrier", "vehicle"})
CONTENT = frozenset({"step", "move", "action", "contribution"})  # "of" says what it is, not what for


def by_noun(tree: Tree, i: int) -> Iterator[Link]:
    """The links that the noun or predicative adjective `i` carries."""
    yield from _serving(tree, i)
    if tree.tags[i] not in ("NN", "NNS"):
        return
    lemma = tree.lemmas[i]
    phrase_of_purpose = tree.deps[i] == "pobj" and tree.lemmas[tree.heads[i]] == "in"  # in an effort to
    if lemma in causal()["undertakings"] and not phrase_of_purpose:
        yield from _undertaking(tree, i)
    if lemma in causal()["means"]:
        yield from _means(tree, i)
    if lemma == "way" and any(tree.lemmas[k] in SOLE for k in tree.children(i, "amod")):
        yield from _way(tree, i)
    if lemma in causal()["impacts"]:
        yield from _impact(tree, i)
    if lemma in causal()["replies"]:
        yield from _reply(tree, i)
    if lemma in causal()["reasons"] or lemma in RESULTS:
        yield from _reason(tree, i)


def _undertaking(tree: Tree, i: int) -> Iterator[Link]:
    """What is undertaken to bring something about: talks to ease differences, an initiative to help."""
    named = ("at",) if tree.lemmas[i] in CONTENT else ("of", "at")
    for k in (*tree.children(i, "acl"), *tree.pobj(i, *named)):
        infinitive = tree.infinitive(k)
        aimed = infinitive or (tree.tags[k] == "VBG" and tree.deps[k] == "pcomp")
        if aimed and tree.lemmas[k] not in causal()["no_purpose"]:
            start = phrase(tree, i)[0]
            yield Link(
                i,
                (start, tree.ends[i]),
                whole(tree, k),
                aimed_sign(tree, k),
                f"undertaking/{tree.lemmas[i]}",
                0.7,
            )


def _way(tree: Tree, i: int) -> Iterator[Link]:
    """What is called the only or best way to something: talks are the only way to resolve it."""
    head = tree.heads[i]
    aims = [k for k in tree.children(i, "acl", "relcl") if tree.tags[k] == "VB"] or tree.pobj(i, "of", "to")
    causes = surface_subject(tree, head) if tree.deps[i] == "attr" and tree.verbal(head) else []
    if aims and causes and tree.tags[causes[0]] not in ("PRP", "EX"):
        aim = whole(tree, aims[0])
        cause = span(tree, causes[0])
        if cause[1] <= aim[0]:
            yield Link(i, cause, aim, aimed_sign(tree, aims[0]), "means/way", 0.76)


def _impact(tree: Tree, i: int) -> Iterator[Link]:
    """The effect of the sanctions on trade has been severe; the impact of a blockade would be great."""
    head = tree.heads[i]
    causes = [k for k in tree.pobj(i, "of") if tree.tags[k] in ("NN", "NNS", "VBG")]
    causes = [k for k in causes if not is_a("actor", tree.lemmas[k])]  # an army's influence is its power
    touched = [e for k in (i, *causes) for e in tree.pobj(k, "on", "upon", "for")]
    said = tree.deps[i] == "nsubj" and tree.verbal(head)
    felt = said and bool(tree.children(head, "acomp", "attr"))
    if not causes or not (felt or (touched and said)):
        return
    cause = span(tree, causes[0])
    if touched and cause[0] < tree.starts[touched[0]] < cause[1]:
        on = next(k for k in tree.up(touched[0]) if tree.lemmas[k] in ("on", "upon", "for"))
        cause = cause[0], tree.ends[min(tree.subtree(on)) - 1]
    end = clause(tree, head)[1]
    effect = (tree.starts[min(tree.subtree(touched[0]))], end) if touched else (tree.starts[head], end)
    if cause[1] <= effect[0]:
        told = tree.starts[min(tree.subtree(i))], end
        yield Link(head, cause, effect, "+", f"impact/{tree.lemmas[i]}", 0.72, told=told)


def _means(tree: Tree, i: int) -> Iterator[Link]:
    """What is called a basis, means or mechanism for something, or an obstacle to it."""
    lemma = tree.lemmas[i]
    toward = (
        ("for", "to", "towards", "toward") if lemma in CONTENT else ("for", "of", "to", "towards", "toward")
    )
    aims = tree.pobj(i, *toward) or tree.children(i, "acl")
    head = tree.heads[i]
    if tree.deps[i] in ("attr", "dobj", "oprd") and tree.verbal(head):
        causes = surface_subject(tree, head)
    elif tree.deps[i] == "appos":
        causes = [head]
    elif named := tree.children(i, "appos"):
        causes = named
    elif tree.deps[i] == "pobj" and tree.lemmas[head] == "as":
        over = tree.heads[head]
        causes = [k for k in tree.kids[over] if tree.deps[k] in ("dobj", "nsubjpass")] or [over]
        causes = [k for k in causes if not tree.verbal(k)]
    else:
        return
    if lemma in BUILT and any(tree.tags[k] in ("NNP", "NNPS") for k in aims):
        return  # a road to Lima
    if aims and causes:
        sign = "-" if lemma in causal()["obstacles"] else "+"
        yield Link(i, span(tree, causes[0]), span(tree, aims[0]), sign, f"means/{lemma}", 0.72)


def _serving(tree: Tree, i: int) -> Iterator[Link]:
    """What is called essential or harmful to something: mutual trust is vital to the peace."""
    lemma, verb = tree.lemmas[i], tree.heads[i]
    sign = "+" if lemma in causal()["conducive"] else "-" if lemma in causal()["detrimental"] else ""
    if not sign or tree.deps[i] not in ("acomp", "attr", "oprd") or not tree.verbal(verb):
        return
    aims = [k for k in tree.pobj(i, "to", "for") if tree.tags[k] not in ("PRP", "NNP")]
    causes = [k for k in surface_subject(tree, verb) if tree.tags[k] != "PRP"]
    if aims and causes and not is_negated(tree, verb):
        yield Link(i, span(tree, causes[0]), span(tree, aims[0]), sign, f"serves/{lemma}", 0.72)


def _reply(tree: Tree, i: int) -> Iterator[Link]:
    """X was a reply to Y, the result of Y."""
    head = tree.heads[i]
    sources = tree.pobj(i, "to", "of")
    if tree.deps[i] == "attr" and tree.verbal(head) and sources and not is_negated(tree, head):
        effects = surface_subject(tree, head)
        if effects:
            yield Link(i, span(tree, sources[0]), span(tree, effects[0]), "+", f"reply/{tree.lemmas[i]}", 0.8)


def _result(tree: Tree, i: int, verb: int) -> Iterator[Link]:
    """The result (of X) was Y: what went before, or X, brought about Y."""
    named = tree.children(verb, "ccomp", "attr") if tree.lemmas[verb] == "be" else []
    effects = [k for k in named if k > verb > i]
    causes = tree.pobj(i, "of")
    if effects:
        cause = span(tree, causes[0]) if causes else None
        start, end = whole(tree, effects[0])
        told = tree.starts[min(tree.subtree(i))], end
        yield Link(i, cause, (start, end), "+", f"result/{tree.lemmas[i]}", 0.78, told=told)


def _reason(tree: Tree, i: int) -> Iterator[Link]:
    """The reason (for X, that X, why X) is that Y, or is Y."""
    verb = tree.heads[i]
    of = tree.deps[i] == "pobj" and tree.lemmas[verb] == "of"
    top = tree.heads[verb] if of else i
    verb = tree.heads[top]
    if tree.deps[top] != "nsubj" or not tree.verbal(verb) or is_a("speech", tree.lemmas[verb]):
        return
    if tree.lemmas[i] in RESULTS:
        yield from _result(tree, i, verb)
        return
    causes = tree.children(verb, "ccomp", "attr", "advcl")
    effects = tree.pobj(i, "for", "behind", "of", "to") + tree.children(i, "relcl", "acl")
    if causes:
        effect = span(tree, effects[0]) if effects else (tree.starts[top], tree.ends[i])
        yield Link(i, whole(tree, causes[0]), effect, "+", f"reason/{tree.lemmas[i]}", 0.8)
