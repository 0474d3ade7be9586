"""A named actor found in a text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text that names one or several actors.

    Parameters
    ----------
    start, end : code points, half-open, into the text that was searched.
    actors : codes as in `findings.Event`: ("USA",), ("RUS/Putin",), ("RUS", "USA") for 露米.
        Empty for a person, organ or group whose state the text alone does not tell.
    kind : state, joint (several states in one word), person, organ (ministry, army, parliament),
        organisation (UNSC, NATO), group (West, G8 members), place (a city or region of a state),
        demonym (Russian, 米側), press (a newspaper or agency), anaphor (両国, the two sides: takes up
        actors named before, itself names none).
    role : the office or role in English ("president", "foreign minister"), "object" for a state that
        a prefix makes the object (対米, 訪露, anti-American), or None.
    name : the agent's name in English without its state ("Putin", "Ministry of Defence"), or None.
    """

    start: int
    end: int
    actors: tuple[str, ...]
    kind: str
    role: str | None = None
    name: str | None = None
