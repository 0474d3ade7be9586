"""Two maps side by side: of two holders, two documents, or two coders."""

from __future__ import annotations

from dataclasses import dataclass

from detente.outlook.causes.map import OPEN, CausalMap

NONE = "0"


@dataclass(frozen=True)
class Comparison:
    """Where two maps agree and where they do not.

    Attributes
    ----------
    shared : pairs (cause, effect) with one sign in both.
    opposed : pairs with different signs.
    only_first, only_second : pairs that one of them has alone.
    concepts : concepts of both together; common : concepts that both have.
    agreement : share of ordered pairs of the common concepts on which both say the same (no edge counts).
    kappa : Cohen's kappa (1960) over these pairs with the values +, -, ? and none; None where fewer than
        two concepts are common, or where both say the same one thing throughout.
    """

    shared: tuple[tuple[str, str], ...]
    opposed: tuple[tuple[str, str], ...]
    only_first: tuple[tuple[str, str], ...]
    only_second: tuple[tuple[str, str], ...]
    concepts: int
    common: int
    agreement: float | None
    kappa: float | None


def compare(first: CausalMap, second: CausalMap) -> Comparison:
    """Compare two maps whose concepts bear the same names."""
    one = {(e.cause, e.effect): e.sign for e in first.edges}
    two = {(e.cause, e.effect): e.sign for e in second.edges}
    both = sorted(one.keys() & two.keys())
    common = sorted(set(first.concepts) & set(second.concepts))
    pairs = [(a, b) for a in common for b in common if a != b]
    said = [(one.get(pair, NONE), two.get(pair, NONE)) for pair in pairs]
    return Comparison(
        tuple(p for p in both if one[p] == two[p]),
        tuple(p for p in both if one[p] != two[p]),
        tuple(sorted(one.keys() - two.keys())),
        tuple(sorted(two.keys() - one.keys())),
        len(set(first.concepts) | set(second.concepts)),
        len(common),
        sum(a == b for a, b in said) / len(said) if said else None,
        _kappa(said),
    )


def _kappa(said: list[tuple[str, str]]) -> float | None:
    if not said:
        return None
    values = ("+", "-", OPEN, NONE)
    n = len(said)
    observed = sum(a == b for a, b in said) / n
    chance = sum(sum(a == v for a, _ in said) * sum(b == v for _, b in said) for v in values) / n**2
    return None if chance == 1 else (observed - chance) / (1 - chance)
