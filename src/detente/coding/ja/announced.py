"""Acts told by their announcement: 関係を断絶すると発表した is itself the act, done when it is announced."""

from __future__ import annotations

from functools import lru_cache

from detente.coding.ja.candidates import Candidate, adverb_of
from detente.coding.ja.clauses import Clause
from detente.coding.ja.content import enacted
from detente.coding.ja.heads import predicate_key, verb_key
from detente.coding.ja.lexicon import table
from detente.coding.ja.mood import Mood, mood_of
from detente.coding.ja.subjects import own_subject, previous_clause
from detente.findings import Modality


@lru_cache(maxsize=1)
def _announcing() -> frozenset[str]:
    return frozenset(verb_key(w) for w in str(table("mood")["announcing"]).split())


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
    return above if predicate_key(above.predicate, adverb_of(above)) in _announcing() else None


def announced_from(above: Clause) -> int:
    """Where the telling of an announcement begins: with the one who makes it, where he is near."""
    starts = [a.start if a.topic and a.clauses else a.extent for a in above.args]
    before = previous_clause(above)
    if own_subject(above) is None and before is not None and above.topic in before.args:
        starts.append(before.start)
    return min([above.predicate.start, *starts])


def announced_mood(mood: Mood, above: Clause) -> Mood:
    """Planned until announced: the mood of the announcing clause where the act is merely planned."""
    if mood.modality is not Modality.PLANNED:
        return mood
    told = mood_of(above)
    return Mood(told.modality, mood.hedged or told.hedged, mood.negated)
