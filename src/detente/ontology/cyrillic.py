"""Russian names in Latin letters, as the press writes them."""

from __future__ import annotations

_ALPHABET = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
_LATIN = "a/b/v/g/d/e/e/zh/z/i/i/k/l/m/n/o/p/r/s/t/u/f/kh/ts/ch/sh/shch//y//e/yu/ya"
_LETTERS = dict(zip(_ALPHABET, _LATIN.split("/"), strict=True))
_CASES = (
    ("ского", "ский"), ("скому", "ский"), ("ским", "ский"), ("ском", "ский"),
    ("овым", "ов"), ("евым", "ев"), ("иным", "ин"),
    ("ова", "ов"), ("ову", "ов"), ("ове", "ов"), ("ева", "ев"), ("еву", "ев"), ("еве", "ев"),
    ("ина", "ин"), ("ину", "ин"),
    ("ине", "ин"), ("овой", "ова"), ("евой", "ева"), ("иной", "ина"),
)  # fmt: skip


def latin(name: str) -> str:
    """A Cyrillic name in Latin letters: "Лавров" is "Lavrov", "Зеленский" is "Zelensky"."""
    small = name.lower()
    ending = "y" if small.endswith(("ий", "ый")) else ""
    letters = "".join(_LETTERS.get(c, c) for c in (small[:-2] if ending else small)) + ending
    return "-".join(part.capitalize() for part in letters.split("-"))


def nominative(surname: str) -> str:
    """A surname in -ов, -ин or -ский without its case ending; other names as they are.

    A woman's name in the nominative cannot be told from a man's genitive and loses its ending too.
    """
    for ending, base in _CASES:
        if surname.endswith(ending) and len(surname) > len(ending) + 1:
            return surname[: -len(ending)] + base
    return surname
