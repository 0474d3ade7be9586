"""Nouns of acts whose sides stand beside the verb that carries them: провели переговоры, нанес удары."""

from __future__ import annotations

from detente.coding.ru.cast import Cast
from detente.coding.ru.deeds import is_deed
from detente.coding.ru.lexicon import Lexicon
from detente.coding.ru.roles import fillers, subjects
from detente.coding.ru.tree import Tree

_CARRIED = frozenset({"с+Ins", "Ins", "Dat", "в+Acc", "к+Dat", "на+Acc"})
_BECOMING = frozenset({"стать", "быть", "становиться", "являться", "оказаться"})


def carrier_of(tree: Tree, i: int, lexicon: Lexicon) -> int:
    """The verb that carries a noun (провели переговоры, визит состоялся), else the word itself."""
    word = tree.words[i]
    if word.pos != "NOUN" or word.head < 0:
        return i
    if word.rel == "nmod" and tree.mark(i) == "Gen" and lexicon.is_a("measures", tree.words[word.head].lemma):
        verb = carrier_of(tree, word.head, lexicon)  # нанес серию ударов
        return i if verb == word.head else verb
    carried = word.rel in ("obj", "nsubj", "nsubj:pass", "iobj") or (
        word.rel == "obl" and tree.mark(i) in _CARRIED
    )
    return word.head if carried and _carries(tree, word.head, lexicon) else i


def _carries(tree: Tree, over: int, lexicon: Lexicon) -> bool:
    """Whether a verb only carries its noun: a light verb, or a deed of no known kind (ускорили поставки)."""
    lemma = tree.words[over].lemma
    if tree.words[over].pos != "VERB" or _is_called(tree, over):
        return False
    return lexicon.is_a("light", lemma) or (not lexicon.of(lemma) and is_deed(tree, over, lexicon))


def _is_called(tree: Tree, over: int) -> bool:
    """Whether a verb only says what its subject is: визит стал символом."""
    named = (k for k in tree.children(over, "xcomp", "obl") if tree.mark(k) == "Ins")
    return tree.words[over].lemma in _BECOMING and next(named, None) is not None


def carried_by(tree: Tree, i: int, verb: int, lexicon: Lexicon) -> list[int]:
    """Who acts where a light verb carries the noun: the verb's subject, its agent in the passive."""
    if tree.words[i].rel in ("nsubj", "nsubj:pass"):
        return [k for k in fillers(tree, verb, ("agent", "между", "с"), lexicon) if k != i]
    return [k for k in subjects(tree, verb, lexicon) if k != i]


def of_event(cast: Cast, verb: int) -> tuple[tuple[str, ...], list[int]]:
    """The sides of the act that is the subject of a carrying verb: визит завершился подписанием."""
    for k in subjects(cast.tree, verb, cast.lexicon):
        for entry in cast.lexicon.of(cast.tree.words[k].lemma):
            frame = cast.lexicon.frames[entry.frame]
            heads = fillers(cast.tree, k, (*frame.actor, *frame.target), cast.lexicon)
            found = tuple(dict.fromkeys(a for h in heads for a in cast.actors(h)))
            if found:
                return found, heads[:1]
    return (), []
