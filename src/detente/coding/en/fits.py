"""Which codebook entries a word meets by its part of speech and by what hangs on it."""

from __future__ import annotations

from collections.abc import Iterator

from detente.coding.en.frames import acting, undergoing
from detente.coding.en.grammar import is_a
from detente.coding.en.lexicon import Entry, Lexicon
from detente.coding.en.tree import Tree

MEETINGS = frozenset({"talk", "summit", "conference"})  # nouns that proper names of talks end in
SUFFERED = frozenset({"COERCE", "ASSAULT"})  # what the people of a state may be said to have suffered
BLOODLESS = frozenset(
    {"trade", "tariff", "customs", "economic", "price", "cold", "propaganda", "currency", "verbal"}
)
PERSON = "#person"  # stands in an entry's objects for a name in the singular, him, her, whom
ATTACHED = frozenset(  # labels under which a verb's particle may hang on it
    {"prt", "prep", "advmod", "dative", "acomp", "oprd", "npadvmod", "ccomp", "xcomp"}
)


def entries_at(tree: Tree, lexicon: Lexicon, i: int) -> Iterator[tuple[Entry, tuple[int, ...]]]:
    """The entries whose head and constraints token `i` meets, with the object nouns they name."""
    part = _part(tree, i)
    if part is None:
        return
    before_noun = tree.deps[i] == "amod"
    for entry in lexicon.entries.get((part, tree.lemmas[i]), ()):
        matched = _meets(tree, entry, i)
        if matched is not None and not (before_noun and entry.plover not in SUFFERED):
            yield entry, matched


def contents(tree: Tree, heads: list[int]) -> list[int]:
    """The heads with the nouns that say what they are: tons of grain, a ceasefire agreement."""
    found = list(heads)
    for h in found:
        if is_a("measure", tree.lemmas[h]):
            found.extend(k for k in tree.pobj(h, "of", "in") if k not in found)
        if is_a("carrier", tree.lemmas[h]) or tree.tags[h] == "NNP":
            found.extend(tree.children(h, "compound"))
    return found


def _part(tree: Tree, i: int) -> str | None:
    tag, dep = tree.tags[i], tree.deps[i]
    if tag in ("NNP", "NNPS") and _talks_by_name(tree, i):
        return "n"
    if dep == "amod" and tag == "VBN" and _person(tree, tree.heads[i]):
        return "v"
    if dep in ("aux", "auxpass", "compound", "amod", "npadvmod") or tag == "NNP":
        return None
    if tree.verbal(i):
        return "v"
    if tag in ("NN", "NNS"):
        return "n"
    return "a" if tag == "JJ" and dep in ("acomp", "ROOT", "conj", "oprd", "attr") else None


def _talks_by_name(tree: Tree, i: int) -> bool:
    """Whether a proper noun ends the name of talks: the Six-Party Talks."""
    apart = tree.deps[i] in ("compound", "appos", "conj")
    return tree.lemmas[i] in MEETINGS and bool(tree.kids[i]) and not apart


def _person(tree: Tree, noun: int) -> bool:
    """Whether a common noun means people, to whom something was done: the jailed activists."""
    return tree.tags[noun] in ("NN", "NNS") and is_a("actor", tree.lemmas[noun])


def _meets(tree: Tree, entry: Entry, i: int) -> tuple[int, ...] | None:
    """The object nouns by which the entry's constraints are met, () without any, None if not met."""
    if entry.part == "n":
        if entry.plover == "ASSAULT" and _bloodless(tree, i):
            return None
        before = {tree.words[k].lower() for k in tree.children(i, "compound", "amod", "nmod")}
        return () if all(p in before for p in entry.particles) and _with_fits(tree, entry, i) else None
    if entry.particles and not _attached(tree, entry, i):
        return None
    narrowed = entry.object or entry.object_not
    objects = contents(tree, _objects(tree, entry, i)) if narrowed else []
    if any(tree.lemmas[k] in entry.object_not for k in objects):
        return None
    if entry.complement and not _complement_fits(tree, entry, i, objects):
        return None
    if entry.subject and not any(tree.lemmas[k] in entry.subject for k in contents(tree, acting(tree, i))):
        return None
    if not _with_fits(tree, entry, i):
        return None
    if not entry.object:
        return ()
    fitting = tuple(k for k in objects if "*" in entry.object or _named_by(tree, k, entry.object))
    if entry.plover == "ASSAULT" and all(_bloodless(tree, k) for k in fitting):
        return None
    return fitting or None


