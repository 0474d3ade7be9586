"""The condition that a text states for what it foresees: 〜すれば, その際, 変化の要因となりうるのは…."""

from __future__ import annotations

from collections.abc import Iterator

from detente.coding.ja.cases import case_over, supposing
from detente.coding.ja.chunks import Chunk
from detente.coding.ja.clauses import Clause
from detente.coding.ja.conditions import bearing_on, condition_span, supposed, viewpoint, worded
from detente.coding.ja.outlook_words import lexicon
from detente.coding.ja.sentence import Unit

_MODAL_PARENTS = frozenset({"成る", "有る", "考え得る", "だ"})


def condition_of(clause: Clause, unit: Unit) -> tuple[int, int] | None:
    """The condition that the text states for a clause: 〜すれば, 〜しない限り, その際."""
    words = lexicon()
    for child in bearing_on(clause):
        real = bool(child.args or child.children or child.lemma == "成る")  # そうなれば
        real = real and child.lemma not in words.asides | words.weighing and not viewpoint(child)
        if (child.link in words.conditions or supposing(child)) and real:
            told = [c.start for c in child.children] if child.lemma == "為る" else []
            return min([child.start, *told]), child.predicate.stop
        if child.link in ("to", "ba") and (supposed(child) or _brings(child, clause)):
            return condition_span(child)[0], child.predicate.stop
    opening = _opening(clause) or case_over(clause)
    if opening is not None:
        return opening.extent, opening.end
    if (factor := _by_factor(clause)) is not None:
        return factor
    above = clause.parent
    if above is not None and clause.relation in ("complement", "quote") and above is not clause:
        found = condition_of(above, unit) if above.lemma in _MODAL_PARENTS else None
        return found or _drawn_in(clause, unit)
    return _drawn_in(clause, unit)


def _brings(child: Clause, clause: Clause) -> bool:
    """単独で主張することになると疑われる可能性がある: と before what may come states a condition."""
    may = clause.marks & {"possible", "hedged", "feared", "predicted"}
    return bool(may) and child.link == "to" and bool(child.args) and "past" not in child.marks


def _opening(clause: Clause) -> Chunk | None:
    """The phrase that sets the case, in the clause or in the first of those that run on into it."""
    own = next((a for a in clause.args if _opens(a)), None)
    if own is not None:
        return own
    before = [c for c in clause.children if c.relation == "chain" and c.link in ("te", "renyo")]
    return _opening(before[0]) if before else None


def _by_factor(clause: Clause) -> tuple[int, int] | None:
    """要因となりうるのは…が弱まることであろう, 要因としては…可能性もある: what would bring it about."""
    if not clause.marks & {"possible", "potential", "hedged", "feared", "predicted"}:
        return None
    chain = [clause, *run_on(clause)]
    told = [c for a in clause.args if not a.topic or a.topic == "も" for c in a.clauses]
    told = [c for c in told if "past" not in c.marks]
    for arg in (a for member in chain for a in member.args):
        if arg.case == "として" and arg.topic and arg.head.norm in lexicon().factors and told:
            return _begin_after(arg, chain), max(c.predicate.stop for c in told)
        if arg.topic and any(_names_factor(inner) for inner in arg.clauses):
            return _begin_after(arg, chain), clause.predicate.stop
    return None


def _begin_after(phrase: Chunk, chain: list[Clause]) -> int:
    """Where the first phrase or predicate of some clauses begins that stands after a phrase."""
    parts = [p for c in chain for p in (*c.args, c.predicate)]
    return min((p.extent for p in parts if p.extent >= phrase.stop), default=phrase.stop)


def _names_factor(clause: Clause) -> bool:
    """要因となりうる(のは)."""
    named = any(a.case in ("と", "に", "が") and a.head.norm in lexicon().factors for a in clause.args)
    return named and clause.link == "nominal" and bool(clause.marks & {"possible", "potential", "hedged"})


def _opens(phrase: Chunk) -> bool:
    """その際, 共和党の出方次第では: a phrase that is a condition by itself."""
    return worded(phrase) in lexicon().openings or (phrase.case == "で" and phrase.text.endswith("次第"))


def _drawn_in(clause: Clause, unit: Unit) -> tuple[int, int] | None:
    """A condition before a pause, though a relative clause stands nearer: 長引けば、予定された会談は…."""
    for other in unit.clauses:
        held = other.parent
        if other.link not in lexicon().conditions or not other.predicate.comma or held is None:
            continue
        under = held.relation in ("relative", "complement", "quote") or held.link in (
            "うえ",
            "上",
            "ため",
            "while",
        )
        inside = held is not clause and under
        if (
            inside
            and clause.start <= held.start
            and other.end <= held.predicate.start <= clause.predicate.start
        ):
            return condition_span(other)[0], other.predicate.stop
    return None


def run_on(clause: Clause) -> Iterator[Clause]:
    """The clauses that run on into a clause, with those that run on into them."""
    for child in clause.children:
        if child.relation == "chain" and child.link in ("te", "renyo"):
            yield child
            yield from run_on(child)
