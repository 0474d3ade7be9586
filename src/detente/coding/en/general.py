"""Acts without a codebook entry: a political actor does something that is no state, thought or talk.

The verbs that are no acts are listed (`no_act` in `codebooks/en/grammar.yaml`), not those that are.
The type is that of a codebook noun among the objects, else NONE.
"""

from __future__ import annotations

from detente.coding.codes import states_of
from detente.coding.en.act import Act
from detente.coding.en.actors import Cast
from detente.coding.en.fits import bloodless, contents
from detente.coding.en.frames import acting, passive, undergoing
from detente.coding.en.grammar import is_a
from detente.coding.en.lexicon import Entry, Lexicon
from detente.coding.en.modality import mode_of
from detente.coding.en.no_act import sporting
from detente.coding.en.pronouns import FIRST, WE
from detente.coding.en.tree import Tree
from detente.findings import Modality

ANNOUNCING = frozenset({"announce", "declare"})  # of a measure, an act of its own
CLAUSES = frozenset({"ROOT", "conj", "ccomp", "relcl", "advcl", "parataxis"})
TOLD = frozenset({Modality.ASSERTED, Modality.PLANNED})
APART = frozenset({"relcl", "acl", "conj", "appos"})
AFTER = frozenset({"dobj", "prep", "prt", "dative"})
TOGETHER = frozenset({"NONE", "COOPERATE", "AGREE", "CONSULT", "SUPPORT"})
Codes = tuple[str, ...]
AGENTS = frozenset({"state", "person", "organ", "organisation", "joint", "demonym"})
SIDELESS = frozenset({"MOBILIZE", "NONE"})
TOWARD = ("to", "with", "against", "on", "for", "from", "into", "over", "toward", "towards")
WEIGHT = 0.5


def general_acts(cast: Cast, lexicon: Lexicon, known: list[Act]) -> list[Act]:
    """The acts of political actors that no codebook entry tells.

    Parameters
    ----------
    known : the acts of the sentence by codebook entries; their verbs and objects are left alone.
    """
    tree = cast.tree
    if sporting(tree):
        return []
    taken = {t for act in known for t in (act.at, *act.absorbed)}
    verbs = [i for i in range(len(tree)) if i not in taken and _dynamic(tree, i, taken)]
    return [act for i in verbs if (act := _act(cast, lexicon, i, taken)) is not None]


def _dynamic(tree: Tree, i: int, taken: set[int]) -> bool:
    """Whether a token is the verb of a clause that tells of something done."""
    lemma = tree.lemmas[i]
    if not tree.verbal(i) or tree.tags[i] == "MD" or is_a("no_act", lemma):
        return False
    if is_a("speech", lemma) and not (lemma in ANNOUNCING and tree.children(i, "dobj", "nsubjpass")):
        return False
    if any(tree.deps[k] == "xcomp" for k in tree.kids[i]):
        return False
    if not (tree.deps[i] in CLAUSES or _clause_like(tree, i, taken)):
        return False
    return any(tree.deps[k] in AFTER and k > i for k in tree.kids[i]) or bool(undergoing(tree, i))


def _clause_like(tree: Tree, i: int, taken: set[int]) -> bool:
    """Whether a verb tells an act without being finite: was able to win, with Spain paying, begun by X."""
    dep, head = tree.deps[i], tree.heads[i]
    if dep == "xcomp":
        if gladly_announced(tree, i):
            return True
        return (is_a("fact", tree.lemmas[head]) and head not in taken) or (
            tree.deps[head] == "acomp" and is_a("achieved", tree.lemmas[head])
        )
    if dep == "acl":
        owned = is_a("endeavour", tree.lemmas[head]) and bool(tree.children(head, "poss"))
        return owned or bool(tree.pobj(i, "by"))
    return dep == "pcomp" and tree.child(i, "nsubj") is not None


def gladly_announced(tree: Tree, i: int) -> bool:
    """Whether someone is pleased to announce something, which is to announce it."""
    glad = is_a("glad", tree.words[tree.heads[i]].lower())
    return tree.deps[i] == "xcomp" and tree.lemmas[i] in ANNOUNCING and glad


