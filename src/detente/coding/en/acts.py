"""Acts in a parsed sentence: a codebook entry that fits, its two sides, and how it is put."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from detente.coding.codes import states_of
from detente.coding.en.actors import Cast
from detente.coding.en.frames import acting, carried_root, holding, passive, role, undergoing
from detente.coding.en.grammar import is_a
from detente.coding.en.lexicon import Entry, Lexicon
from detente.coding.en.modality import Mode, mode_of
from detente.coding.en.speakers import name_of
from detente.coding.en.tree import Tree

RECIPROCAL = frozenset({"other", "another"})
ELSEWHERE = frozenset({"AGREE", "CONSULT"})  # acts whose place says nothing of the other side
MUTUAL = frozenset({"AGREE", "CONSULT", "COOPERATE", "SUPPORT", "CONCEDE"})
AT_HOME = frozenset(
    {"ASSAULT", "COERCE", "ACCUSE", "REJECT", "PROTEST", "THREATEN", "REQUEST", "CONCEDE", "RETREAT"}
)
SIDE_CLAUSES = frozenset({"conj", "advcl", "parataxis", "relcl"})


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


@dataclass(frozen=True, slots=True)
class Side:
    """One side of an act: codes, the phrases that gave them, the role in which they stand."""

    codes: tuple[str, ...] = ()
    heads: tuple[int, ...] = ()
    role: str = "-"


def acts(cast: Cast, lexicon: Lexicon) -> list[Act]:
    """All acts of a sentence; a noun that its verb already stands for is left out."""
    if sporting(cast.tree):
        return []
    heads = [i for i, lemma in enumerate(cast.tree.lemmas) if lemma in lexicon.heads]
    found = [act for i in heads if (act := act_at(cast, lexicon, i)) is not None]
    gone = {token for act in found for token in act.absorbed if holding(cast.tree, token) is None}
    left = [act for act in found if act.at not in gone]
    return [act for act in left if not _inside_same(cast.tree, act, left)]


def sporting(tree: Tree) -> bool:
    """Whether a sentence is about sport: two of its words are."""
    return sum(is_a("sport", lemma) for lemma in tree.lemmas) > 1


def _inside_same(tree: Tree, act: Act, others: list[Act]) -> bool:
    """Whether a noun stands within a noun of the same type: the imposition of tariffs."""
    prep = tree.heads[act.at]
    if act.entry.part != "n" or tree.deps[act.at] != "pobj" or tree.lemmas[prep] != "of":
        return False
    return any(o.at == tree.heads[prep] and o.entry.plover == act.entry.plover for o in others)


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
    for entry in lexicon.entries.get((part, tree.lemmas[i]), ()):
        matched = _meets(tree, entry, i)
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
    if dep in ("aux", "auxpass", "compound", "amod", "npadvmod") or tag == "NNP":
        return None
    if tree.verbal(i):
        return "v"
    if tag in ("NN", "NNS"):
        return "n"
    return "a" if tag == "JJ" and dep in ("acomp", "ROOT", "conj", "oprd", "attr") else None


def _meets(tree: Tree, entry: Entry, i: int) -> tuple[int, ...] | None:
    """The object nouns by which the entry's constraints are met, () without any, None if not met."""
    if entry.part == "n":
        before = {tree.words[k].lower() for k in tree.children(i, "compound", "amod", "nmod")}
        return () if all(p in before for p in entry.particles) else None
    attached = {
        tree.lemmas[k]: k
        for k in tree.kids[i]
        if k > i
        and tree.deps[k] in ("prt", "prep", "advmod", "dative", "acomp", "oprd", "npadvmod", "ccomp", "xcomp")
    }
    if any(p not in attached for p in entry.particles):
        return None
    objects = contents(tree, _objects(tree, entry, i))
    if any(tree.lemmas[k] in entry.object_not for k in objects):
        return None
    if entry.complement and not _complement_fits(tree, entry, i):
        return None
    if entry.subject and not any(tree.lemmas[k] in entry.subject for k in contents(tree, acting(tree, i))):
        return None
    for prep, lemmas in entry.with_.items():
        there = contents(tree, tree.pobj(i, prep))
        if not there or (lemmas - {"*"} and not any(tree.lemmas[k] in lemmas for k in there)):
            return None
    if not entry.object:
        return ()
    fitting = tuple(k for k in objects if "*" in entry.object or _named_by(tree, k, entry.object))
    return fitting or None


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
    return found


def _complement_fits(tree: Tree, entry: Entry, i: int) -> bool:
    verbs = tree.children(i, "xcomp", "ccomp")
    if "*" in entry.complement:
        return bool(verbs)
    inner = [k for v in verbs for k in tree.conjuncts(v)]
    return any(tree.lemmas[k] in entry.complement for k in inner)


