"""Grouping the tellings of events: the same as comparing every passage with every other."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from detente.casebook.grouping import grouped
from detente.casebook.merging import fit
from detente.casebook.telling import Telling, telling
from detente.findings import Event

WORDS = ("条約", "署名", "会談", "鉄鋼", "査察", "treaty", "summit", "steel", "vote")
DATES = (None, "2002-05-24", "2002-05", "2002-05-25", "2002", "2002-05-24/2002-05-26", "../2002-06")


@st.composite
def blocks(draw: st.DrawFn) -> list[Telling]:
    told = []
    for _ in range(draw(st.integers(0, 14))):
        words = draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=3))
        start = draw(st.integers(0, 200))
        quote = "、".join(words)
        event = Event(
            document=draw(st.sampled_from("ab")) * 64,
            start=start,
            end=start + len(quote),
            quote=quote,
            date=draw(st.sampled_from(DATES)),
            actors=(draw(st.sampled_from(("RUS/Putin", "RUS/Ivanov", "RUS"))),),
            targets=("USA",),
            issue=draw(st.sampled_from(("iraq", "trade"))),
            plover="CONSULT",
        )
        told.append(telling(event))
    return sorted({one.id: one for one in told}.values(), key=lambda t: t.place)


def slowly(block: list[Telling]) -> list[list[str]]:
    """Every passage against every passage of every group that it could go to."""
    groups: list[list[Telling]] = []
    dated = sorted((t for t in block if t.event.date), key=lambda t: (t.earliest, t.place))
    for one in [*dated, *(t for t in block if not t.event.date)]:
        best: tuple[float, list[Telling]] | None = None
        for group in groups:
            strengths = [_strength(other, one) for other in group]
            if all(s is not None for s in strengths) and (
                best is None or max(s for s in strengths if s is not None) > best[0]
            ):
                best = max(s for s in strengths if s is not None), group
        if best:
            best[1].append(one)
        else:
            groups.append([one])
    return [[one.id for one in group] for group in groups]


def _strength(other: Telling, one: Telling) -> float | None:
    a, b = other.event, one.event
    if a.document == b.document and a.start < b.end and b.start < a.end:
        return None
    found = fit(other, one)
    return None if found is None else found[1] or 0.0


@settings(max_examples=150, deadline=None)
@given(blocks())
def test_grouping_is_what_comparing_everything_gives(block: list[Telling]) -> None:
    fast = [[one.id for one in group.tellings] for group in grouped(block)]
    assert sorted(map(sorted, fast)) == sorted(map(sorted, slowly(block)))


def test_passages_that_say_the_same_are_compared_once() -> None:
    quote = "プーチン大統領はブッシュ大統領と会談し協力を確認した"
    events = [
        Event(document="d" * 64, start=i, end=i + len(quote), quote=quote, actors=("RUS",), targets=("USA",))
        for i in random.Random(1).sample(range(0, 400_000, 100), 3000)
    ]
    (group,) = grouped(sorted(map(telling, events), key=lambda t: t.place))
    assert len(group.tellings) == 3000
    assert len(group.sayings) == 1
