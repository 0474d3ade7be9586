"""Whose a thing is that someone unnamed lifts, stops or sends: U.S. sanctions were suspended."""

from __future__ import annotations

from detente.coding.en.frames import MODIFIERS, acting, passive, undergoing
from detente.coding.en.grammar import is_a
from detente.coding.en.tree import Tree

EASED = frozenset({"CONCEDE", "SANCTION"})
SENDING = frozenset({"AID", "MOBILIZE"})
ANNOUNCED = frozenset({"SANCTION", "REJECT", "CONCEDE", "RETREAT", "MOBILIZE", "COERCE"})
HOMEWARD = frozenset({"withdraw", "recall", "evacuate", "pull"})  # what a state does with its own people
SAID = frozenset(  # what is its speaker's, by whatever verb it is made or taken back
    {"call", "request", "demand", "appeal", "offer", "proposal", "complaint", "grievance", "claim"}
)
VOICED = frozenset(
    {"make", "issue", "lodge", "submit", "table", "renew", "repeat", "withdraw", "drop", "retract", "shelve"}
)
STOPPED = frozenset({"SANCTION", "REJECT", "PROTEST"})


def whose(tree: Tree, i: int, plover: str) -> list[int]:
    """The words that say whose the thing is that a passive without agent tells of; [] otherwise.

    What is lifted, given up or sent is lifted, given up or sent by its owner: Danish warships were sent,
    American aid to Egypt was cut, a visit by the minister was cancelled.
    """
    if not passive(tree, i) or acting(tree, i):
        return []
    if announcer := _announcer(tree, i, plover):
        return announcer
    things = undergoing(tree, i)
    if plover in SENDING and is_a("sending", tree.lemmas[i]):
        return [h for h in things if is_a("own_force", tree.lemmas[h])]
    found: list[int] = []
    for h in things:
        lemma = tree.lemmas[h]
        homeward = tree.lemmas[i] in HOMEWARD and plover in (*STOPPED, "RETREAT")
        if homeward and (is_a("actor", lemma) or is_a("own_force", lemma)):
            found.append(h)
        elif lemma in SAID and tree.lemmas[i] in VOICED:
            found += tree.children(h, "poss")
        elif plover in EASED and is_a("trade_measure", lemma):
            found += _owners(tree, h)
        elif plover in STOPPED and is_a("help", lemma):
            found += _owners(tree, h) + tree.pobj(h, "from")
        elif plover in STOPPED and is_a("visiting", lemma):
            found += tree.pobj(h, "by", "of") or _owners(tree, h)
    return found


def _announcer(tree: Tree, i: int, plover: str) -> list[int]:
    """Who announces a measure that nobody else is said to take: he announced that talks were suspended."""
    over = tree.heads[i]
    told = plover in ANNOUNCED and tree.deps[i] == "ccomp" and is_a("announcing", tree.lemmas[over])
    return acting(tree, over) if told else []


def _owners(tree: Tree, noun: int) -> list[int]:
    return tree.children(noun, "poss") + [k for k in tree.children(noun, *MODIFIERS) if _of_a_state(tree, k)]


def _of_a_state(tree: Tree, k: int) -> bool:
    """Whether a word before a noun says whose it is (American, U.S.), not on whom (the Iran sanctions)."""
    return tree.tags[k] == "JJ" or tree.words[k].isupper() or "." in tree.words[k]
