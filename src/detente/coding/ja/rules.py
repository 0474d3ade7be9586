"""What the rules of all kinds are handed beside the clauses."""

from __future__ import annotations

from collections.abc import Callable

from detente.coding.ja.chunks import Chunk

IsActor = Callable[[Chunk], bool]
