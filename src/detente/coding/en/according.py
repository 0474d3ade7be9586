"""What is told on someone's word: according to the ministry, the talks have failed."""

from __future__ import annotations

from collections.abc import Iterator

from detente.coding.en.reading import Sentence
from detente.coding.en.spans import clause
from detente.coding.en.speakers import Speaker, mere_source, speaker_of

WEIGHT = 0.7


def on_the_word_of(sentence: Sentence) -> Iterator[tuple[int, tuple[int, int], Speaker, float, str]]:
    """The clauses that stand "according to" someone who can speak, with that speaker."""
    tree = sentence.tree
    for i, word in enumerate(tree.words):
        if word.lower() != "according" or tree.deps[i] not in ("prep", "advmod", "advcl"):
            continue
        verb = tree.clause(tree.heads[i])
        heads = tree.pobj(i, "to") + tree.objects_of(i)
        speaker = speaker_of(sentence.cast, heads) if not mere_source(tree, heads) else None
        if speaker is not None and tree.verbal(verb):
            yield verb, clause(tree, verb), speaker, WEIGHT, "according-to"
