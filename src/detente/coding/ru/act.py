"""One act that a sentence reports."""

from __future__ import annotations

from dataclasses import dataclass

from detente.coding.codebook import Entry
from detente.coding.ru.modality import Mode


@dataclass(frozen=True, slots=True)
class Act:
    """One act: the word that reports it, the light verb over it (else the word itself), its two sides.

    `heads` are the words that name the sides; `aimed` where one of them names the target.
    """

    at: int
    verb: int
    entry: Entry
    type: str
    actors: tuple[str, ...]
    targets: tuple[str, ...]
    heads: tuple[int, ...]
    mode: Mode
    aimed: bool = False
