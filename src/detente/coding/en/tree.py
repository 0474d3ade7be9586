"""A parsed sentence as plain tuples, and the few steps through it that the rules take."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

VERBAL = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "relcl", "acl", "parataxis", "csubj", "pcomp"})
BY_PREPOSITION = frozenset({"prep", "agent", "dative", "prt"})
PARTICLES = frozenset({"out", "back", "up", "down"})  # hit out at, fought back against
LOOSE = frozenset({"prt", "advmod", "prep"})
TOWARD = frozenset({"at", "on", "against"})
QUESTION_WORDS = frozenset({"WDT", "WP", "WP$", "WRB"})


@dataclass(frozen=True, slots=True)
class Tree:
    """One parsed stretch of text.

    Parameters
    ----------
    text : what was parsed; `starts`/`ends` are code points into it, half-open.
    words, lemmas, tags, deps : one value a token; lemmas are lower case, tags Penn, deps spaCy's.
    heads : index of the head of each token; a root is its own head.
    kids : indices of the direct dependents of each token, in text order.
    """

    text: str
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    lemmas: tuple[str, ...]
    tags: tuple[str, ...]
    deps: tuple[str, ...]
    heads: tuple[int, ...]
    kids: tuple[tuple[int, ...], ...]

    def __len__(self) -> int:
        return len(self.words)

    def child(self, i: int, *deps: str) -> int | None:
        """The first dependent of `i` with one of the labels, or None."""
        for k in self.kids[i]:
            if self.deps[k] in deps:
                return k
        return None

    def children(self, i: int, *deps: str) -> list[int]:
        """The dependents of `i` with one of the labels."""
        found: list[int] = []
        all_deps = self.deps
        for k in self.kids[i]:  # a comprehension would cost a call, and nothing is asked more often
            if all_deps[k] in deps:
                found.append(k)
        return found

    def subtree(self, i: int, leave: frozenset[str] = frozenset()) -> Iterator[int]:
        """The tokens under `i`, `i` first, leaving out branches whose label is in `leave`."""
        stack = [i]
        kids, deps = self.kids, self.deps
        while stack:
            at = stack.pop()
            yield at
            if own := kids[at]:
                stack += own[::-1] if not leave else [k for k in reversed(own) if deps[k] not in leave]

    def conjuncts(self, i: int) -> list[int]:
        """`i` and everything coordinated with it to its right."""
        found = [i]
        for at in found:
            for k in self.kids[at]:
                if self.deps[k] == "conj" and k not in found:
                    found.append(k)
        return found

    def up(self, i: int) -> Iterator[int]:
        """The heads above `i`, nearest first."""
        while self.heads[i] != i:
            i = self.heads[i]
            yield i

    def verbal(self, i: int) -> bool:
        """Whether token `i` heads a clause."""
        return self.tags[i] in VERBAL

    def has_to(self, i: int) -> bool:
        """Whether a verb has "to" before it."""
        return any(self.lemmas[k] == "to" for k in self.children(i, "aux"))

    def infinitive(self, i: int) -> bool:
        """Whether a verb stands as "to" with its bare form."""
        return self.tags[i] == "VB" and self.has_to(i)

    def pobj(self, i: int, *preps: str) -> list[int]:
        """The noun phrases under `i` by one of the prepositions (on: also upon), with coordinate ones."""
        found: list[int] = []
        deps, lemmas = self.deps, self.lemmas
        for k in self.kids[i]:
            if deps[k] in BY_PREPOSITION and (lemmas[k] in preps or (lemmas[k] == "upon" and "on" in preps)):
                found += self.objects_of(k)
            elif lemmas[k] in PARTICLES and deps[k] in LOOSE and (beyond := TOWARD.intersection(preps)):
                found += self.pobj(k, *beyond)
        return found

    def linked_by(self, i: int) -> set[str]:
        """The prepositions under which `pobj` may find something; "on" also stands for upon."""
        found: set[str] = set()
        for k in self.kids[i]:
            if self.deps[k] in BY_PREPOSITION:
                found.add(self.lemmas[k])
            if self.lemmas[k] in PARTICLES and self.deps[k] in LOOSE:
                found |= self.linked_by(k) & TOWARD
        if "upon" in found:
            found.add("on")
        return found

    def objects_of(self, prep: int) -> list[int]:
        """The objects of a preposition, also through "as well as" and doubled prepositions."""
        found: list[int] = []
        for k in self.kids[prep]:
            if self.deps[k] in ("pobj", "pcomp"):
                found += self.conjuncts(k)
            elif self.deps[k] == "prep":
                found += self.objects_of(k)
        return found

    def prepositions(self, i: int) -> list[int]:
        """The prepositions that hang on `i`."""
        return [
            k
            for k in self.kids[i]
            if self.deps[k] in ("prep", "agent", "dative") and self.tags[k] in ("IN", "TO", "RP", "RB", "VBG")
        ]

    def clause(self, i: int) -> int:
        """The nearest verb at or above `i`, or the root of its tree."""
        at = i
        while not self.verbal(at) and self.heads[at] != at:
            at = self.heads[at]
        return at

    def within(self, start: int, end: int) -> list[int]:
        """The tokens that overlap the characters [start, end)."""
        return list(range(bisect_right(self.ends, start), bisect_left(self.starts, end)))

    def top(self, tokens: list[int]) -> int | None:
        """The token among `tokens` that stands highest: the head of the stretch."""
        if len(tokens) == 1:
            return tokens[0]
        inside = set(tokens)
        return next((i for i in tokens if self.heads[i] not in inside or self.heads[i] == i), None)
