"""The names of people whom the gazetteer does not know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.coding.codes import states_of
from detente.coding.ru.names import latin

if TYPE_CHECKING:
    from detente.coding.ru.cast import Cast


def unlisted_name(cast: Cast, i: int) -> str:
    """The family name of a person whom the gazetteer does not know, in Latin letters."""
    for k in cast.tree.children(i, "appos", "flat:name", "flat"):
        if cast.tree.words[k].pos == "PROPN" and not _same_as(cast, k):
            return _family_name(cast, k)
    return ""


def _same_as(cast: Cast, k: int) -> bool:
    """Whether the gazetteer knows the name at word `k`, and no office beside it is of another state."""
    mention, over = cast.mention_at(k), cast.mention_at(cast.tree.words[k].head)
    if mention is None or mention.kind != "person" or over is None:
        return mention is not None
    return bool(set(states_of(mention.actors)) & set(states_of(over.actors)))


def speaker_name(cast: Cast, i: int) -> str:
    """The name of a speaker, alone or beside his office, whom the gazetteer does not know."""
    word = cast.tree.words[i]
    if word.pos == "PROPN" and word.feats.get("Animacy") == "Anim" and cast.mention_at(i) is None:
        return _family_name(cast, i)
    return unlisted_name(cast, i)


def _family_name(cast: Cast, first: int) -> str:
    """The last of the names that stand side by side from a first one on."""
    first = _after_initials(cast, first)
    last = first
    while last + 1 < len(cast.tree.words) and cast.tree.words[last + 1].rel in (
        "appos",
        "flat:name",
        "flat",
    ):
        last += 1
    short = len(cast.tree.words[last].lemma) < 3  # Ван И
    kept = range(first if short else last, last + 1)
    return " ".join(latin(cast.tree.words[k].lemma).capitalize() for k in kept)


def _after_initials(cast: Cast, i: int) -> int:
    """The first word of a name that is no initial: Э. Эркко."""
    words = cast.tree.words
    while len(words[i].text) == 1 and i + 2 < len(words) and words[i + 1].text == ".":
        i += 2
    return i
