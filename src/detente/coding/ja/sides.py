"""Both sides of an act, and what each rests on."""

from __future__ import annotations

from dataclasses import dataclass

from detente.coding.codes import states_of


@dataclass(frozen=True, slots=True)
class Sides:
    """Who acts on whom; `actor_how`/`target_how` say what that rests on.

    `agentive` is true where somebody acts whose state the text does not tell (地元の住民, 某高官).
    """

    actors: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    actor_how: str = "none"
    target_how: str = "none"
    agentive: bool = False

    @property
    def explicit(self) -> bool:
        """Whether the text names an actor at the act itself."""
        return self.actor_how not in ("none", "before", "dyad", "other")


def others(found: tuple[str, ...], own: set[str]) -> tuple[str, ...]:
    """The states of actors that are not their own."""
    return tuple(s for s in states_of(found) if s not in own)
