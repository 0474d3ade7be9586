"""Words that stand for an actor named before: 両国, 同国, 同氏, 習氏, 大使は."""

from __future__ import annotations

import re

from detente.coding.codes import is_state, states_of
from detente.coding.ja.agent_words import lists
from detente.coding.ja.memory import Memory
from detente.ontology.mention import Mention

_BESIDE = 2
_KATAKANA = re.compile("[ァ-ヴー]+(?:・[ァ-ヴー]+)*")
_OFFICES = re.compile("両(?:大統領|首脳|外相|首相|氏|大臣|者)")


def taken_up(text: str, at: int, mentions: list[Mention], memory: Memory) -> tuple[str, ...] | None:
    """Words that stand for an actor named before: 両国, 同国, 同氏, 同省."""
    known = lists()
    if text in known.first:
        return memory.voice or memory.author or None
    if text in known.joint:
        if _OFFICES.fullmatch(text) and (both := _two_of_office(at, mentions, memory)):
            return both
        before = next((m.actors for m in reversed(mentions) if m.kind == "joint"), ())
        return before or _two_spoken_of(at, mentions, memory)
    if text in known.same_state:
        state = _last_state(at, mentions, memory)
        return (state,) if state else ()
    if text in known.same_person:
        told = memory.topic if memory.topic_age < 2 and memory.people.issuperset(memory.topic) else ()
        return told or ((memory.person,) if memory.person else ())
    if text in known.same_organ:
        return (memory.organ,) if memory.organ else ()
    return None


def _two_of_office(at: int, mentions: list[Mention], memory: Memory) -> tuple[str, ...]:
    """The states of 両外相: of the two named in the sentence or the one before, else the text's."""
    named = [m.actors[0] for m in mentions if m.end <= at and m.kind == "person" and m.actors]
    for told in (named, memory.topic):
        both = states_of(told)
        if len(both) == 2:
            return both
    return () if memory.joint else memory.dyad


def _two_spoken_of(at: int, mentions: list[Mention], memory: Memory) -> tuple[str, ...]:
    """Whom 両国 means; not somebody whom the sentence names beside them (米国は両国に停戦を求めた)."""
    here = {s for m in mentions if m.end <= at for s in states_of(m.actors)}
    pair, most = memory.pair, memory.dyad or memory.likely
    apart = len(most) == 2 and here.isdisjoint(most) and len(here.intersection(pair)) == 1
    return most if apart else pair


def _last_state(at: int, mentions: list[Mention], memory: Memory) -> str:
    """The state that 同国 at `at` takes up: the last one named before it but the subject beside it."""
    named = [m for m in mentions if m.end <= at and m.kind in ("state", "demonym", "organ", "person")]
    if named and at - named[-1].end <= _BESIDE:  # 米国は同国に…
        named.pop()
    states = [s for m in named for s in states_of(m.actors) if len(m.actors) == 1 and is_state(s)]
    return states[-1] if states else memory.state


def by_surname(text: str, title: str, memory: Memory) -> tuple[str, ...]:
    """金総書記, 習氏: the person named before in full whose name begins so."""
    surname = text.removesuffix(title)
    if surname == text:
        return ()
    foreign = _KATAKANA.fullmatch(surname) is not None
    if not 1 <= len(surname) <= (20 if foreign else 3):
        return ()
    given = slice(1, 1 + len(surname)) if len(surname) == 2 else slice(0, 0)  # 正恩氏: 金正恩
    named = [(name, a) for name, a in reversed(memory.named.items()) if "/" in a]
    after = f"・{surname}" if foreign else "/"  # リム・ペトロ: ペトロ氏
    return next(
        ((a,) for name, a in named if name.startswith(surname) or after in name or name[given] == surname),
        (),
    )


def last_such(agent: str, memory: Memory) -> tuple[str, ...]:
    """大使は: the one named before whose name ends in the office or body."""
    if agent in memory.named:
        return (memory.named[agent],)
    for name, actor in reversed(memory.named.items()):
        if name.endswith(agent):
            return (actor,)
    return ()


def sole_such(office: str, memory: Memory) -> tuple[str, ...]:
    """大使は: the one named before with that office, where all named with it are of one state."""
    found = [actor for name, actor in memory.named.items() if name.endswith(office)]
    return (found[-1],) if len({*states_of(tuple(found))}) == 1 else ()
