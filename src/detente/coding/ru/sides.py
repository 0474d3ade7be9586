"""Who is on which side of an act where its own frame does not say so, and which word names him."""

from __future__ import annotations

from collections.abc import Iterable

from detente.coding.codes import states_of
from detente.coding.ru.cast import Cast
from detente.coding.ru.lexicon import Lexicon
from detente.coding.ru.roles import fillers, subjects
from detente.coding.ru.tree import Tree

_IN_COURSE = frozenset(
    {"в ходе", "во время", "после", "по итогам", "в рамках", "перед", "накануне", "с помощью"}
)


def in_between(cast: Cast, words: tuple[int, ...]) -> tuple[str, ...]:
    """The states between which something happens that nobody is said to do: перестрелка между."""
    tree = cast.tree
    heads = [k for w in words for k in fillers(tree, w, ("между",), cast.lexicon)]
    borders = [k for w in words for k in tree.children(w, "obl", "nmod") if tree.words[k].lemma == "граница"]
    named = (*map(cast.actors, heads), *map(cast.owner, borders))
    return next((found for found in named if len(states_of(found)) > 1), ())


def on_behalf(cast: Cast, verb: int) -> tuple[tuple[str, ...], list[int]]:
    """The state of a subject or agent that holds no office: польские фермеры перекрыли."""
    tree = cast.tree
    agents = fillers(tree, verb, ("agent",), cast.lexicon) if tree.words[verb].pos == "VERB" else []
    for k in (*subjects(tree, verb, cast.lexicon), *agents):
        found = cast.on_behalf(k)
        if found:
            return found, [k]
    return (), []


def dative_form(tree: Tree, k: int) -> bool:
    """Whether a name read as a genitive may as well stand in the dative: протест Индии."""
    return tree.mark(k) == "Gen" and tree.words[k].text.endswith("ии")


def political(cast: Cast, k: int) -> bool:
    """Whether a noun phrase could name a political actor, also one that the gazetteer does not know."""
    word = cast.tree.words[k]
    return word.pos in ("PROPN", "PRON") or cast.lexicon.is_a("agents", word.lemma)


def announcer(tree: Tree, i: int, lexicon: Lexicon) -> list[int]:
    """Who announces an act of his own, or does something in its course: объявила о запуске, в ходе визита."""
    word = tree.words[i]
    if word.pos != "NOUN" or word.head < 0:
        return []
    if tree.mark(i).startswith("о+") and lexicon.is_a("announced", tree.words[word.head].lemma):
        return announcer(tree, word.head, lexicon)  # приняла решение о высылке
    if tree.words[word.head].pos != "VERB":
        return []
    mark = tree.mark(i).rsplit("+", 1)[0]
    in_course = mark in _IN_COURSE and any(e.type == "CONSULT" for e in lexicon.of(word.lemma))
    announced = mark == "о" or in_course or lexicon.is_a("announced", word.lemma)
    return subjects(tree, word.head, lexicon) if announced else []


def addressed(tree: Tree, verb: int, lexicon: Lexicon) -> list[int]:
    """To whom the text goes in which something is said: направил Кеннеди письмо, в котором предложил."""
    text = tree.words[verb].head
    over = tree.words[text].head if text >= 0 else -1
    if over < 0 or not lexicon.is_a("texts", tree.words[text].lemma):
        return []
    return [k for at in (over, text) for k in fillers(tree, at, ("Dat", "к"), lexicon)]


def both_sides(cast: Cast, i: int, named: tuple[str, ...]) -> tuple[str, ...]:
    """Both sides of a joint act: those named; to a single one the subject of the clause or the other side."""
    found = tuple(dict.fromkeys(named))
    if len(states_of(found)) > 1:
        return found
    for above in cast.tree.up(i):
        if cast.tree.words[above].pos == "VERB":
            for k in subjects(cast.tree, above, cast.lexicon):
                more = (
                    [a for a in cast.actors(k) if states_of([a])[0] not in states_of(found)] if k != i else []
                )
                if more:
                    return (*more, *found)
            break
    return (*found, *cast.memory.other_side(found)) if found else ()


def first_named(cast: Cast, heads: Iterable[int], own: tuple[int, int]) -> tuple[tuple[str, ...], list[int]]:
    """The actors of the first word that names any."""
    for head in heads:
        found = cast.acting(head) if head not in own else ()
        if found:
            return found, [head]
    return (), []


def target_named(
    cast: Cast, heads: Iterable[int], own: tuple[int, int], actors: set[str], place: bool
) -> tuple[tuple[str, ...], list[int]]:
    """The first target named; a thing stands for the state that it is said to belong to."""
    for head in heads:
        if head in own:
            continue
        place = place or cast.tree.mark(head) == "на+Acc"
        named = cast.actors(head) or cast.owner(head) or (cast.place(head) if place else ())
        found = tuple(a for a in named if states_of([a])[0] not in actors)
        if found:
            return found, [head]
    return (), []
