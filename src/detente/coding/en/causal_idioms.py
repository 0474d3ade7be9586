"""Causal links that a verb makes with a word of its own: lays the groundwork for, blames on, rests on."""

from __future__ import annotations

from collections.abc import Iterator

from detente.coding.en.connectives import causal
from detente.coding.en.frames import passive, surface_subject, undergoing
from detente.coding.en.grammar import is_a
from detente.coding.en.link import Link, span
from detente.coding.en.modality import is_negated
from detente.coding.en.reading import Sentence
from detente.coding.en.spans import clause, verb_group, whole
from detente.coding.en.tree import Tree

READYING = frozenset({"lay", "set", "clear", "prepare"})
HARMING = frozenset({"deal", "cast", "throw", "put", "place", "take", "inflict", "impose"})
PLAYING = frozenset({"play", "have"})
RESTING = frozenset({"depend", "hinge", "rest", "root", "owe"})
BEHIND = frozenset({"lie", "lay", "be", "stand"})
RESTS = {"root": ("in",), "owe": ("to",)}
TRACING = frozenset({"attribute", "ascribe", "credit", "trace", "attributed"})


def by_idiom(sentence: Sentence, i: int) -> Iterator[Link]:
    """The links that verb `i` makes together with a noun or preposition of its own."""
    tree, lemma = sentence.tree, sentence.tree.lemmas[i]
    things = undergoing(tree, i)
    if (lemma in READYING or lemma in HARMING or lemma in PLAYING) and things:
        yield from _with_noun(sentence, i, things)
    elif lemma in RESTING or (lemma in BEHIND and tree.pobj(i, "behind")):
        yield from _resting(sentence, i)
    elif lemma in TRACING and (causes := tree.pobj(i, "to")) and things:
        yield Link(i, span(tree, causes[0]), span(tree, things[0]), "+", f"traced/{lemma}", 0.8)
    elif lemma == "keep":
        yield from _kept(sentence, i)
    elif lemma == "blame":
        yield from _blamed(tree, i, things)


def _with_noun(sentence: Sentence, i: int, things: list[int]) -> Iterator[Link]:
    """Lay the groundwork for, cast a shadow over, play a role in."""
    tree, lemma = sentence.tree, sentence.tree.lemmas[i]
    words, preps, sign = next(
        (
            (causal()[words], preps, sign)
            for verbs, words, preps, sign in (
                (READYING, "groundwork", ("for", "of", "to"), "+"),
                (HARMING, "shadows", ("on", "over", "to", "in", "at"), "-"),
                (PLAYING, "roles", ("in", "on"), "+"),
            )
            if lemma in verbs
        )
    )
    nouns = [k for k in things if tree.lemmas[k] in words]
    effects = [e for k in (*nouns, i) for e in tree.pobj(k, *preps)] if nouns else []
    causes = [h for h in _causes(tree, i) if h not in nouns]
    deed = tree.heads[i] if tree.deps[i] == "conj" and tree.verbal(tree.heads[i]) else None
    if effects and deed is not None and lemma in READYING and (not causes or _person(sentence, causes[0])):
        cause = clause(tree, deed, surface_subject(tree, deed))  # they reopened it and paved the way
        yield Link(i, cause, span(tree, effects[0]), sign, f"idiom/{lemma}-{tree.lemmas[nouns[0]]}", 0.74)
        return
    if effects and causes and not _person(sentence, causes[0]):
        cause, effect = span(tree, causes[0]), span(tree, effects[0])
        if cause[1] <= effect[0]:
            told = (verb_group(tree, i), effect[1]) if tree.deps[i] == "conj" else None
            rule = f"idiom/{lemma}-{tree.lemmas[nouns[0]]}"
            yield Link(i, cause, effect, sign, rule, 0.78, told=told)


def _resting(sentence: Sentence, i: int) -> Iterator[Link]:
    """Progress depends on withdrawal, the quarrel is rooted in old claims."""
    tree = sentence.tree
    causes = tree.pobj(i, *RESTS.get(tree.lemmas[i], ("on", "upon")))
    if tree.lemmas[i] == "owe":
        causes += [k for c in tree.kids[i] if tree.lemmas[c] in ("more", "much") for k in tree.pobj(c, "to")]
    effects = undergoing(tree, i) if passive(tree, i) else surface_subject(tree, i)
    if tree.lemmas[i] in BEHIND:
        causes, effects = effects, tree.pobj(i, "behind")
        if not causes or not effects or _person(sentence, causes[0]) or is_negated(tree, i):
            return
        yield Link(i, span(tree, causes[0]), span(tree, effects[0]), "+", "rests/behind", 0.72)
        return
    if causes and effects and not _person(sentence, effects[0]) and not is_negated(tree, i):
        cause, effect = span(tree, causes[0]), span(tree, effects[0])
        if effect[1] <= cause[0]:
            yield Link(i, cause, effect, "+", f"rests/{tree.lemmas[i]}", 0.72)


def _kept(sentence: Sentence, i: int) -> Iterator[Link]:
    """Pride has kept the two from yielding."""
    tree = sentence.tree
    froms = [k for k in tree.prepositions(i) if tree.lemmas[k] == "from"]
    held = [k for k in froms if any(tree.verbal(o) for o in tree.objects_of(k))]
    causes, things = _causes(tree, i), tree.children(i, "dobj")
    if held and things and causes and not _person(sentence, causes[0]):
        effect = span(tree, things[0])[0], whole(tree, held[0])[1]
        yield Link(i, span(tree, causes[0]), effect, "-", "idiom/keep-from", 0.78)


def _blamed(tree: Tree, i: int, things: list[int]) -> Iterator[Link]:
    """Blame the collapse on the general, blame the general for the collapse."""
    on = tree.pobj(i, "on") or [o for k in things for h in tree.subtree(k) for o in tree.pobj(h, "on")]
    if on and things:
        yield Link(
            i,
            span(tree, on[0]),
            (tree.starts[min(tree.subtree(things[0]))], _end(tree, things[0], on[0])),
            "+",
            "blamed-on",
            0.8,
        )
    elif things and (effects := [e for e in tree.pobj(i, "for") if not tree.verbal(e)]):
        yield Link(i, span(tree, things[0]), span(tree, effects[0]), "+", "blamed-for-thing", 0.78)


def _end(tree: Tree, thing: int, on: int) -> int:
    """Where the phrase of what is blamed ends, before the preposition of what it is blamed on."""
    prep = next((k for k in tree.up(on) if tree.lemmas[k] == "on"), on)
    return tree.ends[max(t for t in tree.subtree(thing) if t < prep)] if prep > thing else tree.ends[thing]


def _causes(tree: Tree, i: int) -> list[int]:
    return tree.pobj(i, "by") if passive(tree, i) else surface_subject(tree, i)


def _person(sentence: Sentence, head: int) -> bool:
    """Whether a noun phrase is someone who acts, or a bare pronoun."""
    tree = sentence.tree
    return (
        tree.tags[head] in ("PRP", "WP", "EX") or head in sentence.cast.at or is_a("actor", tree.lemmas[head])
    )
