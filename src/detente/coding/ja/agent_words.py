"""Which nouns can act: offices and bodies, the words that take up an actor, their English names."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from detente.coding.ja.lexicon import table

_COUNTED = re.compile(r"[0-9０-９一二三四五六七八九十百千数]+(?:人|名|隻|機|両|台|社|団体)(?:余り|以上)?$")


class Lists(NamedTuple):
    """The word lists of agents.yaml."""

    agents: frozenset[str]
    joint: frozenset[str]
    same_state: frozenset[str]
    same_person: frozenset[str]
    same_organ: frozenset[str]
    english: dict[str, str]


@lru_cache(maxsize=1)
def lists() -> Lists:
    """The word lists that say which nouns can act."""
    data = table("agents")
    sets = {k: frozenset(str(data[k]).split()) for k in data if k != "english"}
    return Lists(
        sets["offices"] | sets["bodies"], sets["joint"], sets["same_state"], sets["same_person"],
        sets["same_organ"], dict(data["english"]),
    )  # fmt: skip


@lru_cache(maxsize=4096)
def agent_noun(text: str) -> str | None:
    """The longest agent noun at the end of a compound, at least half of it or preceded by a name."""
    text, agents = _COUNTED.sub("", text), lists().agents
    for at in range(max(0, len(text) - 8), len(text)):
        if text[at:] in agents:
            return text[at:]
    return None


def labelled(actors: tuple[str, ...], agent: str) -> tuple[str, ...]:
    """Actors with the English name of the office or body that a noun says they act as."""
    if agent in ("側", "国", "諸国", "両国", ""):
        return actors
    english = lists().english.get(agent, agent)
    return tuple(a if "/" in a else f"{a}/{english}" for a in actors)
