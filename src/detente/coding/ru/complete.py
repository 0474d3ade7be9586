"""What an act leaves unsaid: its owner, the other side of the pair; and whether enough is known."""

from __future__ import annotations

from dataclasses import replace

from detente.coding.codes import is_state, states_of
from detente.coding.ru.act import Act
from detente.coding.ru.cast import Cast
from detente.coding.ru.modality import is_refused
from detente.coding.ru.roles import is_passive, objects, subjects
from detente.coding.ru.tree import Tree
from detente.findings import Modality

_VERBAL = frozenset({"SUPPORT", "CONCEDE", "ACCUSE", "REQUEST", "REJECT", "THREATEN", "PROTEST"})
_ANSWERS = frozenset({"REJECT", "AGREE", "ACCUSE", "SUPPORT"})
_ANSWERING = frozenset({"REQUEST", "REJECT", "PROTEST", "THREATEN", "SANCTION"})
_MUTUAL = frozenset({"AGREE", "SUPPORT", "COOPERATE", "CONSULT", "RETREAT"})
_ON_SOMEONE = _VERBAL | {"SANCTION", "RETREAT"}
_OF_ONES_OWN = frozenset({"RETREAT", "MOBILIZE"})
_THIS = frozenset({"это", "этот", "данный", "такой"})
_NAMED = frozenset({"state", "person", "organ", "demonym"})
NOT_REFUSED = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "THREATEN", "ACCUSE", "REQUEST"})
_AGAINST_SOMEONE = frozenset({"COERCE", "ASSAULT"})


def completed(cast: Cast, act: Act) -> Act | None:
    """The act with its sides filled in, None where the codebook asks for a side that is not there."""
    act = _with_each_other(cast.tree, _with_actor(cast, _as_refusal(cast, act)))
    if act.type in _VERBAL:
        act = _with_target(cast, act)
    if not _enough(act):
        return None
    act = _with_target(cast, act)
    domestic = act.type in _AGAINST_SOMEONE and not act.targets
    nobody = not (act.actors or act.targets) and act.entry.needs != "nothing"
    return None if domestic or nobody else act


def _with_each_other(tree: Tree, act: Act) -> Act:
    """An act of several states without a target as done to each other: стороны подтвердили."""
    if act.targets or len(states_of(act.actors)) < 2:
        return act
    mutual = act.type in _MUTUAL or act.entry.id == "order"
    one_another = any(tree.words[k].lemma == "друг" for k in tree.subtree(act.verb))
    return replace(act, targets=act.actors) if mutual or one_another else act


def _as_refusal(cast: Cast, act: Act) -> Act:
    """A negated act that counts as another one (не ратифицировала: REJECT) is itself a fact.

    So is what somebody will not do, unless it is hostile or a demand: не прекратит, не намерен признать.
    """
    named = act.actors and act.heads and act.type not in NOT_REFUSED
    if named and is_refused(cast.tree, act.verb, act.mode, cast.lexicon):
        return replace(act, type="REJECT", mode=replace(act.mode, modality=Modality.ASSERTED))
    if act.type == act.entry.negative and act.mode.modality is Modality.DENIED:
        return replace(act, mode=replace(act.mode, modality=Modality.ASSERTED))
    return act


def _with_actor(cast: Cast, act: Act) -> Act:
    """The actor of a passive that names none: the owner of what is moved, else the other side."""
    if act.actors or not act.entry.heads:
        return act
    if act.type == "CONSULT" and _takes_place(cast, act):
        return replace(act, actors=cast.memory.pair, targets=cast.memory.pair)
    if not (is_passive(cast.tree, act.verb) or _nobody_acts(cast.tree, act)):
        return act
    if act.type in _OF_ONES_OWN:
        moved = objects(cast.tree, act.verb, cast.lexicon)
        owners = [a for k in moved for a in cast.actors(k) or cast.owner(k)]
        return replace(act, actors=tuple(dict.fromkeys(owners)))
    if cast.lexicon.frames[act.entry.frame].joint:
        return replace(act, actors=cast.memory.pair, targets=cast.memory.pair)
    before = _teller(cast, act) or cast.memory.doer
    before = tuple(s for s in before if s not in states_of(act.targets))
    if act.type == "SANCTION" and not act.targets and len(before) == 1:
        return replace(act, actors=before)
    return replace(act, actors=before or cast.memory.other_side(act.targets)) if act.targets else act


