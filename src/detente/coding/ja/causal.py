"""Causal claims of a Japanese sentence: connectives, causal verbs, nouns of cause and effect, conditions."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from detente.coding.ja.chunks import PREDICATE, Chunk
from detente.coding.ja.clauses import Clause
from detente.coding.ja.draft import Draft, distinct
from detente.coding.ja.lexicon import lemma, lemmas, table
from detente.coding.ja.sentence import Sentence, Unit

IsActor = Callable[[Chunk], bool]

_HEDGES = frozenset({"hedged", "possible", "feared", "predicted", "unlikely", "reported"})
_GIVEN = frozenset({"past", "progressive", "passive", "negative", "repeated", "potential"})
_HAPPENING = frozenset({"有る", "成る", "為る", "だ", "居る"})
_THATS = frozenset({"こと", "事"})
_SAME_CLAIM = 0.75


@dataclass(frozen=True)
class _Lexicon:
    """`causal.yaml` with its words in normalised form."""

    verbs: dict[str, tuple[str, bool]]  # lemma -> (sign, strong)
    nouns: dict[str, dict[str, Any]]
    cases: dict[str, dict[str, Any]]
    links: dict[str, dict[str, Any]]
    conditions: dict[str, float]
    openers: tuple[str, ...]
    needs: frozenset[str]
    fears: frozenset[str]
    charges: frozenset[str]
    reactions: frozenset[str]
    dative: frozenset[str]
    general: frozenset[str]
    naming: frozenset[str]
    uptake: frozenset[str]
    requests: frozenset[str]
    weighing: frozenset[str]
    asides: frozenset[str]
    opinions: frozenset[str]


_WORD_LISTS = (
    "needs",
    "fears",
    "charges",
    "reactions",
    "dative",
    "general",
    "naming",
    "uptake",
    "requests",
    "weighing",
    "asides",
    "opinions",
)


@lru_cache(maxsize=1)
def _lexicon() -> _Lexicon:
    raw = table("causal")
    verbs = {
        lemma(word): (sign, strength == "strong")
        for strength in ("weak", "strong")
        for sign, words in raw["verbs"][strength].items()
        for word in words
    }
    nouns = {
        lemma(word): {**entry, "with": lemmas(entry["with"]) if "with" in entry else None}
        for word, entry in raw["nouns"].items()
    }
    return _Lexicon(
        verbs=verbs,
        nouns=nouns,
        cases=raw["cases"],
        links=raw["links"],
        conditions=raw["conditions"],
        openers=tuple(raw["openers"]),
        **{name: lemmas(raw[name]) for name in _WORD_LISTS},
    )


def causal_claims(sentence: Sentence, is_actor: IsActor) -> list[Draft]:
    """The causal claims of a sentence, the surest where several rules see the same one.

    `is_actor` tells whether a phrase names a political actor: 国が関係を強化した is an act, not a claim.
    """
    drafts = [
        draft
        for unit in sentence.units
        if unit.kind != "parenthesis"
        for clause in unit.clauses
        for rule in _RULES
        for draft in rule(clause, unit, is_actor)
    ]
    return distinct(drafts, _SAME_CLAIM)


def _claim(
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
    fields = {
        "cause_span": cause,
        "effect_span": effect,
        "sign": sign,
        "hedged": bool(_scope(clause) & _HEDGES) or _opinion(clause),
        "negated": clause.negative or _denied(clause),
    }
    return Draft("causal_claim", start, end, confidence, f"ja.causal.{rule}", fields)


def _scope(clause: Clause) -> frozenset[str]:
    """The marks of a clause and of the clauses in whose complement or modifier it stands."""
    marks: frozenset[str] = clause.marks
    current = clause
    while current.parent is not None and current.relation != "chain":
        current = current.parent
        marks |= current.marks - {"negative", "past"}
    while current.parent is not None and current.link == "renyo":
        current = current.parent
        marks |= current.marks & _HEDGES
    return marks


def _opinion(clause: Clause) -> bool:
    """〜との見方, 〜との認識: put in somebody's mouth, not asserted by the author."""
    said = clause.relation == "quote" and clause.modified is not None
    return said and clause.modified is not None and clause.modified.head.norm in _lexicon().opinions


def _denied(clause: Clause) -> bool:
    """〜させるものとはならなかった, 〜することもなかった: the denial stands on the clause above."""
    above = clause.parent
    light = above is not None and above.lemma in _HAPPENING and above.negative
    return light and clause.relation == "complement"


