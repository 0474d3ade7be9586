"""Acts in a parsed sentence: the codebook entry that fits, its two sides, and how it is put."""

from __future__ import annotations

from detente.coding.codes import states_of
from detente.coding.en.act import Act
from detente.coding.en.actors import Cast
from detente.coding.en.by_place import Side
from detente.coding.en.fits import contents, entries_at
from detente.coding.en.frames import acting, holding, passive, role, undergoing
from detente.coding.en.grammar import is_a
from detente.coding.en.happening import among_pair, is_placed, takes_place
from detente.coding.en.lexicon import Entry, Lexicon
from detente.coding.en.modality import mode_of
from detente.coding.en.no_act import no_act, sporting
from detente.coding.en.sides import actor_of, can_speak, target_of
from detente.coding.en.tree import Tree
from detente.coding.en.unsaid import ANSWERS, between_two, both_sides, fought_out, of_the_pair, visited

RECIPROCAL = frozenset({"other", "another"})
MUTUAL = frozenset({"AGREE", "CONSULT", "COOPERATE", "SUPPORT", "CONCEDE"})
BY_SOMEONE = frozenset({"AID", "REQUEST"})  # a thing that helps or presses is no actor
BY_PERSONS = frozenset(
    {"CONCEDE", "REJECT", "RETREAT", "AGREE"}
)  # what a person unknown to us does in office


def acts(cast: Cast, lexicon: Lexicon) -> list[Act]:
    """All acts of a sentence; a noun that its verb already stands for is left out."""
    if sporting(cast.tree):
        return []
    heads = [i for i, lemma in enumerate(cast.tree.lemmas) if lemma in lexicon.heads]
    heads = [i for i in heads if not no_act(cast.tree, i)]
    found = [act for i in heads if (act := act_at(cast, lexicon, i)) is not None]
    gone = {token for act in found for token in act.absorbed if not _told_apart(cast.tree, token, act.at)}
    left = [act for act in found if act.at not in gone and not _waved_away(cast.tree, act, found)]
    return [act for act in left if not _inside_same(cast.tree, act, found, left)]


def _told_apart(tree: Tree, noun: int, verb: int) -> bool:
    """Whether a noun that a verb stands for is told by another: talks that I had; talks began, and ended."""
    return holding(tree, noun) is not None or (takes_place(tree, noun) and tree.heads[noun] != verb)


def _inside_same(tree: Tree, act: Act, found: list[Act], left: list[Act]) -> bool:
    """Whether a noun stands within one that tells its course, or of its type: the suspension of attacks."""
    prep = tree.heads[act.at]
    if act.entry.part != "n" or tree.deps[act.at] != "pobj" or tree.lemmas[prep] != "of":
        return False
    over = tree.heads[prep]
    if is_a("course", tree.lemmas[over]):
        return any(o.at == over for o in found)
    return any(o.at == over and o.entry.plover == act.entry.plover for o in left)


def _waved_away(tree: Tree, act: Act, others: list[Act]) -> bool:
    """Whether a noun is what its verb rejects, so that it is someone else's: brushed the protest aside."""
    own = act.entry.part == "n" and "(subject" in act.path and tree.deps[act.at] == "dobj"
    return own and any(o.at == tree.heads[act.at] and o.entry.plover == "REJECT" for o in others)


def act_at(cast: Cast, lexicon: Lexicon, i: int) -> Act | None:
    """The act of the first entry that fits token `i` and finds the sides that it needs."""
    for entry, matched in entries_at(cast.tree, lexicon, i):
        act = filled(cast, entry, i, matched)
        if act is not None:
            return act
    return None


def filled(cast: Cast, entry: Entry, i: int, matched: tuple[int, ...]) -> Act | None:
    actor = actor_of(cast, entry, i)
    each_other = any(cast.tree.lemmas[k] in RECIPROCAL for k in role(cast.tree, i, "object"))
    target = target_of(cast, entry, i, actor) if not each_other else Side()
    if entry.plover == "AGREE" and target.role == "to" and not any(h in cast.at for h in target.heads):
        target = target if len(states_of(actor.codes)) < 2 else Side()  # agreed to a truce brokered by X
    among = _among_themselves(actor, target, outward=entry.plover in ("SUPPORT", "CONSULT"))
    between = "between" in (actor.role, target.role) and entry.part == "n"
    mutual = entry.joint or each_other or between or (entry.plover in MUTUAL and among)
    actors, targets = actor.codes, target.codes
    if mutual:
        beside = target.role in ("anywhere", "complement") and len(states_of(actors)) > 1
        both = tuple(dict.fromkeys(actors if beside else actors + targets))
        if len(states_of(both)) > 1:
            actors, targets = both, both[::-1]
    if not actors and not targets and _between_pair(cast, entry, i):
        actors, targets = cast.memory.dyad, cast.memory.dyad[::-1]
    if not actors and not targets:
        actors, targets = both_sides(cast, entry, i)
    if not actors and not targets and entry.joint and entry.plover == "ASSAULT" and fought_out(cast, i):
        actors, targets = cast.memory.dyad, cast.memory.dyad[::-1]
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
    if not (_enough(cast, entry, i, actors, targets) or _dealt_with(cast, entry, i, actor, target)):
        return None
    heads = tuple(dict.fromkeys(actor.heads + target.heads))
    named = [cast.explicit(h) for h in heads]
    share = sum(named) / len(named) if named else 0.0
    voice = "passive" if passive(cast.tree, i) else entry.part
    path = f"{voice}({actor.role},{target.role})"
    return Act(i, entry, actors, targets, heads, mode_of(cast.tree, i), path, share, matched)


def _dealt_with(cast: Cast, entry: Entry, i: int, actor: Side, target: Side) -> bool:
    """Whether a noun of dealings names one of the text's two states itself, so that the other is meant.

    Talks with Togo; the chief envoy's errand to Togo; a tour of the minister's.
    """
    pair, one = cast.memory.dyad, target if target.codes else actor
    of_itself = ("with", "to") if target.codes else () if entry.joint else ("of",)
    if entry.needs != "both" or len(pair) != 2 or one.role not in of_itself:
        return False
    alone = not (actor.codes and target.codes) and len(states_of(one.codes)) == 1
    return alone and states_of(one.codes)[0] in pair and cast.tree.deps[i] != "attr"


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
    if len(states_of(actor.codes)) < 2:
        return False
    beyond = set(states_of(target.codes)) - set(states_of(actor.codes))
    toward = target.role in ("with", "to", "between", "dative") or (outward and bool(beyond))
    return not toward


def _enough(cast: Cast, entry: Entry, i: int, actors: tuple[str, ...], targets: tuple[str, ...]) -> bool:
    tree = cast.tree
    if entry.plover == "ASSAULT" and any(is_a("nature", tree.lemmas[k]) for k in acting(tree, i)):
        return False
    if cast.tree.lemmas[i] == "fail" and acting(tree, i) and not actors:
        return False  # the talks failed to bring peace
    if entry.needs == "target":
        return bool(targets)
    if entry.needs == "visitor" and any(is_a("utterance", tree.lemmas[h]) for h in acting(tree, i)):
        return False  # letters went to Paris
    by_someone = entry.plover in BY_SOMEONE or entry.needs in ("doer", "visitor")
    if by_someone and entry.part == "v" and not actors and acting(tree, i):
        return any(can_speak(cast, h) for h in acting(tree, i)) and (
            bool(targets) or entry.needs != "visitor"
        )
    if entry.needs == "visitor":
        return bool(targets)
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
