"""A document's sentences, each with what was said before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from detente.coding.ru.cast import Cast
from detente.coding.ru.lexicon import Lexicon
from detente.coding.ru.memory import Memory, main_pair
from detente.coding.ru.reading import Sentence
from detente.coding.ru.roles import places


def casts(sentences: Sequence[Sentence], lexicon: Lexicon) -> list[Cast]:
    """The casts of a document's sentences, in order, the discourse carried from one to the next."""
    memory = Memory(main=main_pair(m for sentence in sentences for m in sentence.mentions))
    found = []
    paragraph = -1
    for sentence in sentences:
        if sentence.paragraph != paragraph:
            memory.doer, memory.near, memory.subject = (), (), ()
            paragraph = sentence.paragraph
        cast = Cast(sentence, lexicon, replace(memory))
        found.append(cast)
        memory.hear(sentence.mentions, _subjects(cast))
    return found


def _subjects(cast: Cast) -> list[str]:
    """The actors that are subjects of the sentence, in text order, those that only a pronoun means last."""
    words = cast.tree.words
    heads = [i for i, word in enumerate(words) if word.rel == "nsubj"]
    heads.sort(key=lambda i: words[i].pos == "PRON")
    heads += [k for i, word in enumerate(words) if word.pos == "VERB" for k in places(cast.tree, i)]
    return [actor for i in heads for actor in cast.acting(i) or cast.speaker(i)]
