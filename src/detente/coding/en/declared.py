"""What a speaker declares in a speech without a verb of saying, about the states concerned."""

from __future__ import annotations

from collections.abc import Iterator

from detente.coding.en.grammar import is_a
from detente.coding.en.modality import auxiliary_of
from detente.coding.en.pronouns import WE
from detente.coding.en.reading import Sentence
from detente.coding.en.spans import clause
from detente.coding.en.speakers import Speaker

SHORTEST = 8  # words of a sentence that says something of weight
STANDS = frozenset({"will", "would", "must", "should", "shall", "wo", "cannot", "can", "'ll", "’ll"})


def declared(sentence: Sentence) -> Iterator[tuple[int, tuple[int, int], Speaker, float, str]]:
    """The main clause of a sentence of a speech where it values, promises or demands something of a state."""
    tree, memory = sentence.tree, sentence.cast.memory
    speaker = memory.speaker if not memory.briefing else ()
    if not speaker or len(tree) < SHORTEST or tree.text.rstrip().endswith("?") or not _of_states(sentence):
        return
    for i in range(len(tree)):
        if (
            tree.deps[i] == "ROOT"
            and tree.verbal(i)
            and (_valued(sentence, i) or auxiliary_of(tree, i) in STANDS or _needs(sentence, i))
        ):
            yield i, clause(tree, i), Speaker(speaker, speaker, None), 0.55, "declares"
            return


def _of_states(sentence: Sentence) -> bool:
    """Whether a state is named, or meant by "we" and "the two countries"."""
    tree = sentence.tree
    named = any(m.actors for m in sentence.cast.found)
    return named or any(w.lower() in WE for w in tree.words)


def _needs(sentence: Sentence, i: int) -> bool:
    """Whether someone is said to need to do something."""
    tree = sentence.tree
    return tree.lemmas[i] in ("need", "have") and any(tree.tags[k] == "VB" for k in tree.children(i, "xcomp"))


def _valued(sentence: Sentence, i: int) -> bool:
    """Whether a clause with "be" calls something good or bad, or says what it is."""
    tree = sentence.tree
    if tree.lemmas[i] not in ("be", "'s", "’s", "is", "are", "was", "were", "been"):
        return False
    inside = tree.subtree(i, frozenset({"advcl", "relcl"}))
    return any(is_a("value", tree.words[t].lower()) for t in inside if tree.tags[t][:2] == "JJ")
