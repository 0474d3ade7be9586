"""Weighing candidates: the one for which the signs in a text speak most."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

Signs = Iterable[tuple[str, float]]


def heaviest(candidates: Iterable[tuple[str, Signs]], weights: Mapping[str, float]) -> str | None:
    """The candidate whose signs, each with its measure, weigh most, of equals the first; None without any.

    A sign without a weight says nothing.
    """
    scored = [
        (sum(value * weights.get(sign, 0.0) for sign, value in signs), name) for name, signs in candidates
    ]
    return max(scored, key=lambda item: item[0])[1] if scored else None
