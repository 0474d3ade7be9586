"""Several sayings that are one stand: told twice of one passage, or said in one breath."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from detente.coding.codes import states_of
from detente.coding.ja.clauses import Clause
from detente.coding.ja.draft import Draft, distinct
from detente.coding.ja.lexicon import table
from detente.coding.ja.subjects import own_subject, previous_clause

_RUNS = re.compile("[一-鿿]{2,}|[ァ-ヶー]{2,}|[A-ZＡ-Ｚ]{2,}")
_ALIKE, _SHARED = 0.55, 3
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
    kept = [draft for own in holders.values() for draft in distinct(_outer(own), _SAME)]
    return distinct(kept, _IDENTICAL)


def _outer(drafts: list[Draft]) -> list[Draft]:
    """撤回を求める考えを示した: what stands within another stand of the same holder is a part of it."""
    return [
        draft
        for draft in drafts
        if not any(
            other.start <= draft.start and draft.end <= other.end
            for other in drafts
            if (other.start, other.end) != (draft.start, draft.end)
        )
    ]


def _in_one_breath(told: list[Told]) -> Iterator[Told]:
    """懸念を表明し、供給しないよう求めた: of what one actor goes on to say the fuller part stands."""
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


def told_again(positions: list[Draft], text: str) -> list[Draft]:
    """Positions of a document without those in which a state's stand of before is told again.

    抗議した, and later 一連の事件をあらためて抗議した: stands taken by their verb, on the same things.
    """
    kept: list[tuple[Draft, frozenset[str]]] = []
    for draft in positions:
        things = _things(text[draft.start : draft.end])
        if not any(_one_matter(things, told) and _by_the_same(draft, before) for before, told in kept):
            kept.append((draft, things))
    return [draft for draft, _ in kept]


def _one_matter(things: frozenset[str], told: frozenset[str]) -> bool:
    shared = len(things & told)
    return shared >= _SHARED and shared >= _ALIKE * min(len(things), len(told))


def _by_the_same(draft: Draft, before: Draft) -> bool:
    if draft.confidence <= _BY_ITS_WORDS or before.confidence <= _BY_ITS_WORDS:
        return False
    one = states_of(draft.fields["actor"].split("+")) == states_of(before.fields["actor"].split("+"))
    return one and draft.fields["actor"] != "author" and _by_verb(draft) and _by_verb(before)


def _by_verb(draft: Draft) -> bool:
    return draft.rule == "ja.position.statement" or ".stance." in draft.rule


def _things(words: str) -> frozenset[str]:
    """The pairs of characters and the names that name things, without verbs of standing."""
    parts: set[str] = set()
    for run in _RUNS.findall(words):
        parts |= {run[n : n + 2] for n in range(len(run) - 1)} if "一" <= run[0] <= "鿿" else {run}
    return frozenset(parts - _verbs())


@lru_cache(maxsize=1)
def _verbs() -> frozenset[str]:
    named = (*table("positions")["stances"], *table("positions")["sayings"])
    return frozenset(verb[:2] for verb in named)
