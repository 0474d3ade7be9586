"""Acts told by their announcement: 関係を断絶すると発表した is itself the act, done when it is announced."""

from __future__ import annotations

from functools import lru_cache

from detente.coding.dates import ResolvedDate
from detente.coding.ja.candidates import Candidate, adverb_of
from detente.coding.ja.clauses import Clause
from detente.coding.ja.content import enacted, is_intent
from detente.coding.ja.heads import predicate_key, verb_key
from detente.coding.ja.lexicon import table
from detente.coding.ja.mood import Mood, mood_of
from detente.coding.ja.scene import Scene
from detente.coding.ja.subjects import own_subject
from detente.findings import Modality

_NEAR = 80


@lru_cache(maxsize=2)
def _verbs(name: str) -> frozenset[str]:
    return frozenset(verb_key(w) for w in str(table("mood")[name]).split())


def announcement(candidate: Candidate) -> Clause | None:
    """The clause in which the doer makes known that he does it; None where the act is told as done."""
    clause = candidate.clause
    if clause is None or candidate.path == "noun":
        return None
    if clause.relation not in ("quote", "complement"):
        return clause.parent if enacted(clause) else None
    above, subject = clause.parent, own_subject(clause)
    if above is None or above is clause or above.passive or above.negative or "past" in clause.marks:
        return None
    if subject is not None and subject is not clause.topic:
        return None
    return above if _makes_known(above, clause) else None


def _makes_known(above: Clause, clause: Clause) -> bool:
    """関係を断絶すると発表した; also, of an intent, 応じない考えを示した."""
    if predicate_key(above.predicate, adverb_of(above)) in _verbs("announcing"):
        return True
    return is_intent(clause.modified) and above.lemma in _verbs("showing")


def announced_from(above: Clause) -> int:
    """Where the telling of an announcement begins: with the one who makes it, where he is near."""
    starts = [a.start if a.topic and a.clauses else a.extent for a in above.args]
    topic = above.topic
    if own_subject(above) is None and topic is not None and above.predicate.start - topic.start < _NEAR:
        starts.append(topic.start if topic.clauses else topic.extent)
    return min([above.predicate.start, *starts])


def announced_date(scene: Scene, start: int, end: int) -> ResolvedDate | None:
    """The day of an announcement: the first date told with it, for what is nearer the act is the plan's.

    A date that only describes a noun (1972年の条約) is none of its own.
    """
    own = [d for d in scene.dates if start <= d.start < end and scene.text(d.end, d.end + 1) != "の"]
    return scene.date_of(start, own[0].end if own else end)


def announced_mood(mood: Mood, above: Clause) -> Mood:
    """Planned until announced: the mood of the announcing clause where the act is merely planned."""
    if mood.modality is not Modality.PLANNED:
        return mood
    told = mood_of(above)
    return Mood(told.modality, mood.hedged or told.hedged, mood.negated)
