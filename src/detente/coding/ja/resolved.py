"""What states resolve on together: 交渉を再開することとした is an agreement, whatever is to be done."""

from __future__ import annotations

from detente.coding.codes import states_of
from detente.coding.ja.actors import Actors
from detente.coding.ja.clauses import Clause
from detente.coding.ja.draft import Draft, told_act
from detente.coding.ja.scene import Scene
from detente.coding.ja.subjects import subject_of


def resolutions(scene: Scene, actors: Actors) -> list[Draft]:
    """The agreements that lie in the resolves of a sentence: what is resolved on is coded for itself."""
    found = []
    for unit in scene.sentence.units:
        for clause in unit.clauses if unit.kind == "sentence" else ():
            if "resolved" in clause.marks and (draft := _agreed(scene, clause, actors)) is not None:
                found.append(draft)
    return found


def _agreed(scene: Scene, clause: Clause, actors: Actors) -> Draft | None:
    subject = subject_of(clause, actors)
    both = states_of(subject.actors)
    if len(both) < 2:
        return None
    start, end = min([clause.start, *(a.extent for a in clause.args)]), clause.predicate.stop
    return told_act(
        (start, end),
        f"resolved.agree/{subject.how}",
        0.6,
        kind="AGREE",
        sides=(subject.actors, both),
        action=scene.text(start, end)[-60:],
        date=scene.date_of(end, end),
    )
