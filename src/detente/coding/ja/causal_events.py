"""Causal claims in what happens after what: results told in one breath, replies, triggers, vain efforts."""

from __future__ import annotations

from collections.abc import Iterator

from detente.coding.ja.causal_claim import (
    HAPPENING,
    claim,
    given,
    place_of,
    span,
    subject,
    whole,
    with_fields,
)
from detente.coding.ja.causal_lexicon import lexicon
from detente.coding.ja.chunks import PREDICATE, Chunk
from detente.coding.ja.clauses import Clause
from detente.coding.ja.draft import Draft
from detente.coding.ja.rules import IsActor
from detente.coding.ja.sentence import Unit

_REPLYING = ("対して", "応じて", "応えて")
_UNMOVED = frozenset({"受ける", "配慮する", "考慮する", "勘案する", "反映する", "鑑みる"})
_BUT = ("ga", "monono", "もの")
_BESIDE = frozenset(
    {
        "示す",
        "意味する",
        "含む",
        "対象とする",
        "象徴する",
        "有する",
        "持つ",
        "占める",
        "受ける",
        "迎える",
        "物語る",
    }
)


def by_deed(clause: Clause, unit: Unit, is_actor: IsActor) -> Iterator[Draft]:
    """威圧は隣国を米国の側に押しやっている: what is done by a happening rather than by an actor."""
    if clause.passive or clause.relation == "relative":
        return
    cause, effect = subject(clause), clause.argument("を")
    if cause is None or effect is None or cause is effect:
        return
    if clause.lemma in lexicon().verbs or clause.lemma in _BESIDE or not _happens(cause) or is_actor(cause):
        return
    if "causative" in clause.marks or clause.lemma in lexicon().sayings or clause.lemma in HAPPENING:
        return
    yield claim(clause, place_of(cause, clause), (effect.extent, clause.end), "+", 0.4, "deed")


def _happens(phrase: Chunk) -> bool:
    if phrase.temporal or phrase.kind == PREDICATE:
        return False
    named = phrase.head.verbal_noun or phrase.head.norm in lexicon().happenings
    return named and phrase.head.norm not in lexicon().meetings and bool(phrase.mods or phrase.clauses)


def by_result(clause: Clause, unit: Unit, is_actor: IsActor) -> Iterator[Draft]:
    """相互依存が進み、安定をもたらした: the clause before is what brings it about."""
    found = lexicon().verbs.get(clause.lemma)
    own = clause.bare_subject is not None
    if found is None or not found[1] or own or clause.passive:
        return
    before = [c for c in clause.children if c.relation == "chain" and c.link in ("renyo", "te")]
    effect = clause.argument("を") or clause.argument("に")
    if not before or effect is None:
        return
    cause = subject(before[-1])
    if cause is None or is_actor(cause):
        return
    yield claim(clause, whole(before[-1]), (effect.extent, clause.end), found[0], 0.6, "result")


def by_reply(clause: Clause, unit: Unit, is_actor: IsActor) -> Iterator[Draft]:
    """投資の要請に対して配慮した, 要請に応じて派遣した: an act in answer to an act."""
    for phrase in clause.args:
        if phrase.case not in _REPLYING or phrase.adnominal or is_actor(phrase) or phrase.topic:
            continue
        if phrase.head.norm in lexicon().provoking and clause.lemma not in lexicon().judging:
            yield given(clause, span(phrase), 0.6, "reply")


def by_offence(clause: Clause, unit: Unit, is_actor: IsActor) -> Iterator[Draft]:
    """ミサイルを導入したトルコに対し、制裁を発動した: what somebody did is why he is punished."""
    against = clause.argument("対して", "に")
    if against is None or not is_actor(against) or not _punishes(clause):
        return
    for told in against.clauses:
        if "past" in told.marks or "progressive" in told.marks:
            yield given(clause, (told.start, against.end), 0.6, "offence")


def _punishes(clause: Clause) -> bool:
    means = clause.argument("を")
    punishing = lexicon().punishing
    return clause.lemma in punishing or (means is not None and means.head.norm in punishing)


def by_indignation(clause: Clause, unit: Unit, is_actor: IsActor) -> Iterator[Draft]:
    """処刑に反発した群衆が大使館を襲撃した: what those who act had been stirred by."""
    above = clause.parent
    cases = lexicon().uptake.get(clause.lemma)
    if clause.relation != "relative" or above is None or cases is None or clause.lemma in _UNMOVED:
        return
    cue = clause.argument(*cases)
    doer = above.argument("が") or next((a for a in above.args if a.topic and a.case == ""), None)
    stirred = doer is not None and any(clause in part.clauses for part in (doer, *doer.mods))
    if cue is not None and stirred and not is_actor(cue):
        yield given(above, (cue.extent, clause.end), 0.6, "uptake")


def by_trigger(clause: Clause, unit: Unit, is_actor: IsActor) -> Iterator[Draft]:
    """船が集結すると、外務省は抗議した: two doers, and the second acts when the first has."""
    effect = clause.parent
    if effect is None or clause.relation != "chain" or clause.link != "to" or not _told_as_past(effect):
        return
    doers = [clause.bare_subject, effect.bare_subject]
    if None not in doers and doers[0] is not doers[1] and clause.lemma not in lexicon().asides:
        yield given(effect, whole(clause), 0.5, "trigger")


def _told_as_past(clause: Clause) -> bool:
    """連日抗議し、撤去を求めた: a clause that runs on has the tense of the one it runs into."""
    while clause.link in ("renyo", "te") and clause.parent is not None and clause.relation == "chain":
        clause = clause.parent
    return "past" in clause.marks


def by_vain(clause: Clause, unit: Unit, is_actor: IsActor) -> Iterator[Draft]:
    """提案があったが、解決には至らなかった: what was to bring it about did not."""
    effect = clause.parent
    if effect is None or clause.relation != "chain" or clause.link not in _BUT:
        return
    failed = effect.negative or "unlikely" in effect.marks
    if failed and (effect.lemma in lexicon().achieving):
        yield with_fields(given(effect, whole(clause), 0.5, "vain"), sign="+", negated=True)


def by_state(clause: Clause, unit: Unit, is_actor: IsActor) -> Iterator[Draft]:
    """隔たりが大きく、妥結する見込みは乏しい: a state of things as the ground of a judgement."""
    effect = clause.parent
    if effect is None or clause.relation != "chain" or clause.link != "renyo":
        return
    stative = clause.predicate.tokens[0].pos in ("形容詞", "形状詞") or clause.lemma in HAPPENING
    judged = "unlikely" in effect.marks or effect.lemma in lexicon().hard
    if stative and judged:
        yield given(effect, whole(clause), 0.55, "state")
