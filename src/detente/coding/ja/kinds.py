"""Of which type an act is that no entry names: what the trained model makes of it and what its words suggest."""

from __future__ import annotations

from collections.abc import Iterable

from detente.coding.ja.tokens import Token
from detente.coding.linear import Linear

SURE = 0.3
"""How likely a type must be where the words of the conduct table suggest none."""

TIMES = 4
"""How many times likelier a type must be than the one that the words of the conduct table suggest."""

_CONTENT = frozenset({"名詞", "動詞", "形容詞", "形状詞", "副詞", "接頭辞", "接尾辞"})
_NO_WORDS = frozenset({"固有名詞", "数詞"})


def kind_traits(traits: list[str], suggested: str, words: Iterable[Token]) -> list[str]:
    """What the model weighs for the type: the traits, the type that is `suggested`, every word of the place."""
    told = {t.norm for t in words if t.pos in _CONTENT and t.sub not in _NO_WORDS}
    return [*traits, f"suggested={suggested}", *[f"w={word}" for word in sorted(told)]]


def likeliest(model: Linear, traits: list[str], suggested: str) -> str:
    """The likeliest type where it is likely enough, else the one that the words suggest."""
    likely = model.likely(traits)
    kind = max(likely, key=likely.__getitem__)
    if suggested == "NONE":
        return kind if likely[kind] >= SURE else "NONE"
    return kind if likely[kind] > TIMES * likely[suggested] else suggested
