"""Acts that what stands with their words makes others than their entry says."""

from __future__ import annotations

from detente.coding.ja.actors import Actors
from detente.coding.ja.candidates import Candidate
from detente.coding.ja.conduct import suggested_kind
from detente.coding.ja.kinds import clause_kinds, overruled
from detente.coding.ja.messages import carried
from detente.coding.ja.scene import Scene
from detente.coding.ja.sentence import Unit


def retyped(scene: Scene, unit: Unit, candidate: Candidate, kind: str, actors: Actors) -> str:
    """The type of an act that its entry gives as `kind`, by its clause."""
    entry, clause = candidate.entry, candidate.clause
    if clause is None:
        return kind
    if entry.caused is not None and "causative" in clause.marks:
        kind = entry.caused  # 機関の活動を停止させた
    if entry.frame == "speech" and kind == "CONSULT":
        kind = carried(scene, clause) or kind
    if entry.loose and kind == entry.type and candidate.path != "noun" and not clause.negative:
        suggested = suggested_kind(scene, clause, candidate.start, candidate.end)
        return overruled(kind, clause_kinds(unit, clause, actors, suggested))
    return kind