def _bloodless(tree: Tree, k: int) -> bool:
    """Whether a war is one without arms: a trade war, the cold war, a war of words."""
    before = {tree.words[c].lower() for c in tree.children(k, "compound", "amod")}
    return bool(before & BLOODLESS) or any(tree.lemmas[c] == "word" for c in tree.pobj(k, "of"))


def _attached(tree: Tree, entry: Entry, i: int) -> bool:
    """Whether all particles of an entry hang on a verb, after it."""
    own = [k for k in tree.kids[i] if k > i and tree.deps[k] in ATTACHED and not _says_where(tree, i, k)]
    found = {tree.lemmas[k] for k in own}
    if len(entry.particles) > 1:  # pulled [out [of talks]]
        found.update(tree.lemmas[inner] for k in own for inner in tree.children(k, "prep"))
    return found.issuperset(entry.particles)


def _says_where(tree: Tree, i: int, k: int) -> bool:
    """Whether "in" only says where or when the verb's object was done to: took the town in April."""
    place = tree.lemmas[k] == "in" and tree.deps[k] == "prep" and bool(tree.children(k, "pobj"))
    return place and tree.lemmas[i] == "take" and bool(tree.children(i, "dobj", "nsubjpass"))


def _with_fits(tree: Tree, entry: Entry, i: int) -> bool:
    """Whether what hangs on a word by each preposition of its entry is what the entry asks for."""
    for prep, lemmas in entry.with_.items():
        there = contents(tree, tree.pobj(i, prep))
        if not there and entry.object:  # lodged [a complaint with the embassy]
            there = contents(tree, [k for o in undergoing(tree, i) for k in tree.pobj(o, prep)])
        if not there or (lemmas - {"*"} and not any(tree.lemmas[k] in lemmas for k in there)):
            return False
    return True


def _named_by(tree: Tree, k: int, words: frozenset[str]) -> bool:
    """Whether a noun is one of the words; "martial_law" is a noun with the word before it, PERSON a name."""
    lemma = tree.lemmas[k]
    if PERSON in words and tree.tags[k] in ("NNP", "PRP", "WP"):
        return True
    before = tree.children(k, "amod", "compound", "nmod")
    return lemma in words or any(f"{tree.lemmas[b]}_{lemma}" in words for b in before)


def _objects(tree: Tree, entry: Entry, i: int) -> list[int]:
    found = undergoing(tree, i) if tree.verbal(i) else []
    found = found + [k for k in tree.children(i, "ccomp", "acomp", "oprd", "advcl") if not tree.verbal(k)]
    found = found + [k for p in tree.children(i, "prep") if tree.lemmas[p] == "as" for k in tree.kids[p]]
    for particle in entry.particles:
        found = found + tree.pobj(i, particle)
    if tree.children(i, "dative"):  # gave the envoy three days
        found = found + tree.children(i, "npadvmod")
    return found


def _complement_fits(tree: Tree, entry: Entry, i: int, objects: list[int]) -> bool:
    """Whether the clause under a verb, or under its object, has the verb asked for: the need to deter."""
    verbs = tree.children(i, "xcomp", "ccomp")
    verbs += [k for k in tree.children(i, "advcl") if tree.tags[k] == "VB" and k > i]  # sent them to inspect
    if "to" in entry.complement:
        return any(tree.lemmas[a] == "to" for v in verbs for a in tree.children(v, "aux"))
    if entry.object:
        inner = [k for o in objects for k in (*tree.children(o, "acl", "relcl"), *tree.pobj(o, "of", "for"))]
        verbs = verbs + [k for k in inner if tree.deps[k] != "relcl" or tree.tags[k] == "VB"]
    if "*" in entry.complement:
        return bool(verbs)
    inner = [k for v in verbs for k in tree.conjuncts(v)]
    return any(tree.lemmas[k] in entry.complement for k in inner)
