"""A sentence half tagged: what stands before and after a word, and which verbs its clause has."""

from __future__ import annotations

from collections.abc import Sequence

from detente.coding.en.grammar import is_a
from detente.coding.en.shallow.marks import PUNCTUATION
from detente.coding.en.shallow.words import BE, DO, FINITE, HAVE, Words, classes

VERB = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD"})
NOMINAL = frozenset({"NN", "NNS", "NNP", "NNPS", "CD"})
CLAUSE_MARKS = frozenset({",", ":", ".", "``", "WDT", "WP", "WRB", "CC", "TO"})
COUNTED = CLAUSE_MARKS | FINITE
TITLE_CASE = 0.7  # share of capitalised words above which capitals say nothing


class Context:
    """The words of a sentence and the tags of those before the present one.

    Parameters
    ----------
    words : the vocabulary.
    tokens : the words and marks of the sentence; a hyphen within a word is "-", a dash another mark.
    named : indices of the tokens that the gazetteer found to name someone.
    """

    def __init__(self, words: Words, tokens: Sequence[str], named: frozenset[int]) -> None:
        self.words = words
        self.tokens = tokens
        self.low = [token.lower() for token in tokens]
        self.after = [*self.low[1:], "."]
        self.named = named
        self.tags: list[str] = []
        self.finite_before = False
        self.last_finite = ""
        self.titled = _titled(tokens)

    def count(self, tag: str, low: str) -> None:
        """Take notice of a word whose tag is one of `COUNTED`: a finite verb, or where a clause may end."""
        self.finite_before = tag in FINITE
        if self.finite_before:
            self.last_finite = low

    def before(self, i: int) -> str:
        """The tag before a word, adverbs and quotation marks left out; MD for forms of do."""
        at = i - 1
        while at >= 0 and self.tags[at] in ("RB", "``"):
            at -= 1
        if at < 0:
            return "^"
        low = self.low[at]
        if self.tags[at] in VERB:
            if low in BE:
                return "be"
            if low in HAVE:
                return "have"
            if low in DO:
                return "MD"
        return self.tags[at]

    def left(self, i: int) -> str:
        """The tag of whatever stands directly before a word."""
        return self.tags[i - 1] if i else "^"

    def glued(self, i: int) -> bool:
        """Whether a plural stands before a lone apostrophe and a noun after it: the rebels' demands."""
        return i + 1 < len(self.low) and self.low[i + 1].isalpha()

    def next(self, i: int) -> str:
        """The next word in lower case, "." at the end."""
        return self.after[i]

    def noun_follows(self, i: int) -> bool:
        """Whether the next word can belong to the same noun phrase."""
        low = self.next(i)
        words = self.words
        if not low[0].isalnum() or low in words.closed or low == "to" or low.endswith("ly"):
            return False
        verbs = words.verbs.get(low, ())
        return low in words.nouns or low in words.adjectives or not ("VBD" in verbs or "VBZ" in verbs)

    def phrase_follows(self, i: int) -> bool:
        """Whether a phrase begins after a word, as after a verb: an article, a name, a pronoun, "that"."""
        low = self.next(i)
        tag = self.words.closed.get(low, "")
        capital = i + 1 < len(self.tokens) and self.tokens[i + 1][0].isupper() and not self.titled
        return tag in ("DT", "PRP", "PRP$", "WP", "WRB") or capital or low == "that" or i + 1 in self.named

    def verb_next(self, i: int) -> bool:
        """Whether the next word looks like a finite verb."""
        low = self.next(i)
        verbs = self.words.verbs.get(low, ())
        finite = "VBZ" in verbs or "VBD" in verbs
        return finite and (low not in self.words.nouns or self.phrase_follows(i + 1))

    def told_of_someone(self, i: int) -> bool:
        """Whether the noun before a word means someone who can act: the minister visits."""
        return is_a("actor", self.low[i - 1])

    def joined(self, i: int) -> bool:
        """Whether two names joined by "and" stand before a word: France and Italy plan."""
        return "CC" in self.tags[max(0, i - 5) : i]

    def last_verb(self) -> str:
        """The tag of the last verb, "" where there is none yet."""
        return next((tag for tag in reversed(self.tags) if tag in VERB), "")

    def finite_ahead(self, i: int) -> bool:
        """Whether the clause has a verb of its own after a word."""
        for at in range(i + 1, len(self.low)):
            low = self.low[at]
            if low in self.words.finite:
                return self.words.closed.get(self.low[at - 1], "") != "PRP"
            if (low in PUNCTUATION and low != "-") or low in classes()["stops"]:
                return False
        return False


def _titled(tokens: Sequence[str]) -> bool:
    """Whether nearly every word has a capital, as in a headline."""
    first = [token[0] for token in tokens if token[0].isalpha()]
    return len(first) > 3 and sum(map(str.isupper, first)) > TITLE_CASE * len(first)
