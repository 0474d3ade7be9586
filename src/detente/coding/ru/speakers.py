"""Verbs of saying, and who says what they say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from detente.coding.ru.cast import Cast
from detente.coding.ru.deeds import SAYINGS, makes_statement
from detente.coding.ru.roles import places, subjects
from detente.coding.ru.tree import Tree

CONTENT = ("ccomp", "xcomp")
_CITES = frozenset({"цитировать", "процитировать"})
_SUCH = frozenset({"такой", "этот", "данный", "подобный", "соответствующий"})
_SAID_IN = frozenset({"говориться", "подчеркиваться", "отмечаться"})
_RULED_OUT = frozenset({"исключить", "исключать"})


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says something: actors or a plain name, the office, and the word that says so."""

    actors: tuple[str, ...]
    role: str | None
    verb: int


def says(cast: Cast, k: int) -> bool:
    """Whether a word is a verb of saying; не исключил is one, исключил is not."""
    word = cast.tree.words[k]
    if word.pos != "VERB":
        return False
    if makes_statement(cast.tree, k):
        return True
    return cast.lexicon.is_a("said", word.lemma) or (word.lemma in _RULED_OUT and cast.tree.has(k, "не"))


def is_words_of(cast: Cast, k: int) -> bool:
    """Whether a word is the noun of по словам, по мнению, по оценке."""
    return cast.lexicon.is_a("words_of", cast.tree.words[k].lemma) and cast.tree.mark(k) == "по+Dat"


def tells(cast: Cast, k: int) -> bool:
    """Whether a verb of saying has what is said below it: a что-clause, an infinitive, о with a noun."""
    tree, lemma = cast.tree, cast.tree.words[k].lemma
    if lemma in _RULED_OUT:
        return True
    if cast.lexicon.is_a("verbal", lemma) and tree.children(k, "obj", "iobj", "obl", "xcomp"):
        return True
    if any(tree.verbal(c) or tree.children(c, "mark", "nsubj") for c in tree.children(k, *CONTENT)):
        return True
    return any(tree.mark(c).startswith("о+") and not _this(tree, c) for c in tree.children(k, "obl"))


def tells_of_before(tree: Tree, k: int) -> bool:
    """Whether a verb of saying refers back: об этом сообщил, такое заявление сделал."""
    if any(tree.words[c].lemma in SAYINGS and tree.has(c, *_SUCH) for c in tree.children(k, "obj", "obl")):
        return True
    return any(tree.mark(c).startswith("о+") and _this(tree, c) for c in tree.children(k, "obl"))


def speaker(cast: Cast, verb: int) -> Speaker:
    """The subject of a verb of saying, or whose words they are."""
    heads = _heads(cast, verb)
    for head in heads:
        actors = cast.acting(head) or cast.speaker(head)
        if actors:
            return Speaker(actors, _role(cast, head), verb)
    if not heads and cast.tree.words[verb].lemma in _SAID_IN and cast.memory.subject:
        return Speaker(cast.memory.subject, None, verb)  # говорится в заявлении
    return Speaker((), _role(cast, heads[0]) if heads else None, verb)


def _heads(cast: Cast, verb: int) -> Sequence[int]:
    tree, word = cast.tree, cast.tree.words[verb]
    if word.pos == "NOUN":
        return [k for k in tree.children(verb, "nmod", "det") if _of(tree, k)]
    if word.lemma in _CITES:
        return [k for k in tree.children(verb, "obj", "iobj") if tree.words[k].feats.get("Case") != "Nom"]
    if word.lemma in _SAID_IN:
        return [k for n in tree.children(verb, "obl") for k in tree.children(n, "nmod") if _of(tree, k)]
    return subjects(tree, verb, cast.lexicon) or places(tree, verb)


def _of(tree: Tree, k: int) -> bool:
    return tree.mark(k) == "Gen" or tree.words[k].rel == "det"


def _this(tree: Tree, k: int) -> bool:
    return tree.words[k].lemma in ("это", "этот")


def _role(cast: Cast, head: int) -> str | None:
    """The office that the gazetteer gives for the speaker's phrase, else None."""
    words = cast.tree.subtree(head, frozenset({"acl:relcl", "acl"}))
    low, high = cast.tree.words[words[0]].start, cast.tree.words[words[-1]].end
    return next((m.role for m in cast.sentence.mentions if low <= m.start < high and m.role), None)
