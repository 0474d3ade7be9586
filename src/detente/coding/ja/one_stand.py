"""Several sayings that are one stand: told twice of one passage, or said in one breath."""

from __future__ import annotations

from collections.abc import Iterator

from detente.coding.codes import states_of
from detente.coding.ja.clauses import Clause
from detente.coding.ja.draft import Draft, distinct
from detente.coding.ja.subjects import own_subject, previous_clause

Told = tuple[Clause | None, Draft]
_SAME, _IDENTICAL = 0.5, 0.8
_BY_ITS_WORDS = 0.5  # the confidence of a stand that only the words said make one
_ONE_BREATH = frozenset({"renyo", "te"})


def each_once(told: list[Told]) -> list[Draft]:
    """The positions of a sentence, each with the clause that tells it, one a stand."""
    drafts = [draft for _, draft in _in_one_breath(told)]
    holders: dict[tuple[str, ...], list[Draft]] = {}
    for draft in drafts:
        holders.setdefault(states_of(draft.fields["actor"].split("+")), []).append(draft)
    kept = [draft for own in holders.values() for draft in distinct(own, _SAME)]
    return distinct(kept, _IDENTICAL)


def _in_one_breath(told: list[Told]) -> Iterator[Told]:
    """懸念を表明し、供給しないよう求めた: of what one actor says and goes on to say the fuller part stands."""
    left = sorted(told, key=lambda each: each[1].end)
    while left:
        clause, draft = left.pop(0)
        after = next((n for n, (other, _) in enumerate(left) if _goes_on(clause, other)), None)
        if after is None or not _one_line(draft, left[after][1]):
            yield clause, draft
        elif _weight(draft) > _weight(left[after][1]):
            left[after] = (left[after][0], draft)


def _weight(draft: Draft) -> tuple[bool, int]:
    return draft.confidence > _BY_ITS_WORDS, draft.end - draft.start


def _one_line(first: Draft, then: Draft) -> bool:
    """Whether one actor, having taken a stand by the verb of his saying, says more of it.

    「同盟国だ」と述べ、協力を深める考えを示した tells two things, and so do two quotations.
    """
    said = first.rule == then.rule == "ja.position.statement" and first.confidence > _BY_ITS_WORDS
    return said and first.fields["actor"] == then.fields["actor"]


def _goes_on(clause: Clause | None, other: Clause | None) -> bool:
    """Whether one clause runs on into the other, which names no subject of its own."""
    if clause is None or other is None or clause is other or clause.link not in _ONE_BREATH:
        return False
    return previous_clause(other) is clause and own_subject(other) is None