def _act(cast: Cast, lexicon: Lexicon, i: int, taken: set[int]) -> Act | None:
    tree = cast.tree
    doers = [h for h in acting(tree, i) if _someone(cast, h)]
    actors = tuple(dict.fromkeys(code for h in doers for code in cast.named(h)))
    mode = mode_of(tree, i)
    if not actors or mode.negated or mode.purpose or mode.modality not in TOLD:
        return None
    objects = [k for k in contents(tree, undergoing(tree, i)) if k not in doers]
    if taken & set(objects):
        return None
    plover = _type_of(tree, lexicon, i, objects)
    vague = is_a("light", tree.lemmas[i]) or all(tree.words[h].lower() in FIRST | WE for h in doers)
    if plover == "NONE" and tree.deps[i] == "acl" and passive(tree, i):
        return None  # a delegation headed by the premier
    if plover == "NONE" and (vague or not (objects or _toward(tree, i))):
        return None
    if plover in TOGETHER and len(states_of(actors)) > 1:
        if plover == "NONE" and not _at_others(cast, i, objects, actors):
            plover = "COOPERATE"
        return _filled(cast, i, plover, (actors, actors[::-1]), doers)
    heads = [h for h in objects if cast.touched(h)] if plover not in SIDELESS else []
    if plover == "NONE":
        heads = [h for h in objects if _someone(cast, h) and cast.named(h)]
    own = set(states_of(actors))
    others = dict.fromkeys(c for h in heads for c in cast.touched(h) if c.split("/")[0] not in own)
    return _filled(cast, i, plover, (actors, tuple(others)), doers)


def _at_others(cast: Cast, i: int, objects: list[int], actors: Codes) -> bool:
    """Whether several states do something to another one: closed their skies to the president of Bolivia."""
    own = set(states_of(actors))
    return any(set(states_of(cast.touched(k))) - own for k in (*objects, *cast.tree.pobj(i, *TOWARD)))


def _toward(tree: Tree, i: int) -> list[int]:
    """What a verb without object is directed at: turned on its ally, vied for influence."""
    return [
        k for k in tree.pobj(i, *TOWARD) if tree.tags[k][:2] == "NN" and not is_a("measure", tree.lemmas[k])
    ]


def _filled(cast: Cast, i: int, plover: str, sides: tuple[Codes, Codes], doers: list[int]) -> Act:
    entry = Entry(id="general", plover=plover, weight=WEIGHT, target=("none",) if plover in SIDELESS else ())
    voice = "passive" if passive(cast.tree, i) else "v"
    path = f"{voice}(subject,{'object' if sides[1] else '-'})"
    return Act(i, entry, *sides, tuple(doers), mode_of(cast.tree, i), path, 1.0)


def _someone(cast: Cast, head: int) -> bool:
    """Whether a phrase is an actor itself, not a thing of one: not "Japan's imports"."""
    tree = cast.tree
    mention = cast.at.get(head)
    if mention is not None:
        return bool(mention.actors) and mention.kind in AGENTS
    return is_a("actor", tree.lemmas[head]) or tree.tags[head] == "PRP"


def _type_of(tree: Tree, lexicon: Lexicon, i: int, objects: list[int]) -> str:
    """The type of the first object that is a codebook noun, or MOBILIZE for what is military.

    NONE where the verb does away with its object.
    """
    if any(is_a(group, tree.lemmas[i]) for group in ("avert", "undo", "condemning")):
        return "NONE"
    for k in objects:
        for entry in lexicon.entries.get(("n", tree.lemmas[k]), ()):
            if entry.plover == "ASSAULT" and bloodless(tree, k):
                return "ACCUSE"
            if not entry.particles:
                return entry.plover
    words = {tree.lemmas[t] for k in objects for t in tree.subtree(k, APART)}
    return "MOBILIZE" if any(is_a("military", word) for word in words) else "NONE"
