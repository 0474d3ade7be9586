"""Russian names in Latin letters."""

from __future__ import annotations

_ONE = dict(zip("абвгдезийклмнопрстуфыэё", "abvgdeziyklmnoprstufyee", strict=True))
_SEVERAL = {
    "ж": "zh",
    "х": "kh",
    "ц": "ts",
    "ч": "ch",
    "ш": "sh",
    "щ": "shch",
    "ю": "yu",
    "я": "ya",
    "ъ": "",
    "ь": "",
}
_LETTERS = _ONE | _SEVERAL


def latin(word: str) -> str:
    """A word in Latin letters, as English newspapers write Russian names; other letters stay."""
    low = word.lower()
    for ending, plain in (("ский", "sky"), ("ий", "y"), ("ый", "y")):
        if low.endswith(ending):
            low = low[: -len(ending)] + plain
    return "".join(_LETTERS.get(c, c) for c in low)