def _filled(cast: Cast, entry: Entry, i: int, matched: tuple[int, ...]) -> Act | None:
    actor = _actor(cast, entry, i)
    each_other = any(cast.tree.lemmas[k] in RECIPROCAL for k in role(cast.tree, i, "object"))
    target = _target(cast, entry, i, actor) if not each_other else Side()
    among = _among_themselves(actor, target, praising=entry.plover == "SUPPORT")
    between = "between" in (actor.role, target.role) and entry.part == "n"
    mutual = entry.joint or each_other or between or (entry.plover in MUTUAL and among)
    actors, targets = actor.codes, target.codes
    if mutual:
        beside = target.role == "anywhere" and len(states_of(actors)) > 1
        both = tuple(dict.fromkeys(actors if beside else actors + targets))
        if len(states_of(both)) > 1:
            actors, targets = both, both[::-1]
    if not _enough(cast, entry, i, actors, targets) or (actor.role == "unlisted" and not target.codes):
        return None
    heads = tuple(dict.fromkeys(actor.heads + target.heads))
    named = [cast.explicit(h) for h in heads]
    share = sum(named) / len(named) if named else 0.0
    voice = "passive" if passive(cast.tree, i) else entry.part
    path = f"{voice}({actor.role},{target.role})"
    return Act(i, entry, actors, targets, heads, mode_of(cast.tree, i), path, share, matched)


def _among_themselves(actor: Side, target: Side, *, praising: bool) -> bool:
    """Whether several states act, and no one else is named as the other side of it."""
    beyond = set(states_of(target.codes)) - set(states_of(actor.codes))
    outward = target.role in ("with", "to", "between", "dative") or (praising and bool(beyond))
    return len(states_of(actor.codes)) > 1 and not outward


def _actor(cast: Cast, entry: Entry, i: int) -> Side:
    for name in entry.actor:
        heads = role(cast.tree, i, name)
        if entry.speech and entry.part == "v":
            heads = [h for h in heads if _can_speak(cast, h)]
        if side := _side(cast, heads, name, wide=False):
            return side
    if entry.part == "n" and (root := carried_root(cast.tree, i)) != i:
        for name in ("poss", "mod", "by"):
            if side := _side(cast, role(cast.tree, root, name), name, wide=False):
                return side
    if entry.speech and passive(cast.tree, i) and (place := _place_of_voices(cast, i)).codes:
        return place
    if entry.plover == "ASSAULT" and entry.part == "v" and (place := _place_of_attack(cast, i)).codes:
        return place
    return _unlisted(cast, i) if entry.part == "v" else Side()


def _unlisted(cast: Cast, i: int) -> Side:
    """A proper name that the gazetteer does not know, as the doer of a verb: its name stands for it."""
    tree = cast.tree
    names = [h for h in acting(tree, i) if tree.tags[h] == "NNP" and not cast.placed(h)]
    if names:
        return Side(tuple(cast.name(h) for h in names), tuple(names), "unlisted")
    parties = [h for h in acting(tree, i) if _parties(tree, h)]
    return Side(tuple(name_of(tree, h) for h in parties), tuple(parties), "parties") if parties else Side()


def _parties(tree: Tree, head: int) -> bool:
    """Whether a phrase means the two sides of a text that does not name them: the Parties."""
    marked = {tree.words[k].lower() for k in tree.children(head, "det", "nummod", "predet")}
    plural = tree.tags[head] in ("NNS", "NNPS")
    return (
        plural and is_a("plural_sides", tree.lemmas[head]) and bool(marked & {"the", "both", "two", "these"})
    )


def _can_speak(cast: Cast, head: int) -> bool:
    """Whether a phrase is someone, not something of theirs: not "Beijing's actions threaten"."""
    lemma = cast.tree.lemmas[head]
    person = head in cast.at or is_a("actor", lemma) or is_a("voices", lemma)
    return person or cast.tree.tags[head] not in ("NN", "NNS")


def _place_of_voices(cast: Cast, i: int) -> Side:
    """Where something is welcomed or denounced, the place stands for those who speak."""
    for k in cast.tree.pobj(i, "in"):
        mention = cast.at.get(k)
        if mention is not None and mention.actors:
            return Side(mention.actors, (k,), "in")
    return Side()


def _place_of_attack(cast: Cast, i: int) -> Side:
    """Where unnamed attackers or bombs strike, the place stands for them."""
    tree = cast.tree
    doers = [k for k in acting(tree, i) if is_a("attack", tree.lemmas[k])]
    for at in (i, *doers):
        for prep in ("in", "near", "outside", "at", "of"):
            for k in tree.pobj(at, prep):
                if doers and (codes := cast.touched(k)):
                    return Side(codes, (k,), "place")
    return Side()


def _side(cast: Cast, heads: list[int], name: str, *, wide: bool, placed: bool = True) -> Side | None:
    codes: list[str] = []
    used: list[int] = []
    for head in heads:
        if more := (cast.touched(head, placed) if wide else cast.named(head)):
            codes += more
            used.append(head)
    return Side(tuple(dict.fromkeys(codes)), tuple(used), name) if codes else None


