"""Events of speech: what a statement does between states, where no verb has said so already."""

from __future__ import annotations

from detente.coding.dates import scoping
from detente.coding.ja.actors import Actors
from detente.coding.ja.draft import Draft
from detente.coding.ja.memory import states_of
from detente.coding.ja.mood import mood_of
from detente.coding.ja.scene import Scene
from detente.coding.ja.speech import cues, speech_act
from detente.coding.ja.statements import Said
from detente.findings import Modality


def speech_events(scene: Scene, said: list[Said], events: list[Draft], actors: Actors) -> list[Draft]:
    """What the statements of a sentence do between states, where no verb has said so already."""
    found = []
    for statement in said:
        clause = statement.clause
        if clause is None or not statement.speaker or any(_told(e, statement) for e in events):
            continue
        content = scene.text(*statement.content)
        kind = speech_act(content)
        own = states_of(statement.speaker)
        targets = addressed(scene, statement, actors, own, content)
        if kind is None or not targets or not own[0].isupper():
            continue
        mood = mood_of(clause)
        start, end = min(clause.start, statement.start), clause.end
        date = scoping(scene.dates, start, end)
        found.append(
            Draft("event", start, end, 0.6, f"speech.{kind.lower()}/{statement.rule}", {
                "date": date.edtf if date is not None else None, "actors": statement.speaker,
                "targets": targets, "action": content[:60], "plover": kind, "modality": mood.modality,
                "actual": mood.modality is Modality.ASSERTED, "hedged": mood.hedged, "holder": None,
            })
        )  # fmt: skip
    return found


def _told(event: Draft, statement: Said) -> bool:
    """Whether an event already stands on the same verb of saying."""
    clause = statement.clause
    return clause is not None and event.start < clause.end and event.end == clause.end


def addressed(
    scene: Scene, statement: Said, actors: Actors, own: tuple[str, ...], content: str
) -> tuple[str, ...]:
    """Whom a saying concerns: states in its content, else the other side of the pair it speaks of."""
    if len(own) > 1:
        return own
    named = [a for m in actors.inside(*statement.content) for a in m.actors]
    others = tuple(s for s in states_of(named) if s not in own)
    other_side = actors.memory.other_side(own)
    if others:
        return tuple(s for s in others if s in other_side) or others[:1]
    return other_side if cues().mutual.search(content) else ()
