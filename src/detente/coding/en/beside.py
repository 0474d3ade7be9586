"""Who is named beside an act without being its other side: a forum, a channel, someone's feelings."""

from __future__ import annotations

from detente.coding.en.act import Act
from detente.coding.en.actors import Cast
from detente.coding.en.frames import undergoing
from detente.coding.en.grammar import is_a
from detente.coding.en.tree import Tree

COMPLAINTS = frozenset({"ACCUSE", "PROTEST"})
FORUMS = frozenset(
    {"UN", "UNSC", "UNGA", "UNHRC", "UNESCO", "ICJ", "ICC", "PCA", "WTO", "OSCE", "League of Nations"}
)
VENUES = frozenset(
    {"capital", "city", "town", "village", "port", "airport", "hotel", "palace", "margin", "sideline"}
)
URGING = frozenset({"pressure", "auspices", "mediation", "supervision"})  # under pressure from Chad
CHANNELS = frozenset({"through", "via", "despite", "amid", "unlike", "without", "during", "since"})


def before_a_forum(act: Act, cast: Cast) -> bool:
    """Whether a complaint's only target is the court or council to which it goes: took it to the UN."""
    if act.entry.plover not in COMPLAINTS or not act.actors or not FORUMS.issuperset(act.targets):
        return False
    accused = [cast.at.get(h) for h in undergoing(cast.tree, act.at)]
    return bool(act.targets) and not any(m is not None and m.actors for m in accused)


def felt(tree: Tree, head: int) -> bool:
    """Whether a noun says what someone feels of an act: to the dismay of its neighbours."""
    return is_a("feeling", tree.lemmas[head])


def only_channel(tree: Tree, k: int) -> bool:
    """Whether a branch only tells how, where or in spite of whom something was done: through a UN agency.

    Also in Ghana's capital, on the margins of an AU summit.
    """
    if tree.deps[k] != "prep":
        return False
    if tree.lemmas[k] in ("in", "at", "on") and any(
        tree.lemmas[h] in VENUES for h in tree.children(k, "pobj")
    ):
        return True
    nouns = tree.children(k, "pobj")
    backed = tree.lemmas[k] == "under" and any(tree.lemmas[noun] in URGING for noun in nouns)
    return backed or tree.lemmas[k] in CHANNELS or any(felt(tree, noun) for noun in nouns)


def own_envoy(tree: Tree, heads: tuple[int, ...], plover: str) -> bool:
    """Whether a complaint seems to be made to one's own envoy, where "its ambassador" is another's."""
    return plover in COMPLAINTS and any(is_a("posted", tree.lemmas[h]) for h in heads)