def _span(chunk: Chunk) -> tuple[int, int]:
    return chunk.extent, chunk.end


def _subject(clause: Clause) -> Chunk | None:
    """The phrase that the clause says something of: its が, its own は, what it modifies, its topic."""
    own = clause.argument("が") or next((a for a in clause.args if a.topic and a.case == ""), None)
    if own is not None:
        return own
    if clause.relation == "relative" and clause.modified is not None:
        return clause.modified
    if clause.relation in ("complement", "quote") and clause.parent is not None:
        return _subject(clause.parent) if clause.parent is not clause else None
    return clause.topic


def _whole(clause: Clause) -> tuple[int, int]:
    return clause.start, clause.end


def _with(draft: Draft, **fields: Any) -> Draft:
    return replace(draft, fields={**draft.fields, **fields})


def _by_verb(clause: Clause, unit: Unit, is_actor: IsActor) -> Iterator[Draft]:
    """イラク問題が緊張をもたらした; 〜は国際協力を阻害し; 〜は分断につながっている."""
    found = _lexicon().verbs.get(clause.lemma)
    if found is None or clause.link in ("you", *_lexicon().conditions):
        return
    if clause.passive and "causative" not in clause.marks:
        return
    sign, strong = found
    effect, cause = clause.argument("を") or clause.argument("に"), _subject(clause)
    if effect is None or cause is None or cause is effect or (effect.case == "に" and not _dative(clause)):
        return
    if is_actor(cause) and (not strong or clause.relation == "relative"):
        return
    if clause.relation == "relative":
        if not _tells(cause):
            return
        span = (cause.start, cause.end)
    else:
        span = _span(cause)
    confidence = (0.8 if strong else 0.6) - (0.2 if clause.relation == "relative" else 0.0)
    inside = clause.relation == "relative" or clause.start <= cause.extent
    yield _claim(clause, span if inside else None, (effect.extent, clause.end), sign, confidence, "verb")


def _dative(clause: Clause) -> bool:
    """Whether the verb's effect stands with に; with other verbs に is a place, a time or a recipient."""
    return clause.lemma in _lexicon().dative


def _tells(modified: Chunk) -> bool:
    """Whether a noun with a causal relative clause names the cause: 緊張をもたらした事件, not 〜する傾向."""
    if modified.kind == PREDICATE:
        return modified.lemma == "だ"
    return modified.head.norm not in _lexicon().general and modified.head.norm not in _lexicon().nouns


def _by_causative(clause: Clause, unit: Unit, is_actor: IsActor) -> Iterator[Draft]:
    """事件は関係を変容させた: any verb in the causative whose subject is no actor."""
    if "causative" not in clause.marks or clause.lemma in _lexicon().verbs or clause.link in ("you", "ba"):
        return
    cause, effect = _subject(clause), clause.argument("を")
    if cause is None or effect is None or is_actor(cause) or cause is effect:
        return
    relative = clause.relation == "relative"
    if relative and not _tells(cause):
        return
    span = (cause.start, cause.end) if relative else _span(cause)
    yield _claim(clause, span, (effect.extent, clause.end), "+", 0.55, "causative")


def _by_noun(clause: Clause, unit: Unit, is_actor: IsActor) -> Iterator[Draft]:
    """〜は変容の契機となった; 〜に影響を与えた; 〜の背景には〜がある; 〜した要因は〜である."""
    for phrase in [*clause.args, clause.predicate]:
        entry = _lexicon().nouns.get(phrase.head.norm)
        if entry is None or not _goes_with(entry, phrase, clause):
            continue
        whole = clause.parent if clause.link == "nominal" and clause.parent is not None else clause
        start = min(clause.start, whole.start)
        cause = _subject(clause)
        span = _span(cause) if cause is not None and cause is not phrase else None
        yield _claim(whole, span, (start, whole.end), entry["sign"], 0.85, f"noun.{phrase.head.norm}")
    modified = clause.modified
    if modified is not None and clause.relation == "relative":
        entry = _lexicon().nouns.get(modified.head.norm)
        if entry is not None and entry["with"] and clause.lemma in entry["with"] and clause.args:
            yield _claim(
                clause, None, (clause.start, modified.end), entry["sign"], 0.6, f"noun.{modified.head.norm}"
            )


