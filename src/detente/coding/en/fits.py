"""Which codebook entries a word meets by its part of speech and by what hangs on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from detente.coding.en.frames import acting, undergoing
from detente.coding.en.grammar import is_a
from detente.coding.en.lexicon import Entry, Lexicon
from detente.coding.en.modality import is_negated
from detente.coding.en.tree import Tree

MEETINGS = frozenset({"talk", "summit", "conference"})  # nouns that proper names of talks end in
SUFFERED = frozenset({"COERCE", "ASSAULT"})  # what the people of a state may be said to have suffered
BLOODLESS = frozenset(
    {"trade", "tariff", "customs", "economic", "price", "cold", "propaganda", "currency", "verbal"}
)
PREDICATIVE = frozenset({"ccomp", "acomp", "oprd", "advcl"})
PERSON = "#person"  # stands in an entry's objects for a name in the singular, him, her, whom
ATTACHED = frozenset(  # labels under which a verb's particle may hang on it
    {"prt", "prep", "advmod", "dative", "acomp", "oprd", "npadvmod", "ccomp", "xcomp", "advcl"}
)


def entries_at(tree: Tree, lexicon: Lexicon, i: int) -> Iterator[tuple[Entry, tuple[int, ...]]]:
    """The entries whose head and constraints token `i` meets, with the object nouns they name."""
    part = _part(tree, i)
    entries = lexicon.entries.get((part, tree.lemmas[i])) if part is not None else None
    if entries is None:
        return
    around = Around(tree, i)
    meets = _noun_meets if part == "n" else _meets
    before_noun = tree.deps[i] == "amod"
    for entry in entries:
        if before_noun and entry.plover not in SUFFERED:
            continue
        matched = meets(around, entry)
        if matched is not None:
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


class Objects(NamedTuple):
    """The nouns that a word acts on: `names` has a set for each, "law" and "martial_law" for martial law."""

    heads: Sequence[int]
    lemmas: frozenset[str]
    names: Sequence[frozenset[str]]
    all_names: frozenset[str]


NO_OBJECTS = Objects((), frozenset(), (), frozenset())


class Around:
    """What hangs on token `i`, looked up once for all the entries of its word."""

    def __init__(self, tree: Tree, i: int) -> None:
        self.tree, self.i = tree, i

    @cached_property
    def before(self) -> frozenset[str]:
        """The words before a noun."""
        found = self.tree.children(self.i, "compound", "amod", "nmod")
        return frozenset([self.tree.words[k].lower() for k in found])

    @cached_property
    def behind(self) -> list[int]:
        """The tokens after a verb of which one may be its particle."""
        deps = self.tree.deps
        return [k for k in self.tree.kids[self.i] if k > self.i and deps[k] in ATTACHED]

    @cached_property
    def attached(self) -> frozenset[str]:
        """The lemmas after a verb of which one may be its particle."""
        return frozenset([self.tree.lemmas[k] for k in self.behind])

    @cached_property
    def doers(self) -> frozenset[str]:
        """The lemmas of who does what a verb says."""
        return frozenset([self.tree.lemmas[k] for k in contents(self.tree, acting(self.tree, self.i))])

    @cached_property
    def plain_objects(self) -> Objects:
        """The objects of a verb without particles."""
        return self._objects(())

    def objects(self, particles: tuple[str, ...]) -> Objects:
        """The objects of a verb with its particles."""
        return self._objects(particles) if particles else self.plain_objects

    def _objects(self, particles: tuple[str, ...]) -> Objects:
        tree = self.tree
        heads = contents(tree, _objects(tree, particles, self.i))
        if not heads:
            return NO_OBJECTS
        names = [_names(tree, k) for k in heads]
        return Objects(heads, frozenset([tree.lemmas[k] for k in heads]), names, frozenset().union(*names))

    def has_within(self, particles: tuple[str, ...]) -> bool:
        """Whether the particles hang on a verb or on one another: pulled [out [of talks]]."""
        if len(particles) == 1:
            return False
        tree = self.tree
        inner = {tree.lemmas[k] for own in self.behind for k in tree.children(own, "prep")}
        return (self.attached | inner).issuperset(particles)


def _noun_meets(around: Around, entry: Entry) -> tuple[()] | None:
    """() where a noun has the words before it and after it that its entry demands, else None."""
    if entry.particles and not around.before.issuperset(entry.particles):
        return None
    if entry.plover == "ASSAULT" and bloodless(around.tree, around.i):
        return None
    return () if not entry.with_ or _with_fits(around.tree, entry, around.i) else None


def _meets(around: Around, entry: Entry) -> tuple[int, ...] | None:
    """The object nouns by which the entry's constraints are met, () without any, None if not met."""
    tree, i = around.tree, around.i
    particles = entry.particles
    if particles and not (around.attached.issuperset(particles) or around.has_within(particles)):
        return None
    narrowed = entry.object or entry.object_not
    objects = around.objects(entry.particles) if narrowed else NO_OBJECTS
    anything = "*" in entry.object
    if entry.object and not anything and entry.object.isdisjoint(objects.all_names):
        return None
    if not entry.object_not.isdisjoint(objects.all_names) or ("*" in entry.object_not and objects.heads):
        return None
    if entry.complement and not _complement_fits(tree, entry, i, objects.heads):
        return None
    if entry.subject and entry.subject.isdisjoint(around.doers):
        return None
    if entry.with_ and not _with_fits(tree, entry, i):
        return None
    if not entry.object:
        return ()
    named = zip(objects.heads, objects.names, strict=True)
    fitting = tuple([k for k, names in named if anything or not entry.object.isdisjoint(names)])
    if entry.plover == "ASSAULT" and all(bloodless(tree, k) for k in fitting):
        return None
    return fitting or None


