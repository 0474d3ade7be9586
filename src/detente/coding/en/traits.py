"""What can be said of a verb that may tell an act: its words, their classes, its sides and mood.

A trait is a word of the form `place=word` (o=ban), `place^class` (v^:contact), `place|who` (to|state). They
are what the model of `unlisted.py` weighs, so a change here asks for a new training.
"""

from __future__ import annotations

from collections.abc import Iterator

from detente.coding.codes import states_of
from detente.coding.en.actors import Cast
from detente.coding.en.frames import acting, passive, undergoing
from detente.coding.en.grammar import is_a
from detente.coding.en.modality import mode_of
from detente.coding.en.tree import Tree
from detente.coding.en.word_classes import NOUN, VERB, WordClass, word_class

FRAME = frozenset({"dobj", "prt", "dative", "xcomp", "ccomp", "advcl", "acomp", "attr", "oprd", "agent"})
APART = frozenset({"advcl", "conj", "parataxis", "relcl", "nsubj", "ccomp"})
MODIFIERS = ("amod", "compound", "nmod")


def traits(cast: Cast, i: int, over: dict[int, str]) -> list[str]:
    """The traits of verb `i`; `over` maps the tokens where acts stand already to their types."""
    tree = cast.tree
    told = [*_verb(cast, i), *_words_in(tree, i), *_around(tree, i, over), *_mood(tree, i)]
    return [*told, f"states={_states_named(cast)}"]


def _verb(cast: Cast, i: int) -> Iterator[str]:
    tree = cast.tree
    lemma = _class(tree, i).base
    yield from _named(tree, "v", i)
    frame = []
    doers = acting(tree, i)
    done_to = undergoing(tree, i)
    yield f"v={lemma}|{tree.tags[i]}"
    for place, heads in (("s", doers[:2]), ("o", done_to[:2])):
        if not heads:
            yield f"{place}|none"
        for h in heads:
            yield from _phrase(cast, place, h, lemma)
    who = [_who(cast, heads[0]) if heads else "none" for heads in (doers, done_to)]
    yield f"s|{who[0]},o|{who[1]}"
    for k in tree.kids[i]:
        dep = tree.deps[k]
        if dep in FRAME:
            frame.append(dep)
        if dep == "prt":
            yield f"v={lemma}+{tree.lemmas[k]}"
        elif dep in ("xcomp", "ccomp"):
            yield from _named(tree, dep, k)
        elif dep in ("acomp", "oprd", "advmod"):
            yield f"{dep}={tree.lemmas[k]}"
            yield f"v={lemma}+{tree.lemmas[k]}"
        elif dep == "prep" and k > i:
            yield from _preposition(cast, k, lemma)
    yield "frame=" + ",".join(sorted(frame))


def _preposition(cast: Cast, prep: int, lemma: str) -> Iterator[str]:
    name = cast.tree.lemmas[prep]
    yield f"{lemma}+{name}"
    for h in cast.tree.objects_of(prep)[:1]:
        yield from _phrase(cast, name, h, lemma)


def _phrase(cast: Cast, place: str, head: int, lemma: str) -> Iterator[str]:
    """Who or what a phrase is, with the words before it and whose it is."""
    tree = cast.tree
    who = _who(cast, head)
    yield f"{place}|{who}"
    yield f"{lemma}&{place}|{who}"
    if who not in ("thing", "of state"):
        return
    yield from _named(tree, place, head)
    yield f"{lemma}&{place}={_class(tree, head).base}"
    for k in tree.kids[head]:
        if tree.deps[k] in MODIFIERS and k not in cast.at:
            yield f"{place}<{tree.lemmas[k]}"
        elif tree.deps[k] == "prep" and place == "o":
            for h in tree.objects_of(k)[:1]:
                yield f"o<{tree.lemmas[k]}|{_who(cast, h)}"
                if h not in cast.at:
                    yield f"o<{tree.lemmas[k]}={_class(tree, h).base}"


def _words_in(tree: Tree, i: int) -> Iterator[str]:
    """The words under a predicate, without those of other clauses, and their classes."""
    for t in tree.subtree(i, APART):
        if t != i and tree.tags[t][:2] in ("NN", "VB", "JJ", "RB") and tree.tags[t][:3] != "NNP":
            yield f"w={tree.lemmas[t]}"
            yield from (f"w^{c}" for c in _class(tree, t).classes if c.isupper())


def _around(tree: Tree, i: int, over: dict[int, str]) -> Iterator[str]:
    """What a predicate hangs on, and which acts stand over, under and beside it."""
    dep, head = tree.deps[i], tree.heads[i]
    yield f"dep={dep}"
    yield f"tag={tree.tags[i]}"
    yield f"dep={dep},{tree.tags[i]}"
    if head != i:
        yield f"up={_class(tree, head).base}"
        yield f"up={dep}:{_class(tree, head).base}"
        yield from (f"up^{c}" for c in _class(tree, head).classes)
    at, steps = i, 0
    while tree.heads[at] != at and steps < 4:
        if (kind := over.get(tree.heads[at])) is not None:
            yield f"over={tree.deps[at]}:{kind}"
            yield f"over={kind}"
            break
        at, steps = tree.heads[at], steps + 1
    for k in tree.kids[i]:
        if k in over:
            yield f"under={tree.deps[k]}:{over[k]}"
    for k in tree.children(i, "mark", "cc"):
        yield f"mark={tree.lemmas[k]}"


def _mood(tree: Tree, i: int) -> Iterator[str]:
    mode = mode_of(tree, i)
    yield f"mood={mode.modality.value}"
    yield f"mood={mode.modality.value},{mode.negated},{mode.auxiliary}"
    yield f"aux={mode.auxiliary}"
    if mode.negated:
        yield "negated"
    if mode.saying is not None:
        yield f"said={tree.lemmas[mode.saying]}"
    if mode.purpose:
        yield "purpose"
    if passive(tree, i):
        yield "passive"


def _who(cast: Cast, head: int) -> str:
    """What a phrase stands for: a state, body, person or place, somebody, a thing, one of a state."""
    tree = cast.tree
    mention = cast.at.get(head)
    if mention is not None:
        return mention.kind if mention.actors else f"{mention.kind}?"
    if tree.tags[head] in ("PRP", "PRP$"):
        return f"pronoun {tree.lemmas[head]}"
    if is_a("actor", tree.lemmas[head]):
        return "somebody of state" if cast.named(head) else "somebody"
    if tree.tags[head] in ("NNP", "NNPS"):
        return "name"
    if tree.verbal(head):
        return "clause"
    return "of state" if any(k in cast.at for k in tree.kids[head]) else "thing"


def _states_named(cast: Cast) -> int:
    return min(3, len({state for mention in cast.tops.values() for state in states_of(mention.actors)}))


def _named(tree: Tree, place: str, i: int) -> Iterator[str]:
    found = _class(tree, i)
    yield f"{place}={found.base}"
    for c in found.classes:
        yield f"{place}^{c}"


def _class(tree: Tree, i: int) -> WordClass:
    return word_class(tree.words[i].lower(), VERB if tree.tags[i][0] == "V" else NOUN, tree.lemmas[i])
