"""Meetings that were planned and, as the text goes on to tell, took place: 会談は予定通りに開催された."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from detente.coding.ja.clauses import Clause
from detente.coding.ja.draft import Draft
from detente.coding.ja.meetings import MEETINGS
from detente.coding.ja.scene import Scene
from detente.coding.ja.subjects import own_subject
from detente.findings import Modality

_AS_PLANNED = re.compile("予定(?:通り|どおり|のとおり)|計画(?:通り|どおり)|実際に|実現|無事")
_HELD = frozenset({"開催する", "行う", "開く", "実施する"})


@dataclass(slots=True)
class Held:
    """Keeps the planned meetings of a paragraph until the text tells that they were held."""

    paragraph: int = -1
    planned: list[Draft] = field(default_factory=list)

    def take(self, scene: Scene, acts: list[Draft]) -> None:
        """Make the meetings planned before actual where a sentence tells that they were held."""
        if scene.passage.paragraph != self.paragraph:
            self.paragraph, self.planned = scene.passage.paragraph, []
        planned = Modality.PLANNED, Modality.SCHEDULED
        meetings = (a for a in acts if a.fields["plover"] == "CONSULT" and a.fields["modality"] in planned)
        self.planned += [a for a in meetings if a.telling is not None and a.telling.head in MEETINGS]
        held = [c for c in scene.sentence.units[0].clauses if _holds(scene, c)]
        for act in [a for a in self.planned if any(a.end <= c.predicate.start for c in held)]:
            act.fields.update(modality=Modality.ASSERTED, actual=True)
            self.planned.remove(act)


def _holds(scene: Scene, clause: Clause) -> bool:
    """Whether a clause tells that a meeting spoken of before was held as planned."""
    thing = own_subject(clause)
    if thing is None or "past" not in clause.marks or clause.negative or not thing.text.endswith(_KINDS):
        return False
    held = (clause.lemma in _HELD and clause.passive) or clause.lemma == "実現する"
    return held and _AS_PLANNED.search(scene.text(clause.start, clause.predicate.stop)) is not None


_KINDS = tuple(MEETINGS)
