"""How an act between two given sides is filed, where its surroundings or PLOVER's own table change its type."""

from __future__ import annotations

from dataclasses import replace

from detente.coding.en.act import Act
from detente.coding.en.lexicon import Lexicon
from detente.coding.en.tree import Tree

PEACE = frozenset({"peacekeeper", "peacekeeping", "peace-keeping", "unifil", "unmiss", "minusma", "unamid"})
GUARDING = frozenset({"protect", "safeguard", "guard", "escort"})
GUARDED = frozenset({"civilian", "refugee", "aid", "convoy", "relief", "displaced", "camp", "election"})
SIDE_CLAUSES = frozenset({"relcl", "parataxis", "ccomp"})


def filed(tree: Tree, act: Act, lexicon: Lexicon) -> Act:
    """The act under its type of the pair: troops that keep the peace or guard civilians are AID.

    An embargo or sanctions imposed are COERCE there, as CAMEO 163 is in PLOVER's table of 2021.
    """
    if act.entry.plover in ("MOBILIZE", "CONSULT") and _keeps_peace(tree, act):
        return _as(act, "AID")
    if act.entry.plover == "SANCTION" and _embargo(tree, act, lexicon.classes["sanction"]):
        return _as(act, "COERCE")
    return act


def _as(act: Act, plover: str) -> Act:
    return replace(act, entry=replace(act.entry, plover=plover, news=""))


def _keeps_peace(tree: Tree, act: Act) -> bool:
    """Whether those who are moved, or what they are moved for, is the keeping of peace."""
    moved = act.entry.plover == "MOBILIZE"
    parts = tree.subtree(act.at, SIDE_CLAUSES) if moved else [t for h in act.heads for t in tree.subtree(h)]
    inside = list(parts)
    if any(tree.lemmas[t] in PEACE or tree.words[t].lower() in PEACE for t in inside):
        return moved or tree.verbal(act.at)
    guards = [t for t in inside if tree.lemmas[t] in GUARDING and tree.verbal(t)]
    return moved and any(tree.lemmas[k] in GUARDED for t in guards for k in tree.children(t, "dobj"))


def _embargo(tree: Tree, act: Act, measures: frozenset[str]) -> bool:
    """Whether the measure is an embargo, sanctions, tariffs: put on, or named as a noun or verb."""
    return any(tree.lemmas[k] in measures for k in (act.at, *act.absorbed))
