"""The side that a text leaves unsaid: in a text about two states, the other one."""

from __future__ import annotations

from dataclasses import replace

from detente.coding.codes import is_state, states_of
from detente.coding.en.act import Act
from detente.coding.en.actors import Cast
from detente.coding.en.acts import MUTUAL, RECIPROCAL
from detente.coding.en.beside import before_a_forum
from detente.coding.en.by_place import ON_MISSIONS, attacked_missions
from detente.coding.en.counterparts import most_likely, other_side
from detente.coding.en.fits import contents
from detente.coding.en.frames import acting, role, undergoing
from detente.coding.en.grammar import is_a
from detente.coding.en.memory import Memory
from detente.coding.en.sides import suffered
from detente.coding.en.tree import Tree
from detente.coding.en.unnamed import DEFINITE, ENVOYS, said_unnamed

ABOUT_DEEDS = frozenset({"ACCUSE", "REJECT", "SUPPORT", "PROTEST"})
SHARED = frozenset(
    {"REQUEST", "SUPPORT", "AGREE", "CONSULT", "COOPERATE", "ASSAULT", "CONCEDE", "RETREAT", "SANCTION"}
)
ONE_SIDED = frozenset({"NONE"})
TOWARD_THIRD = frozenset({"REJECT", "ACCUSE", "REQUEST", "PROTEST", "THREATEN", "SANCTION"})
TO_SOMEONE = frozenset({"AGREE", "REJECT", "REQUEST", "CONCEDE", "SUPPORT", "COOPERATE", "AID"})
AT_HOME = frozenset({"ASSAULT", "COERCE"})
KINDS = {
    "AGREE": frozenset({"agreement", "deal", "accord", "treaty", "pact", "truce", "ceasefire"}),
    "SANCTION": frozenset({"sanction", "tariff", "ban", "expulsion", "embargo"}),
    "ASSAULT": frozenset(
        {"attack", "strike", "raid", "invasion", "incursion", "killing", "offensive", "bombing", "assault"}
    ),
    "CONSULT": frozenset({"visit", "trip"}),
}
DENIALS = frozenset({"deny", "dismiss", "rebut", "refute"})
HOME = frozenset({"domestic", "internal", "domestically", "internally"})


