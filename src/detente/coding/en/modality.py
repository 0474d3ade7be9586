"""Whether what a predicate says is put as fact, plan, forecast, possibility or denied; and by whom."""

from __future__ import annotations

from dataclasses import dataclass

from detente.coding.en.frames import acting
from detente.coding.en.grammar import is_a
from detente.coding.en.tree import Tree
from detente.findings import Modality

WILL = frozenset({"will", "shall", "'ll", "’ll", "wo"})
MAY = frozenset({"may", "might", "could", "can", "ca"})
MUST = frozenset({"must", "should", "ought", "need"})
IF = frozenset({"if", "unless", "whether", "lest"})
INVERTED = frozenset({"had", "should", "were"})
LONG_AS = "long as"
NEGATORS = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nor"})
TAKEN = frozenset({"decision", "move", "step"})  # with them an act counts as done: the decision to leave
READY = frozenset({"ready", "open", "prepared"})
BARELY = frozenset({"hardly", "scarcely"})


@dataclass(frozen=True, slots=True)
class Mode:
    """The modality of a predicate, whether hedged, the verb of saying over it, and its auxiliary.

    `purpose`: it is unreal only because it is the purpose of another act.
    """

    modality: Modality = Modality.ASSERTED
    hedged: bool = False
    saying: int | None = None
    auxiliary: str = ""
    negated: bool = False
    purpose: bool = False

    @property
    def actual(self) -> bool:
        return self.modality in (Modality.ASSERTED, Modality.SCHEDULED)


def mode_of(tree: Tree, i: int) -> Mode:
    """The mode of predicate `i` by its auxiliaries, its negation and the words over it."""
    modality, purpose, saying = Modality.ASSERTED, False, None
    auxiliary = auxiliary_of(tree, i)
    negated = is_negated(tree, i)
    if auxiliary in WILL or auxiliary == "would":
        modality = Modality.PREDICTED_NOT if negated else Modality.PLANNED
    elif auxiliary in MAY or auxiliary in MUST:
        modality = (
            Modality.DENIED if negated and auxiliary in ("could", "can", "ca") else Modality.HYPOTHETICAL
        )
    elif negated:
        modality = Modality.DENIED
    hedged = any(is_a("hedge", tree.lemmas[k]) for k in tree.children(i, "advmod"))
    if any(is_a("irreal_adj", tree.lemmas[k]) for k in tree.children(i, "amod")):
        modality = Modality.HYPOTHETICAL
    at = i
    for above in tree.up(i) if not _complained_of(tree, i) else ():
        over, saying_here, hedges = _from_above(tree, at, above)
        hedged = hedged or hedges
        saying = saying if saying is not None else saying_here
        if over is not None and modality is Modality.ASSERTED:
            modality, purpose = over, _for_a_purpose(tree, at)
        if _factual_link(tree, at):
            break
        at = above
    return Mode(modality, hedged, saying, auxiliary, negated, purpose)


def _for_a_purpose(tree: Tree, at: int) -> bool:
    """Whether a clause says what for: in order to help, money to help; not plans to help."""
    meant = tree.deps[at] == "acl" and is_a("plan", tree.lemmas[tree.heads[at]])
    return tree.deps[at] in ("advcl", "acl") and not meant


def auxiliary_of(tree: Tree, i: int) -> str:
    """The modal auxiliary of a verb, its own or shared along a coordination, else ''."""
    own = [tree.words[k].lower() for k in tree.children(i, "aux") if tree.tags[k] == "MD"]
    if own:
        return own[0]
    shares = tree.deps[i] == "conj" and tree.verbal(tree.heads[i]) and tree.tags[i] in ("VB", "VBN")
    if shares and tree.child(i, "nsubj", "nsubjpass") is None:
        return auxiliary_of(tree, tree.heads[i])
    going = tree.deps[i] == "xcomp" and tree.words[tree.heads[i]].lower() == "going"
    return "will" if going else ""


def is_negated(tree: Tree, i: int) -> bool:
    """Whether a predicate is denied by its own negation or by "no" before it or its object."""
    for k in tree.kids[i]:
        low = tree.words[k].lower()
        if low == "longer" and any(tree.words[j].lower() in ("no", "not") for j in (k - 1,) if j >= 0):
            return True
        if tree.deps[k] in ("neg", "advmod", "preconj", "det") and (low in NEGATORS or low in BARELY):
            return not any(tree.words[j].lower() == "only" for j in (k + 1,) if j < len(tree))
    for k in tree.children(i, "nsubj", "nsubjpass"):
        if any(tree.words[j].lower() == "neither" for j in (k, *tree.children(k, "det", "preconj", "cc"))):
            return True
    for k in tree.children(i, "dobj", "nsubjpass"):
        if any(tree.words[j].lower() == "no" for j in tree.children(k, "det", "neg")):
            return True
    if any(tree.words[k - 1].lower() == "yet" for k in tree.children(i, "aux") if tree.tags[k] == "TO" and k):
        return True  # it has yet to be ratified
    head = tree.heads[i]
    if tree.deps[i] == "xcomp" and is_a("achieved", tree.lemmas[head]):
        return is_negated(tree, head) or is_negated(tree, tree.clause(head))
    if tree.deps[i] in ("pcomp", "pobj") and tree.lemmas[head] == "without":
        return True
    return tree.deps[i] in ("dobj", "nsubjpass", "attr") and tree.verbal(head) and is_negated(tree, head)


