"""Causal claims by how clauses and phrases are joined: reason, ground, purpose, condition."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from detente.coding.ja.causal_claim import (
    HAPPENING,
    HEDGES,
    claim,
    given,
    lowers,
    scope,
    span,
    whole,
    with_fields,
)
from detente.coding.ja.causal_lexicon import lexicon
from detente.coding.ja.chunks import PREDICATE, Chunk
from detente.coding.ja.clauses import Clause
from detente.coding.ja.conditions import condition_span, ruled, supposed, the_more, viewpoint, worded
from detente.coding.ja.draft import Draft
from detente.coding.ja.rules import IsActor
from detente.coding.ja.sentence import Unit
from detente.coding.ja.tokens import QUOTED

_GIVEN = frozenset({"past", "progressive", "passive", "negative", "repeated", "potential"})
_COPULA = "だであったろうるためから為"
_THATS = frozenset({"こと", "事"})


def by_case(clause: Clause, unit: Unit, is_actor: IsActor) -> Iterator[Draft]:
    """〜により, 〜を理由に, 〜を契機に with a noun phrase that is no actor; 〜は〜によるものだ."""
    for phrase in clause.args:
        entry = lexicon().cases.get(phrase.case)
        if entry is None or phrase.adnominal or is_actor(phrase):
            continue
        if phrase.case == "かかわらず":
            yield with_fields(given(clause, span(phrase), 0.6, "concession"), sign="-", negated=True)
            continue
        by_itself = phrase.case != "通じて" or clause.argument("が") is not None
        if by_itself and clause.lemma not in lexicon().differing:
            yield given(clause, span(phrase), entry["confidence"], f"case.{phrase.case}")
    for noun in (*clause.args, clause.predicate):
        yield from _by_modifier(noun, is_actor)
    for phrase in clause.args:
        if phrase.case == "で" and clause.lemma in lexicon().outcomes and _happening(phrase):
            yield given(clause, span(phrase), 0.6, "case.で")
    if clause.lemma == "よる" and clause.args and clause.relation == "chain":
        cause = clause.args[-1]
        draft = claim(clause, span(cause), (cause.extent, clause.end), "+", 0.75, "case.よるもの")
        yield with_fields(draft, effect_span=None)


def _by_modifier(noun: Chunk, is_actor: IsActor) -> Iterator[Draft]:
    """人権状況を理由とする制裁, 判断ミスによる衝突: the cause modifies the noun of its effect."""
    words = lexicon()
    for mod in noun.mods:
        harm = noun.head.norm in words.harms and not is_actor(mod)
        if mod.adnominal and (mod.case == "理由に" or (mod.case == "よって" and harm)):
            fields = {"cause_span": span(mod), "effect_span": (noun.start, noun.end), "sign": "+"}
            draft = Draft("causal_claim", mod.extent, noun.end, 0.6, "ja.causal.modifier", fields)
            yield with_fields(draft, hedged=False, negated=False)


def _happening(phrase: Chunk) -> bool:
    """乱闘で, 協議の停滞で: something that happens, not a place, a time or a meeting."""
    head = phrase.head
    troubled = head.norm == "問題" and bool(phrase.mods or len(phrase.tokens) > 1)  # 国有化問題で冷え込んだ
    named = (
        troubled
        or head.norm in lexicon().happenings
        or (head.verbal_noun and head.norm not in lexicon().meetings)
    )
    return named and not phrase.temporal


def by_motive(clause: Clause, unit: Unit, is_actor: IsActor) -> Iterator[Draft]:
    """〜との懸念から, 〜したことから, 〜の疑いで: a motive or a charge."""
    words = lexicon()
    for phrase in clause.args:
        told = bool(phrase.mods or phrase.clauses)
        motive = phrase.case == "から" and phrase.head.norm in words.fears and told
        motive = motive and (phrase.head.norm not in _THATS or bool(phrase.clauses))
        charge = phrase.case == "で" and phrase.head.norm in words.charges and told
        means = phrase.case == "で" and phrase.head.norm in _THATS and bool(phrase.clauses)
        if motive or charge or (means and clause.lemma not in words.accords):
            rule = "motive" if motive else "charge" if charge else "means"
            yield given(clause, span(phrase), 0.65, rule)
    effect = clause.parent
    this = clause.lemma == "だ" and clause.link == "renyo" and clause.predicate.head.norm in _THATS
    if this and clause.predicate.clauses and effect is not None and effect.lemma not in words.accords:
        yield given(effect, (clause.predicate.extent, clause.end), 0.65, "means")


def by_link(clause: Clause, unit: Unit, is_actor: IsActor) -> Iterator[Draft]:
    """〜ため、〜; 〜ので〜; 〜からである: a clause as the cause of the clause it hangs on."""
    entry = lexicon().links.get(clause.link)
    if entry is None or (effect := ruled(clause)) is None:
        return
    stands = bool(clause.marks & _GIVEN) or clause.lemma in HAPPENING or clause.link not in ("ため", "為")
    stands = stands or clause.predicate.tokens[0].pos in ("形容詞", "形状詞")
    if _is_reason(effect, clause):
        yield _reason_told_last(clause, effect, "+" if stands else _aim(clause))
    elif stands:
        yield given(effect, whole(clause), entry["confidence"], f"link.{clause.link}")
    else:
        draft = given(effect, whole(clause), entry["confidence"] - 0.1, "purpose.ため")
        yield with_fields(draft, sign=_aim(clause))


def _is_reason(above: Clause, clause: Clause) -> bool:
    """〜からだ, 〜ためだ, 〜からにほかならない: the clause above only says that this one is the reason."""
    if above.lemma == "だ" or (above.lemma == "有る" and all(a.end <= clause.start for a in above.args)):
        return above.predicate.start >= clause.end and not above.predicate.text.strip(_COPULA)
    if above.passive and above.lemma in lexicon().weighing and all(a.end <= clause.start for a in above.args):
        return clause.link in ("ため", "為")  # 〜ためとみられる
    other = above.argument("", "に")
    return above.negative and other is not None and other.start >= clause.end and other.head.norm == "他"


def _reason_told_last(clause: Clause, above: Clause, sign: str) -> Draft:
    """AしたのはBからだ: the effect is told before its cause, in the subject or in the sentence before."""
    told = [a for a in above.args if a.end <= clause.start and (a.topic or a.case == "が")]
    effect = told[-1] if told else None
    start = effect.extent if effect is not None else clause.start
    draft = claim(clause, _chained(clause), (start, above.end), sign, 0.85, "link.kara-da")
    named = effect is not None and effect.head.norm not in lexicon().back
    place = span(effect) if named and effect is not None else None
    hedged = draft.fields["hedged"] or bool(scope(above) & HEDGES)
    return with_fields(draft, effect_span=place, negated=False, hedged=hedged)


def _chained(clause: Clause) -> tuple[int, int]:
    """〜とみなしており、〜を求めていたからだ: a reason told in two clauses of one subject is one reason."""
    before = [c for c in clause.children if c.relation == "chain" and c.link in ("renyo", "te")]
    return min([clause.start, *(c.start for c in before)]), clause.end


def _aim(clause: Clause) -> str:
    """The sign of a purpose: "-" where what it speaks of is to be kept from happening."""
    found = lexicon().verbs.get(clause.lemma)
    return "-" if clause.negative or (found is not None and found[0] == "-") else "+"


def by_uptake(clause: Clause, unit: Unit, is_actor: IsActor) -> Iterator[Draft]:
    """〜を受け(て)、〜は〜した; 〜を反映して〜; 〜に反発して〜: an event taken up by an act."""
    effect, cue = clause.parent, clause.argument("を", "に", "対して")
    if effect is None or cue is None or clause.relation != "chain" or clause.link not in ("te", "renyo"):
        return
    cases = lexicon().uptake.get(clause.lemma)
    if clause.passive or cases is None or cue.case not in cases or is_actor(cue):
        return
    told = cue.head.norm in lexicon().pointers or bool(cue.clauses) or clause.lemma != "受ける"
    acts = effect.bare_subject
    another = acts is not None and acts.start > clause.end
    happening = cue.head.verbal_noun or (another and bool(cue.mods))
    if told or ((another or not effect.passive) and happening):
        yield given(effect, (cue.extent, clause.end), 0.65, "uptake")


def by_purpose(clause: Clause, unit: Unit, is_actor: IsActor) -> Iterator[Draft]:
    """〜しないように調整する, 〜するための行動: purpose; not 〜するよう求める, 〜ように見える."""
    modified = clause.modified
    if clause.relation == "relative" and modified is not None and modified.text in ("ため", "為"):
        noun = next((c for c in unit.parse.chunks if modified in c.mods), None)
        if noun is not None and "past" not in clause.marks:
            noun_end = _thing(noun, unit).end
            yield claim(clause, (noun.start, noun_end), whole(clause), _aim(clause), 0.6, "purpose.ための")
        return
    effect = clause.parent
    if effect is not None and "obligation" in clause.marks and _meant(clause, unit):
        draft = claim(effect, whole(clause), (clause.start, effect.end), "+", 0.65, "purpose.べく")
        yield with_fields(draft, sign=_aim(clause), negated=False)
        return
    if clause.link != "you" or effect is None or "past" in clause.marks:
        return
    asked = effect.argument("に", "対して") is not None or effect.lemma in lexicon().requests
    if asked or effect.argument("を") is None:
        return
    draft = claim(effect, whole(clause), (clause.start, effect.end), "+", 0.5, "purpose.よう")
    yield with_fields(draft, sign=_aim(clause), negated=False)


def _thing(noun: Chunk, unit: Unit) -> Chunk:
    """結ぶための新しい道, 守るための56の行動: the thing itself, behind an adjective or a number."""
    only_word = noun.kind == PREDICATE or noun.tokens[0].sub == "数詞"
    over = (c for c in unit.parse.chunks if noun in c.mods or any(k.predicate is noun for k in c.clauses))
    return next(over, noun) if only_word else noun


def by_condition(clause: Clause, unit: Unit, is_actor: IsActor) -> Iterator[Draft]:
    """〜すれば〜かもしれない, 〜を考えると〜は考えにくい: a condition and what follows from it."""
    confidence = lexicon().conditions.get(clause.link)
    weighing = clause.lemma in lexicon().weighing and clause.link in ("to", "ba")
    if confidence is None and not weighing and not supposed(clause):
        return
    if (effect := ruled(clause)) is None:
        return
    aside = clause.lemma in lexicon().asides and clause.link != "限り"
    if not weighing and (aside or viewpoint(clause) or not (clause.args or supposed(clause))):
        return
    if clause.negative and not weighing and clause.link != "限り" and not _unless(clause, effect):
        return
    place = condition_span(clause)
    if (more := the_more(clause, unit)) is not None:
        effect, place = more.parent or effect, (place[0], more.end)
    told_as_fact = not scope(effect) & HEDGES
    looking = clause.lemma == "見る" or "past" in effect.marks
    if told_as_fact and looking:
        return
    draft = given(effect, place, confidence or 0.65, "condition")
    if clause.lemma == "無い" and clause.link in ("ba", "tara", "nara"):  # 協調がなければ根付かなかった
        draft = with_fields(draft, sign="-" if draft.fields["sign"] == "+" else "+")
    yield draft


def _meant(clause: Clause, unit: Unit) -> bool:
    """均衡をもたらすべく: an adverbial of purpose."""
    last = [t for t in unit.parse.words.tokens if clause.start <= t.start < clause.end]
    return bool(last) and last[-1].surface == "べく"


def _unless(clause: Clause, effect: Clause) -> bool:
    """解決できなければ、暴力が拡大する: what follows where something fails, not 守らなければならない."""
    return effect.start >= clause.end and effect.lemma not in ("成る", "行く", "いける") and bool(clause.args)


def by_opener(clause: Clause, unit: Unit, is_actor: IsActor) -> Iterator[Draft]:
    """結果として、…; このため、…: the sentence before is the cause."""
    for phrase in clause.args[:2]:
        text = worded(phrase) + {"として": "として", "よって": "により"}.get(phrase.case, "")
        if phrase.head.norm == "結果" and phrase.case in ("として", "", "で"):
            cause = span(phrase) if phrase.mods or phrase.clauses else None
            yield claim(clause, cause, (phrase.extent, clause.end), "+", 0.75, "opener.結果")
        elif text in lexicon().openers:
            sign = "-" if clause.negative != lowers(clause) else "+"
            draft = claim(clause, None, (phrase.extent, clause.end), sign, 0.7, "opener")
            yield with_fields(draft, effect_span=(phrase.stop, clause.end), negated=False)


def by_pretext(clause: Clause, unit: Unit, is_actor: IsActor) -> Iterator[Draft]:
    """〜を口実に出兵し, 〜を背景に激しくなった: what stands for the cause of an act."""
    for cause, word in pairwise(clause.args):
        if cause.case == "を" and word.case in ("に", "として") and word.text in lexicon().pretexts:
            yield given(clause, span(cause), 0.8, "pretext")


def by_ground(clause: Clause, unit: Unit, is_actor: IsActor) -> Iterator[Draft]:
    """〜であるとして抗議した, 報復として攻撃した: the ground that is given for an act."""
    for phrase in clause.args:
        if (
            phrase.case == "として"
            and phrase.text.endswith(tuple(lexicon().returns))
            and (phrase.mods or phrase.clauses)
        ):
            yield given(clause, span(phrase), 0.75, "return")
        if (
            phrase.case == "として"
            and phrase.tokens[0].pos == QUOTED
            and clause.lemma not in lexicon().sayings
        ):
            yield given(clause, span(phrase), 0.6, "ground")
    if clause.lemma in lexicon().sayings:
        return
    for child in clause.children:
        if child.relation == "quote" and _as_ground(child, unit):
            first = min([child.start, *(c.start for c in child.predicate.clauses)])
            draft = claim(clause, (first, child.end), (first, clause.end), "+", 0.6, "ground")
            yield with_fields(draft, **_parted(child, clause, first, unit))


def _parted(told: Clause, clause: Clause, first: int, unit: Unit) -> dict[str, tuple[int, int]]:
    """決裂したのではない(として、)反論した: the ground up to として, and the act that follows it."""
    tokens = [t for t in unit.parse.words.tokens if told.end <= t.start < clause.end]
    at = next((i for i, t in enumerate(tokens) if t.surface == "と"), None)
    if at is None or at + 2 >= len(tokens):
        return {}
    rest = next((t for t in tokens[at + 1 :] if t.surface not in ("し", "て", "として", "、")), None)
    return {"cause_span": (first, tokens[at].start), "effect_span": (rest.start, clause.end)} if rest else {}


def _as_ground(clause: Clause, unit: Unit) -> bool:
    """Whether a clause is taken up by として (on the ground that), not by と (said that)."""
    after = [t.surface for t in unit.parse.words.tokens if clause.end <= t.start < clause.predicate.stop]
    return "".join(after).endswith("として")
