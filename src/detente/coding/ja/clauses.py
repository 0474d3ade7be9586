"""Clauses: a predicate with its arguments, and how clauses stand to one another."""

from __future__ import annotations

from dataclasses import dataclass, field

from detente.coding.ja.chunks import Chunk


@dataclass(slots=True, eq=False)
class Clause:
    """A predicate with its arguments; all offsets are those of the text handed in, half-open.

    `args` are the noun phrases that belong to it alone (a topic at the first clause of its chain),
    `topic` the は/も phrase in whose scope it stands, wherever that is. `parent` and `relation` say where
    it hangs: "chain" (coordinate or adverbial, by `link`), "relative" (modifies `modified`), "complement"
    (under こと, の), "quote" (と, との, という). `children` are the clauses that hang on it.
    """

    predicate: Chunk
    args: list[Chunk] = field(default_factory=list)
    topic: Chunk | None = None
    parent: Clause | None = None
    relation: str = "chain"
    modified: Chunk | None = None
    children: list[Clause] = field(default_factory=list)
    adverbs: list[Chunk] = field(default_factory=list)

    @property
    def lemma(self) -> str:
        """Normalised head: 求める, 批判する, だ."""
        return self.predicate.lemma

    @property
    def marks(self) -> frozenset[str]:
        """Voice, polarity, aspect, modality (see `predicates.Tail`)."""
        return self.predicate.tail.marks

    @property
    def link(self) -> str:
        """How the clause goes on (see `predicates.Tail`)."""
        return self.predicate.tail.link

    @property
    def start(self) -> int:
        """Where the clause begins: its earliest own argument."""
        starts = [a.extent for a in self.args] + [a.start for a in self.adverbs]
        return min([*starts, self.predicate.extent])

    @property
    def end(self) -> int:
        """The end of the predicate with its auxiliaries, before modal phrases and connectives."""
        return self.predicate.end

    def argument(self, *cases: str) -> Chunk | None:
        """The nearest argument in one of the cases."""
        for arg in reversed(self.args):
            if arg.case in cases:
                return arg
        return None

    @property
    def bare_subject(self) -> Chunk | None:
        """Its own first が phrase, or は or も phrase without another particle."""
        return next((a for a in self.args if a.case == "が" or (a.topic and a.case == "")), None)

    @property
    def negative(self) -> bool:
        """Whether the predicate is negated."""
        return "negative" in self.marks

    @property
    def passive(self) -> bool:
        """Whether the predicate is in the passive."""
        return "passive" in self.marks