def conditional(tree: Tree, i: int) -> bool:
    """Whether a clause is a condition: if, unless, in case, provided."""
    marks = {tree.words[k].lower() for k in tree.children(i, "mark", "advmod", "prep")}
    provided = tree.words[i].lower() in ("provided", "providing") and tree.child(i, "ccomp") is not None
    if marks & IF or provided:
        return True
    first = min(tree.subtree(i))
    word = tree.words[first].lower()
    inverted = word in INVERTED and any(tree.words[k].lower() == word for k in tree.children(i, "aux"))
    return inverted or LONG_AS in " ".join(tree.words[t].lower() for t in range(max(0, first - 2), i))


def _from_above(tree: Tree, at: int, above: int) -> tuple[Modality | None, int | None, bool]:
    """What the word over `at` does to it: (modality or None, saying verb or None, hedged)."""
    dep, lemma = tree.deps[at], tree.lemmas[above]
    hedges = is_a("hedge", lemma) and dep == "xcomp"
    saying = above if dep == "ccomp" and tree.verbal(above) and is_a("speech", lemma) else None
    if dep == "advcl" and conditional(tree, at):
        return Modality.HYPOTHETICAL, saying, hedges
    if dep in ("xcomp", "ccomp", "dobj", "nsubjpass", "acl", "pcomp", "conj", "pobj", "acomp"):
        return _governed(tree, at, above), saying, hedges
    if dep == "advcl" and tree.infinitive(at):
        return Modality.PLANNED, saying, hedges
    if dep == "nsubj" and tree.child(at, "det", "poss") is None and auxiliary_of(tree, above) in MAY:
        return Modality.HYPOTHETICAL, saying, hedges
    return None, saying, hedges


def _governed(tree: Tree, at: int, above: int) -> Modality | None:
    dep, lemma = tree.deps[at], tree.lemmas[above]
    if dep == "conj":
        return None
    if dep == "pobj" or (dep == "pcomp" and not tree.verbal(above)):
        noun = tree.heads[above]
        if dep == "pcomp" and tree.lemmas[noun] == "open" and tree.tags[noun] == "JJ":
            return Modality.PLANNED
        feared = tree.lemmas[above] in ("of", "for", "about", "against", "with", "over") and is_a(
            "future_noun", tree.lemmas[noun]
        )
        if feared or (
            tree.verbal(noun) and is_a("demand", tree.lemmas[noun]) and tree.lemmas[above] == "for"
        ):
            return Modality.HYPOTHETICAL
        if tree.lemmas[noun] in READY and tree.tags[noun] == "JJ" and tree.lemmas[above] in ("for", "to"):
            return Modality.PLANNED  # ready for talks, open to talks
        if tree.verbal(noun) and is_a("avert", tree.lemmas[noun]) and tree.lemmas[above] == "from":
            return Modality.DENIED
        return None
    if dep == "acl":
        if lemma in TAKEN or _first_to(tree, above) or (is_a("endeavour", lemma) and _owned(tree, above)):
            return None
        return Modality.PLANNED if tree.infinitive(at) and tree.tags[above][:2] == "NN" else None
    if is_a("avert", lemma) and dep != "nsubjpass":
        return Modality.DENIED if dep == "xcomp" else Modality.HYPOTHETICAL
    if is_a("driven", lemma) and not auxiliary_of(tree, above) and not is_negated(tree, above):
        return None  # who was forced to leave has left
    if lemma == "order" and dep == "dobj":
        return None  # an ordered attack takes place
    if lemma == "tell" and dep == "ccomp":
        return None
    if is_a("demand", lemma) or is_a("threat", lemma):
        return Modality.HYPOTHETICAL if dep in ("xcomp", "ccomp", "dobj") else None
    if is_a("plan", lemma) or is_a("promise", lemma):
        meant = dep == "xcomp" or (dep == "dobj" and (is_a("plan", lemma) or not is_a("light", lemma)))
        return Modality.PLANNED if meant else None
    if lemma == "be" and dep == "xcomp":
        return Modality.PLANNED
    own = auxiliary_of(tree, above)
    if dep in ("dobj", "nsubjpass", "xcomp", "acomp") and (own in WILL or own == "would"):
        return Modality.PLANNED
    return Modality.HYPOTHETICAL if dep in ("dobj", "nsubjpass", "xcomp") and own in MAY | MUST else None


def _first_to(tree: Tree, noun: int) -> bool:
    """Whether an infinitive tells what the first or only one did: the first president to visit."""
    return any(tree.words[k].lower() in ("first", "last", "only") for k in tree.children(noun, "amod"))


def _owned(tree: Tree, noun: int) -> bool:
    """Whether a noun says whose it is: Russia's attempts to, efforts by Cairo to."""
    return bool(tree.children(noun, "poss") or tree.pobj(noun, "by", "of"))


def _factual_link(tree: Tree, at: int) -> bool:
    """Whether the clause is told as fact whatever stands above it: relative, temporal, causal."""
    return tree.deps[at] in ("relcl", "parataxis") or (tree.deps[at] == "advcl" and not conditional(tree, at))


def _complained_of(tree: Tree, at: int) -> bool:
    """Whether a noun is a deed of someone's that a complaint is about: concerns about China's support."""
    prep = tree.heads[at]
    about = tree.deps[at] == "pobj" and tree.lemmas[prep] in ("about", "over", "at")
    return about and is_a("complaint", tree.lemmas[tree.heads[prep]]) and tree.child(at, "poss") is not None


def holder_of(tree: Tree, mode: Mode) -> list[int]:
    """The noun phrases of those who say it, [] where the author does."""
    return acting(tree, mode.saying) if mode.saying is not None else []
