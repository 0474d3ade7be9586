"""What a message does by what is in it: 抜けると通告した refuses, 支持を謳う書簡を送った supports."""

from __future__ import annotations

from detente.coding.ja.clauses import Clause
from detente.coding.ja.conduct import own_step
from detente.coding.ja.said import first_told
from detente.coding.ja.scene import Scene
from detente.coding.ja.speech import said_words, speech_act

_TOLD = ("quote", "complement")


def carried(scene: Scene, clause: Clause) -> str | None:
    """The PLOVER type of what a message says; None where the text does not tell it."""
    if any(c.link == "you" for c in clause.children):
        return "REQUEST"  # 180日以内に退去するよう通告した
    parts = [(first_told(c), c.end) for c in clause.children if c.relation in _TOLD]
    things = [a for a in clause.args if a.case in ("を", "が") and not a.topic and not a.temporal]
    parts += [(a.extent, a.stop) for a in things if a.extent < a.start or len(a.tokens) > 1]
    for start, end in parts:
        words = said_words(scene.text(start, end))
        if (kind := own_step(words) or speech_act(words)) is not None:
            return kind
    return None
