"""Acts in a parsed sentence: a codebook entry that fits, its two sides, and how it is put."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from detente.coding.codes import states_of
from detente.coding.en.actors import Cast
from detente.coding.en.frames import acting, holding, passive, role, undergoing
from detente.coding.en.grammar import is_a
from detente.coding.en.happening import among_pair, is_placed, takes_place
from detente.coding.en.lexicon import Entry, Lexicon
from detente.coding.en.modality import Mode, mode_of
from detente.coding.en.no_act import no_act, sporting
from detente.coding.en.sides import Side, actor_of, can_speak, target_of
from detente.coding.en.tree import Tree
from detente.coding.en.unsaid import ANSWERS, between_two, both_sides, of_the_pair, visited

RECIPROCAL = frozenset({"other", "another"})
MUTUAL = frozenset({"AGREE", "CONSULT", "COOPERATE", "SUPPORT", "CONCEDE"})
BY_SOMEONE = frozenset({"AID", "REQUEST"})  # a thing that helps or presses is no actor
BY_PERSONS = frozenset(
    {"CONCEDE", "REJECT", "RETREAT", "AGREE"}
)  # what a person unknown to us does in office
MEETINGS = frozenset({"talk", "summit", "conference"})  # nouns that proper names of talks end in
SUFFERED = frozenset({"COERCE", "ASSAULT"})  # what the people of a state may be said to have suffered
BLOODLESS = frozenset({"trade", "tariff", "customs", "economic", "price", "cold", "propaganda", "currency"})
ATTACHED = frozenset(  # labels under which a verb's particle may hang on it
    {"prt", "prep", "advmod", "dative", "acomp", "oprd", "npadvmod", "ccomp", "xcomp"}
)


@dataclass(frozen=True, slots=True)
class Act:
    """An act as found: predicate, codebook entry, sides with the tokens that name them, mode.

    `path` names the roles that gave the sides, for `rule`; `explicit` is the share of the sides
    that stand in the sentence by name.
    """

    at: int
    entry: Entry
    actors: tuple[str, ...]
    targets: tuple[str, ...]
    heads: tuple[int, ...]
    mode: Mode
    path: str
    explicit: float
    absorbed: tuple[int, ...] = ()


def acts(cast: Cast, lexicon: Lexicon) -> list[Act]:
    """All acts of a sentence; a noun that its verb already stands for is left out."""
    if sporting(cast.tree):
        return []
    heads = [i for i, lemma in enumerate(cast.tree.lemmas) if lemma in lexicon.heads]
    heads = [i for i in heads if not no_act(cast.tree, i)]
    found = [act for i in heads if (act := act_at(cast, lexicon, i)) is not None]
    gone = {token for act in found for token in act.absorbed if holding(cast.tree, token) is None}
    left = [act for act in found if act.at not in gone and not _waved_away(cast.tree, act, found)]
    return [act for act in left if not _inside_same(cast.tree, act, left)]


def _inside_same(tree: Tree, act: Act, others: list[Act]) -> bool:
    """Whether a noun stands within a noun of the same type: the imposition of tariffs."""
    prep = tree.heads[act.at]
    if act.entry.part != "n" or tree.deps[act.at] != "pobj" or tree.lemmas[prep] != "of":
        return False
    return any(o.at == tree.heads[prep] and o.entry.plover == act.entry.plover for o in others)


def _waved_away(tree: Tree, act: Act, others: list[Act]) -> bool:
    """Whether a noun is what its verb rejects, so that it is someone else's: brushed the protest aside."""
    own = act.entry.part == "n" and "(subject" in act.path and tree.deps[act.at] == "dobj"
    return own and any(o.at == tree.heads[act.at] and o.entry.plover == "REJECT" for o in others)


def act_at(cast: Cast, lexicon: Lexicon, i: int) -> Act | None:
    """The act of the first entry that fits token `i` and finds the sides that it needs."""
    for entry, matched in entries_at(cast.tree, lexicon, i):
        act = _filled(cast, entry, i, matched)
        if act is not None:
            return act
    return None


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
    found = {tree.lemmas[k] for k in tree.kids[i] if k > i and tree.deps[k] in ATTACHED}
    return found.issuperset(entry.particles)


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
    """Whether a noun is one of the words; "martial_law" is a noun with the word before it."""
    lemma = tree.lemmas[k]
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
    if "to" in entry.complement:
        return any(tree.lemmas[a] == "to" for v in verbs for a in tree.children(v, "aux"))
    if entry.object:
        inner = [k for o in objects for k in (*tree.children(o, "acl", "relcl"), *tree.pobj(o, "of", "for"))]
        verbs = verbs + [k for k in inner if tree.deps[k] != "relcl" or tree.tags[k] == "VB"]
    if "*" in entry.complement:
        return bool(verbs)
    inner = [k for v in verbs for k in tree.conjuncts(v)]
    return any(tree.lemmas[k] in entry.complement for k in inner)


