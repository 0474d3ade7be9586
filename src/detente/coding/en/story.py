"""The running story: who has been told to deal with whom, and whom the present paragraph names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from detente.coding.codes import is_state, states_of

REMEMBERED = 12
FORCEFUL = frozenset({"ASSAULT", "COERCE"})
PRESSING = frozenset({"REQUEST", "THREATEN", "PROTEST", "ACCUSE"})
AGAINST = frozenset({"SANCTION", "ACCUSE", "PROTEST", "REQUEST", "REJECT", "COERCE", "ASSAULT", "THREATEN"})
States = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dealing:
    """One act told before: by whom, on whom, its PLOVER type, and in which paragraph."""

    by: States
    on: States
    kind: str
    paragraph: int

    @property
    def both(self) -> States:
        """Everyone who had a part in it."""
        return tuple(dict.fromkeys((*self.by, *self.on)))


@dataclass(slots=True)
class Story:
    """The dealings told so far, and the states that each sentence of the present paragraph names.

    `named` holds the states of the paragraph in text order, those of the present sentence last.
    """

    paragraph: int = 0
    dealings: list[Dealing] = field(default_factory=list)
    named: list[str] = field(default_factory=list)

    def goes_on(self, paragraph: int, named: Iterable[str]) -> None:
        """Take in the states that the next sentence names; a new paragraph forgets those of the last."""
        if paragraph != self.paragraph:
            self.paragraph, self.named = paragraph, []
        self.named += [code for code in states_of(named) if is_state(code)]

    def dealt(self, actors: Sequence[str], targets: Sequence[str], kind: str) -> None:
        """Keep who was told to act on whom, where two different states took part."""
        by = tuple(filter(is_state, states_of(actors)))
        on = tuple(filter(is_state, states_of(targets)))
        if by and on and len({*by, *on}) > 1:
            self.dealings = [*self.dealings, Dealing(by, on, kind, self.paragraph)][-REMEMBERED:]

    def partner(self, own: Sequence[str]) -> States:
        """The other side of the last dealing of this paragraph in which `own` had a part, or ()."""
        for told in reversed(self.dealings):
            if told.paragraph != self.paragraph:
                break
            others = tuple(state for state in told.both if state not in own)
            if set(own) & set(told.both) and len(others) == 1:
                return others
        return ()

    def opposed(self, own: Sequence[str], kind: str) -> States:
        """Of the last deed of force of the paragraph in which `own` had no part: its doer, or its victim.

        Who acts against somebody then acts against the doer; who helps helps the victim.
        """
        told = [d for d in self.dealings[-3:] if d.paragraph == self.paragraph and d.kind in FORCEFUL]
        if not told or set(own) & set(told[-1].both) or len(told[-1].by) > 1 or len(told[-1].on) > 1:
            return ()
        return told[-1].by if kind in AGAINST else told[-1].on if kind in ("AID", "SUPPORT") else ()

    def last_other(self, own: Sequence[str]) -> States:
        """The state of this paragraph, other than `own`, that was named last, or ()."""
        return next(((state,) for state in reversed(self.named) if state not in own), ())

    def topic(self, own: Sequence[str]) -> States:
        """The state other than `own` that this paragraph names most often, of several the first, or ()."""
        others = Counter(state for state in self.named if state not in own)
        return tuple(state for state, _ in others.most_common(1))

    def last_of(self, *kinds: str) -> tuple[States, States]:
        """Who acted on whom in the last dealing of one of the PLOVER types; empty where none was told."""
        return next(((d.by, d.on) for d in reversed(self.dealings) if d.kind in kinds), ((), ()))

    def last_pair(self) -> States:
        """The two states of the last dealing of this paragraph between two, or ()."""
        if not self.dealings or self.dealings[-1].paragraph != self.paragraph:
            return ()
        both = self.dealings[-1].both
        return both if len(both) == 2 else ()

    def common_foe(self, own: Sequence[str]) -> States:
        """On whom several states acted side by side in the last dealing in which all had a part, or ()."""
        told = [d for d in self.dealings if set(own) <= set(d.both)]
        return (
            told[-1].on if told and set(own) <= set(told[-1].by) and not set(own) & set(told[-1].on) else ()
        )

    def answered(self) -> tuple[States, States]:
        """Whom somebody pressed last in this paragraph, and who did: it is for them to yield or refuse."""
        told = [d for d in self.dealings if d.paragraph == self.paragraph and d.kind in PRESSING]
        return (told[-1].on, told[-1].by) if told else ((), ())

    def named_pair(self) -> States:
        """The two states that this paragraph names, where it names no third."""
        both = tuple(dict.fromkeys(self.named))
        return both if len(both) == 2 else ()
