"""What has been said before: the pair of states a text is about, the last person named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from detente.ontology.mention import Mention


def state_of(actor: str) -> str:
    """The state or organisation of "USA/Bush"."""
    return actor.split("/", 1)[0]


def states_of(actors: Iterable[str]) -> tuple[str, ...]:
    """The states or organisations of several actors, each once, in order."""
    return tuple(dict.fromkeys(state_of(a) for a in actors))


@dataclass(slots=True)
class Memory:
    """The discourse so far: `pair` is whom "the two sides" means, `person` whom "he" means."""

    main: tuple[str, ...] = ()
    joint: tuple[str, ...] = ()
    person: str = ""

    @property
    def pair(self) -> tuple[str, ...]:
        """The two states named together last, else those that the document names most."""
        return self.joint or self.main

    def hear(self, mentions: Iterable[Mention], person: str = "") -> None:
        """Take in the actors of a sentence, in text order, and the person whom it is about, where known."""
        self.person = person or self.person
        states: list[str] = []
        for mention in mentions:
            if mention.kind in ("state", "joint", "person", "organ"):
                states += states_of(mention.actors)
        distinct = tuple(dict.fromkeys(states))
        if len(distinct) == 2:
            self.joint = distinct

    def other_side(self, actors: Iterable[str]) -> tuple[str, ...]:
        """The other state of the document's main pair when the actors are one side of it, else ()."""
        own = set(states_of(actors))
        for pair in (self.main, self.joint):
            if len(pair) == 2 and len(own & set(pair)) == 1 and own <= set(pair):
                return tuple(s for s in pair if s not in own)
        return ()


def main_pair(mentions: Iterable[Mention]) -> tuple[str, ...]:
    """The two states that a document is about: those named most often, if half of all namings are theirs."""
    counts = Counter(
        state
        for mention in mentions
        if mention.kind in ("state", "joint", "person", "organ", "demonym")
        for state in states_of(mention.actors)
    )
    top = sorted(counts, key=lambda s: (-counts[s], s))[:2]
    central = 2 * sum(counts[s] for s in top) >= counts.total()
    return tuple(top) if len(top) == 2 and central else ()
