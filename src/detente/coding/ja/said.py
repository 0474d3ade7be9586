"""A statement as it is found in a sentence, before it is a finding."""

from __future__ import annotations

from dataclasses import dataclass

from detente.coding.ja.candidates import adverb_of
from detente.coding.ja.chunks import Chunk
from detente.coding.ja.clauses import Clause
from detente.coding.ja.heads import joined, predicate_key
from detente.coding.ja.scene import Scene
from detente.coding.ja.speech import cues

NOTE_REACH = 4
_FEELINGS = tuple(word for word in cues().feelings if len(word) > 1)


@dataclass(slots=True)
class Said:
    """A statement found: its span, speaker, and the clause that reports it."""

    start: int
    end: int
    speaker: tuple[str, ...]
    direct: bool
    rule: str
    clause: Clause | None
    content: tuple[int, int]
    confidence: float


def note_on(scene: Scene, start: int) -> int | None:
    """The number of the first note of the sentence that stands after a place."""
    end = scene.passage.repaired_end + NOTE_REACH
    marks = [n for n in scene.document.notes if start < n.repaired_at <= end]
    return min(marks, key=lambda n: n.repaired_at).number if marks else None


def overlaps(a: Said, b: Said) -> bool:
    """Whether two statements share a character."""
    return a.start < b.end and b.start < a.end


def key_of(clause: Clause) -> str:
    """The key of a clause's verb, with the adverb or the idiom's noun that it leans on (くぎを刺す)."""
    key = predicate_key(clause.predicate, adverb_of(clause))
    arg = clause.argument("を")
    idiom = f"{joined(arg.tokens)}を{key}" if arg is not None else ""
    if idiom in cues().saying:
        return idiom
    last = clause.args[-1] if clause.args else None
    if last is not None and not last.case and not last.topic and last.stop == clause.predicate.start:
        return run if (run := joined(last.tokens) + key) in cues().saying else key  # 結論付ける
    return key


def object_says(clause: Clause) -> bool:
    """違反だと反発を強めている, 「変わらない」と警戒感をあらわにした: a noun of saying is the object."""
    noun = clause.argument("を")
    if noun is None or clause.passive:
        return False
    return noun.head.norm + "する" in cues().saying or noun.text.endswith(_FEELINGS)


def first_told(clause: Clause) -> int:
    """Where a clause begins with all that is embedded in it."""
    return min([clause.start, *(first_told(c) for c in clause.children)])


def also_done(clause: Clause) -> Chunk | None:
    """インドは条約の停止も表明した: what も adds to what is done; None where it adds to who does it."""
    added = [a for a in clause.args if a.topic == "も" and not a.case and not a.temporal]
    thing = added[-1] if added else None
    others = [a for a in clause.args if a is not thing and a.topic == "は" and not a.case]
    return thing if thing is not None and others and thing.head.verbal_noun else None
