"""Acts of words that tell no words: what a state rejects, requests or welcomes."""

from __future__ import annotations

from detente.coding.en.reading import Sentence
from detente.coding.en.speakers import Speaker

WORDLESS = frozenset({"welcome", "look", "seek", "push", "press", "want"})
DEALING = frozenset({"reject", "request", "propose", "proclaim", "accept", "promise"})


def mere_act(sentence: Sentence, i: int, speaker: Speaker) -> bool:
    """Whether a verb of speech is only what someone does: Chile rejected the award."""
    tree = sentence.tree
    if tree.children(i, "ccomp"):
        return False
    whole = bool(speaker.codes) and not any("/" in code for code in speaker.codes)
    return tree.lemmas[i] in WORDLESS or (whole and tree.lemmas[i] in DEALING)
