"""What somebody says, and what saying it does: praise, criticism, offer, demand, refusal, threat."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from detente.coding.ja.heads import verb_key
from detente.coding.ja.lexicon import table


class Cues(NamedTuple):
    """Word lists of statements.yaml, compiled."""

    saying: frozenset[str]
    viewing: frozenset[str]
    nouns: frozenset[str]
    official: frozenset[str]
    acts: tuple[tuple[str, re.Pattern[str]], ...]
    holders: tuple[str, ...]
    feelings: frozenset[str]
    showing: frozenset[str]
    papers: tuple[str, ...]
    asserting: frozenset[str]
    judgements: tuple[str, ...]


@lru_cache(maxsize=1)
def cues() -> Cues:
    """The cues, in the order in which they are tried."""
    data = table("statements")
    keys = {
        name: frozenset(verb_key(w) for w in str(data[name]).split())
        for name in ("saying", "official", "viewing", "showing", "asserting")
    }
    acts = tuple((name, re.compile("|".join(str(words).split()))) for name, words in data["acts"].items())
    return Cues(
        keys["saying"], keys["viewing"], frozenset(str(data["nouns"]).split()), keys["official"], acts,
        tuple(str(data["holders"]).split()),
        frozenset(str(data["feelings"]).split()), keys["showing"],
        tuple(str(data["papers"]).split()), keys["asserting"],
        tuple(str(data["judgements"]).split()),
    )  # fmt: skip


def speech_act(content: str) -> str | None:
    """The PLOVER type of what is said; None where it has no sense between states."""
    for name, pattern in cues().acts:
        if pattern.search(content):
            return name
    return None
