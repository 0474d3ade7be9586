"""How sure the coder is of an act: graded by what the sentence gives, not fitted to any one text."""

from __future__ import annotations

from detente.coding.en.act import Act
from detente.findings import Modality

HEDGED = 0.85
NOMINAL = 0.85
ONE_SIDED = 0.75
UNREAL = 0.8
FLOOR, CEILING = 0.55, 0.98  # what the least and the best supported acts were right at, on our own cases


def of_act(act: Act) -> float:
    """Confidence in [0, 1]: lower for ambiguous heads, nouns, missing or pronominal sides, unreal acts."""
    value = 0.95 * act.entry.weight * (0.7 + 0.3 * act.explicit)
    if act.entry.part != "v":
        value *= NOMINAL
    if not (act.actors and act.targets):
        value *= ONE_SIDED
    if act.mode.modality is not Modality.ASSERTED:
        value *= UNREAL
    if act.mode.hedged:
        value *= HEDGED
    if "anywhere" in act.path:
        value *= 0.8
    return round(FLOOR + (CEILING - FLOOR) * value, 3)
