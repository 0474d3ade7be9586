"""Who says a quotation that is a sentence of its own: 「屈しない」。大統領はこう訴えた."""

from __future__ import annotations

from dataclasses import dataclass, field

from detente.coding.ja.actors import Actors
from detente.coding.ja.clauses import Clause
from detente.coding.ja.draft import Draft
from detente.coding.ja.said import Said, key_of
from detente.coding.ja.scene import Scene
from detente.coding.ja.speakers import fully_named, speaker_of
from detente.coding.ja.speech import cues

_BACK = frozenset({"こう", "そう"})
_BACK_PHRASES = frozenset({"この", "その"})
_AHEAD = frozenset({"次", "以下"})
_ALONE = "quotation/closing"


def points_back(clause: Clause) -> bool:
    """Whether a clause of saying points back at what was quoted: こう訴えた, このように述べた."""
    adverbs = any(a.lemma in _BACK or a.text in _BACK for a in clause.adverbs)
    points = adverbs or any(a.case == "ように" and a.text in _BACK_PHRASES for a in clause.args)
    return points and key_of(clause) in cues().saying


def _points_ahead(clause: Clause) -> bool:
    named = any(a.case == "ように" and a.text in _AHEAD for a in clause.args)
    return (named and key_of(clause) in cues().saying) or points_back(clause)


@dataclass(slots=True)
class Pointed:
    """Quotations that wait for the sentence that says whose they are, and speakers that announce one."""

    waiting: list[Draft] = field(default_factory=list)
    announced: tuple[str, ...] = ()

    def take(self, scene: Scene, actors: Actors, said: list[Said]) -> None:
        """Give the quotations of the sentence before, or of this one, the speaker that points at them."""
        for statement in said:
            if statement.rule == _ALONE and not statement.speaker:
                statement.speaker = self.announced
        self.announced = ()
        for clause in scene.sentence.units[0].clauses:
            if clause.relation != "chain":
                continue
            if self.waiting and points_back(clause):
                for draft in self.waiting:
                    draft.fields["speaker"] = fully_named(speaker_of(clause, None, actors) or ())
                self.waiting = []
            elif _points_ahead(clause):
                self.announced = speaker_of(clause, None, actors) or ()

    def wait(self, said: list[Said], drafts: list[Draft]) -> None:
        """Keep the quotations that nobody is named for."""
        both = zip(said, drafts, strict=True)
        self.waiting = [d for s, d in both if s.rule == _ALONE and not s.speaker]
