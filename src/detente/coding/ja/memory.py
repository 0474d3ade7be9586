"""What has been said before: the pair of states a text is about, the last pair, state and person named."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import NamedTuple

from detente.coding.codes import is_state, states_of
from detente.ontology.mention import Mention

_STATE_KINDS = frozenset({"state", "joint", "demonym", "organ", "person", "place"})
_ACTING_KINDS = frozenset({"demonym", "organ", "person"})
_REMEMBERED = 12
_FORCEFUL = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "THREATEN"})
_AGAINST = frozenset({"SANCTION", "ACCUSE", "PROTEST", "REQUEST", "REJECT", "COERCE", "ASSAULT", "THREATEN"})
_ASKING = frozenset({"REQUEST", "ACCUSE", "THREATEN", "PROTEST"})
_AGAIN = frozenset({"ASSAULT", "COERCE", "RETREAT"})
_TOGETHER = frozenset({"CONSULT", "AGREE", "COOPERATE"})

_PLACES = frozenset({"UNGA", "UNSC"})  # where states act on one another rather than whom they act on


_PHRASE = re.compile(r"[^\s、。はがもをにへとでの（）「」]{0,9}?(は|が|も|を|に|へ|と|から|の|で|、|より)")


class Naming(NamedTuple):
    """A state as a sentence names it: where, by what kind of word, and with which particle after it.

    `nth` counts the namings of its sentence; `together` are the states of a name for several (バルト三国).
    """

    state: str
    at: int
    sentence: int
    nth: int
    kind: str
    particle: str
    together: tuple[str, ...]


@dataclass(slots=True)
class Memory:
    """The discourse so far, brought up to date sentence by sentence.

    `dyad` is the pair of states that the section, or the paragraph, speaks of most, () where no pair stands
    out; `likely` the two named most all the same; `author` the state that speaks of itself as
    "our country", () where none does; `voice` who has the floor in a transcript;
    `private` the actors who hold no office; `here` the two states that
    the sentence has told to deal with each other, () before it has; `against` who has
    last been told in it to act against whom; `namings` every naming of a state in text order, `namings_of`
    the same by state.
    """

    dyad: tuple[str, ...] = ()
    author: tuple[str, ...] = ()
    voice: tuple[str, ...] = ()
    likely: tuple[str, ...] = ()
    joint: tuple[str, ...] = ()
    state: str = ""
    person: str = ""
    organ: str = ""
    topic: tuple[str, ...] = ()
    topic_age: int = 0
    spoken: list[str] = field(default_factory=list)
    namings: list[Naming] = field(default_factory=list)
    namings_of: dict[str, list[Naming]] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)
    dealings: list[tuple[tuple[str, ...], tuple[str, ...], str]] = field(default_factory=list)
    here: tuple[str, ...] = ()
    against: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    attack: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    named: dict[str, str] = field(default_factory=dict)
    private: frozenset[str] = frozenset()
    people: set[str] = field(default_factory=set)

    @property
    def pair(self) -> tuple[str, ...]:
        """Whom 両国 means: the last pair named together, else the pair of the document."""
        return self.joint or self.dyad or self.likely

    def names(self, found: list[Naming]) -> None:
        """Take in the states that a sentence names, before it is coded."""
        self.namings += found
        for naming in found:
            self.namings_of.setdefault(naming.state, []).append(naming)

    def heard(self, mentions: list[Mention]) -> None:
        """Take in the actors of a sentence, in text order, once it has been coded."""
        self.here, self.against = (), ((), ())
        self.spoken = [*self.spoken, *spoken_of(mentions)][-_REMEMBERED:]
        for mention in mentions:
            states = states_of(mention.actors)
            if len(states) == 2 and all(map(is_state, states)):
                self.joint = states
            elif len(states) == 1 and mention.kind in ("state", "demonym"):
                self.state = states[0]
            if mention.kind == "person" and mention.actors:
                self.person = mention.actors[0]
                self.people.add(self.person)
            if mention.kind == "organ" and mention.actors:
                self.organ = mention.actors[0]
        told = tuple(dict.fromkeys(filter(is_state, spoken_of(mentions))))
        if len(told) == 2 and len(set(told) & set(self.dyad)) != 1:
            self.joint = told

    def set_topic(self, actors: tuple[str, ...]) -> None:
        """The actor that the sentence was about; an empty one ages the last."""
        if actors:
            self.topic, self.topic_age = actors, 0
            if len(states_of(actors)) > 1:
                self.joint = states_of(actors)
        else:
            self.topic_age += 1

    def other_side(self, actors: tuple[str, ...], *pairs: tuple[str, ...]) -> tuple[str, ...]:
        """The other state of the pair when the actors, or the first among several, are one side of it."""
        own = states_of(actors)
        for pair in pairs or (self.dyad, self.joint):
            if len(pair) == 2 and len(set(own) & set(pair)) == 1 and own[0] in pair:
                return tuple(s for s in pair if s not in own)
        return ()

    def dealt(self, actors: tuple[str, ...], targets: tuple[str, ...], kind: str, named: bool = True) -> None:
        """Keep who the text told to have acted on whom (`named`: in so many words), and the act's type."""
        by, on = states_of(actors), states_of(targets)
        if by and (on or kind in _FORCEFUL) and (set(by) != set(on) or len(by) > 1):
            self.dealings = [*self.dealings, (by, on, kind)][-_REMEMBERED:]
            self.against = (by, on) if named and kind in (*_AGAINST, "CONSULT") else ((), ())
            both = tuple(dict.fromkeys((*by, *on)))
            if kind in _TOGETHER:
                self.here = both if len(both) == 2 and all(map(is_state, both)) else ()

    def last_of(self, kind: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Who acted on whom in the last act of a PLOVER type; empty where none was told."""
        return next(((by, on) for by, on, k in reversed(self.dealings) if k == kind), ((), ()))

    def asked(self, actors: tuple[str, ...]) -> tuple[str, ...]:
        """Who last demanded something of the actors or blamed them, to whom they answer now."""
        own = states_of(actors)
        for by, on, kind in reversed(self.dealings[-2:]):
            if kind in _ASKING and on == own and not set(by) & set(own):
                return by
        return ()

    def last_partner(self, actors: tuple[str, ...], kind: str | None = None) -> tuple[str, ...]:
        """The other side of the last act in which the actors had a part.

        Of an attack in which they had none, the attacker where they act against somebody, else the one
        attacked; () where there is neither. `kind` is the PLOVER type of what they do now.
        """
        own = set(states_of(actors))
        forceful = [d for d in self.dealings[-3:] if d[2] in _FORCEFUL]
        if forceful and kind is not None:
            by, on, _ = forceful[-1]
            if not own & {*by, *on}:
                return by if kind in _AGAINST else on if kind in ("AID", "SUPPORT") else ()
        for by, on, _ in reversed(self.dealings):
            others = tuple(s for s in dict.fromkeys((*by, *on)) if s not in own and s not in _PLACES)
            if own & {*by, *on} and others:
                return others if len(others) < 3 else ()
        return ()

    def acted_on(self, actors: tuple[str, ...], kind: str | None) -> tuple[str, ...]:
        """Whom the sentence told the actors to have acted against before: 艦隊を奇襲し、宣戦布告した."""
        (by, on), own = self.against, set(states_of(actors))
        return on if kind in _AGAINST and by and set(by) == own and not own & set(on) else ()

    def attacked(self, actors: tuple[str, ...], kind: str | None) -> tuple[str, ...]:
        """Whom the actors attacked before, where they attack, seize or withdraw again."""
        own = set(states_of(actors))
        before = (d for d in reversed(self.dealings) if d[2] == "ASSAULT" and set(d[0]) == own)
        return next((on for _, on, _ in before if not own & set(on)), ()) if kind in _AGAIN else ()

    def last_other(self, actors: tuple[str, ...], here: list[str]) -> tuple[str, ...]:
        """The state spoken of last that is not the actors' own: in the sentence (`here`), else before it."""
        own = set(states_of(actors))
        spoken = (*reversed(here), *reversed(self.spoken))
        return next(((s,) for s in spoken if s not in own and s not in _PLACES), ())


def spoken_of(mentions: list[Mention]) -> list[str]:
    """The states and alliances that mentions name other than in passing, in text order.

    A territory (コソボ) is named as one where somebody acts for it: コソボのクルティ首相, コソボ側.
    """
    acting = [m for m in mentions if m.kind in _STATE_KINDS and m.role != "aside"]
    named = ((s, m.kind) for m in acting for s in states_of(m.actors))
    return [s for s, k in named if (s.isupper() and len(s) in (3, 4)) or (is_state(s) and k in _ACTING_KINDS)]


def namings(mentions: list[Mention], text: str, base: int, sentence: int) -> list[Naming]:
    """The states that the mentions of a sentence name, in text order; `text` begins at `base`."""
    found: list[Naming] = []
    for mention in mentions:
        if mention.kind not in _STATE_KINDS:
            continue
        phrase = _PHRASE.match(text, mention.end - base)
        kind = "aside" if mention.role == "aside" else mention.kind
        states = states_of(mention.actors)
        together = states if len(states) > 2 else ()
        for state in states:
            particle = phrase[1] if phrase else ""
            found.append(Naming(state, mention.start, sentence, len(found), kind, particle, together))
    return found
