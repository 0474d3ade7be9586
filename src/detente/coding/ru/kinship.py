"""The type of a verb that the codebook does not know, from those of the known verbs used most like it.

Likeness is the cosine of natasha's news word vectors (navec, 300 numbers a word). Left out one by one
together with their word family, 42 in 100 of the codebook's verbs are that like others, and 82 in 100 of
these get their own type.
"""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from typing import Any

import numpy as np

from detente.coding.ru.engine import vector
from detente.coding.ru.lexicon import Lexicon

_ALIKE = 0.5
_NEIGHBOURS = 3
_INFINITIVE = ("ть", "ться", "ти", "тись", "чь", "чься")


def kin_type(lemma: str, lexicon: Lexicon) -> str | None:
    """The PLOVER type of the verbs most like a verb, None where none is like enough."""
    known = _known(tuple(sorted(_typed(lexicon).items())))
    one = vector(lemma)
    if one is None or known is None:
        return None
    types, vectors = known
    alike = vectors @ one
    nearest = np.argsort(-alike)[:_NEIGHBOURS]
    if alike[nearest[0]] < _ALIKE:
        return None
    votes: dict[str, float] = defaultdict(float)
    for j in nearest:
        votes[types[j]] += max(float(alike[j]), 0.0) ** 2
    return max(votes, key=lambda kind: votes[kind])


def _typed(lexicon: Lexicon) -> dict[str, str]:
    """The verbs that have one type whatever their object is."""
    found = {}
    for head, entries in lexicon.entries.items():
        types = {entry.type for entry in entries if not entry.object}
        if head.endswith(_INFINITIVE) and len(types) == 1:
            found[head] = types.pop()
    return {head: kind for head, kind in found.items() if kind}


@lru_cache(maxsize=4)
def _known(typed: tuple[tuple[str, str], ...]) -> tuple[list[str], Any] | None:
    rows = [(kind, one) for head, kind in typed if (one := vector(head)) is not None]
    return ([kind for kind, _ in rows], np.array([one for _, one in rows])) if rows else None
