"""What has been said before: the pair of states a text is about, the last person named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from detente.coding.codes import states_of
from detente.ontology.mention import Mention

_BESIDE = 25
_FEW = 8


@dataclass(slots=True)
class Memory:
    """The discourse so far.

    `pair` is whom "the two sides" means, `person` whom "he" means, `doer` the states that the last
    sentence of the paragraph was about, `subject` the first actor of these, `near` those that it named,
    `we` whom the first person means.
    """

    main: tuple[str, ...] = ()
    joint: tuple[str, ...] = ()
    person: str = ""
    doer: tuple[str, ...] = ()
    subject: tuple[str, ...] = ()
    we: tuple[str, ...] = ()
    near: tuple[str, ...] = ()

    @property
    def pair(self) -> tuple[str, ...]:
        """The two states named together last, else those that the document names most."""
        return self.joint or self.main

    def hear(self, mentions: Iterable[Mention], subjects: Iterable[str]) -> None:
        """Take in a sentence: the actors that it names, in text order, and those that are its subjects."""
        about = tuple(subjects)
        self.doer = states_of(about) or self.doer
        self.subject = about[:1] or self.subject
        named = [m for m in mentions if m.kind in ("state", "joint", "person", "organ") and m.actors]
        persons = [a for a in about if "/" in a] or [m.actors[0] for m in named if m.kind == "person"]
        self.person = persons[0] if persons else self.person
        states = states_of(a for m in named for a in m.actors)
        self.near = states or self.near
        self.joint = states if len(states) == 2 else self.joint
        for before, mention in zip((None, *named), named, strict=False):
            beside = before is not None and mention.start - before.end <= _BESIDE
            together = (
                states_of((*before.actors, *mention.actors))
                if before and beside
                else states_of(mention.actors)
            )
            if len(together) == 2:
                self.joint = together

    def other_side(self, actors: Iterable[str]) -> tuple[str, ...]:
        """The other of the two states that the document is about when the actors are one of them, else ()."""
        acting = set(states_of(actors))
        own = acting & set(self.main)
        return tuple(s for s in self.main if s not in own) if len(own) == len(acting) == 1 else ()


def main_pair(mentions: Iterable[Mention]) -> tuple[str, ...]:
    """The two states that a document is about: those named most often, if half of all namings are theirs.

    In more than a few namings a state named once is only mentioned.
    """
    counts = Counter(
        state
        for mention in mentions
        if mention.kind in ("state", "joint", "person", "organ", "demonym")
        for state in states_of(mention.actors)
    )
    top, third = (ranked := sorted(counts, key=lambda s: (-counts[s], s)))[:2], ranked[2:3]
    often = counts.total() <= _FEW or all(counts[s] > 1 for s in top)
    central = often and 2 * sum(counts[s] for s in top) >= counts.total()
    tied = bool(third) and counts[third[0]] == counts[top[1]]
    return tuple(top) if len(top) == 2 and central and not tied else ()
