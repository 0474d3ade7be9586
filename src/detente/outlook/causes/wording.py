"""The words of a concept: those of a claim's cause or effect without what joins them to the sentence."""

from __future__ import annotations

import re

from detente.casebook.sorting import language_of

_JOINS = re.compile(
    r"(?:because(?: of)?|since|as a result of|as a consequence of|due to|owing to|thanks to|in view of|"
    r"given(?: that)?|if|once|unless|whenever|insofar as|so that)\s+(?=\w)",
    re.IGNORECASE,
)
_TAKEN_UP = re.compile(r"(?:と(?:して|なり)?|のため)、")
_U = dict(zip("けせてねめべげえれ", "くすつぬむぶぐうる", strict=True))
_LOWERING = re.compile(
    r"(?:to )?(?:(?:end|stop|prevent|block|halt|curb|limit|avert|undermin|damag|hinder|hamper|weaken|erod|"
    r"threaten|delay|deter|reduc|imped|harm)(?:ed|d|e|es|s|ing)?) "
    r"(?=(?:the|its|their|his|her|an?|any|all)\b|[A-Z])"
)


def concept(words: str, quote: str, *, lowered: bool = False) -> str:
    """A cause or effect as a name: without the conjunction before it, and with its verb whole.

    "because it was feared" names "it was feared"; 失効すれ, which the passage continues with ば, names
    失効する. Which way the conjunction turns the link (unless) stands in the claim's sign, not in the name.

    Parameters
    ----------
    words : the cause or effect as the claim has it.
    quote : the claim's passage.
    lowered : whether the claim says that its cause lowers it; then the word that says so (批准を延期した,
        to end the boycott) is told by the sign already, and the name is what is lowered (批准, the boycott).
    """
    plain = words.strip()
    joined = _JOINS.match(plain) or _TAKEN_UP.match(plain)
    name = plain[joined.end() :] if joined else plain
    if name and _tight(name) + "ば" in _tight(quote):
        return _whole(name)
    return _lowered(name) if lowered else name


def _tight(text: str) -> str:
    return re.sub(r"\s+", "", text)


def _whole(name: str) -> str:
    """The plain form of a Japanese verb that stands before ば."""
    for ending, plain in (("なけれ", "ない"), ("けれ", "い"), ("なら", "である")):
        if name.endswith(ending):
            return name.removesuffix(ending) + plain
    return name[:-1] + _U.get(name[-1], name[-1])


def _lowered(name: str) -> str:
    if language_of(name) == "ja":
        return _object_of_lowering(name)
    verb = _LOWERING.match(name)
    return name[verb.end() :] if verb else name


def _object_of_lowering(name: str) -> str:
    """What stands before the last case particle, where a verb of lowering follows that."""
    from detente.coding.ja.causal_lexicon import lexicon
    from detente.coding.ja.tokens import tokenize

    tokens = tokenize(name)
    cases = (k for k, t in enumerate(tokens) if t.pos == "助詞" and t.surface in ("を", "が", "に"))
    last = max(cases, default=0)
    words = lexicon()
    verbs = (t.norm + "する" * t.verbal_noun for t in tokens[last + 1 :] if t.verbal_noun or t.pos == "動詞")
    verb = next(verbs, "")
    sign = words.verbs.get(verb, ("", False))[0]
    lowers = sign == "-" or verb in words.lowered
    return name[: tokens[last].start] if last and lowers else name
