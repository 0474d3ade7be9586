"""Of which type an act is that no entry tells: by the trained model, and by what its words suggest."""

from __future__ import annotations

from collections.abc import Iterable

from detente.coding.ja.actors import Actors
from detente.coding.ja.clauses import Clause
from detente.coding.ja.sentence import Unit
from detente.coding.ja.tokens import QUOTED, Token, tokenize
from detente.coding.ja.traits import clause_traits
from detente.coding.linear import load

SURE = 0.3
"""How likely a type must be where the words of the conduct table suggest none."""

TIMES = 4
"""How many times likelier a type must be than the one that the words of the conduct table suggest."""

CLEAR, SCARCE = 0.5, 0.1
"""How likely another type must be, and at most that of a loose entry, for it to be taken instead."""

_CONTENT = frozenset({"名詞", "動詞", "形容詞", "形状詞", "副詞", "接頭辞", "接尾辞"})
_NO_WORDS = frozenset({"固有名詞", "数詞"})


def kind_traits(traits: list[str], suggested: str, words: Iterable[Token]) -> list[str]:
    """What the model weighs for the type: the traits, the type `suggested`, each word, also a quoted one."""
    quoted = (inside for t in words for inside in ((t,) if t.pos != QUOTED else tokenize(t.surface)))
    told = {t.norm for t in quoted if t.pos in _CONTENT and t.sub not in _NO_WORDS}
    return [*traits, f"suggested={suggested}", *[f"w={word}" for word in sorted(told)]]


def clause_kinds(unit: Unit, clause: Clause, actors: Actors, suggested: str) -> dict[str, float]:
    """How likely a clause tells an act of each type, by the trained model."""
    inside = [c for c in unit.parse.chunks if c.start >= clause.start and c.end <= clause.end]
    words = (t for c in inside for t in c.tokens)
    return load("ja").likely(kind_traits(clause_traits(clause, actors), suggested, words))


def overruled(kind: str, likely: dict[str, float]) -> str:
    """The type that is clearly likelier than the one of a loose entry, else that one."""
    best = max(likely, key=likely.__getitem__)
    return best if likely[best] >= CLEAR and likely.get(kind, 0.0) <= SCARCE else kind


def likeliest(likely: dict[str, float], suggested: str) -> str:
    """The likeliest type where it is likely enough, else the one that the words suggest."""
    kind = max(likely, key=likely.__getitem__)
    if suggested == "NONE":
        return kind if likely[kind] >= SURE else "NONE"
    return kind if likely[kind] > TIMES * likely[suggested] else suggested
