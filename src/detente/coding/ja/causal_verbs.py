"""Causal claims by what the predicate means: causal verbs, causatives, nouns of cause and effect."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from detente.coding.ja.causal_claim import HEDGES, claim, place_of, span, subject, with_fields
from detente.coding.ja.causal_lexicon import lexicon
from detente.coding.ja.chunks import PREDICATE, Chunk
from detente.coding.ja.clauses import Clause
from detente.coding.ja.draft import Draft
from detente.coding.ja.rules import IsActor
from detente.coding.ja.sentence import Unit

_NEAR = 25
_OPEN = frozenset({"可能性", "恐れ", "おそれ", "シナリオ", "懸念", "余地"})


def by_verb(clause: Clause, unit: Unit, is_actor: IsActor) -> Iterator[Draft]:
    """イラク問題が緊張をもたらした; 〜は国際協力を阻害し; 〜は分断につながっている."""
    found = lexicon().verbs.get(clause.lemma)
    if found is None or clause.link in ("you", *lexicon().conditions):
        return
    if clause.passive and "causative" not in clause.marks:
        return
    sign, strong = found
    effect, cause = clause.argument("を") or clause.argument("に"), subject(clause)
    if effect is None or cause is None or cause is effect or (effect.case == "に" and not _dative(clause)):
        return
    if effect.text.endswith("さ") or _turns_itself(clause, cause, effect):  # 厳しさを増す
        return
    if is_actor(cause) and (not strong or clause.relation == "relative"):
        return
    if clause.relation == "relative" and not _tells(cause):
        return
    place = place_of(cause, clause)
    confidence = (0.8 if strong else 0.6) - (0.2 if clause.relation == "relative" else 0.0)
    near = cause.extent < clause.start and clause.start - cause.stop < _NEAR
    inside = clause.relation == "relative" or clause.start <= cause.extent or near
    yield claim(clause, place if inside else None, (effect.extent, clause.end), sign, confidence, "verb")


def _turns_itself(clause: Clause, cause: Chunk, effect: Chunk) -> bool:
    """関係は緊張を増し, 中国は発言力を強める: what a thing gains or shows itself is no effect on another."""
    own = effect.head.norm in lexicon().own and not (effect.mods or effect.clauses)
    happens = cause.head.verbal_noun and cause.head.norm != "関係"
    happens = happens or cause.head.norm in lexicon().happenings
    return own and clause.lemma in lexicon().gaining and not happens


def _dative(clause: Clause) -> bool:
    """Whether the verb's effect stands with に; with other verbs に is a place, a time or a recipient."""
    return clause.lemma in lexicon().dative


def _tells(modified: Chunk) -> bool:
    """Whether a noun with a causal relative clause names the cause: 緊張をもたらした事件, not 〜する傾向."""
    if modified.temporal or modified.tokens[-1].surface in ("年", "月", "日", "年間"):
        return False
    if modified.kind == PREDICATE and modified.lemma != "だ":
        return False
    if modified.head.pos == "形状詞":  # 関係を強化する絶好の機会
        return False
    return modified.head.norm not in lexicon().general and modified.head.norm not in lexicon().nouns


def by_causative(clause: Clause, unit: Unit, is_actor: IsActor) -> Iterator[Draft]:
    """事件は関係を変容させた: any verb in the causative whose subject is no actor."""
    if "causative" not in clause.marks or clause.lemma in lexicon().verbs or clause.link in ("you", "ba"):
        return
    cause, effect = subject(clause), clause.argument("を")
    if cause is None or effect is None or is_actor(cause) or cause is effect:
        return
    relative = clause.relation == "relative"
    if relative and not _tells(cause):
        return
    place = (cause.start, cause.end) if relative else span(cause)
    yield claim(clause, place, (effect.extent, clause.end), "+", 0.55, "causative")


def by_noun(clause: Clause, unit: Unit, is_actor: IsActor) -> Iterator[Draft]:
    """〜は変容の契機となった; 〜に影響を与えた; 〜の背景には〜がある; 〜した要因は〜である."""
    for phrase in [*clause.args, clause.predicate]:
        entry = _entry(phrase)
        if entry is None or not _goes_with(entry, phrase, clause):
            continue
        whole = clause.parent if clause.link == "nominal" and clause.parent is not None else clause
        start = min(clause.start, whole.start)
        cause = subject(clause)
        place = place_of(cause, clause) if cause is not None and cause is not phrase else None
        draft = claim(whole, place, (start, whole.end), entry["sign"], 0.85, f"noun.{phrase.head.norm}")
        told = _explained(phrase, clause)
        fields = {"effect_span": told} if told is not None else {}
        yield with_fields(draft, hedged=draft.fields["hedged"] or bool(clause.marks & HEDGES), **fields)
    modified = clause.modified
    if modified is not None and clause.relation == "relative":
        entry = lexicon().nouns.get(modified.head.norm)
        if entry is not None and entry["with"] and clause.lemma in entry["with"] and clause.args:
            yield claim(
                clause, None, (clause.start, modified.end), entry["sign"], 0.6, f"noun.{modified.head.norm}"
            )


