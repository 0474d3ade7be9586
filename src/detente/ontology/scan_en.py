"""Finding the forms of the vocabulary in English text."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from detente.ontology.unit import Hit, Unit
from detente.ontology.vocabulary import vocabulary

_WORD = re.compile(r"(?<![A-Za-z0-9À-ž])[A-Za-zÀ-ž][A-Za-z0-9À-ž]*")
_FLAT = {ord("\n"): " ", ord("\t"): " ", 0xA0: " ", ord("’"): "'", ord("‘"): "'", ord("‑"): "-"}
_PLURAL = ("demonym", "role", "organ")
_ANAPHORA = {
    form: Unit("anaphor", name=name)
    for name, forms in {
        "both states": "two countries;both countries;two nations;both nations;two states;both states",
        "both sides": "two sides;both sides;the parties;two parties;both parties",
        "both leaders": "two leaders;both leaders;two presidents;both presidents;two foreign ministers",
        "both governments": "two governments;both governments",
    }.items()
    for form in forms.split(";")
}


_COMBINING = {
    "Sino-": "CHN", "Russo-": "RUS", "Anglo-": "GBR", "Franco-": "FRA", "Greco-": "GRC", "Italo-": "ITA",
    "Austro-": "AUT", "Turco-": "TUR", "Soviet-": "USSR", "Indo-": "IND", "Finno-": "FIN",
}  # fmt: skip


class Lexicon(NamedTuple):
    """The forms by their first word: `exact` as written, `lower` in any case; longest first."""

    exact: dict[str, tuple[tuple[str, Unit], ...]]
    lower: dict[str, tuple[tuple[str, Unit], ...]]


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The English forms with their plurals; forms without a capital are found in any case."""
    exact: dict[str, dict[str, Unit]] = {}
    lower: dict[str, dict[str, Unit]] = {}
    combining = {form: Unit("demonym", (code,)) for form, code in _COMBINING.items()}
    for form, unit in {**_ANAPHORA, **combining, **vocabulary("en")}.items():
        small = form == form.lower()
        index = lower if small else exact
        for shape in _shapes(form, unit):
            first = _WORD.match(shape)
            if first is not None:
                index.setdefault(first.group(), {}).setdefault(shape, unit)
    return Lexicon(_sorted(exact), _sorted(lower))


def scan(text: str) -> list[Hit]:
    """The longest forms from left to right, not overlapping; blocked forms are left out."""
    known = lexicon()
    exact, lower = known.exact, known.lower
    flat = text.translate(_FLAT)
    small = flat.lower() if len(flat.lower()) == len(flat) else flat
    hits: list[Hit] = []
    reached = 0
    for found in _WORD.finditer(flat):
        word = found[0]
        as_written, in_any_case = exact.get(word), lower.get(word.lower())
        if (as_written is None and in_any_case is None) or (start := found.start()) < reached:
            continue
        best = _first(flat, start, as_written) if as_written is not None else None
        if in_any_case is not None:
            other = _first(small, start, in_any_case)
            best = other if other and (best is None or other.end > best.end) else best
        if best is not None:
            reached = best.end
            if best.unit.kind != "block":
                hits.append(best)
    return hits


def _first(text: str, start: int, entries: tuple[tuple[str, Unit], ...]) -> Hit | None:
    for form, unit in entries:
        end = start + len(form)
        if not text.startswith(form, start):
            continue
        if form[-1] == "-":
            return Hit(start, end - 1, unit, form)
        if not text[end : end + 1].isalnum():
            return Hit(start, end, unit, form)
    return None


def _shapes(form: str, unit: Unit) -> tuple[str, ...]:
    if form.startswith("the ") and unit.kind not in ("group", "organ"):
        form = form[4:]
    if form.startswith("the "):
        return (form, f"The {form[4:]}")
    if unit.kind not in _PLURAL or form[-1] in "s.":
        return (form,)
    if form.endswith(("ese", "sh", "ch")):
        return (form, f"{form}es") if unit.kind != "demonym" else (form,)
    if form.endswith("y") and form[-2] not in "aeiou":
        return (form, f"{form[:-1]}ies")
    if form.endswith("man") and unit.kind == "role":
        return (form, f"{form[:-3]}men")
    return (form, f"{form}s")


def _sorted(index: dict[str, dict[str, Unit]]) -> dict[str, tuple[tuple[str, Unit], ...]]:
    return {first: tuple(sorted(forms.items(), key=lambda e: -len(e[0]))) for first, forms in index.items()}