def _filled(cast: Cast, entry: Entry, i: int, matched: tuple[int, ...]) -> Act | None:
    actor = actor_of(cast, entry, i)
    each_other = any(cast.tree.lemmas[k] in RECIPROCAL for k in role(cast.tree, i, "object"))
    target = target_of(cast, entry, i, actor) if not each_other else Side()
    if entry.plover == "AGREE" and target.role == "to" and not any(map(cast.named, target.heads)):
        target = target if len(states_of(actor.codes)) < 2 else Side()  # agreed to a truce brokered by X
    among = _among_themselves(actor, target, outward=entry.plover in ("SUPPORT", "CONSULT"))
    between = "between" in (actor.role, target.role) and entry.part == "n"
    mutual = entry.joint or each_other or between or (entry.plover in MUTUAL and among)
    actors, targets = actor.codes, target.codes
    if mutual:
        beside = target.role == "anywhere" and len(states_of(actors)) > 1
        both = tuple(dict.fromkeys(actors if beside else actors + targets))
        if len(states_of(both)) > 1:
            actors, targets = both, both[::-1]
    if not actors and not targets and _between_pair(cast, entry, i):
        actors, targets = cast.memory.dyad, cast.memory.dyad[::-1]
    if not actors and not targets:
        actors, targets = both_sides(cast, entry, i)
    if (
        entry.needs == "both"
        and not entry.joint
        and actor.role == "poss"
        and not targets
        and actor.heads[0] in cast.at
    ):
        targets = visited(cast, i, actors)
    if actor.role == "unlisted" and not target.codes:
        story = cast.memory.story
        if entry.plover in BY_PERSONS and story.named:
            pressed, by = story.answered() if entry.plover in ANSWERS else ((), ())
            actors, targets = pressed or actors, by
        elif _stranger(cast, actor):
            return None
    if not actors and not targets and entry.part == "v":
        actors, targets = of_the_pair(cast, entry, i)
    if not _enough(cast, entry, i, actors, targets):
        return None
    heads = tuple(dict.fromkeys(actor.heads + target.heads))
    named = [cast.explicit(h) for h in heads]
    share = sum(named) / len(named) if named else 0.0
    voice = "passive" if passive(cast.tree, i) else entry.part
    path = f"{voice}({actor.role},{target.role})"
    return Act(i, entry, actors, targets, heads, mode_of(cast.tree, i), path, share, matched)


def _stranger(cast: Cast, actor: Side) -> bool:
    """Whether someone of an unknown name may not act: the text is not about two states, or it is a thing."""
    return not between_two(cast) or any(is_a("instrument", cast.tree.lemmas[h]) for h in actor.heads)


def _between_pair(cast: Cast, entry: Entry, i: int) -> bool:
    """Whether a passive without agent tells what two states share: the treaty was signed, a deal reached."""
    tree = cast.tree
    shares = entry.plover in MUTUAL or entry.plover == "SANCTION"
    if entry.part != "v" or not shares or len(cast.memory.dyad) != 2 or not passive(tree, i):
        return False
    matters = contents(tree, undergoing(tree, i))
    return not acting(tree, i) and any(is_a("shared_matter", tree.lemmas[k]) for k in matters)


def _among_themselves(actor: Side, target: Side, *, outward: bool) -> bool:
    """Whether several states act, and no one else is named as the other side of it."""
    beyond = set(states_of(target.codes)) - set(states_of(actor.codes))
    toward = target.role in ("with", "to", "between", "dative") or (outward and bool(beyond))
    return len(states_of(actor.codes)) > 1 and not toward


def _enough(cast: Cast, entry: Entry, i: int, actors: tuple[str, ...], targets: tuple[str, ...]) -> bool:
    tree = cast.tree
    if entry.plover == "ASSAULT" and any(is_a("nature", tree.lemmas[k]) for k in acting(tree, i)):
        return False
    if entry.needs == "target":
        return bool(targets)
    if entry.plover in BY_SOMEONE and entry.part == "v" and not actors and acting(tree, i):
        return any(can_speak(cast, h) for h in acting(tree, i))
    if entry.needs == "pair":
        return bool(actors or targets) or len(cast.memory.dyad) == 2
    if entry.needs == "joint":
        return len(states_of(actors)) > 1
    if entry.needs == "actor":
        return bool(actors)
    if entry.needs == "named":
        return bool(targets) and any(cast.named(k) for k in role(tree, i, "object"))
    if entry.needs == "both":
        told = takes_place(tree, i) or is_placed(tree, i) or among_pair(cast, i)
        return bool(actors and targets) or (entry.joint and told)
    if entry.needs == "happens":
        return bool(actors or targets) and takes_place(tree, i)
    if entry.needs == "light":
        head = tree.heads[i]
        return tree.verbal(head) and is_a("light", tree.lemmas[head]) and bool(actors or targets)
    return bool(actors or targets)
