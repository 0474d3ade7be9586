"""Targets within the actor's own state: its government asked for something, its towns attacked."""

from __future__ import annotations

from detente.coding.codes import states_of
from detente.coding.en.actors import Cast
from detente.coding.en.by_place import Side
from detente.coding.en.frames import role
from detente.coding.en.grammar import is_a
from detente.coding.en.lexicon import Entry
from detente.coding.en.tree import Tree

ADDRESSED = frozenset({"object", "on", "upon", "dative"})


def addressed(entry: Entry, name: str, actor: Side) -> bool:
    """Whether a role is of whom a person or an organ of a state asks for something."""
    asks = entry.plover == "REQUEST" and entry.part == "v" and name in ADDRESSED
    return asks and any("/" in code for code in actor.codes)


def asked_at_home(cast: Cast, entry: Entry, i: int, name: str, actor: Side) -> Side | None:
    """The government of one's own state, where somebody calls on "the government" that nothing else names."""
    tree = cast.tree
    for head in role(tree, i, name) if addressed(entry, name, actor) else []:
        definite = any(tree.words[k].lower() == "the" for k in tree.children(head, "det"))
        if definite and is_a("abstract_state", tree.lemmas[head]) and not cast.touched(head):
            own = states_of(actor.codes)
            return Side(tuple(f"{state}/{tree.lemmas[head]}" for state in own), (head,), name)
    return None


def someone(tree: Tree, head: int) -> bool:
    """Whether a phrase is people or a body of them by its own noun, whom one may ask for something."""
    return tree.tags[head] in ("NN", "NNS") and is_a("actor", tree.lemmas[head])


def own_places(cast: Cast, heads: tuple[int, ...], plover: str) -> list[str]:
    """The cities and regions of one's own state that one attacks or seizes: Russian troops shelled Grozny."""
    if plover not in ("ASSAULT", "COERCE"):
        return []
    places = [m for h in heads if (m := cast.at.get(h)) is not None and m.kind == "place"]
    text = cast.tree.text
    return [c if "/" in c else f"{c}/{text[m.start : m.end]}" for m in places for c in m.actors]
