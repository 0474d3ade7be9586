"""A parsed sentence: words, what hangs on what, and by which case or preposition."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

CLAUSES = frozenset({"advcl", "acl:relcl", "parataxis", "ccomp", "csubj"})


@dataclass(frozen=True, slots=True)
class Word:
    """A token: its place [start, end) in the sentence, dictionary form, tags; `head` -1 at the root."""

    text: str
    start: int
    end: int
    lemma: str
    pos: str
    feats: Mapping[str, str]
    head: int
    rel: str


@dataclass(frozen=True)
class Tree:
    """The words of one sentence with the relations between them; words are named by their number."""

    text: str
    words: tuple[Word, ...]

    @cached_property
    def _kids(self) -> list[list[int]]:
        kids: list[list[int]] = [[] for _ in self.words]
        for i, word in enumerate(self.words):
            if word.head >= 0:
                kids[word.head].append(i)
        return kids

    def children(self, i: int, *rels: str) -> list[int]:
        """The words that hang on word `i`, in text order; only those of the relations, where given."""
        return [k for k in self._kids[i] if not rels or self.words[k].rel in rels]

    def up(self, i: int) -> Iterator[int]:
        """The words above word `i`, from its head to the root; the parser's loops are cut."""
        seen = {i}
        at = self.words[i].head
        while at >= 0 and at not in seen:
            yield at
            seen.add(at)
            at = self.words[at].head

    def subtree(self, i: int, without: frozenset[str] = frozenset()) -> list[int]:
        """Word `i` and all below it, leaving out branches that hang by one of the relations."""
        found, todo = {i}, [i]
        while todo:
            for k in self._kids[todo.pop()]:
                if k not in found and self.words[k].rel not in without:
                    found.add(k)
                    todo.append(k)
        return sorted(found)

    def has(self, i: int, *lemmas: str) -> bool:
        """Whether a word with one of the dictionary forms hangs on word `i`."""
        return any(self.words[k].lemma in lemmas for k in self._kids[i])

    def mark(self, i: int) -> str:
        """How a word hangs on its head: "nsubj", "nsubj:pass", "с+Ins", "в отношении+Gen", "Dat".

        A coordinated word has the mark of the first of its row, its own preposition first.
        """
        word = self.words[i]
        preposition = self._preposition(i)
        if not preposition and word.rel == "conj" and word.head >= 0:
            return self.mark(word.head)
        if preposition:
            return f"{preposition}+{word.feats.get('Case', '')}"
        if word.rel in ("nsubj", "nsubj:pass", "csubj"):
            return word.rel
        if word.rel == "obj":
            return "obj"
        return word.feats.get("Case", "") or word.rel

    def _preposition(self, i: int) -> str:
        for k in self.children(i, "case"):
            fixed = [self.words[f].text.lower() for f in self.children(k, "fixed")]
            return " ".join([_PLAIN.get(self.words[k].text.lower(), self.words[k].text.lower()), *fixed])
        return ""

    @property
    def roots(self) -> list[int]:
        """The words that hang on nothing."""
        return [i for i, word in enumerate(self.words) if word.head < 0]

    def verbal(self, i: int) -> bool:
        """Whether a word is a verb in any form, or a short adjective or adverb used as predicate."""
        word = self.words[i]
        return word.pos in ("VERB", "AUX") or word.feats.get("Variant") == "Short"


_PLAIN = {
    "со": "с",
    "во": "в",
    "ко": "к",
    "об": "о",
    "обо": "о",
    "изо": "из",
    "ото": "от",
    "подо": "под",
    "надо": "над",
}
