"""How far the telling of an act reaches: from its doer, or what it is done for, to its verb or its year."""

from __future__ import annotations

import re
from functools import lru_cache

from detente.coding.ja.candidates import Candidate
from detente.coding.ja.draft import Draft
from detente.coding.ja.heads import verb_key
from detente.coding.ja.lexicon import table
from detente.coding.ja.scene import Scene
from detente.coding.ja.subjects import own_subject, previous_clause

_SHORT = 12
_YEAR = re.compile(r"[（(](?:1[5-9]|20)\d\d年[^（）()]{0,7}[）)]")


def extent(candidate: Candidate) -> tuple[int, int]:
    """From the first own argument, without its relative clauses, or from the content said, to the verb."""
    clause = candidate.clause
    if clause is None or candidate.start != clause.start or candidate.path == "noun":
        return candidate.start, candidate.end
    bare = not clause.args and not clause.adverbs and not any(c.relation == "quote" for c in clause.children)
    before = previous_clause(clause) if bare else None
    starts = [before.start] if before is not None else []
    starts += [
        a.start if a.topic == "は" and a.clauses else a.extent for a in clause.args if a.case != "よれば"
    ]
    starts += [a.start for a in clause.adverbs]
    starts += [c.start for c in clause.children if c.relation == "quote" or c.link == "you"]
    return min(starts, default=clause.predicate.start), candidate.end


def widened(candidate: Candidate, draft: Draft, telling: set[int]) -> int:
    """A short clause begins with the clause before it, where that one reports no act of its own."""
    clause = candidate.clause
    if clause is None or candidate.path == "noun":
        return draft.start
    before = previous_clause(clause)
    if before is None or id(before) in telling or before.end > draft.start:
        return draft.start
    for_it = before.lemma in _aiming() and before.link in ("renyo", "te") and own_subject(before) is not None
    return before.start if for_it or draft.end - draft.start < _SHORT else draft.start


@lru_cache(maxsize=1)
def _aiming() -> frozenset[str]:
    return frozenset(verb_key(w) for w in str(table("conduct")["aiming"]).split())


def year_after(scene: Scene, candidate: Candidate) -> int:
    """How long the year in brackets is that dates an act named by a noun: NATO加盟（1999年）, else 0."""
    year = _YEAR.match(scene.text(candidate.end, candidate.end + 16)) if candidate.path == "noun" else None
    return year.end() if year else 0
