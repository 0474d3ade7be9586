"""Who tells and who is told of, where both stand before: two topics, or a topic and a subject."""

from __future__ import annotations

from detente.coding.ja.chunks import Chunk
from detente.coding.ja.clauses import Clause
from detente.coding.ja.measuring import measure
from detente.coding.ja.openings import agentive

_ON = ("renyo", "te")


def set_apart(chunks: list[Chunk], clauses: list[Clause], saying: frozenset[str]) -> None:
    """外相は、米国は合意を破り、制裁を強めていると述べた: 外相は belongs to 述べた, the rest to the words."""
    for said in clauses:
        teller = said.parent
        if said.relation != "quote" or teller is None or teller.lemma not in saying or teller.bare_subject:
            continue
        before = [
            c for c in teller.children if c.relation == "chain" and c.link in _ON and c.end <= said.start
        ]
        first = next((c for c in before if len(_topics(c)) > 1), None)
        if first is not None:
            _move(first, said, teller, before)
            measure(chunks, clauses)
            said.children.sort(key=lambda c: c.start)


def hand_down(chunks: list[Chunk], clauses: list[Clause], saying: frozenset[str]) -> None:
    """外相は、大使が島をめぐり、政府を批判したことに反論した: 大使 belongs to what is spoken of."""
    for clause in clauses:
        thing = next((a for a in clause.args if a.text == "こと" and a.clauses), None)
        if thing is None or clause.lemma not in saying or not _topics(clause):
            continue
        at, told = clause.args.index(thing), thing.clauses[-1]
        doer = next((n for n, a in enumerate(clause.args[:at]) if a.case == "が" and agentive(a)), None)
        if doer is None or told.bare_subject is not None or clause.args.index(_topics(clause)[0]) > doer:
            continue
        told.args = [*clause.args[doer:at], *told.args]
        clause.args = [*clause.args[:doer], *clause.args[at:]]
        measure(chunks, clauses)


def _topics(clause: Clause) -> list[Chunk]:
    return [a for a in clause.args if a.topic == "は" and not a.case and not a.temporal and agentive(a)]


def _move(first: Clause, said: Clause, teller: Clause, before: list[Clause]) -> None:
    outer, inner = _topics(first)[:2]
    told_by = [a for a in first.args if a.start < inner.extent]
    first.args = [a for a in first.args if a not in told_by]
    teller.args = [*told_by, *teller.args]
    first.topic, teller.topic = inner, outer
    for clause in before[before.index(first) :]:
        teller.children.remove(clause)
        clause.parent = said
        said.children.append(clause)
