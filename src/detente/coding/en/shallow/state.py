"""What is known half-way through a sentence: open clauses, pieces, the word that waits for the next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from detente.coding.en.shallow.draft import Draft, Piece

NONE = -1
ASIDE = frozenset({"TIME", "ADVERB"})
SIDE = frozenset({"relcl", "acl", "advcl", "pcomp"})  # clauses that a comma closes


@dataclass(slots=True)
class Clause:
    """A clause that is being read.

    Parameters
    ----------
    dep, over : how its verb hangs on which token; NONE for the main clause, or for what the verb of
        the clause below it will be.
    verb, subject, wh : tokens, NONE until they are met.
    form : the form of its verb group, as in `Piece`.
    nouns : heads of the noun groups since the verb (before it: of its subject), latest last.
    waiting : what hangs on its verb once that comes, with its label.
    """

    dep: str = "ROOT"
    over: int = NONE
    verb: int = NONE
    subject: int = NONE
    wh: int = NONE
    form: str = ""
    passive: bool = False
    nouns: list[int] = field(default_factory=list)
    waiting: list[tuple[int, str]] = field(default_factory=list)


class State:
    """The reading of one sentence: `clauses` are open, the innermost last."""

    def __init__(self, draft: Draft, pieces: Sequence[Piece]) -> None:
        self.draft = draft
        self.pieces = pieces
        self.clauses = [Clause()]
        self.main = self.clauses[0]
        self.preposition = NONE
        self.conjunction = NONE

    @property
    def top(self) -> Clause:
        """The innermost clause."""
        return self.clauses[-1]

    def open(self, dep: str, over: int = NONE) -> Clause:
        """Begin a clause inside the present one."""
        self.clauses.append(Clause(dep=dep, over=over))
        return self.clauses[-1]

    def before(self, k: int) -> Piece | None:
        """The piece before the one at `k`, days and adverbs left out."""
        at = k - 1
        while at >= 0 and self.pieces[at].kind in ASIDE:
            at -= 1
        return self.pieces[at] if at >= 0 else None

    def kind(self, k: int) -> str:
        """The kind of the piece at `k`, STOP outside the sentence."""
        return self.pieces[k].kind if 0 <= k < len(self.pieces) else "STOP"

    def attach(self, clause: Clause, token: int, dep: str) -> None:
        """Hang a token on the verb of a clause, now or when it comes."""
        if clause.verb != NONE:
            self.draft.link(token, clause.verb, dep)
        else:
            clause.waiting.append((token, dep))

    def unfinished(self) -> Clause | None:
        """The innermost clause that has a subject and no verb yet."""
        for clause in reversed(self.clauses):
            if clause.verb == NONE and clause.subject != NONE:
                return clause
        return None

    def back_to(self, clause: Clause) -> None:
        """Close the clauses inside `clause`."""
        while self.clauses[-1] is not clause:
            inner = self.clauses.pop()
            self._settle(inner)

    def close_side_clauses(self) -> None:
        """At a comma: close relative, participial and other side clauses that have their verb."""
        for n in range(1, len(self.clauses)):
            clause = self.clauses[n]
            if clause.dep in SIDE and clause.verb != NONE:
                self.back_to(self.clauses[n - 1])
                return

    def finite(self) -> Clause:
        """The innermost clause with a finite verb, the main one where there is none."""
        return next((c for c in reversed(self.clauses) if c.form == "finite"), self.main)

    def coordinate(self) -> Clause:
        """The clause that "and" with a subject of its own goes on with: not a side clause."""
        for clause in reversed(self.clauses):
            if clause.form == "finite" and clause.dep not in SIDE:
                return clause
        return self.main

    def settle(self) -> None:
        """At the end: hang what still waits."""
        self.back_to(self.clauses[0])
        self._settle(self.clauses[0])

    def _settle(self, clause: Clause) -> None:
        """Hang what waits for a verb that never came on the subject, or on the next clause out."""
        if clause.verb != NONE:
            return
        if clause.subject != NONE:
            for token, _ in clause.waiting:
                self.draft.link(token, clause.subject, "dep")
            if clause is not self.clauses[0]:
                over = clause.over if clause.over != NONE else self.top.verb
                if over != NONE:
                    self.draft.link(clause.subject, over, "dobj" if clause.dep == "ccomp" else "dep")
        elif clause is not self.clauses[0]:
            self.top.waiting += clause.waiting
            if self.top.verb != NONE:
                for token, dep in clause.waiting:
                    self.draft.link(token, self.top.verb, dep)
