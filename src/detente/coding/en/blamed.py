"""What someone says of someone else, where the whole is asked for: "X said that Y fired first" accuses Y."""

from __future__ import annotations

from detente.coding.en.act import Act
from detente.coding.en.actors import Cast
from detente.coding.en.frames import acting, surface_subject
from detente.coding.en.grammar import is_a
from detente.coding.en.lexicon import Entry, Lexicon
from detente.coding.en.modality import MUST, WILL, auxiliary_of, mode_of
from detente.coding.en.told import HOSTILE
from detente.coding.en.tree import Tree

BAD = HOSTILE | {"ACCUSE", "THREATEN"}
BLAME = Entry(id="said-of", plover="ACCUSE", speech=True, stance="-", weight=0.8)
GUESS = Entry(id="said-something-of", plover="ACCUSE", speech=True, stance="-", weight=0.2)


def blames(cast: Cast, found: list[Act], lexicon: Lexicon) -> list[Act]:
    """An accusation for every clause in which a speaker tells what someone else does, unless it is friendly.

    What is announced, demanded or wished of the other is none.
    """
    tree, made = cast.tree, []
    bad = lexicon.classes["bad"]
    for i in range(len(tree)):
        verb = tree.heads[i]
        if tree.deps[i] != "ccomp" or not tree.verbal(verb) or not is_a("speech", tree.lemmas[verb]):
            continue
        if auxiliary_of(tree, i) in WILL | MUST | {"would"} or tree.tags[i] == "VB" or _at_risk(tree, i):
            continue
        speakers = acting(tree, verb)
        own = {code for h in speakers for code in cast.named(h)}
        doers = surface_subject(tree, i)
        others = tuple(c for h in doers for c in cast.touched(h) if c not in own)
        if not own or not others:
            continue
        inside = [act for act in found if act.at in {i, *_shared(tree, i)} and set(act.actors) & set(others)]
        judged = tree.lemmas[i] == "be" and _judged_ill(tree, i, bad)
        warned = tree.lemmas[verb] == "warn"  # of the other, not the other
        entry = BLAME if judged or warned or any(act.entry.plover in BAD for act in inside) else GUESS
        if entry is GUESS and (inside or tree.lemmas[i] == "be"):
            continue
        heads = tuple(speakers) + tuple(doers)
        made.append(Act(verb, entry, tuple(own), others, heads, mode_of(tree, verb), "said-of", 1.0))
    return made


def _shared(tree: Tree, i: int) -> list[int]:
    """The verbs coordinate with a verb and the complements under it: tried to kill."""
    return [k for v in tree.conjuncts(i) for k in (v, *tree.children(v, "xcomp", "prep", "advcl"))]


def _at_risk(tree: Tree, i: int) -> bool:
    """Whether a clause tells what would come of it for the other: warned that Y faces war."""
    return tree.lemmas[i] in ("face", "risk", "pay", "regret", "suffer", "lose")


def _judged_ill(tree: Tree, i: int, bad: frozenset[str]) -> bool:
    """Whether a predicate with "be" lays blame: is a liar, was behind the attack, were responsible."""
    said = [k for k in tree.children(i, "acomp", "attr", "prep", "advmod") if not tree.children(k, "neg")]
    ill = any(is_a("guilt", tree.lemmas[k]) or tree.lemmas[k] in bad for k in said)
    return ill and tree.child(i, "neg") is None