def _goes_with(entry: dict[str, Any], phrase: Chunk, clause: Clause) -> bool:
    if entry["with"] is not None:
        if phrase is clause.predicate:
            return clause.lemma == "だ"
        return clause.lemma in entry["with"] and phrase.case in ("を", "が", "")
    if phrase is clause.predicate:
        return clause.lemma == "だ" and bool(phrase.mods or phrase.clauses or clause.args)
    if phrase.case == "と" and clause.lemma in ("成る", "為る"):
        return True
    named = bool(phrase.topic) or phrase.case in ("が", "として")
    return named and bool(phrase.mods or phrase.clauses) and clause.lemma in _lexicon().naming


def _by_case(clause: Clause, unit: Unit, is_actor: IsActor) -> Iterator[Draft]:
    """〜により, 〜を理由に, 〜を契機に with a noun phrase that is no actor; 〜は〜によるものだ."""
    for phrase in clause.args:
        entry = _lexicon().cases.get(phrase.case)
        if entry is not None and not phrase.adnominal and not is_actor(phrase):
            yield _given(clause, _span(phrase), entry["confidence"], f"case.{phrase.case}")
    if clause.lemma == "よる" and clause.args and clause.relation == "chain":
        yield _claim(
            clause, _span(clause.args[-1]), (clause.args[-1].extent, clause.end), "+", 0.75, "case.よるもの"
        )


def _given(effect: Clause, cause: tuple[int, int], confidence: float, rule: str) -> Draft:
    """A claim by connective: what does not come about because of the cause has the sign "-"."""
    lowered = effect.negative or _denied(effect) or "unlikely" in effect.marks
    draft = _claim(
        effect, cause, (max(cause[1], effect.start), effect.end), "-" if lowered else "+", confidence, rule
    )
    draft.fields["negated"] = False
    return draft


def _by_motive(clause: Clause, unit: Unit, is_actor: IsActor) -> Iterator[Draft]:
    """〜との懸念から, 〜したことから, 〜の疑いで: a motive or a charge."""
    lexicon = _lexicon()
    for phrase in clause.args:
        told = bool(phrase.mods or phrase.clauses)
        motive = phrase.case == "から" and phrase.head.norm in lexicon.fears and told
        motive = motive and (phrase.head.norm not in _THATS or bool(phrase.clauses))
        charge = phrase.case == "で" and phrase.head.norm in lexicon.charges and told
        means = phrase.case == "で" and phrase.head.norm in _THATS and bool(phrase.clauses)
        if motive or charge or (means and clause.lemma not in ("合意する", "一致する")):
            rule = "motive" if motive else "charge" if charge else "means"
            yield _given(clause, _span(phrase), 0.65, rule)


def _by_link(clause: Clause, unit: Unit, is_actor: IsActor) -> Iterator[Draft]:
    """〜ため、〜; 〜ので〜; 〜からである: a clause as the cause of the clause it hangs on."""
    entry = _lexicon().links.get(clause.link)
    effect = clause.parent
    if entry is None or effect is None:
        return
    if effect.lemma == "だ" and not effect.args and effect.predicate.start >= clause.end:
        yield _claim(clause, _whole(clause), (clause.start, effect.end), "+", 0.85, "link.kara-da")
        return
    given = bool(clause.marks & _GIVEN) or clause.lemma in _HAPPENING or clause.link not in ("ため", "為")
    confidence = entry["confidence"] if given else entry["confidence"] - 0.1
    yield _given(effect, _whole(clause), confidence, f"link.{clause.link}" if given else "purpose.ため")


def _by_uptake(clause: Clause, unit: Unit, is_actor: IsActor) -> Iterator[Draft]:
    """〜を受け(て)、〜は〜した; 〜を反映して〜; 〜に反発して〜: an event taken up by another's act."""
    effect, cue = clause.parent, clause.argument("を")
    if effect is None or cue is None or clause.relation != "chain" or clause.link not in ("te", "renyo"):
        return
    if clause.passive or clause.lemma not in _lexicon().uptake:
        return
    acts = next((a for a in effect.args if a.case == "が" or (a.topic and a.case == "")), None)
    if clause.lemma == "反映する" or (acts is not None and acts.start > clause.end and cue.head.verbal_noun):
        yield _given(effect, _whole(clause), 0.6, "uptake")


def _by_reflection(clause: Clause, unit: Unit, is_actor: IsActor) -> Iterator[Draft]:
    """そこには〜との考慮が反映されている."""
    cause = clause.argument("が")
    if clause.lemma == "反映する" and clause.passive and cause is not None:
        yield _claim(clause, _span(cause), (clause.start, clause.end), "+", 0.65, "reflection")


