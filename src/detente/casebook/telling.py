"""A passage that tells of an event, with what is needed to compare it with others worked out once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from detente.casebook.likeness import content, script
from detente.coding.dates.edtf import bounds
from detente.findings import Event


@dataclass(frozen=True, slots=True, eq=False)
class Telling:
    """An event with its parts.

    Parameters
    ----------
    id : of the event.
    first, last : the bounds of its date, both inclusive; None where open or undated.
    sides : the states and organisations that take part, whoever acts.
    doers : those of them that act.
    agents : the people and organs named ("RUS/Putin").
    words : content words of the passage, `scripts` what they are written in; `names` : those of the
        actors; `own_words` : the words without the names.
    """

    event: Event
    id: str
    first: date | None
    last: date | None
    sides: frozenset[str]
    doers: frozenset[str]
    agents: frozenset[str]
    words: frozenset[str]
    scripts: frozenset[str]
    names: frozenset[str]
    own_words: frozenset[str]

    @property
    def earliest(self) -> date:
        """The first day, an open or unknown beginning counting as the beginning of time."""
        return self.first or date.min

    @property
    def latest(self) -> date:
        """The last day, an open or unknown end counting as the end of time."""
        return self.last or date.max

    @property
    def place(self) -> tuple[str, int, int, str]:
        """Document and place, for a fixed order."""
        return self.event.document, self.event.start, self.event.end, self.id


def telling(event: Event) -> Telling:
    """The parts of an event."""
    first, last = bounds(event.date) if event.date else (None, None)
    everyone = (*event.actors, *event.targets)
    words = content(event.quote)
    names = frozenset(word for actor in everyone for word in content(actor))
    return Telling(
        event,
        event.id,
        first,
        last,
        frozenset(map(state_of, everyone)),
        frozenset(map(state_of, event.actors)),
        frozenset(actor for actor in everyone if "/" in actor),
        words,
        frozenset(map(script, words)),
        names,
        words - names,
    )


def state_of(actor: str) -> str:
    """The state or organisation of an actor: "RUS" for "RUS/Putin"."""
    return actor.partition("/")[0]


def several(text: str) -> tuple[str, ...]:
    """The actors of a field that holds one or several: "USA+GBR", "RUS/Putin, USA/Bush"."""
    return tuple(code.strip() for code in re.split("[+,、]", text) if code.strip())