def _explained(phrase: Chunk, clause: Clause) -> tuple[int, int] | None:
    """対立の背景には不信がある, 反発した要因として懸念が挙げられる: what the noun of cause is said of."""
    apart = phrase.topic and phrase.case in ("", "に")
    if clause.lemma not in lexicon().naming or not (apart or phrase.case == "として"):
        return None
    ends = [m.end for m in phrase.mods] + [c.end for c in phrase.clauses]
    return (phrase.extent, max(ends)) if ends else None


def _entry(phrase: Chunk) -> dict[str, Any] | None:
    """What the noun of a phrase makes of cause and effect; a compound such as 対抗措置 counts whole."""
    nouns = lexicon().nouns
    compound = "".join([t.norm for t in phrase.tokens[-2:]])
    return nouns.get(compound) or nouns.get(phrase.head.norm)


def _goes_with(entry: dict[str, Any], phrase: Chunk, clause: Clause) -> bool:
    if entry["with"] is not None:
        if phrase is clause.predicate:
            return clause.lemma == "だ"
        return clause.lemma in entry["with"] and phrase.case in ("を", "が", "", "と")
    if phrase is clause.predicate:
        return clause.lemma == "だ" and bool(phrase.mods or phrase.clauses or clause.args)
    if phrase.case in ("と", "に") and clause.lemma in ("成る", "為る"):
        return not clause.negative or subject(clause) is not None
    if phrase.case == "に" and not phrase.topic and clause.lemma == "有る":  # 〜したことが背景にある
        return bool(clause.argument("が"))
    if phrase.topic and phrase.case == "に" and entry["is"] == "cause" and clause.lemma in lexicon().naming:
        return clause.argument("が") is not None  # 背景には〜がある, of what was told before
    named = bool(phrase.topic) or phrase.case in ("が", "として")
    return named and bool(phrase.mods or phrase.clauses) and clause.lemma in lexicon().naming


def by_need(clause: Clause, unit: Unit, is_actor: IsActor) -> Iterator[Draft]:
    """AはBに不可欠である, AはBする上で不可欠である: B cannot be without A."""
    if clause.lemma not in lexicon().needs and clause.predicate.head.norm not in lexicon().needs:
        return
    cause, effect = subject(clause), clause.argument("に", "とって", "ために", "向けて")
    if effect is None and any(c.link in ("上", "うえ", "ため") for c in clause.children):
        effect = clause.predicate
    if cause is not None and effect is not None and not is_actor(effect):
        start = min(effect.extent, cause.extent, clause.start)
        yield claim(clause, span(cause), (start, clause.end), "+", 0.7, "need")


def by_weight(clause: Clause, unit: Unit, is_actor: IsActor) -> Iterator[Draft]:
    """疑念が強まっていたことも無視できない, 反発も大きい: a further factor of what was told before."""
    cause = next((a for a in clause.args if a.topic == "も" and a.case in ("", "が")), None)
    if cause is None or is_actor(cause) or not (cause.mods or cause.clauses):
        return
    denied = (
        clause.negative
        and "potential" in clause.marks
        and clause.lemma in ("無視する", "見逃す", "見落とす", "否定する")
    )
    if denied and cause.head.norm in _OPEN:
        return  # 可能性も否定できない looks ahead
    if denied or clause.lemma in ("影響する", "作用する", "働く", "手伝う"):
        draft = claim(clause, span(cause), (cause.extent, clause.end), "+", 0.6, "weight")
        yield with_fields(draft, effect_span=None, negated=False)


def by_reflection(clause: Clause, unit: Unit, is_actor: IsActor) -> Iterator[Draft]:
    """そこには〜との考慮が反映されている, 世論の動向に左右される."""
    case = lexicon().received.get(clause.lemma)
    cause = clause.argument(case) if case is not None and clause.passive else None
    if cause is not None and not is_actor(cause):
        yield claim(clause, span(cause), (clause.start, clause.end), "+", 0.65, "reflection")
