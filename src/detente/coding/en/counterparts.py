"""Whom somebody deals with where the text does not say it: each state spoken of, weighed by its place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml

from detente.coding.codes import is_state, states_of
from detente.coding.en.act import Act
from detente.coding.en.actors import Cast
from detente.coding.en.memory import Memory, Named
from detente.coding.salience import heaviest

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
OBJECTS = frozenset({"dobj", "pobj", "dative", "nsubjpass"})
CLAUSES = frozenset({"conj", "advcl", "relcl", "parataxis"})
RECENT = 4  # acts told before in which two have had to do with each other
FAR = 5  # sentences after which a naming is no farther


@lru_cache(maxsize=1)
def _weights() -> dict[str, dict[str, float]]:
    """The weights of the signs for either side."""
    raw = files("detente.coding").joinpath("codebooks", "en", "salience.yaml").read_text("utf-8")
    return dict(yaml.load(raw, Loader=_LOADER))


def other_side(act: Act, codes: tuple[str, ...], cast: Cast) -> tuple[str, ...]:
    """With whom `codes` have to do in an act that leaves it unsaid, or ().

    The other of the text's pair, unless the paragraph is about other states; else whom the paragraph told
    them to deal with last; else the state for which most speaks. No one is held to have attacked who was
    merely named.
    """
    own, memory = states_of(codes), cast.memory
    story, pair = memory.story, memory.dyad
    paired = tuple(state for state in pair if state not in own) if len(own) == 1 and own[0] in pair else ()
    if len(paired) == 1 and (paired[0] in story.named or not story.last_other(own)):
        return paired
    if act.actors and not act.entry.joint and (opposed := story.opposed(own, act.entry.plover)):
        return opposed
    if partner := story.partner(own):
        return partner
    if not act.actors and (act.entry.joint or act.entry.plover == "ASSAULT" or len(own) > 1):
        return paired
    return most_likely(cast, act.at, own, "bearer" if act.actors else "doer") or paired


def most_likely(cast: Cast, at: int, own: Sequence[str], side: str) -> tuple[str, ...]:
    """The state that most likely bears what `own` do by the word `at`, or does it to them; () without any.

    `side` is "bearer" or "doer".
    """
    memory = cast.memory
    spoken_of = states_of([*(code for n in memory.past for code in n.codes), *memory.dyad])
    bodies = len(own) < 2  # what two say together, they do not say of a council that was named
    others = [s for s in spoken_of if s not in own and (is_state(s) or (bodies and s.isupper()))]
    signs = ((state, _signs(cast, at, state, own)) for state in others)
    most = heaviest(signs, _weights()[side])
    return () if most is None else (most,)


def _signs(cast: Cast, at: int, state: str, own: Sequence[str]) -> Iterator[tuple[str, float]]:
    """What speaks for a state, or against it, with its measure."""
    memory = cast.memory
    named = [n for n in memory.past if state in states_of(n.codes)]
    yield from _named(memory, state, own)
    if named:
        yield from _last_named(memory, named, at)
    recent = (n for n in reversed(memory.before(at)) if not n.aside)
    order = list(dict.fromkeys(s for n in recent for s in states_of(n.codes) if s not in own))
    if state in order:
        yield "near", 1.0 / (1 + order.index(state))
    here = [n for n in named if n.place[0] == memory.sentence and not n.aside]
    yield from _here(cast, at, here)
    told = memory.story.dealings
    if any(set(own) & set(d.both) and state in d.both for d in told[-RECENT:]):
        yield "partner", 1.0
    if state in states_of(memory.doers):
        yield "did_last", 1.0
    if told and state in told[-1].by and set(own) & set(told[-1].on):
        yield "bore_theirs", 1.0


def _named(memory: Memory, state: str, own: Sequence[str]) -> Iterator[tuple[str, float]]:
    """How often the text names a state, and where first."""
    counts = Counter(s for n in memory.past if not n.aside for s in states_of(n.codes) if s not in own)
    if counts and counts[state] == max(counts.values()):
        yield "most", 1.0
    if next(iter(counts), "") == state:
        yield "first", 1.0
    if not is_state(state):
        yield "body", 1.0
    if state in memory.dyad:
        yield "pair", 1.0
    if state in memory.story.named:
        yield "paragraph", 1.0


def _last_named(memory: Memory, named: list[Named], at: int) -> Iterator[tuple[str, float]]:
    """Where and as what a state was named last before the act, or first in its sentence after it."""
    here = (memory.sentence, at)
    before = [n for n in named if n.place < here]
    last = before[-1] if before else named[0]
    yield "far", min(memory.sentence - last.place[0], FAR) / FAR
    if last.kind in ("person", "organ"):
        yield last.kind, 1.0
    if last.kind == "place":
        yield "town", 1.0
    if memory.sentence - last.place[0] == 1 and last.subject:
        yield "topic", 1.0


def _here(cast: Cast, at: int, here: list[Named]) -> Iterator[tuple[str, float]]:
    """How the sentence of an act names a state."""
    if not here:
        return
    tree = cast.tree
    under = set(tree.subtree(at))
    tops = [n.place[1] for n in here]
    if any(top < at for top in tops):
        yield "before", 1.0
    if any(top > at for top in tops):
        yield "after", 1.0
    if any(top in under for top in tops):
        yield "under", 1.0
    if not under.isdisjoint(tops) and not set(tree.subtree(at, CLAUSES)).isdisjoint(tops):
        yield "inside", 1.0
    if any(n.dep in OBJECTS and n.place[1] in under for n in here):
        yield "object", 1.0
    if any(n.subject and n.place[1] < at for n in here):
        yield "subject", 1.0
    if any(n.subject and tree.heads[n.place[1]] in set(tree.up(at)) for n in here):
        yield "over", 1.0
