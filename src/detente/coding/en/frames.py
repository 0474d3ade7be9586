"""Who stands where around a predicate: its roles, by the grammar of verbs and of nouns."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from detente.coding.en.doers import doers_behind, partners_behind, sources_behind
from detente.coding.en.grammar import is_a
from detente.coding.en.tree import QUESTION_WORDS, Tree

MODIFIERS = ("compound", "amod", "nmod", "npadvmod")
HELD_WITH = ("with", "to", "on", "against", "between")
STATED = frozenset({"JJ", "NNP"})  # the German invasion and occupation
BUSY_WITH = frozenset({"in", "at", "during", "for", "after", "following", "with", "through"})
BLAMED = frozenset({"for", "of", "from", "against"})
AGAINST = ("at", "on", "against")  # lashed out at Chad for shelling a town: Chad shelled it
BOUND = frozenset({"commit", "dedicate"})  # is committed to: its subject binds itself


def role(tree: Tree, i: int, name: str) -> list[int]:
    """The heads of the noun phrases in a role of predicate `i`, in text order, coordination resolved.

    Roles: subject, object, dative, clause (subject of the complement clause), poss, mod (words
    before a noun), light (what hangs on the verb that carries a noun), or a preposition.
    """
    if (find := ROLES.get(name)) is not None:
        return find(tree, i)
    if name in ("from", "by") and _received(tree, i):
        return tree.pobj(i, name) + tree.pobj(tree.heads[i], name)
    if name == "by":
        return doers_behind(tree, i)
    if name in ("between", "with"):
        return partners_behind(tree, i, name)
    return sources_behind(tree, i) if name == "from" else tree.pobj(i, name)


def roles_at(tree: Tree, i: int, names: Iterable[str]) -> list[str]:
    """The roles without those of prepositions that do not stand at `i`, where `role` would find nothing."""
    there = tree.linked_by(i)
    return [name for name in names if name in there or name in ASKED]


def _subject(tree: Tree, i: int) -> list[int]:
    return acting(tree, i) if tree.verbal(i) or tree.deps[i] == "acomp" else carried_by(tree, i)


def _possessors(tree: Tree, i: int) -> list[int]:
    own = tree.children(i, "poss") or tree.children(_first_of(tree, i), "poss")
    return [c for k in own for c in tree.conjuncts(k)]


def _modifiers(tree: Tree, i: int) -> list[int]:
    own = [c for k in tree.children(i, *MODIFIERS) for c in tree.conjuncts(k)]
    return own or [k for k in tree.children(_first_of(tree, i), *MODIFIERS) if tree.tags[k] in STATED]


def _first_of(tree: Tree, noun: int) -> int:
    """The first of coordinate nouns, whose possessor a later bare one shares: her aims and methods."""
    while tree.deps[noun] == "conj" and tree.tags[tree.heads[noun]][:2] == "NN":
        named = any(tree.words[k][:1].isupper() for k in tree.children(noun, *MODIFIERS))
        if named or tree.child(noun, "det", "poss", "nummod") is not None:
            break
        noun = tree.heads[noun]
    return noun


def passive(tree: Tree, i: int) -> bool:
    """Whether a verb stands in the passive, also as a bare participle."""
    if tree.tags[i] != "VBN" or (tree.lemmas[i] in BOUND and not tree.pobj(i, "by")):
        return False
    if tree.child(i, "auxpass", "nsubjpass") is not None:
        return True
    if tree.child(i, "aux", "nsubj") is not None:
        return False
    if tree.deps[i] == "conj" and tree.verbal(tree.heads[i]):
        return passive(tree, tree.heads[i])
    return tree.deps[i] in ("acl", "advcl", "amod", "relcl") and tree.child(i, "dobj") is None


def acting(tree: Tree, i: int) -> list[int]:
    """Who does what the verb says: the agent of a passive, else the subject."""
    return _agents(tree, i) if passive(tree, i) else surface_subject(tree, i)


def _agents(tree: Tree, i: int) -> list[int]:
    """Who a passive is done by, also where a later one coordinate with it says so: trained and armed by."""
    own = tree.pobj(i, "by")
    if own or any(tree.deps[k] in ("prep", "dobj", "xcomp") for k in tree.kids[i]):
        return own
    later = [k for k in tree.children(i, "conj") if tree.tags[k] == "VBN"]
    later = [k for k in later if tree.child(k, "nsubjpass") is None]
    return [agent for k in later[:1] for agent in _agents(tree, k)]


def undergoing(tree: Tree, i: int) -> list[int]:
    """To whom it is done: the subject of a passive, else the objects (and the noun's "of")."""
    if not tree.verbal(i):
        return tree.pobj(i, "of")
    if passive(tree, i):
        return surface_subject(tree, i)
    own = [c for k in tree.children(i, "dobj", "attr", "oprd") for c in tree.conjuncts(k)]
    if own and tree.deps[i] == "relcl" and all(_relative(tree, k) for k in own):
        return [tree.heads[i]]
    if own or tree.deps[i] != "relcl" or (_ranked(tree, i) and tree.deps[tree.heads[i]] == "attr"):
        return own or shared_object(tree, i)
    gap = any(tree.tags[k] in QUESTION_WORDS for k in tree.children(i, "nsubj", "nsubjpass"))
    return [] if gap else [tree.heads[i]]


def _relative(tree: Tree, k: int) -> bool:
    """Whether a token is a relative pronoun: the treaty that he signed."""
    return tree.tags[k] in QUESTION_WORDS or tree.words[k].lower() in ("that", "which", "whom")


def surface_subject(tree: Tree, i: int, depth: int = 0) -> list[int]:
    """The subject of a verb as the grammar gives it: own, shared, controlled or relative."""
    own = [c for k in tree.children(i, "nsubj", "nsubjpass") for c in tree.conjuncts(k)]
    if own and tree.tags[own[0]] in QUESTION_WORDS:
        return _antecedent(tree, i)
    if own or depth > 6:
        return own
    head, dep = tree.heads[i], tree.deps[i]
    if dep == "amod":
        return [head]
    if dep in ("relcl", "acl") and tree.deps[head] == "attr" and _ranked(tree, i):  # the first to sign
        return surface_subject(tree, tree.heads[head], depth + 1)
    if dep == "acl":
        return _of_participle(tree, i, depth)
    if dep == "relcl":
        return [] if tree.has_to(i) else tree.conjuncts(head)
    if dep == "pcomp":
        return _of_gerund(tree, i, depth)
    if dep == "xcomp" and tree.verbal(head):
        patient = undergoing(tree, head)
        if patient and is_a("object_control", tree.lemmas[head]):
            return patient
    if dep in ("conj", "xcomp", "ccomp", "advcl", "dep", "acomp", "attr", "oprd") and head != i:
        return surface_subject(tree, head, depth + 1) if tree.verbal(head) else _owner(tree, head, depth)
    return []


def carried_by(tree: Tree, noun: int) -> list[int]:
    """The subject of the light verb that a noun is the object of (holds talks, in talks with)."""
    begun = [k for k in tree.children(noun, "acl") if tree.tags[k] == "VBN" and is_a("light", tree.lemmas[k])]
    if begun and (agents := tree.pobj(begun[0], "by")):
        return agents
    if (verb := holding(tree, noun)) is not None:
        return surface_subject(tree, verb)
    noun = carried_root(tree, noun)
    head, dep = tree.heads[noun], tree.deps[noun]
    if tree.verbal(head):
        lemma = tree.lemmas[head]
        if dep == "dobj" and is_a("passive_light", lemma):
            return []
        if dep == "dobj" and (is_a("light", lemma) or not _absorbs(tree, head)):
            return acting(tree, head)
        if dep == "nsubjpass" and is_a("light", lemma):
            return acting(tree, head)
    if dep == "pobj" and tree.lemmas[head] in BUSY_WITH:
        verb = tree.heads[head]
        if tree.verbal(verb):
            condemned = tree.lemmas[head] == "for" and _absorbs(tree, verb)  # condemned Chad for the raid
            return undergoing(tree, verb) if condemned else acting(tree, verb) or surface_subject(tree, verb)
    return []


def carried_root(tree: Tree, noun: int) -> int:
    """The noun over a noun that is one of several, or listed: measures including a ban, a set of curbs."""
    for _ in range(6):
        head, dep = tree.heads[noun], tree.deps[noun]
        listed = (
            dep == "pobj"
            and tree.lemmas[head] in ("including", "include", "of", "as")
            and not tree.verbal(tree.heads[head])
        )
        if dep in ("conj", "appos") and not tree.verbal(head):
            noun = head
        elif listed and (tree.lemmas[head] != "of" or is_a("measure", tree.lemmas[tree.heads[head]])):
            noun = tree.heads[head]
        else:
            break
    return noun


def holding(tree: Tree, noun: int) -> int | None:
    """The verb of a relative clause that carries a noun: the talks that I had, the visit she paid."""
    for verb in tree.children(noun, "relcl"):
        own = [k for k in tree.children(verb, "dobj") if not (_relative(tree, k) or _of_time(tree, k))]
        subject = [k for k in tree.children(verb, "nsubj") if not _relative(tree, k)]
        if subject and not own and (is_a("light", tree.lemmas[verb]) or tree.lemmas[verb] == "have"):
            return verb
    return None


def _of_time(tree: Tree, k: int) -> bool:
    """Whether a noun only says when, though parsed as an object: the talks that I had yesterday."""
    return tree.lemmas[k] in ("yesterday", "today", "tonight", "morning", "week", "month", "year", "night")


def _absorbs(tree: Tree, verb: int) -> bool:
    """Whether a verb makes its object unreal or someone else's (rejects, condemns, prevents)."""
    lemma = tree.lemmas[verb]
    groups = ("avert", "demand", "threat", "speech", "passive_light", "judging", "condemning")
    return any(is_a(group, lemma) for group in groups)


def _received(tree: Tree, noun: int) -> bool:
    """Whether a noun is what someone receives: its giver then hangs on the verb."""
    return tree.deps[noun] == "dobj" and is_a("passive_light", tree.lemmas[tree.heads[noun]])


def _beside(tree: Tree, noun: int) -> list[int]:
    """What hangs by a preposition or as dative on the verb that carries the noun."""
    if (verb := holding(tree, noun)) is not None:
        over = [tree.heads[noun]] if tree.deps[noun] == "dobj" else []
        return [k for at in (verb, *over) for prep in HELD_WITH for k in tree.pobj(at, prep)]
    noun = carried_root(tree, noun)
    head, dep = tree.heads[noun], tree.deps[noun]
    if not tree.verbal(head) or dep not in ("dobj", "nsubjpass"):
        return []
    if is_a("passive_light", tree.lemmas[head]):
        return surface_subject(tree, head)
    datives = [c for k in tree.children(head, "dative") for c in _phrases(tree, k)]
    return datives + tree.pobj(head, *HELD_WITH, "at", "toward", "towards", "over")


def _clause_subjects(tree: Tree, i: int) -> list[int]:
    found: list[int] = []
    for clause in tree.children(i, "ccomp", "xcomp", "advcl"):
        found += [c for k in tree.children(clause, "nsubj", "nsubjpass") for c in tree.conjuncts(k)]
    return found


def _phrases(tree: Tree, dative: int) -> list[int]:
    return tree.objects_of(dative) if tree.tags[dative] in ("IN", "TO") else tree.conjuncts(dative)


def _antecedent(tree: Tree, i: int) -> list[int]:
    """The noun that a relative clause hangs on, with what it is coordinated with or stands beside."""
    at = i
    while tree.deps[at] == "conj" and tree.heads[at] != at:
        at = tree.heads[at]
    over = tree.heads[at]
    if tree.deps[at] == "ccomp" and tree.deps[over] == "relcl":  # the office, which he feared might object
        at = over
    return [tree.heads[at]] if tree.deps[at] in ("relcl", "ccomp", "acl") and tree.heads[at] != at else []


def _of_participle(tree: Tree, i: int, depth: int) -> list[int]:
    noun = tree.heads[i]
    if not tree.has_to(i):
        return tree.conjuncts(noun)
    return _owner(tree, noun, depth)


def _owner(tree: Tree, noun: int, depth: int) -> list[int]:
    """Whose a noun is: its possessor or modifier, else the subject of the verb over it."""
    own = role(tree, noun, "poss") or tree.pobj(noun, "by")
    named = [k for k in role(tree, noun, "mod") if tree.words[k][:1].isupper()]
    if own or named:
        return own or named
    for above in tree.up(noun):
        if tree.verbal(above):
            return acting(tree, above) if depth < 6 and not passive(tree, above) else []
    return []


def _of_gerund(tree: Tree, i: int, depth: int) -> list[int]:
    prep = tree.heads[i]
    over = tree.heads[prep]
    if not tree.verbal(over):
        return _owner(tree, over, depth)
    if tree.lemmas[prep] in BLAMED and (patient := undergoing(tree, over) or tree.pobj(over, *AGAINST)):
        return patient
    return surface_subject(tree, over, depth + 1)


def shared_object(tree: Tree, i: int) -> list[int]:
    """The object of a later coordinate verb, for a verb that has none: denounced but could not deflect X."""
    if any(tree.deps[k] in ("prep", "ccomp", "xcomp", "dative") for k in tree.kids[i]):
        return []
    later = [k for k in tree.kids[i] if tree.deps[k] == "conj" and tree.verbal(k)]
    return undergoing(tree, later[0]) if later else []


def _ranked(tree: Tree, i: int) -> bool:
    """Whether an infinitive says what someone is the first, or the last, to do."""
    ranked = (tree.heads[i], *tree.children(tree.heads[i], "amod"))
    return tree.has_to(i) and any(is_a("rank", tree.lemmas[k]) for k in ranked)


ROLES: dict[str, Callable[[Tree, int], list[int]]] = {
    "subject": _subject,
    "object": undergoing,
    "dative": lambda tree, i: [c for k in tree.children(i, "dative") for c in _phrases(tree, k)],
    "clause": _clause_subjects,
    "poss": _possessors,
    "mod": _modifiers,
    "light": _beside,
}
ASKED = frozenset({*ROLES, "from", "by", "between", "with", "complement", "anywhere", "none"})