def with_other_side(act: Act, cast: Cast) -> Act:
    """The act with a missing side filled in from the pair that the document is about.

    Parameters
    ----------
    act : an act of which one side may be empty; an act by or on no one of the pair is left alone.
    cast : the actors of its sentence; its memory holds the pair, () where the document has none.
    """
    if sender := _sent_by(act, cast):
        act = replace(act, actors=sender, path=f"{act.path}+sent", explicit=act.explicit / 2)
    if told := _told_before(act, cast):
        return replace(act, actors=told[0], targets=told[1], path=f"{act.path}+told", explicit=0.0)
    if before_a_forum(act, cast) and (accused := other_side(act, act.actors, cast)):
        return replace(act, targets=accused, path=f"{act.path}+forum", explicit=act.explicit / 2)
    if between := _mediated(act, cast):
        return replace(act, targets=between, path=f"{act.path}+between", explicit=act.explicit / 2)
    if third := _third(act, cast):
        return replace(act, targets=third, path=f"{act.path}+third", explicit=act.explicit / 2)
    if foe := _common_foe(act, cast):
        return replace(act, targets=foe, path=f"{act.path}+foe", explicit=act.explicit / 2)
    if len(states_of(act.actors)) > 1 and not act.targets and _between_themselves(act, cast):
        return replace(act, targets=act.actors[::-1])
    undone = act.entry.part == "n" or not acting(cast.tree, act.at)
    if len(states_of(act.targets)) > 1 and not act.actors and undone and act.entry.plover in MUTUAL:
        return replace(act, actors=act.targets, targets=act.targets[::-1])
    if _condemned(act, cast):
        return act
    if act.actors and (doers := _of_deed(act, cast) or _accusers(act, cast)):
        return replace(act, targets=doers, path=f"{act.path}+deed", explicit=act.explicit / 2)
    if towards := _to_speaker(act, cast):
        return replace(act, targets=towards, path=f"{act.path}+speaker", explicit=act.explicit / 2)
    if act.entry.plover in ONE_SIDED or "none" in act.entry.target:
        if partner := _toward_partner(act, cast.memory):
            return replace(act, targets=partner, path=f"{act.path}+implied", explicit=act.explicit / 2)
        return act
    pair = cast.memory.dyad
    own_people = bool(act.targets) and states_of(act.targets) == states_of(cast.memory.speaker)
    seized = act.entry.plover == "COERCE" and _within_pair(act, cast.memory)
    unsaid_agent = act.entry.plover in AT_HOME and act.path.startswith("passive(-") and not own_people
    unsaid_agent = unsaid_agent and not seized
    on_mission = act.entry.plover in ON_MISSIONS and bool(attacked_missions(cast.tree, act.at))
    unsaid = unsaid_agent or said_unnamed(act, cast)
    if (unsaid and not (on_mission and _within_pair(act, cast.memory))) or _domestic(act, cast):
        return act
    if act.entry.joint and not act.actors and not act.targets and len(pair) == 2:
        return replace(act, actors=pair, targets=pair[::-1], path=f"{act.path}+implied", explicit=0.0)
    if act.entry.plover in AT_HOME and (within := _at_home(act, cast)):
        return replace(act, targets=act.targets or within)
    if act.actors and not act.targets and (other := other_side(act, act.actors, cast)):
        found = replace(act, targets=other, path=f"{act.path}+implied", explicit=act.explicit / 2)
        return _on_both_sides(found) if act.entry.joint and act.entry.part == "n" else found
    at_home = (
        any("/" in code for code in act.targets)
        and act.entry.plover in AT_HOME
        and not (seized or on_mission or own_people)
    )
    if (
        act.targets
        and not act.actors
        and not at_home
        and not _by_a_thing(act, cast)
        and (other := other_side(act, act.targets, cast))
    ):
        found = replace(act, actors=other, path=f"{act.path}+implied", explicit=act.explicit / 2)
        return _on_both_sides(found) if act.entry.joint and act.entry.part == "n" else found
    return act


def _told_before(act: Act, cast: Cast) -> tuple[tuple[str, ...], tuple[str, ...]] | tuple[()]:
    """The sides of a deed of force told before to which a noun comes back: the attack in Tehran."""
    definite = any(
        cast.tree.words[k].lower() in ("the", "this", "that") for k in cast.tree.children(act.at, "det")
    )
    again = act.entry.part == "n" and act.entry.plover in AT_HOME and definite and not act.actors
    by, on = cast.memory.story.last_of(act.entry.plover) if again else ((), ())
    on_place = act.path.endswith((",in)", ",at)", ",near)"))
    sides = {*by, *on}
    return (by, on) if by and on and on_place and set(states_of(act.targets)) <= sides else ()


def _within_pair(act: Act, memory: Memory) -> bool:
    """Whether an act is done to one of the text's pair where the paragraph names the other as well."""
    on, pair = states_of(act.targets), memory.dyad
    return len(on) == 1 and len(pair) == 2 and on[0] in pair and set(pair) <= set(memory.story.named)


def _toward_partner(act: Act, memory: Memory) -> tuple[str, ...]:
    """The other of the text's pair, where its paragraph names both, for what one of them does there."""
    own = states_of(act.actors)
    if act.entry.id != "general" or act.targets or len(own) != 1 or own[0] not in memory.dyad:
        return ()
    other = tuple(state for state in memory.dyad if state not in own)
    return other if len(other) == 1 and other[0] in memory.story.named else ()


def _sent_by(act: Act, cast: Cast) -> tuple[str, ...]:
    """For which state one of an unknown name acts: the other of the text's two, else the likeliest."""
    on = states_of(act.targets)
    unlisted = "(unlisted" in act.path and len(act.actors) == 1
    if not unlisted or is_state(act.actors[0]) or act.actors[0].isupper():
        return ()
    if any(is_a("instrument", cast.tree.lemmas[h]) for h in act.heads):
        return ()
    others = [state for state in cast.memory.dyad if state not in on]
    alone = len(on) == 1 and len(others) == 1 and others[0] in cast.memory.story.named and is_state(others[0])
    sender = (others[0],) if alone else most_likely(cast, act.at, on, "doer")
    return tuple(f"{state}/{act.actors[0]}" for state in sender if is_state(state))


