"""The words of a concept: those of a claim's cause or effect without what joins them to the sentence."""

from __future__ import annotations

import re

_JOINS = re.compile(
    r"(?:because(?: of)?|since|as a result of|as a consequence of|due to|owing to|thanks to|in view of|"
    r"given(?: that)?|if|once|unless|whenever|insofar as|so that)\s+(?=\w)",
    re.IGNORECASE,
)
_TAKEN_UP = re.compile(r"^(?:と(?:して|なり)?|のため)、")
_U = dict(zip("けせてねめべげえれ", "くすつぬむぶぐうる", strict=True))


def concept(words: str, quote: str) -> str:
    """A cause or effect as a name: without the conjunction before it, and with its verb whole.

    "because it was feared" names "it was feared"; 失効すれ, which the passage continues with ば, names
    失効する. Which way the conjunction turns the link (unless) stands in the claim's sign, not in the name.

    Parameters
    ----------
    words : the cause or effect as the claim has it.
    quote : the claim's passage.
    """
    plain = words.strip()
    joined = _JOINS.match(plain) or _TAKEN_UP.match(plain)
    name = plain[joined.end() :] if joined else plain
    return _whole(name) if name and f"{name}ば" in re.sub(r"\s+", "", quote) else name


def _whole(name: str) -> str:
    """The plain form of a Japanese verb that stands before ば."""
    for ending, plain in (("なけれ", "ない"), ("けれ", "い"), ("なら", "である")):
        if name.endswith(ending):
            return name.removesuffix(ending) + plain
    return name[:-1] + _U.get(name[-1], name[-1])
