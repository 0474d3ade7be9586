"""A text to the tree that the rules read, without a parser."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from detente.coding.en.assemble import assembled, lemmas_of
from detente.coding.en.lexicon import Lexicon, load
from detente.coding.en.shallow.draft import Draft
from detente.coding.en.shallow.reader import link_all
from detente.coding.en.shallow.tagger import tags_of
from detente.coding.en.shallow.tokens import tokens
from detente.coding.en.shallow.words import Words, words_of
from detente.coding.en.tree import Tree
from detente.ontology.mention import Mention


def shallow_trees(
    texts: Iterable[tuple[str, Sequence[Mention]]], codebooks: tuple[str, ...]
) -> Iterator[Tree]:
    """One tree for each text and the mentions of actors in it, in order."""
    words, lexicon = words_of(codebooks), load(codebooks)
    for text, mentions in texts:
        yield tree(text, mentions, words, lexicon)


def tree(text: str, mentions: Sequence[Mention], words: Words, lexicon: Lexicon) -> Tree:
    """The tree of a text whose actors are known."""
    forms, starts = tokens(text)
    named = _named(forms, starts, mentions)
    tags = tags_of(words, _with_dashes(forms, starts), named)
    draft = Draft(forms, tags, lemmas_of(forms, tags, lexicon), named, words)
    link_all(draft)
    return assembled(text, forms, starts, draft.tags, draft.deps, draft.heads, draft.lemmas)


def _named(forms: list[str], starts: list[int], mentions: Sequence[Mention]) -> frozenset[int]:
    """The tokens that mentions of actors and places cover."""
    found: set[int] = set()
    for mention in mentions:
        i = bisect_left(starts, mention.end)
        while i and starts[i - 1] + len(forms[i - 1]) > mention.start:
            i -= 1
            found.add(i)
    return frozenset(found)


def _with_dashes(forms: list[str], starts: list[int]) -> list[str]:
    """The tokens with "--" for a hyphen that stands apart: a dash between clauses."""
    if "-" not in forms:
        return forms
    return ["--" if word == "-" and not _glued(forms, starts, i) else word for i, word in enumerate(forms)]


def _glued(forms: list[str], starts: list[int], i: int) -> bool:
    """Whether a hyphen stands without blanks between two words."""
    if not 0 < i < len(forms) - 1:
        return False
    return starts[i - 1] + len(forms[i - 1]) == starts[i] and starts[i] + 1 == starts[i + 1]
