"""Both sides left to the context: talks resumed, the sanctions were lifted, a full embargo takes effect."""

from __future__ import annotations

from detente.coding.codes import states_of
from detente.coding.en.actors import Cast
from detente.coding.en.frames import acting, carried_root, passive, undergoing
from detente.coding.en.grammar import is_a
from detente.coding.en.lexicon import Entry
from detente.coding.en.modality import mode_of
from detente.coding.en.story import States
from detente.coding.en.tree import Tree

NEVER = frozenset(
    {"NONE", "ASSAULT", "MOBILIZE"}
)  # nobody is held to have done these whom a text does not name
TOGETHER = frozenset({"AGREE", "CONSULT", "COOPERATE"})
EASING = frozenset({"CONCEDE", "SANCTION", "RETREAT"})
FINITE = frozenset({"ROOT", "conj", "ccomp", "relcl", "parataxis", "advcl"})
IDIOMS = frozenset({"effect", "place", "hold", "shape"})  # took effect, takes place
COSTS = frozenset({"kill", "leave", "claim", "wound", "injure", "cost"})
ANSWERS = frozenset({"CONCEDE", "RETREAT", "REJECT"})
RESTRAINT = ("SANCTION", "COERCE")
HOSTILE = (*RESTRAINT, "THREATEN", "REJECT", "ACCUSE", "ASSAULT")


def both_sides(cast: Cast, entry: Entry, i: int) -> tuple[States, States]:
    """The sides of an act that names no one, from the running story; empty where the story has none."""
    tree = cast.tree
    if (
        entry.plover in NEVER
        or not mode_of(tree, i).actual
        or not _told_alone(tree, entry, i)
        or _names_others(cast, entry, i)
    ):
        return (), ()
    story = cast.memory.story
    if entry.joint or entry.plover in TOGETHER:
        pair = story.last_pair() or story.named_pair()
        return pair, pair[::-1]
    if entry.plover in EASING and (found := story.last_of(*RESTRAINT))[0]:
        return found
    found = story.last_of(entry.plover)
    if not found[0] and entry.plover in ANSWERS:
        found = story.answered()
    if not found[0] and entry.plover in RESTRAINT:
        found = story.last_of(*RESTRAINT) if story.last_of(*RESTRAINT)[0] else story.last_of(*HOSTILE)
    pair = story.named_pair()
    return found if found[0] else (pair[:1], pair[1:])


def between_two(cast: Cast) -> bool:
    """Whether the paragraph has named both states that its text is about, and is so about them."""
    pair, named = cast.memory.dyad, cast.memory.story.named
    return len(pair) == 2 and set(pair) <= set(named) and not cast.memory.speaker


def of_the_pair(cast: Cast, entry: Entry, i: int) -> tuple[States, States]:
    """The sides of what a nameless body of men, or nobody, is told to do in a paragraph about two states.

    They deal as they were last told to; where nothing was told yet, the one named first acts.
    """
    tree = cast.tree
    bare = entry.plover == "NONE" or entry.needs == "named"
    if bare or not between_two(cast) or not mode_of(tree, i).actual:
        return (), ()
    doers = acting(tree, i)
    bodies = bool(doers) and all(is_a("actor", tree.lemmas[h]) for h in doers)
    mutual = entry.joint or entry.plover in TOGETHER
    if not (_told_alone(tree, entry, i) or (bodies and not mutual)):
        return (), ()
    return as_told(cast, entry)


def fought_out(cast: Cast, i: int) -> bool:
    """Whether fighting that names nobody broke out or cost lives in a paragraph about two states."""
    tree = cast.tree
    verb = tree.heads[i]
    told = tree.deps[i] == "nsubj" and (is_a("happen", tree.lemmas[verb]) or tree.lemmas[verb] in COSTS)
    own = tree.linked_by(i) & {"between", "with", "of", "by"} or tree.children(i, "poss", "relcl")
    return told and not own and between_two(cast) and not any(k in cast.at for k in tree.subtree(i))


def as_told(cast: Cast, entry: Entry) -> tuple[States, States]:
    """The sides of an act that names nobody, in a text about two states: as they were last told to deal.

    Where nothing was told of the two yet, the one that the paragraph named first acts.
    """
    pair, story = cast.memory.dyad, cast.memory.story
    if len(pair) != 2:
        return (), ()
    if entry.joint or entry.plover in TOGETHER:
        return pair, pair[::-1]
    told = story.last_pair() and story.dealings[-1]
    if told and {*told.both} == {*pair} and len(told.by) == 1:
        return told.by, told.on
    first = next((state for state in story.named if state in pair), pair[0])
    return (first,), tuple(state for state in pair if state != first)


def _told_alone(tree: Tree, entry: Entry, i: int) -> bool:
    """Whether a word tells something as happening without a doer: a passive, the subject of "resumed"."""
    if entry.part == "v":
        finite = tree.deps[i] in FINITE and not tree.has_to(i)
        return finite and passive(tree, i) and not acting(tree, i)
    if entry.part != "n":
        return False
    root = carried_root(tree, i)
    over = tree.heads[root]
    happens = tree.deps[root] in ("nsubj", "nsubjpass") and is_a("happen", tree.lemmas[over])
    objects = {tree.lemmas[k] for k in tree.children(over, "dobj")}
    return happens and (passive(tree, over) or objects <= IDIOMS)


def _names_others(cast: Cast, entry: Entry, i: int) -> bool:
    """Whether the phrase has someone of its own, though none that the ontology knows: foreign firms."""
    tree = cast.tree
    heads = undergoing(tree, i) if entry.part == "v" else [i]
    inside = {
        t for h in heads for t in tree.subtree(h) if tree.lemmas[t] not in entry.object
    }  # also Airspace
    return any(
        t in cast.at or tree.tags[t] in ("NNP", "NNPS") or is_a("actor", tree.lemmas[t]) for t in inside
    )


def visited(cast: Cast, i: int, actors: States) -> States:
    """Whom one of a state came to see where the text leaves it to the story: Gorbachev's visit in 1991."""
    own = states_of(actors)
    elsewhere = any(k in cast.at for k in cast.tree.pobj(i, "to", "in", "with"))
    return cast.memory.story.partner(own) if len(own) == 1 and not elsewhere else ()
