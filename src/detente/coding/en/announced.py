"""An announcement of one's own act is an act itself: the ministry said it would levy duties."""

from __future__ import annotations

from dataclasses import replace

from detente.coding.codes import states_of
from detente.coding.en.act import Act
from detente.coding.en.actors import Cast
from detente.coding.en.frames import acting
from detente.coding.en.modality import conditional, mode_of
from detente.coding.en.told import COOPERATIVE, HOSTILE
from detente.findings import Modality

KEPT = frozenset({"SANCTION", "COERCE", "MOBILIZE", "RETREAT", "CONCEDE", "REJECT"})
SUPPOSING = frozenset(
    {"expect", "predict", "forecast", "think", "believe", "estimate", "fear", "doubt", "worry"}
)
WEIGHT = 0.7


def announcements(cast: Cast, found: list[Act]) -> list[Act]:
    """The acts of saying by which an actor announces an act of his own side.

    Promised help is AGREE, a threat under a condition THREATEN, another measure keeps its type.
    """
    told: dict[int, Act] = {}
    taken = {act.at for act in found}
    for act in found:
        verb = act.mode.saying
        ahead = act.mode.modality is Modality.PLANNED or _forgone(act)
        if verb is None or verb in taken or verb in told or not ahead:
            continue
        if cast.tree.lemmas[verb] in SUPPOSING:
            continue
        mode = mode_of(cast.tree, verb)
        speakers = tuple(code for head in acting(cast.tree, verb) for code in cast.named(head))
        if (
            act.entry.id != "general"
            and mode.actual
            and set(states_of(speakers)) & set(states_of(act.actors))
        ):
            entry = replace(act.entry, id="announced", plover=_type(cast, act), part="v", weight=WEIGHT)
            heads = tuple(acting(cast.tree, verb))
            told[verb] = Act(
                verb, entry, speakers, act.targets, heads, mode, f"announced({act.path})", act.explicit
            )
    return list(told.values())


def _forgone(act: Act) -> bool:
    """Whether someone says that he will not do something hostile."""
    return act.mode.modality is Modality.PREDICTED_NOT and act.entry.plover in HOSTILE


def _type(cast: Cast, act: Act) -> str:
    plover = act.entry.plover
    if _forgone(act):
        return "CONCEDE"
    under_condition = any(conditional(cast.tree, k) for k in cast.tree.children(act.at, "advcl"))
    if plover == "NONE" or (plover in KEPT and not under_condition):
        return plover
    return "AGREE" if plover in COOPERATIVE | {"REQUEST"} else "THREATEN"
