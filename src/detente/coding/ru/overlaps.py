"""Acts of one sentence that tell each other: a noun and its verb, an order and what it orders, a promise."""

from __future__ import annotations

from dataclasses import replace

from detente.coding.codes import states_of
from detente.coding.ru.act import Act
from detente.coding.ru.tree import Tree

_ABSORBING = frozenset({"AGREE", "REQUEST", "THREATEN", "REJECT", "ACCUSE"})
_ORDER = "order"
_SENDING = "write-to"
_CONTENT = frozenset({"xcomp", "ccomp", "obl", "obj", "nmod", "acl", "iobj", "conj", "csubj"})


def without_doubles(tree: Tree, found: list[Act]) -> list[Act]:
    """Of a verb and the noun that it governs that tell the same act, the verb; of two readings, one."""
    by_word = {act.at: act for act in found}
    carriers = {act.verb for act in found if act.verb != act.at}
    kept = []
    for act in found:
        if (not act.entry.heads and act.at in carriers) or _told_within(tree, act, found):
            continue
        over = by_word.get(tree.words[act.at].head)
        if over is not None and tree.words[act.at].lemma in over.entry.object:
            continue
        if (
            over is not None
            and act.verb == act.at
            and over.type == act.type
            and tree.words[act.at].pos == "NOUN"
        ):
            continue
        carrier = by_word.get(act.verb)
        if carrier is not None and carrier is not act and (carrier.type == act.type or carrier.entry.object):
            continue
        kept.append(act)
    return kept


def without_orders(tree: Tree, found: list[Act]) -> list[Act]:
    """The acts without orders to one's own people, which are what they order: распорядился вывести войска."""
    return [
        act
        for act in found
        if act.entry.id != _ORDER
        or act.aimed
        or not any(tree.words[other.verb].head == act.at for other in found)
    ]


def _told_within(tree: Tree, act: Act, found: list[Act]) -> bool:
    """Whether an act only sends the text in which another one is done: послание, в котором извинился."""
    texts = set(tree.children(act.at, "obj"))
    return act.entry.id == _SENDING and any(tree.words[other.verb].head in texts for other in found)


def aimed_by_content(tree: Tree, act: Act, found: list[Act]) -> Act:
    """A promise, threat or refusal that names no target has that of what it promises or refuses to do."""
    if act.type not in _ABSORBING or act.aimed:
        return act
    own = set(states_of(act.actors))
    for other in found:
        targets = tuple(a for a in (*other.targets, *other.actors) if states_of([a])[0] not in own)
        if other.aimed and targets and not other.mode.actual and _content_of(tree, other.verb, {act.at}):
            return replace(act, targets=targets[:1])
    return act


def without_content(tree: Tree, found: list[Act]) -> list[Act]:
    """The acts without those that are only what another one promises, demands or refuses."""
    over = {act.at for act in found if act.type in _ABSORBING}
    return [act for act in found if act.mode.actual or not _content_of(tree, act.verb, over)]


def _content_of(tree: Tree, i: int, over: set[int]) -> bool:
    at = i
    for above in tree.up(i):
        if tree.words[at].rel not in _CONTENT:
            return False
        if above in over and tree.words[at].rel != "conj":
            return True
        at = above
    return False
