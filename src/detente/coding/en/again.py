"""A further meeting told only by where it was: they met in Malta in May and in Washington in October."""

from __future__ import annotations

from dataclasses import replace

from detente.coding.en.act import Act
from detente.coding.en.actors import Cast

AT = frozenset({"in", "at"})


def met_again(cast: Cast, found: list[Act]) -> list[Act]:
    """For each meeting, one more act for every further place that its verb is told of."""
    tree = cast.tree
    further: list[Act] = []
    for act in found:
        if act.entry.plover != "CONSULT" or act.entry.part != "v" or not act.mode.actual:
            continue
        first = [k for k in tree.children(act.at, "prep") if tree.lemmas[k] in AT]
        for place in [c for k in first for c in tree.children(k, "conj") if tree.lemmas[c] in AT]:
            if _placed(cast, place):
                entry = replace(act.entry, part="n")
                further.append(replace(act, at=place, entry=entry, heads=(), absorbed=()))
    return further


def _placed(cast: Cast, prep: int) -> bool:
    """Whether a preposition names a known place."""
    return any(k in cast.at for k in cast.tree.objects_of(prep))
