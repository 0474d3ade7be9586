"""What someone says to have put to the other side of a talk that he tells of: I raised his case."""

from __future__ import annotations

from detente.coding.codes import states_of
from detente.coding.en.act import Act
from detente.coding.en.actors import Cast
from detente.coding.en.frames import acting, undergoing
from detente.coding.en.grammar import is_a
from detente.coding.en.lexicon import Entry
from detente.coding.en.modality import MUST, auxiliary_of, is_negated, mode_of
from detente.coding.en.pronouns import FIRST, PERSONS, WE
from detente.coding.en.tree import Tree

STANCES = {"ACCUSE": "-", "THREATEN": "-", "REQUEST": "+", "SUPPORT": "+", "CONSULT": "+"}
ABOUT = ("about", "of", "on", "for")
CLEAR = ("clear", "plain", "known")
CONCERNS = frozenset(
    {"concern", "worry", "alarm", "dismay", "disappointment", "objection", "outrage", "anger"}
)
WORDLESS = frozenset({"raise", "press", "bring"})  # to raise a matter is to ask that something be done


def brought_up(cast: Cast, i: int, near: int) -> Act | None:
    """The act of words that verb `i` tells of a talk between the speaker and the other side, or None.

    Parameters
    ----------
    near : sentences back in which the other side must have been named.
    """
    tree = cast.tree
    content = _content(tree, i)
    if tree.tags[i] != "VBD" or not is_a("brought_up", tree.lemmas[i]) or not content or is_negated(tree, i):
        return None
    doers = acting(tree, i)
    words = {tree.words[h].lower() for h in doers}
    actors = tuple(dict.fromkeys(code for h in doers for code in cast.named(h)))
    other = cast.memory.partner(near)
    if words & PERSONS and set(states_of(actors)) == set(states_of(other)):
        other = tuple(states_of(cast.memory.speaker))
    elif not words <= FIRST | WE:
        return None
    if len(states_of(actors)) != 1 or not other or _to_others(cast, i):
        return None
    plover = _type(tree, i, content)
    entry = Entry(id="spoken-raise", plover=plover, speech=True, stance=STANCES[plover], weight=0.6)
    return Act(i, entry, actors, other, tuple(doers), mode_of(tree, i), "v(subject,-)+partner", 0.5)


def _content(tree: Tree, i: int) -> list[int]:
    """What was said: a clause, an object, what one spoke about, what was made clear."""
    clear = [k for k in tree.children(i, "ccomp", "acomp", "oprd", "advcl") if tree.lemmas[k] in CLEAR]
    if tree.lemmas[i] == "make" and not clear:
        return []
    within = [c for k in clear for c in tree.children(k, "ccomp", "advcl")]
    if tree.lemmas[i] in ("talk", "speak"):
        return tree.pobj(i, *ABOUT)
    return within or tree.children(i, "ccomp") or undergoing(tree, i)


def _to_others(cast: Cast, i: int) -> bool:
    """Whether it was said to someone: then whoever is named is the other side, if he is one at all."""
    tree = cast.tree
    return bool(tree.children(i, "dative") or tree.pobj(i, "to", "with"))


def _type(tree: Tree, i: int, content: list[int]) -> str:
    """The PLOVER type of what was said: a complaint, a threat, a pledge, a demand, else mere talk."""
    inside = [t for k in content for t in tree.subtree(k)]
    lemmas = {tree.lemmas[t] for t in inside}
    heads = {tree.lemmas[k] for k in content}
    if heads & CONCERNS:
        return "ACCUSE"
    if any(is_a("retort", lemma) for lemma in lemmas) or any(_will_not(tree, k) for k in content):
        return "THREATEN"
    if any(is_a("pledged", lemma) for lemma in heads):
        return "SUPPORT"
    asked = any(auxiliary_of(tree, t) in MUST for t in inside) or "need" in lemmas
    return "REQUEST" if asked or tree.lemmas[i] in WORDLESS else "CONSULT"


def _will_not(tree: Tree, clause: int) -> bool:
    return auxiliary_of(tree, clause) in ("will", "would") and is_negated(tree, clause)
