"""What the grammar of its sentence says of a pronoun: whom it blames, and what it cannot mean."""

from __future__ import annotations

from detente.coding.en.frames import surface_subject, undergoing
from detente.coding.en.owners import SAID
from detente.coding.en.tree import Tree

ANOTHER = frozenset({"conj", "parataxis"})
BLAMING = frozenset({"for", "over", "because", "due", "owing"})
ANSWERING = frozenset(
    {
        "respond",
        "reply",
        "answer",
        "react",
        "accede",
        "reject",
        "accept",
        "rebuff",
        "ignore",
        "heed",
        "dismiss",
    }
    | {"grant", "oppose", "welcome", "comply", "yield", "bow", "spurn", "decline", "meet"}
)
TOWARD = frozenset({"at", "against", "on", "into", "toward", "towards"})


def bound_by(tree: Tree, head: int) -> int | None:
    """The verb whose object a pronoun is, so that it is not the verb's subject: urged it, met with him.

    Nor is it the subject's own demand that somebody answers or rejects: has not responded to its request.
    """
    if tree.deps[head] == "poss" and tree.lemmas[tree.heads[head]] in SAID:
        over = tree.heads[tree.heads[head]]
        verb = over if tree.verbal(over) else tree.heads[over]
        return verb if tree.lemmas[verb] in ANSWERING else None
    if tree.words[head].lower().endswith("self") or tree.deps[head] not in ("dobj", "dative", "pobj"):
        return None
    over = tree.heads[head]
    verb = tree.heads[over] if tree.deps[head] == "pobj" else over
    return verb if tree.verbal(verb) else None


def told_of(tree: Tree, head: int) -> set[int]:
    """The words of what the subject does that a pronoun is, or that it owns: none of these names it.

    Of "it asked Chad's envoy to leave" it is not Chad.
    """
    noun = tree.heads[head] if tree.deps[head] == "poss" else head
    verb = tree.heads[noun]
    if tree.deps[noun] not in ("nsubj", "nsubjpass") or not tree.verbal(verb):
        return set()
    return {k for k in tree.subtree(verb, ANOTHER) if k > noun}


def blamed(tree: Tree, head: int) -> list[int]:
    """Whose deed a possessive means after "for" and "over": fined Chad for its dam, thanked him for his."""
    noun = tree.heads[head]
    prep = tree.heads[noun]
    if tree.lemmas[tree.heads[prep]] in ("because", "due", "owing"):  # because of its failure
        prep = tree.heads[prep]
    verb = tree.heads[prep]
    if tree.deps[head] == "poss" and tree.lemmas[prep] in TOWARD and (accuser := _accuser(tree, verb)):
        return accuser
    because = tree.deps[head] == "poss" and tree.deps[noun] == "pobj" and tree.lemmas[prep] in BLAMING
    if not because or not tree.verbal(verb) or prep < verb:
        return []
    objects = undergoing(tree, verb)
    sides = [k for o in (verb, *objects) for k in tree.pobj(o, "on", "against", "at", "with")]
    return [k for k in (*sides, *objects) if k < prep and k != noun]


def _accuser(tree: Tree, gerund: int) -> list[int]:
    """Who blames another for what a gerund says: accused China of firing at its boats."""
    prep = tree.heads[gerund]
    verb = tree.heads[prep]
    blames = tree.deps[gerund] == "pcomp" and tree.lemmas[prep] == "of" and tree.verbal(verb)
    return surface_subject(tree, verb) if blames and undergoing(tree, verb) else []


def apart(tree: Tree, verb: int, head: int) -> bool:
    """Whether a verb is only coordinate with a that-clause of its own in which a pronoun stands.

    Of "China said that Taiwan is ..., and that it opposes ..." the pronoun is China.
    """
    if tree.child(verb, "mark") is None:
        return False
    coordinate = [k for k in tree.children(verb, "conj") if tree.child(k, "mark") is not None]
    return any(head in tree.subtree(k) for k in coordinate)
