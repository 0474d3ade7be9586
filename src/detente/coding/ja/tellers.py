"""Who tells and who is told of, where both stand before: two topics, or a topic and a subject."""

from __future__ import annotations

from detente.coding.ja.chunks import Chunk
from detente.coding.ja.clauses import Clause
from detente.coding.ja.measuring import measure
from detente.coding.ja.openings import acts, agentive
from detente.coding.ja.tokens import QUOTED

_ON = ("renyo", "te")


def set_apart(chunks: list[Chunk], clauses: list[Clause], saying: frozenset[str]) -> None:
    """外相は、米国は合意を破り、制裁を強めていると述べた: 外相は belongs to 述べた, the rest to the words."""
    for said in clauses:
        teller = said.parent
        if said.relation != "quote" or teller is None or teller.lemma not in saying or teller.bare_subject:
            continue
        told = [c for c in teller.children if c.end <= said.start]
        before = [c for c in (*told, *said.children) if c.relation == "chain" and c.link in _ON]
        first = next((c for c in before if _two_topics(c)), None)
        if first is not None:
            _move(first, said, teller, before)
            measure(chunks, clauses)
            said.children.sort(key=lambda c: c.start)


def over_quotation(clause: Clause) -> tuple[Chunk, Chunk] | None:
    """英国防省は、ロシアは「失敗した」と指摘, 報道官は日本が関係悪化の「根源を直視せよ」と述べた.

    Of two subjects before words that are quoted the first says them, the second leads into them; None where
    there is but one.
    """
    words = next((a for a in clause.args if a.case == "と" and a.head.pos == QUOTED), None)
    if words is None or clause.passive:
        return None
    inner: Chunk | None = None
    for arg in reversed(clause.args[: clause.args.index(words)]):
        subject = arg.case == "が" or (arg.topic == "は" and not arg.case)
        if inner is None:
            if not subject and not arg.adnominal:
                return None
            inner = arg if subject else None
        elif arg.topic == "は" and not arg.case and not arg.temporal and acts(arg):
            return arg, inner
    return None


def hand_down(chunks: list[Chunk], clauses: list[Clause], saying: frozenset[str]) -> None:
    """外相は、大使が島をめぐり、政府を批判したことに反論した: 大使 belongs to what is spoken of."""
    for clause in clauses:
        thing = next((a for a in clause.args if a.text == "こと" and a.clauses), None)
        teller = next(filter(agentive, _topics(clause)), None)
        if thing is None or clause.lemma not in saying or teller is None:
            continue
        at, told = clause.args.index(thing), thing.clauses[-1]
        doer = next((n for n, a in enumerate(clause.args[:at]) if a.case == "が" and agentive(a)), None)
        if doer is None or told.bare_subject is not None or clause.args.index(teller) > doer:
            continue
        told.args = [*clause.args[doer:at], *told.args]
        clause.args = [*clause.args[:doer], *clause.args[at:]]
        measure(chunks, clauses)


def _topics(clause: Clause) -> list[Chunk]:
    return [a for a in clause.args if a.topic == "は" and not a.case and not a.temporal]


def _two_topics(clause: Clause) -> bool:
    """Whether the second topic is no object: 首相は放出は基準に合致し, but not 首相は訪問は取りやめ."""
    topics = _topics(clause)
    if len(topics) < 2 or not acts(topics[0]):
        return False
    return agentive(topics[1]) or clause.argument("を", "に") is not None


def _move(first: Clause, said: Clause, teller: Clause, before: list[Clause]) -> None:
    outer, inner = _topics(first)[:2]
    told_by = [a for a in first.args if a.start < inner.extent]
    first.args = [a for a in first.args if a not in told_by]
    teller.args = [*told_by, *teller.args]
    first.topic, teller.topic = inner, outer
    for clause in before[before.index(first) :]:
        if clause.parent is said:
            continue
        teller.children.remove(clause)
        clause.parent = said
        said.children.append(clause)
