"""Vows of a speech in the first person: what its speaker undertakes, where no act is told."""

from __future__ import annotations

import re

from detente.coding.ja.clauses import Clause
from detente.coding.ja.draft import Draft, told_act
from detente.coding.ja.scene import Scene
from detente.coding.ja.voice import Voice, meant, vow
from detente.findings import Modality

_WITH_OTHERS = re.compile("協力|貢献|連携|橋渡し|手を携え|共に")


def vows(scene: Scene, voice: Voice | None, taken: list[Draft]) -> list[Draft]:
    """What the speaker vows in the main clause of a sentence, where no act stands on it yet."""
    found = vow(scene) if voice is not None else None
    speaker = scene.memory.author or (voice.speaker(scene.start) if voice is not None else ())
    if found is None or not speaker:
        return []
    clause, start, end = found
    if any(d.start < end and meant(clause).predicate.start < d.end for d in taken):
        return []
    text = scene.text(start, end)
    kind = "COOPERATE" if _WITH_OTHERS.search(text) else "AGREE"
    rule, date = f"vow.{kind.lower()}/own", scene.date_of(start, end)
    draft = told_act((start, end), rule, 0.45, kind=kind, sides=(speaker, ()), action=text[-60:], date=date)
    if scene.written:
        draft.fields["date"] = scene.written  # he vows it as he speaks
    return [draft]


def undertaken(scene: Scene, voice: Voice | None, acts: list[Draft]) -> None:
    """Make planned what a speaker vows to do, so far as it is told as acts: 各国に働きかけてまいります.

    The vow itself is made as he speaks.
    """
    if voice is None or (found := vow(scene)) is None:
        return
    main, verb = found[0], meant(found[0]).predicate
    for act in acts:
        own = main.predicate.start < act.end
        if act.fields["plover"] == "AGREE" and verb.start < act.end:
            act.fields["date"] = act.fields["date"] or scene.written
        elif act.fields["actual"] and (own or _runs_into(scene, act, main)):
            act.fields.update(modality=Modality.PLANNED, actual=False)


def _runs_into(scene: Scene, act: Draft, main: Clause) -> bool:
    """Whether an act is told by a clause that goes on in the vow: 対話を促し、主導していく決意です."""
    told = (c for c in scene.sentence.units[0].clauses if c.predicate.start < act.end <= c.predicate.stop + 2)
    clause = next(told, None)
    while clause is not None and clause.relation == "chain" and clause.link in ("te", "renyo"):
        clause = clause.parent
        if clause is main:
            return True
    return False