def _target(cast: Cast, entry: Entry, i: int, actor: Side) -> Side:
    """The first role that names someone other than the actor; someone of the actor's own state else."""
    own = set(states_of(actor.codes))
    home: Side | None = None
    at_home = False
    for name in (*entry.target, "anywhere"):
        if name == "none" or (name == "anywhere" and at_home and entry.plover == "ACCUSE"):
            return home or Side()
        side = _target_in(cast, entry, i, name, actor)
        if side is None:
            continue
        others = tuple(c for c in side.codes if c.split("/")[0] not in own)
        if others or not own:
            return Side(others or side.codes, side.heads, name)
        at_home = True
        within = [c for c in side.codes if "/" in c and c not in actor.codes]
        if home is None and name != "anywhere" and within and entry.plover in AT_HOME:
            home = Side(tuple(within), side.heads, name)
    return home or Side()


def _takes_place(tree: Tree, i: int) -> bool:
    """Whether a noun is told as something that happens, whoever takes part: talks opened."""
    while tree.deps[i] == "pobj" and tree.lemmas[tree.heads[i]] == "of":
        i = tree.heads[tree.heads[i]]
    return tree.deps[i] in ("nsubj", "nsubjpass") and is_a("happen", tree.lemmas[tree.heads[i]])


def _target_in(cast: Cast, entry: Entry, i: int, name: str, actor: Side) -> Side | None:
    tree = cast.tree
    if name == "complement":
        clauses = tree.children(i, "xcomp", "ccomp") + _to_clauses(tree, i)
        return _within(cast, clauses, name, actor)
    if name == "anywhere":
        if not tree.verbal(i):
            return None
        after = ("dobj", "prep", "dative", "xcomp", "ccomp")
        inside = [k for k in tree.kids[i] if k > i and tree.deps[k] in after]
        inside += _to_clauses(tree, i)
        return _within(cast, inside, name, actor)
    heads = [h for h in role(tree, i, name) if h not in actor.heads]
    if entry.plover in ("REJECT", "SUPPORT") and name == "object":
        heads = [h for h in heads if tree.words[h].lower() != "it"]
    return _side(cast, heads, name, wide=True, placed=entry.plover not in ELSEWHERE)


def _within(cast: Cast, branches: list[int], name: str, actor: Side) -> Side | None:
    own = set(states_of(actor.codes))
    for branch in branches:
        for token in sorted(t for t in _inside(cast.tree, branch) if t in cast.tops):
            mention = cast.tops.get(token)
            if (
                mention
                and mention.actors
                and not set(states_of(mention.actors)) <= own
                and mention.kind != "place"
            ):
                group = cast.tree.conjuncts(token)
                return _side(cast, group, name, wide=False) or Side(mention.actors, (token,), name)
    return None


def _inside(tree: Tree, branch: int) -> Iterator[int]:
    """The tokens of a branch without what its side clauses tell."""
    stack = [branch]
    while stack:
        at = stack.pop()
        yield at
        stack.extend(k for k in tree.kids[at] if not _side_clause(tree, k))


def _side_clause(tree: Tree, k: int) -> bool:
    """Whether a branch tells something else: a relative or side clause, a coordinate one."""
    return tree.deps[k] in SIDE_CLAUSES and (tree.deps[k] != "conj" or tree.verbal(k))


def _to_clauses(tree: Tree, i: int) -> list[int]:
    return [k for k in tree.children(i, "advcl") if tree.tags[k] == "VB"]


def _among_pair(cast: Cast, i: int) -> bool:
    """Whether a plural noun of talks names no one in a text about two states: years of negotiations."""
    tree = cast.tree
    own = {tree.lemmas[k] for k in tree.children(i, "prep")} & {"with", "between", "among", "in", "by"}
    bare = tree.tags[i] == "NNS" and not own and not tree.children(i, "compound", "poss")
    return bare and len(cast.memory.dyad) == 2 and not cast.first_in(i)


def _enough(cast: Cast, entry: Entry, i: int, actors: tuple[str, ...], targets: tuple[str, ...]) -> bool:
    tree = cast.tree
    if entry.plover == "ASSAULT" and any(is_a("nature", tree.lemmas[k]) for k in acting(tree, i)):
        return False
    if entry.needs == "target":
        return bool(targets)
    if entry.needs == "actor":
        return bool(actors)
    if entry.needs == "named":
        return bool(targets) and any(cast.named(k) for k in role(tree, i, "object"))
    if entry.needs == "both":
        return bool(actors and targets) or (entry.joint and (_takes_place(tree, i) or _among_pair(cast, i)))
    if entry.needs == "happens":
        return bool(actors or targets) and _takes_place(tree, i)
    if entry.needs == "light":
        head = tree.heads[i]
        return tree.verbal(head) and is_a("light", tree.lemmas[head]) and bool(actors or targets)
    return bool(actors or targets)