def _between_themselves(act: Act, cast: Cast) -> bool:
    """Whether what several states do without naming anyone is done to each other: suspended the talks."""
    armed = act.entry.plover == "MOBILIZE" and act.entry.part == "v" and act.entry.id != "general"
    if armed and {*states_of(act.actors)} == {*cast.memory.dyad}:
        return True
    if is_a("contested", cast.tree.lemmas[act.at]):
        return True
    if act.entry.plover == "PROTEST" and any(
        cast.tree.lemmas[k] in ENVOYS for k in role(cast.tree, act.at, "object")
    ):
        return True
    objects = [k for at in (act.at, *cast.tree.children(act.at, "xcomp")) for k in undergoing(cast.tree, at)]
    matters = contents(cast.tree, objects) if act.entry.plover == "REJECT" else []
    return act.entry.plover in SHARED or any(is_a("shared_matter", cast.tree.lemmas[k]) for k in matters)


def _common_foe(act: Act, cast: Cast) -> tuple[str, ...]:
    """On whom several act by force who did so side by side before: Britain and France landed troops."""
    together = len(states_of(act.actors)) > 1 and not act.targets and not act.entry.joint
    forceful = act.entry.plover in (*AT_HOME, "MOBILIZE", "SANCTION", "THREATEN")
    reciprocal = any(cast.tree.lemmas[k] in RECIPROCAL for k in role(cast.tree, act.at, "object"))
    found = together and forceful and act.entry.part == "v" and not reciprocal
    return cast.memory.story.common_foe(states_of(act.actors)) if found else ()


def _mediated(act: Act, cast: Cast) -> tuple[str, ...]:
    """Between whom one mediates who is neither of them: the last two to deal with each other, the text's."""
    own = states_of(act.actors)
    mediates = act.entry.id == "consult-mediate" or cast.tree.lemmas[act.at] in ("broker", "mediate")
    if not mediates or not own or set(states_of(act.targets)) - set(own):
        return ()
    pairs = (cast.memory.story.last_pair(), cast.memory.dyad)
    return next((pair for pair in pairs if len(pair) == 2 and not set(own) & set(pair)), ())


def _condemned(act: Act, cast: Cast) -> bool:
    """Whether an attack is condemned of which only the place is named: who did it is not said there."""
    tree = cast.tree
    if act.entry.part == "n":
        over = tree.heads[act.at]
        blames = tree.verbal(over) and is_a("condemning", tree.lemmas[over]) and tree.deps[act.at] == "dobj"
        return act.entry.plover in AT_HOME and blames and not act.actors
    blames = act.entry.plover == "ACCUSE" and is_a("condemning", tree.lemmas[act.at])
    return blames and any(suffered(tree, h) for h in undergoing(tree, act.at))


def _third(act: Act, cast: Cast) -> tuple[str, ...]:
    """The third state of which two speak together: one named in the sentence, or last in the one before."""
    own = states_of(act.actors)
    if len(own) < 2 or act.entry.joint or act.entry.plover not in TOWARD_THIRD or act.entry.part != "v":
        return ()
    if cast.tree.lemmas[act.at] == "fail" and {*own} == {*cast.memory.dyad}:
        return ()  # the two failed to agree
    reciprocal = any(cast.tree.lemmas[k] in RECIPROCAL for k in role(cast.tree, act.at, "object"))
    if reciprocal or set(states_of(act.targets)) - set(own):
        return ()
    return cast.memory.third(own, act.at)


def _on_both_sides(act: Act) -> Act:
    both = tuple(dict.fromkeys((*act.actors, *act.targets)))
    return replace(act, actors=both, targets=both[::-1])


