"""The pieces that the finders match in a text, before they are put together to mentions."""

from __future__ import annotations

from typing import NamedTuple


class Unit(NamedTuple):
    """What one form of the vocabulary stands for.

    Parameters
    ----------
    kind : state, capital, place, demonym, abbreviation, organ, organisation, group, press, person,
        role, anaphor, or block (a longer form that names no actor: "Korean War", 日本海).
    codes : the actors, empty for persons (found by date) and for organs and roles of no state.
    role : the role in English, for roles.
    name : the organ's or body's name in English.
    bare : False where the form needs company: a role or given name for a person, a state for an organ.
    """

    kind: str
    codes: tuple[str, ...] = ()
    role: str = ""
    name: str = ""
    bare: bool = True


class Hit(NamedTuple):
    """A unit found at [start, end) of a text; `form` is its entry in the vocabulary."""

    start: int
    end: int
    unit: Unit
    form: str
