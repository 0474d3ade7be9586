"""What is said as a stand, a will, a demand or a denial, and what is only an opinion."""

from __future__ import annotations

from detente.coding.en.frames import acting, undergoing
from detente.coding.en.grammar import is_a
from detente.coding.en.modality import auxiliary_of, is_negated
from detente.coding.en.reading import Sentence
from detente.coding.en.tree import Tree

STANDS = frozenset({"will", "would", "shall", "must", "should", "ought", "wo"})
OBLIGING = frozenset({"must", "should", "ought", "shall"})
WISHING = frozenset({"hope", "want", "wish", "like", "intend", "seek", "aspire"})
THINKING = frozenset({"think", "believe", "guess", "suppose", "feel", "know", "doubt"})
ASKING = frozenset({"know", "ask", "question"})
FORESEEING = frozenset({"expect", "predict", "forecast", "estimate", "anticipate", "project", "reckon"})
CONCURRING = frozenset({"agree", "concur", "hold"})  # that something should be, not to do something


def takes_a_stand(sentence: Sentence, i: int) -> bool:
    """Whether what is said is a will, a demand or a denial: would defend, must leave, is not worthy."""
    tree = sentence.tree
    contents = said_contents(tree, i) if tree.lemmas[i] not in ASKING else []
    if tree.lemmas[i] in FORESEEING:
        return _obliging(tree, contents)  # will and would foretell there
    if any(is_a("weighty_noun", tree.lemmas[k]) for k in undergoing(tree, i)):
        return True
    if any(is_a("value", tree.lemmas[a]) for k in contents for a in tree.children(k, "acomp", "attr")):
        return True
    if tree.lemmas[i] in ("agree", "concur"):
        return _obliging(tree, contents)  # that experts would come is what was agreed
    if contents and tree.lemmas[i] == "hold":
        return True
    if contents and tree.tags[i] in ("VBZ", "VBP") and _is_state(sentence, i):
        return True  # what a state says now it holds: Ankara says the waters are its own
    told = [t for k in contents for t in (k, *tree.children(k, "conj"))]
    return any(auxiliary_of(tree, k) in STANDS or is_negated(tree, k) for k in told)


def _obliging(tree: Tree, contents: list[int]) -> bool:
    return any(auxiliary_of(tree, k) in OBLIGING for k in contents)


def says(tree: Tree, i: int) -> bool:
    """Whether a verb says something: any verb of saying, agree or hold that, make clear that."""
    if is_a("speech", tree.lemmas[i]):
        return True
    if tree.lemmas[i] in CONCURRING:
        return any(
            tree.lemmas[m] == "that" for k in tree.children(i, "ccomp") for m in tree.children(k, "mark")
        )
    return bool(_made_clear(tree, i))


def said_contents(tree: Tree, i: int) -> list[int]:
    """The heads of the clauses that say what is said, coordinated ones too."""
    found = [c for k in _made_clear(tree, i) for c in tree.kids[k] if tree.verbal(c)]
    return found or tree.children(i, "ccomp")


def _made_clear(tree: Tree, i: int) -> list[int]:
    """The adjective of "made it clear that", under which its clause stands."""
    kids = tree.children(i, "ccomp", "acomp", "oprd", "xcomp") if tree.lemmas[i] == "make" else []
    return [k for k in kids if tree.lemmas[k] in ("clear", "plain", "explicit")]


def _is_state(sentence: Sentence, i: int) -> bool:
    """Whether the subject of a verb is a state by its name or capital, no person and no office."""
    mentions = [sentence.cast.at.get(h) for h in acting(sentence.tree, i)]
    return bool(mentions) and all(m is not None and m.kind == "state" and m.role is None for m in mentions)


def mere_opinion(tree: Tree, i: int) -> bool:
    """Whether "I" only thinks something is so, or wants to do something himself."""
    if not any(tree.words[h].lower() == "i" for h in tree.children(i, "nsubj")):
        return False
    if tree.lemmas[i] in WISHING:
        return bool(tree.children(i, "xcomp"))
    contents = [t for k in tree.children(i, "ccomp") for t in (k, *tree.children(k, "xcomp", "acomp"))]
    stands = any(_obliged(tree, t) or is_negated(tree, t) or is_a("value", tree.lemmas[t]) for t in contents)
    return tree.lemmas[i] in THINKING and not stands


def _obliged(tree: Tree, i: int) -> bool:
    """Whether a clause says what should be done: must leave, have to talk, need to agree."""
    return auxiliary_of(tree, i) in STANDS or (tree.lemmas[i] in ("have", "need") and has_task(tree, i))


def has_task(tree: Tree, i: int) -> bool:
    """Whether a verb has a bare infinitive that says what to do."""
    return any(tree.tags[k] == "VB" for k in tree.children(i, "xcomp"))