def _takes_place(cast: Cast, act: Act) -> bool:
    """Whether talks are told as what happens, with no one named who holds them: переговоры завершились."""
    return act.at != act.verb and cast.tree.words[act.at].rel == "nsubj"


def _teller(cast: Cast, act: Act) -> tuple[str, ...]:
    """The state of who says that a measure was taken: США заявили, что введены санкции."""
    if act.type != "SANCTION" or act.mode.saying is None:
        return ()
    said_by = subjects(cast.tree, act.mode.saying, cast.lexicon)
    return states_of([a for k in said_by for a in cast.actors(k)])


def _nobody_acts(tree: Tree, act: Act) -> bool:
    """Whether a verbal act is told in the plural with no subject: потребовали от украинской стороны."""
    feats = tree.words[act.verb].feats
    plural = feats.get("Number") == "Plur" and feats.get("VerbForm") == "Fin"
    return plural and act.type in _VERBAL and not tree.children(act.verb, "nsubj", "nsubj:pass")


def _with_target(cast: Cast, act: Act) -> Act:
    """The target that the text leaves out: the other of the two states that it is about."""
    aside = cast.tree.words[act.verb].rel == "parataxis" and cast.lexicon.is_a(
        "said", cast.tree.words[act.verb].lemma
    )
    ones_own = any(cast.tree.has(k, "свой") for k in objects(cast.tree, act.verb, cast.lexicon))
    if act.targets or aside or act.entry.type == "NONE" or (ones_own and act.type == "REQUEST"):
        return act
    if any(_unknown_people(cast, k) for k in objects(cast.tree, act.verb, cast.lexicon)):
        return act
    memory = cast.memory
    if _refers_back(cast.tree, act.verb, act.type in _ANSWERS):
        before = tuple(s for s in memory.doer if s not in states_of(act.actors))
        if before:
            return replace(act, targets=before)
    return replace(act, targets=memory.other_side(act.actors) or _answered(cast, act) or _nearby(cast, act))


def _unknown_people(cast: Cast, k: int) -> bool:
    """Whether what is acted on are people of whom the text does not say whose: поддерживает группировки."""
    people = cast.lexicon.is_a("people", cast.tree.words[k].lemma)
    return people and not (cast.actors(k) or cast.owner(k))


def _nearby(cast: Cast, act: Act) -> tuple[str, ...]:
    """The only other state named in the sentence or the one before, where an act needs a target."""
    if act.type not in _ON_SOMEONE or not act.actors:
        return ()
    own = states_of(act.actors)
    here = states_of(a for m in cast.sentence.mentions if m.kind in _NAMED for a in m.actors)
    for named in (here, cast.memory.near):
        others = tuple(s for s in named if s not in own and is_state(s))
        if others:
            return others if len(others) == 1 else ()
    return ()


def _answered(cast: Cast, act: Act) -> tuple[str, ...]:
    """The one state that the sentence before was about, where an act answers somebody or says «в ответ»."""
    answer = any(cast.tree.words[k].lemma == "ответ" for k in cast.tree.children(act.verb, "obl", "advmod"))
    if not (answer or act.type in _ANSWERING) or not act.actors:
        return ()
    before = tuple(s for s in cast.memory.doer if s not in states_of(act.actors))
    return before if len(before) == 1 else ()


def _refers_back(tree: Tree, i: int, act_answers: bool) -> bool:
    """Whether what an act is about was told in the sentence before: отверг это, отверг предложение."""
    things = tree.children(i, "obj", "iobj", "obl", "nsubj:pass")
    if any(tree.words[k].lemma in _THIS or tree.has(k, *_THIS) for k in things):
        return True
    bare = [k for k in things if tree.words[k].rel == "obj" and tree.words[k].pos == "NOUN"]
    return act_answers and any(not tree.children(k, "nmod", "amod", "acl", "acl:relcl") for k in bare)


def _enough(act: Act) -> bool:
    needs = act.entry.needs
    if needs == "target":
        return bool(act.targets)
    if needs == "states":
        return bool(act.actors) and len(states_of((*act.actors, *act.targets))) > 1
    return needs == "nothing" or bool(act.actors) or act.aimed
