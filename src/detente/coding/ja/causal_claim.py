"""How a causal claim is made of a cause and of the clause that states the effect."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from detente.coding.ja.causal_lexicon import lexicon
from detente.coding.ja.chunks import Chunk
from detente.coding.ja.clauses import Clause
from detente.coding.ja.draft import Draft

HEDGES = frozenset({"hedged", "possible", "feared", "predicted", "unlikely", "reported"})
HAPPENING = frozenset({"有る", "成る", "為る", "だ", "居る"})


def claim(
    clause: Clause,
    cause: tuple[int, int] | None,
    effect: tuple[int, int],
    sign: str,
    confidence: float,
    rule: str,
) -> Draft:
    """A claim over cause and effect; hedges and negation come from the clause that states the effect."""
    start = min(effect[0], cause[0]) if cause else effect[0]
    end = max(effect[1], cause[1]) if cause else effect[1]
    if cause is not None and effect[0] <= cause[0] and cause[1] < effect[1]:
        effect = (cause[1], effect[1])  # what is said after the cause, not the cause again
    fields = {
        "cause_span": cause,
        "effect_span": effect,
        "sign": sign,
        "hedged": bool(scope(clause) & HEDGES) or _opinion(clause),
        "negated": clause.negative or denied(clause),
    }
    return Draft("causal_claim", start, end, confidence, f"ja.causal.{rule}", fields)


def given(effect: Clause, cause: tuple[int, int], confidence: float, rule: str) -> Draft:
    """A claim by connective: what does not come about because of the cause has the sign "-"."""
    effect = _told_whole(effect)
    kept_off = effect.negative or denied(effect) or "unlikely" in effect.marks
    lowered = kept_off != lowers(effect)
    draft = claim(
        effect,
        cause,
        (max(cause[1], effect.start), _results_end(effect)),
        "-" if lowered else "+",
        confidence,
        rule,
    )
    draft.fields["negated"] = False
    if draft.end > effect.end:
        draft.fields["first_end"] = effect.end
    return draft


def _told_whole(effect: Clause) -> Clause:
    """一瞬にして失われた: a manner that is told by a clause of its own belongs to the clause after it."""
    above = effect.parent
    manner = effect.lemma == "為る" and effect.link == "te" and effect.argument("を", "と") is None
    return above if manner and above is not None and effect.relation == "chain" else effect


def _results_end(effect: Clause) -> int:
    """命が失われ、街は廃墟と化した: two results of one cause, each of a thing of its own."""
    above = effect.parent
    if above is None or effect.link != "renyo" or effect.relation != "chain" or above.relation != "chain":
        return effect.end
    own = above.bare_subject
    return above.end if own is not None and own.start > effect.end else effect.end


def lowers(clause: Clause) -> bool:
    """Whether something lessens, stops or becomes hard: 緩和された, 難航した, 困難となる."""
    words = lexicon()
    sign = words.verbs.get(clause.lemma, ("", False))[0]
    if clause.lemma in words.lowered or (sign == "-" and clause.passive):
        return True
    turned = [
        *(a.head.norm for a in clause.args if a.case in ("と", "に")),
        *(a.head.norm for a in clause.adverbs),
    ]
    return clause.lemma in ("成る", "為る") and any(word in words.hard for word in turned)


def with_fields(draft: Draft, **fields: Any) -> Draft:
    return replace(draft, fields={**draft.fields, **fields})


def scope(clause: Clause) -> frozenset[str]:
    """The marks of a clause and of the clauses in whose complement or modifier it stands."""
    marks: frozenset[str] = clause.marks
    current = clause
    while current.parent is not None and current.relation != "chain":
        current = current.parent
        marks |= current.marks - {"negative", "past"}
    while current.parent is not None and current.relation == "chain" and current.link in ("renyo", "te"):
        current = current.parent
        marks |= current.marks & HEDGES
    return marks


def _opinion(clause: Clause) -> bool:
    """〜との見方, 〜との認識: put in somebody's mouth, not asserted by the author."""
    while clause.relation == "chain" and clause.link in ("renyo", "te") and clause.parent is not None:
        clause = clause.parent
    said = clause.relation == "quote" and clause.modified is not None
    return said and clause.modified is not None and clause.modified.head.norm in lexicon().opinions


def denied(clause: Clause) -> bool:
    """〜させるものとはならなかった, 〜することもなかった: the denial stands on the clause above."""
    above = clause.parent
    light = above is not None and above.lemma in HAPPENING and above.negative
    return light and clause.relation == "complement"


def span(chunk: Chunk) -> tuple[int, int]:
    return chunk.extent, chunk.end


def place_of(cause: Chunk, clause: Clause) -> tuple[int, int]:
    """A cause without the clause on its effect where that modifies it: 緊張をもたらした(事件)."""
    within = cause.extent <= clause.start and clause.end <= cause.start
    return (cause.start, cause.end) if within else span(cause)


def whole(clause: Clause) -> tuple[int, int]:
    return clause.start, clause.end


def subject(clause: Clause) -> Chunk | None:
    """The phrase that the clause says something of: its が, its own は, what it modifies, its topic."""
    own = clause.argument("が") or next((a for a in clause.args if a.topic and a.case == ""), None)
    if own is not None:
        return own
    if clause.relation == "relative" and clause.modified is not None:
        return clause.modified
    if clause.relation in ("complement", "quote") and clause.parent is not None:
        above = subject(clause.parent)
        if above is not None and clause in above.clauses:  # 関係を動揺させたのがイラク問題だ
            return clause.parent.predicate if clause.parent.lemma == "だ" else None
        return above
    return clause.topic
