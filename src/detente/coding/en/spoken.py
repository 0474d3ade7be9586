"""Talks told in the first person: we discussed trade, he and I had a good meeting, I told the President."""

from __future__ import annotations

from dataclasses import replace

from detente.coding.codes import states_of
from detente.coding.en.act import Act
from detente.coding.en.actors import Cast
from detente.coding.en.brought_up import brought_up
from detente.coding.en.frames import acting, role
from detente.coding.en.grammar import is_a
from detente.coding.en.lexicon import Entry
from detente.coding.en.modality import mode_of
from detente.coding.en.pronouns import FIRST, WE
from detente.coding.en.tree import Tree

TALK = Entry(id="spoken-talk", plover="CONSULT", joint=True, weight=0.6)
TELL = Entry(id="spoken-tell", plover="CONSULT", speech=True, weight=0.6)
JOINT = frozenset({"AGREE", "CONSULT", "COOPERATE"})
NEAR = 24  # sentences back in which "we" may mean the speaker and someone named there
Codes = tuple[str, ...]


def spoken_acts(cast: Cast, known: list[Act]) -> list[Act]:
    """The talks that a first-person speaker tells of and no codebook entry finds.

    Parameters
    ----------
    known : the acts of the sentence found so far; their verbs and nouns are left alone.
    """
    tree, memory = cast.tree, cast.memory
    if not memory.speaker or memory.briefing:
        return []
    taken = {t for act in known for t in (act.at, *act.absorbed)}
    found = []
    for i in range(len(tree)):
        if i in taken or not tree.verbal(i) or taken & set(tree.children(i, "dobj")):
            continue
        if (act := brought_up(cast, i, NEAR) or _talk(cast, i) or _telling(cast, i)) is not None:
            found.append(act)
    return found


def among_speakers(act: Act, cast: Cast) -> Act:
    """The act on both sides where two did it: signed a treaty with France; we agreed."""
    if act.entry.part != "v" or act.entry.plover not in JOINT:
        return act
    if act.path.endswith(",with)") and len(states_of((*act.actors, *act.targets))) > 1:
        both = tuple(dict.fromkeys((*act.actors, *act.targets)))
        return replace(act, actors=both, targets=both[::-1])
    if len(parties := _parties_of(act, cast)) > 1:
        return replace(act, actors=parties, targets=parties[::-1], path=f"{act.path}+parties")
    agreed = cast.tree.lemmas[act.at] == "agree" and "(subject," in act.path
    complement = agreed and act.path.endswith((",complement)", ",on)", ",object)", ",anywhere)"))
    if not (complement or act.path.endswith("(subject,-)")):
        return act
    both = _together(cast, act.at)
    if complement and cast.memory.speaker and len(states_of(both)) > 1:
        return replace(act, actors=both, targets=both[::-1], path=f"{act.path}+we")
    if complement and not act.path.endswith(",complement)"):
        return act
    if complement:
        both = tuple(dict.fromkeys((*act.actors, *act.targets))) if len(states_of(both)) > 1 else ()
    if len(states_of(both)) < 2 or act.mode.negated or not act.mode.actual:
        return act
    return replace(act, actors=both, targets=both[::-1], path=f"{act.path}+we", explicit=act.explicit / 2)


def _parties_of(act: Act, cast: Cast) -> Codes:
    """The parties that an agreement's own noun names: a memorandum between X and Y was signed by X."""
    tree = cast.tree
    objects = role(tree, act.at, "object")
    of_them = [k for h in objects for k in tree.pobj(h, "of")]  # a memorandum of understanding between
    between = [k for h in (*objects, *of_them) for k in tree.pobj(h, "between")]
    codes = tuple(dict.fromkeys(code for k in between for code in cast.named(k)))
    return codes if act.entry.plover == "AGREE" and set(states_of(act.actors)) < set(states_of(codes)) else ()


def with_speaker(pair: Codes, speaker: Codes) -> Codes:
    """The pair of a document with the state of whoever speaks in it, and the other named most often."""
    own = states_of(speaker)
    return pair if len(pair) < 2 or not own or own[0] in pair else (own[0], pair[0])


def _talk(cast: Cast, i: int) -> Act | None:
    tree = cast.tree
    has_talks = is_a("hold_verb", tree.lemmas[i]) and any(
        is_a("talk_noun", tree.lemmas[k]) for k in tree.children(i, "dobj")
    )
    if not (has_talks or is_a("talk_verb", tree.lemmas[i]) or _dwelt_on(tree, i)):
        return None
    both = _together(cast, i)
    mode = mode_of(tree, i)
    if len(states_of(both)) < 2 or mode.negated or mode.purpose:
        return None
    return Act(i, TALK, both, both[::-1], tuple(acting(tree, i)), mode, "v(subject,-)+we", 0.5)


def _dwelt_on(tree: Tree, i: int) -> bool:
    """Whether a verb tells that a talk turned to something: spent time on it, went into detail."""
    after = {tree.lemmas[k] for k in tree.kids[i] if k > i}
    if tree.lemmas[i] == "spend":
        return "on" in after
    if tree.lemmas[i] in ("touch", "dwell"):
        return bool(after & {"on", "upon"})
    return tree.lemmas[i] in ("go", "get") and any(
        tree.lemmas[k] in ("detail", "details", "depth") for k in tree.pobj(i, "into", "in")
    )


def _telling(cast: Cast, i: int) -> Act | None:
    """The speaker, or someone known, tells one of another state something."""
    tree = cast.tree
    if not is_a("tell_verb", tree.lemmas[i]) or not tree.children(i, "ccomp", "dobj", "acomp", "prep"):
        return None
    told = tree.children(i, "dobj", "dative") if tree.lemmas[i] != "make" else []
    clear = [k for k in tree.children(i, "ccomp", "acomp", "oprd", "advcl") if tree.lemmas[k] == "clear"]
    if tree.lemmas[i] == "make" and not clear:
        return None
    told = told + [k for at in (i, *clear) for k in tree.pobj(at, "to")]
    actors = tuple(dict.fromkeys(code for h in acting(tree, i) for code in cast.named(h)))
    own = set(states_of(actors))
    targets = tuple(dict.fromkeys(c for h in told for c in cast.named(h) if c.split("/")[0] not in own))
    mode = mode_of(tree, i)
    if not actors or not targets or mode.negated or not mode.actual:
        return None
    return Act(i, TELL, actors, targets, tuple(acting(tree, i)), mode, "v(subject,dative)", 0.5)


def _together(cast: Cast, i: int) -> Codes:
    """Who "we" or "he and I" are where the verb takes two: the subjects, else the speaker and his partner."""
    tree = cast.tree
    heads = acting(tree, i)
    actors = tuple(dict.fromkeys(code for h in heads for code in cast.named(h)))
    if len(states_of(actors)) > 1 or not heads or not cast.memory.speaker or cast.memory.briefing:
        return actors
    words = {tree.words[h].lower() for h in heads}
    if not words <= (WE | FIRST) or (words <= FIRST and not _of_a_matter(tree, i)):
        return actors
    return (*actors, *cast.memory.partner(NEAR)) if actors else ()


def _of_a_matter(tree: Tree, i: int) -> bool:
    """Whether something is taken up in a talk: I raised the matter, I discussed prisoners."""
    if tree.lemmas[i] in ("talk", "speak"):
        return bool(tree.pobj(i, "about", "of"))
    return _dwelt_on(tree, i) or (tree.lemmas[i] in ("raise", "discuss") and bool(tree.children(i, "dobj")))
