"""Words that look like acts of a codebook and are none: questions, silence, feelings, sport."""

from __future__ import annotations

from detente.coding.en.frames import acting, passive
from detente.coding.en.grammar import groups, is_a
from detente.coding.en.tree import QUESTION_WORDS, Tree

TELLING = frozenset({"say", "comment", "elaborate", "speculate", "specify", "disclose", "identify", "answer"})
FELT = frozenset({"honour", "honor", "delight", "please", "privilege", "humble", "oblige", "encourage"})
CLAIMS = frozenset({"suggest", "insist"})  # with a clause that says how things are, not what is to be done
FINITE = frozenset({"VBD", "VBZ", "VBP"})
ALIKE = FELT | CLAIMS | {"ask", "decline", "refuse", "let", "consultation", "expect", "leave", "fall"}
CALLING = frozenset({"recall", "summon", "call", "withdraw", "return", "order", "ambassador", "envoy"})
TOLD = frozenset({"detail", "details", "comment", "comments", "information"})
LEAVING = ("actor", "own_force", "person_role")
STATES_LEFT = frozenset({"oprd", "acomp", "acl", "amod"})
OURSELVES = frozenset({"me", "us", "'s", "’s"})


def no_act(tree: Tree, i: int) -> bool:
    """Whether token `i` only asks, keeps something from the press, opens a speech, feels, leaves so."""
    return tree.lemmas[i] in ALIKE and any(only(tree, i) for only in ONLY)


def sporting(tree: Tree) -> bool:
    """Whether a sentence is about sport: two of its words are."""
    sport = groups()["sport"]
    return len([lemma for lemma in tree.lemmas if lemma in sport]) > 1


def _asks(tree: Tree, i: int) -> bool:
    """Whether someone is asked a question, not for something: asked about the talks, asked whether."""
    if tree.lemmas[i] != "ask" or not tree.verbal(i):
        return False
    clauses = tree.children(i, "ccomp", "advcl", "xcomp")
    if any(c > i and tree.tags[min(tree.subtree(c))] in QUESTION_WORDS for c in clauses):
        return True
    asked = [k for c in clauses for k in tree.kids[c]]
    words = {tree.lemmas[k] for k in asked if k > i} & {"whether", "if"}
    return bool(words or tree.pobj(i, "about")) or any(tree.tags[k] in QUESTION_WORDS for k in asked if k > i)


def _keeps_silent(tree: Tree, i: int) -> bool:
    """Whether someone only does not tell the press something: declined to say, refused to give details."""
    refuses = tree.lemmas[i] in ("decline", "refuse")
    told = tree.children(i, "xcomp") if refuses else []
    given = {tree.lemmas[o] for k in told for o in tree.children(k, "dobj")}
    return any(tree.lemmas[k] in TELLING for k in told) or bool(given & TOLD)


def _lets(tree: Tree, i: int) -> bool:
    """Whether "let me" or "let us" only opens what is said."""
    subjects = [k for c in tree.children(i, "ccomp", "xcomp") for k in tree.children(c, "nsubj")]
    subjects += tree.children(i, "dobj")
    return tree.lemmas[i] == "let" and any(tree.words[k].lower() in OURSELVES for k in subjects)


def _claims(tree: Tree, i: int) -> bool:
    """Whether someone suggests or insists that something is so, not that it be done."""
    if tree.lemmas[i] not in CLAIMS:
        return False
    told = tree.children(i, "ccomp")
    finite = [k for k in told if tree.tags[k] in FINITE or tree.child(k, "aux", "auxpass") is not None]
    aux = {tree.words[a].lower() for k in told for a in tree.children(k, "aux", "auxpass")}
    return bool(finite) and not aux & {"should", "must", "to"} and aux != {"be"}


def _at_home(tree: Tree, i: int) -> bool:
    """Whether consultations are only what an envoy is called home for: recalled for consultations."""
    prep = tree.heads[i]
    return tree.deps[i] == "pobj" and tree.lemmas[prep] == "for" and tree.lemmas[tree.heads[prep]] in CALLING


def _leaves_so(tree: Tree, i: int) -> bool:
    """Whether nobody goes: something is left over, or leaves someone dead, out, or with little choice."""
    if tree.lemmas[i] != "leave" or not tree.verbal(i):
        return False
    behind = {tree.lemmas[k] for k in tree.kids[i] if k > i}
    objects = tree.children(i, "dobj")
    state = tree.children(i, "oprd", "acomp") + [a for o in objects for a in tree.kids[o]]
    state = [k for k in state if k > i and tree.tags[k] in ("JJ", "VBN") and tree.deps[k] in STATES_LEFT]
    if "without" in behind or any(tree.lemmas[k].startswith("un") for k in state):
        return False  # left unanswered, left without a reply
    if state or "out" in behind or passive(tree, i):
        return True
    doers = [k for k in acting(tree, i) if tree.tags[k] in ("NN", "NNS")]
    thing = bool(doers) and not any(is_a(kind, tree.lemmas[k]) for k in doers for kind in LEAVING)
    kept = "with" in behind or tree.child(i, "dative") is not None
    return thing and (kept or any(tree.tags[o] in ("NNS", "NNPS", "PRP") for o in objects))


def _drops(tree: Tree, i: int) -> bool:
    """Whether somebody falls out of something, not out with somebody."""
    return tree.lemmas[i] == "fall" and any(
        tree.lemmas[k] == "out" and tree.pobj(k, "of") for k in tree.kids[i]
    )


def _feels(tree: Tree, i: int) -> bool:
    """Whether a participle says how someone feels: I am honoured to speak here."""
    felt = tree.lemmas[i] in FELT and tree.tags[i] in ("VBN", "JJ") and not tree.children(i, "dobj")
    return felt and not tree.pobj(i, "by")


def _foresees(tree: Tree, i: int) -> bool:
    """Whether "expect" only says what will come, and calls on no one: I expect they will meet."""
    if tree.lemmas[i] != "expect":
        return False
    if passive(tree, i):
        return not tree.pobj(i, "by")
    called_on = any(
        tree.child(k, "nsubj", "nsubjpass") is not None and tree.infinitive(k)
        for k in tree.children(i, "ccomp", "xcomp")
    )
    return not (called_on or tree.children(i, "dobj"))


ONLY = (_asks, _keeps_silent, _lets, _feels, _claims, _at_home, _foresees, _leaves_so, _drops)