def bloodless(tree: Tree, k: int) -> bool:
    """Whether a war is one without arms: a trade war, the cold war, a war of words."""
    before = {tree.words[c].lower() for c in tree.children(k, "compound", "amod")}
    return bool(before & BLOODLESS) or any(tree.lemmas[c] == "word" for c in tree.pobj(k, "of"))


def _with_fits(tree: Tree, entry: Entry, i: int) -> bool:
    """Whether what hangs on a word by each preposition of its entry is what the entry asks for."""
    for prep, lemmas in entry.with_.items():
        there = contents(tree, tree.pobj(i, prep))
        if not there and entry.object:  # lodged [a complaint with the embassy]
            there = contents(tree, [k for o in undergoing(tree, i) for k in tree.pobj(o, prep)])
        if not there or (lemmas - {"*"} and not any(tree.lemmas[k] in lemmas for k in there)):
            return False
    return True


def _names(tree: Tree, k: int) -> frozenset[str]:
    """What a codebook may call a noun: its lemma, that with a word before it ("martial_law"), PERSON."""
    lemma = tree.lemmas[k]
    before = tree.children(k, "amod", "compound", "nmod")
    person = [PERSON] if tree.tags[k] in ("NNP", "PRP", "WP") else []
    return frozenset([lemma, *[f"{tree.lemmas[b]}_{lemma}" for b in before], *person])


def _objects(tree: Tree, particles: tuple[str, ...], i: int) -> list[int]:
    found = list(undergoing(tree, i)) if tree.verbal(i) else []
    behind_as: list[int] = []
    for k in tree.kids[i]:
        dep = tree.deps[k]
        if dep in PREDICATIVE and not tree.verbal(k):
            found.append(k)
        elif dep == "prep" and tree.lemmas[k] == "as":
            behind_as += tree.kids[k]
    found += behind_as
    for particle in particles:
        found += tree.pobj(i, particle)
    if tree.child(i, "dative") is not None:  # gave the envoy three days
        found += tree.children(i, "npadvmod")
    return found


def _complement_fits(tree: Tree, entry: Entry, i: int, objects: Sequence[int]) -> bool:
    """Whether the clause under a verb, or under its object, has the verb asked for: the need to deter."""
    if "none" in entry.complement:
        return not any(not tree.verbal(k) for k in tree.children(i, *PREDICATIVE))
    verbs = tree.children(i, "xcomp", "ccomp")
    verbs += [k for k in tree.children(i, "advcl") if tree.tags[k] == "VB" and k > i]  # sent them to inspect
    if "to" in entry.complement:
        return any(map(tree.has_to, verbs))
    if "alone" in entry.complement:
        return not undergoing(tree, i) and any(tree.child(k, "nsubj", "nsubjpass") is None for k in verbs)
    if "not" in entry.complement:
        told = [*verbs, *[k for v in verbs for k in tree.children(v, "ccomp")]]
        return any(is_negated(tree, k) for v in told for k in tree.conjuncts(v))
    if entry.object:
        inner = [k for o in objects for k in (*tree.children(o, "acl", "relcl"), *tree.pobj(o, "of", "for"))]
        verbs = verbs + [k for k in inner if tree.deps[k] != "relcl" or tree.tags[k] == "VB"]
    if "*" in entry.complement:
        return bool(verbs)
    inner = [k for v in verbs for k in tree.conjuncts(v)]
    return any(tree.lemmas[k] in entry.complement and not is_negated(tree, k) for k in inner)
