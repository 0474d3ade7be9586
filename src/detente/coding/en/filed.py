"""How an act between two given sides is filed where its surroundings decide."""

from __future__ import annotations

from dataclasses import replace

from detente.coding.en.act import Act
from detente.coding.en.frames import acting
from detente.coding.en.tree import Tree
from detente.findings import Modality

MISSIONS = {"unifil", "unmiss", "minusma", "unamid"}
PEACE = frozenset({"peacekeeper", "peacekeeping", "peace-keeping", "helmet", *MISSIONS})
GUARDING = frozenset({"protect", "safeguard", "guard", "escort"})
GUARDED = frozenset({"civilian", "refugee", "aid", "convoy", "relief", "displaced", "camp", "election"})
HELPERS = frozenset(
    {"medical", "medics", "rescue", "rescuers", "relief", "humanitarian", "doctors", "nurses"}
)
SIDE_CLAUSES = frozenset({"relcl", "parataxis", "ccomp"})


def filed(tree: Tree, act: Act) -> Act:
    """The act under its type of the pair: troops that keep the peace or guard civilians are AID."""
    if act.entry.plover in ("MOBILIZE", "CONSULT") and (_keeps_peace(tree, act) or _brings_help(tree, act)):
        return _as(act, "AID")
    if act.entry.plover == "ASSAULT" and act.mode.modality is Modality.PLANNED and _tried(tree, act.at):
        return replace(act, mode=replace(act.mode, modality=Modality.ASSERTED))
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


def _brings_help(tree: Tree, act: Act) -> bool:
    """Whether those who arrive come to help: a medical team, rescuers, an aid convoy."""
    arrives = act.entry.plover == "CONSULT" and tree.verbal(act.at) and act.entry.id != "consult-meet"
    inside = {tree.words[t].lower() for h in acting(tree, act.at) for t in tree.subtree(h, SIDE_CLAUSES)}
    return arrives and bool(inside & HELPERS)


def _tried(tree: Tree, at: int) -> bool:
    """Whether an act was attempted: an attempt on someone's life is an attack."""
    return tree.deps[at] == "xcomp" and tree.lemmas[tree.heads[at]] in ("try", "attempt")
