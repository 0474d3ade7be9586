"""The sides that the rules leave open, settled once all acts of a sentence are found."""

from __future__ import annotations

from dataclasses import dataclass, field

from detente.coding.codes import state_of, states_of
from detente.coding.ja.actors import Actors
from detente.coding.ja.draft import AT_LARGE, Draft
from detente.coding.ja.scene import Scene
from detente.coding.ja.side_choice import Side, chosen
from detente.coding.ja.side_places import Spot, spots
from detente.coding.ja.side_traits import Act, Past, act_of, way_of

_FORCE = ("ASSAULT", "COERCE")
SHORT = 600
"""Letters of a text that names few but those it is about; in longer ones choosing was no better."""


@dataclass(slots=True)
class Settling:
    """Settles the acts of a short text, sentence by sentence; `past` are those settled before."""

    past: list[Past] = field(default_factory=list)

    def take(self, scene: Scene, actors: Actors, acts: list[Draft]) -> None:
        """Give each act of a sentence that lacks a side those that the text speaks for, if any."""
        if len(scene.document.repaired.text) > SHORT:
            return
        found: list[Spot] | None = None
        for draft in sorted(acts, key=lambda d: (d.end, d.start)):
            doers, bearers = states_of(draft.fields["actors"]), states_of(draft.fields["targets"])
            if self.lacks(draft, doers, bearers):
                found = spots(scene.sentence, actors) if found is None else found
                doers, bearers = self.settled(draft, act_of(draft, scene, actors, found, self.past))
            kind = draft.fields["plover"]
            self.past.append(Past(frozenset(doers), frozenset(bearers), kind, scene.number))

    def lacks(self, draft: Draft, doers: Side, bearers: Side) -> bool:
        """Whether a side of an act is to be settled."""
        return not (doers and bearers) and not _left_open(draft, doers)

    def settled(self, draft: Draft, act: Act) -> tuple[Side, Side]:
        """The sides of an act, written into its draft where they are not those that the rules name."""
        doers, bearers = chosen(act)
        told = *draft.fields["actors"], *draft.fields["targets"]
        for name, side in (("actors", doers), ("targets", bearers)):
            if set(side) != set(states_of(draft.fields[name])):
                draft.fields[name] = _named(side, told)
        return doers, bearers


def _left_open(draft: Draft, doers: Side) -> bool:
    """Whether the open side of an act stays open.

    That is so of an election, of a conference of many, of what falls on a group that is no state, and of an
    attack: nobody is held to have attacked for want of another.
    """
    kind = draft.fields["plover"]
    inward = kind == "NONE" and way_of(draft) not in ("conduct", "unlisted")
    unclaimed = kind in _FORCE and not doers
    return inward or unclaimed or draft.basis == AT_LARGE or draft.basis[1] == "group"


def _named(side: Side, told: tuple[str, ...]) -> tuple[str, ...]:
    """States with the offices that the rules name for them on either side."""
    return tuple(next((a for a in told if state_of(a) == s), s) for s in side)