def _to_speaker(act: Act, cast: Cast) -> tuple[str, ...]:
    """The state of whoever says "I", to whom one of a third state agreed, promised or refused something."""
    own, sides = states_of(cast.memory.speaker), states_of(act.actors)
    apart = len(sides) == 1 and own and sides[0] != own[0] and sides[0] not in cast.memory.dyad
    open_to = apart and not act.targets and act.entry.plover in TO_SOMEONE and "none" not in act.entry.target
    return own if open_to and not said_unnamed(act, cast) else ()


def _of_deed(act: Act, cast: Cast) -> tuple[str, ...]:
    """Who did what an act of words is about: called it blackmail, condemned the decision."""
    tree, own = cast.tree, set(states_of(act.actors))
    if act.entry.plover not in ABOUT_DEEDS or act.entry.part != "v" or set(states_of(act.targets)) - own:
        return ()
    heads = role(tree, act.at, "object") + tree.pobj(act.at, "over", "about", "to", "of", "at")
    heads += role(tree, act.at, "clause")
    deeds = [h for h in heads if _a_deed(tree, h) and not cast.first_in(h)]
    if not deeds:
        return ()
    kinds = [kind for h in deeds for kind, nouns in KINDS.items() if tree.lemmas[h] in nouns]
    by, _ = cast.memory.story.last_of(*kinds)
    if others := tuple(state for state in by if state not in own):
        return others
    if kinds == ["AGREE"] and len(cast.memory.dyad) == 2 and not own & {*cast.memory.dyad}:
        return cast.memory.dyad
    return tuple(code for code in cast.memory.doers if code.split("/")[0] not in own)


def _accusers(act: Act, cast: Cast) -> tuple[str, ...]:
    """Who is answered by one outside the text's pair who denies something: whoever acted last."""
    denies = act.entry.plover == "REJECT" and cast.tree.lemmas[act.at] in DENIALS
    own = set(states_of(act.actors))
    if not denies or act.targets or len(own) != 1 or own & set(cast.memory.dyad):
        return ()
    return tuple(code for code in cast.memory.doers if code.split("/")[0] not in own)


def _a_deed(tree: Tree, head: int) -> bool:
    """Whether a phrase takes up what was told before: it, the move, this decision."""
    if tree.words[head].lower() in ("it", "this", "that", "these"):
        return True
    taken_up = any(tree.words[k].lower() in DEFINITE for k in tree.children(head, "det"))
    return taken_up and is_a("deed", tree.lemmas[head])


def _by_a_thing(act: Act, cast: Cast) -> bool:
    """Whether a verb of hostile speech or help has a subject that is no one: aggression poses a threat."""
    tree = cast.tree
    speaks = act.entry.part == "v" and act.entry.plover in ("THREATEN", "ACCUSE", "AID")
    doers = acting(tree, act.at) if speaks else []
    things = [k for k in doers if tree.tags[k] in ("NN", "NNS") and not is_a("actor", tree.lemmas[k])]
    return any(not is_a("utterance", tree.lemmas[k]) for k in things)


def _domestic(act: Act, cast: Cast) -> bool:
    """Whether the act is said to be within one state: at home, domestic opposition."""
    tree = cast.tree
    near = [act.at, *tree.kids[act.at], *tree.kids[tree.heads[act.at]]]
    at_home = any(tree.lemmas[k] == "at" and "home" in {tree.lemmas[o] for o in tree.kids[k]} for k in near)
    return at_home or any(tree.lemmas[k] in HOME for k in tree.kids[act.at])


def _at_home(act: Act, cast: Cast) -> tuple[str, ...]:
    """Whom the act is about within the actor's own state: the Chechen war."""
    inside = tuple(f"{state}/" for state in states_of(act.actors))
    leave = frozenset({"nsubj", "nsubjpass", "agent", "advcl", "conj", "ccomp"})
    named = cast.all_in(act.at, leave)
    head = cast.tree.heads[act.at]
    if act.entry.part == "n" and cast.tree.deps[act.at] == "dobj" and cast.tree.verbal(head):
        named += cast.all_in(head, leave)
    return tuple(code for code in named if code.startswith(inside) and code not in act.actors)
