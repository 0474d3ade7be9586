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
    From its predicate it has the `lemma` (求める, 批判する, だ), the `marks` of voice, polarity, aspect and
    modality, the `link` by which it goes on (see `predicates.Tail`), and the `end`: with auxiliaries, before
    modal phrases and connectives. `start` is that of its earliest own argument (`measuring.measure`).
    """

    predicate: Chunk
    args: list[Chunk] = field(default_factory=list)
    topic: Chunk | None = None
    parent: Clause | None = None
    relation: str = "chain"
    modified: Chunk | None = None
    children: list[Clause] = field(default_factory=list)
    adverbs: list[Chunk] = field(default_factory=list)
    lemma: str = field(init=False)
    marks: frozenset[str] = field(init=False)
    link: str = field(init=False)
    negative: bool = field(init=False)
    passive: bool = field(init=False)
    start: int = field(init=False)
    end: int = field(init=False)

    def __post_init__(self) -> None:
        predicate = self.predicate
        self.lemma, self.marks, self.link = predicate.lemma, predicate.tail.marks, predicate.tail.link
        self.negative, self.passive = "negative" in self.marks, "passive" in self.marks
        self.end = predicate.end

    def quoting(self) -> None:
        """Read its と as that of a quotation, not as a condition: 続けると約束した."""
        self.predicate.tail = self.predicate.tail._replace(link="quote")
        self.link = "quote"

    def yielding(self) -> None:
        """Read its subject as the doer: who was forced to retreat (撤退を余儀なくされた) retreats."""
        self.passive = False

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