def _by_purpose(clause: Clause, unit: Unit, is_actor: IsActor) -> Iterator[Draft]:
    """〜しないように調整する, 〜するための行動: purpose; not 〜するよう求める, 〜ように見える."""
    modified = clause.modified
    if clause.relation == "relative" and modified is not None and modified.text in ("ため", "為"):
        noun = next((c for c in unit.parse.chunks if modified in c.mods), None)
        if noun is not None and "past" not in clause.marks:
            yield _claim(
                clause, (noun.start, noun.end), (clause.start, clause.end), "+", 0.6, "purpose.ための"
            )
        return
    effect = clause.parent
    if (
        clause.link != "you"
        or effect is None
        or "past" in clause.marks
        or effect.argument("に", "対して") is not None
    ):
        return
    if effect.argument("を") is None or effect.lemma in _lexicon().requests:
        return
    draft = _claim(effect, _whole(clause), (clause.start, effect.end), "+", 0.5, "purpose.よう")
    yield _with(draft, sign="-" if clause.negative else "+", negated=False)


def _by_condition(clause: Clause, unit: Unit, is_actor: IsActor) -> Iterator[Draft]:
    """〜すれば〜かもしれない, 〜を考えると〜は考えにくい: a condition and what follows from it."""
    effect, confidence = clause.parent, _lexicon().conditions.get(clause.link)
    weighing = clause.lemma in _lexicon().weighing and clause.link in ("to", "ba")
    if effect is None or (confidence is None and not weighing and not _so(clause)):
        return
    if not weighing and (
        clause.negative or clause.lemma in _lexicon().asides or not (clause.args or _so(clause))
    ):
        return
    if "past" in effect.marks and not _scope(effect) & _HEDGES:
        return
    yield _given(effect, _whole(clause), confidence or 0.65, "condition")


def _so(clause: Clause) -> bool:
    """そうだとすると, 〜とすれば: a condition taken over from what was said."""
    return (
        clause.lemma == "為る"
        and clause.link in ("to", "ba")
        and any(c.relation == "quote" for c in clause.children)
    )


def _by_opener(clause: Clause, unit: Unit, is_actor: IsActor) -> Iterator[Draft]:
    """結果として、…; このため、…: the sentence before is the cause."""
    for phrase in clause.args[:2]:
        text = phrase.text + {"として": "として", "よって": "により"}.get(phrase.case, "")
        if phrase.head.norm == "結果" and not phrase.mods and phrase.case in ("として", "", "で"):
            yield _claim(clause, None, (phrase.extent, clause.end), "+", 0.75, "opener.結果")
        elif text in _lexicon().openers:
            yield _claim(clause, None, (phrase.extent, clause.end), "+", 0.7, "opener")


def _by_need(clause: Clause, unit: Unit, is_actor: IsActor) -> Iterator[Draft]:
    """AはBに不可欠である, AはBする上で不可欠である: B cannot be without A."""
    if clause.lemma not in _lexicon().needs and clause.predicate.head.norm not in _lexicon().needs:
        return
    cause, effect = _subject(clause), clause.argument("に", "とって", "ために", "向けて")
    if effect is None and any(c.link in ("上", "うえ", "ため") for c in clause.children):
        effect = clause.predicate
    if cause is not None and effect is not None and not is_actor(effect):
        start = min(effect.extent, cause.extent, clause.start)
        yield _claim(clause, _span(cause), (start, clause.end), "+", 0.7, "need")


def _by_ground(clause: Clause, unit: Unit, is_actor: IsActor) -> Iterator[Draft]:
    """〜であるとして抗議した: the ground that is given for a reaction."""
    effect = clause.parent
    if (
        effect is None
        or clause.lemma != "為る"
        or clause.link != "te"
        or effect.lemma not in _lexicon().reactions
    ):
        return
    ground = next((c for c in clause.children if c.relation == "quote"), None)
    if ground is not None:
        first = min([ground.start, *(c.start for c in ground.predicate.clauses)])
        yield _claim(effect, (first, ground.end), (first, effect.end), "+", 0.6, "ground")


_RULES: tuple[Callable[[Clause, Unit, IsActor], Iterator[Draft]], ...] = (
    _by_verb,
    _by_causative,
    _by_noun,
    _by_case,
    _by_motive,
    _by_link,
    _by_uptake,
    _by_reflection,
    _by_purpose,
    _by_condition,
    _by_opener,
    _by_need,
    _by_ground,
)
