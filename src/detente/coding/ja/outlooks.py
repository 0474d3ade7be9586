"""Outlooks of a Japanese sentence: what may, will or will not come, and on what condition."""

from __future__ import annotations

from collections.abc import Iterator

from detente.coding.ja.cases import in_a_case, sure_or_open
from detente.coding.ja.chunks import Chunk
from detente.coding.ja.clauses import Clause
from detente.coding.ja.draft import Draft, distinct
from detente.coding.ja.outlook_conditions import condition_of, run_on
from detente.coding.ja.outlook_words import lexicon
from detente.coding.ja.scenarios import happens
from detente.coding.ja.sentence import Sentence, Unit

_SAME_OUTLOOK = 0.4
_SENTENCE = 20  # a bracket this long tells something of its own
_NOT_IN_THE_PAST = frozenset({"planned", "scheduled", "possible", "unlikely"})
_BEING = frozenset({"有る", "居る", "だ"})


def outlooks(sentence: Sentence, scenario: bool = False) -> list[Draft]:
    """The outlooks of a sentence, one a matter; a condition widens the span to its beginning.

    In a paragraph that spells out a `scenario` what happens in the present is an outlook too.
    """
    drafts = [
        _outlook(clause, unit, *found)
        for unit in sentence.units
        if unit.kind != "parenthesis" or unit.end - unit.start > _SENTENCE
        for clause in unit.clauses
        if (found := _forward(clause, unit)) is not None
    ]
    told = happens(sentence) if scenario else None
    if told is not None:
        drafts.append(_outlook(told, sentence.units[0], 0.55, "scenario"))
    return distinct(drafts, _SAME_OUTLOOK)


def _forward(clause: Clause, unit: Unit) -> tuple[float, str] | None:
    """How surely a clause looks forward, and by which rule; None where it does not."""
    words = lexicon()
    if clause.relation == "relative" and clause.link == "adnominal" and clause.lemma not in words.fears:
        return None
    if "unlikely" in clause.marks and "progressive" in clause.marks:
        return None  # 十分に果たしているとは言い難い judges what is, not what will be
    if _doubted(clause):
        return 0.8, "doubt"
    for mark, confidence in words.marks.items():
        if mark in clause.marks and not (mark in _NOT_IN_THE_PAST and "past" in clause.marks):
            return confidence, f"mark.{mark}"
    if _by_noun(clause):
        return 0.75, "noun"
    if clause.lemma in words.verbs and (clause.passive or "past" not in clause.marks) and _complement(clause):
        return 0.75, "verb"
    if _arranged(clause):
        return 0.55, "arrangement"
    if _to_be_held(clause):
        return 0.6, "to-be-held"
    if sure_or_open(clause):
        return 0.7, "certain"
    if in_a_case(clause):
        return 0.65, "case"
    return _open_future(clause, unit)


def _doubted(clause: Clause) -> bool:
    """〜とは当面は考えにくい: the words between keep the phrase from the predicate it speaks of."""
    hard = clause.lemma in lexicon().thinking and clause.marks & {"potential", "negative"}
    return bool(hard) and any(c.relation == "quote" and "past" not in c.marks for c in clause.children)


def _open_future(clause: Clause, unit: Unit) -> tuple[float, str] | None:
    """A predicate that is not past, with a hedge, a condition or a word of the future beside it."""
    words = lexicon()
    condition = condition_of(clause, unit)
    if "past" in clause.marks:
        unreal = condition is not None and clause.marks & words.open_marks.keys()
        return (0.7, "counterfactual") if unreal else None
    if clause.relation == "complement" and clause.link != "you":
        return None
    if _turns_out(clause, unit):
        return 0.65, "turn"
    coming = _points_ahead(clause)
    doubt = next((c for mark, c in words.open_marks.items() if mark in clause.marks), 0.0)
    if condition is not None and (doubt or clause.link in ("final", "quote", "quote-adnominal", "ga", "you")):
        return (0.85 if doubt else 0.65), "condition"
    if doubt and coming:
        return 0.8, "hedge"
    if (
        doubt
        and "progressive" not in clause.marks
        and clause.lemma not in ("だ", "有る")
        and _may_come(clause)
    ):
        return doubt, "hedge"
    plain = clause.link in ("final", "ga", "quote") and not clause.marks & {"potential", "progressive"}
    if coming and plain and clause.lemma not in _BEING and "既に" not in _time_words(clause):
        return 0.55, "future"
    above = clause.parent
    if clause.relation == "quote" and above is not None and above.lemma in words.foretelling:
        return 0.6, "foretold"
    return None


def _turns_out(clause: Clause, unit: Unit) -> bool:
    """緩和することになる: said of what is still to come."""
    if clause.link not in ("final", "quote", "quote-adnominal", "nominal"):
        return False
    end, stop = clause.end, clause.predicate.stop
    after = "".join([t.surface for t in unit.parse.words.tokens if end <= t.start < stop])
    return after.startswith(("ことになる", "ことになろう", "ことになるだろう"))


def _may_come(clause: Clause) -> bool:
    """Whether a hedged verb speaks of something to come: 〜かもしれない, not a state, 〜と思われる."""
    return "obligation" not in clause.marks and not clause.predicate.tokens[0].pos.startswith("形")


def _points_ahead(clause: Clause) -> bool:
    chain = [
        clause,
        *(c for c in clause.children if c.relation == "chain" and c.link in ("te", "renyo", "ため")),
    ]
    return any(word in lexicon().adverbs for member in chain for word in _time_words(member))


def _time_words(clause: Clause) -> Iterator[str]:
    yield from (adverb.head.norm for adverb in clause.adverbs)
    for arg in clause.args:
        if len(arg.tokens) <= 2 and not (arg.text == "いずれ" and arg.case):  # いずれにせよ is no time
            yield arg.head.norm
        yield from (m.head.norm for m in arg.mods if arg.topic or arg.case in ("", "で", "おいて"))


def _by_noun(clause: Clause) -> bool:
    """戦闘が拡大する恐れがある, 引渡しのめどは立っていない, 〜という保証はない."""
    words = lexicon()
    nouns = words.nouns
    if clause.link == "中":
        return False  # 懸念が強まる中、…した: what others feared meanwhile
    if clause.lemma == "だ":
        head = clause.predicate.head.norm
        return "だ" in nouns.get(head, ()) and bool(clause.predicate.clauses) and "past" not in clause.marks
    for phrase in clause.args:
        if clause.lemma == "高まる" and "past" in clause.marks:
            continue  # 対立のリスクが高まった tells what has come
        verbs = nouns.get(phrase.head.norm)
        if any(a.case == "に" and a.head.norm in words.grounds for a in clause.args):
            continue  # 背景には…への懸念がある tells why, not what will be
        if (
            verbs is not None
            and clause.lemma in verbs
            and (phrase.mods or phrase.clauses or phrase.case == "と")
        ):
            if any("want" in c.marks for c in phrase.clauses):
                continue  # 関係を強化したいとの意向 is a wish
            return phrase.head.norm not in ("方針", "課題") or _still_open(clause)
    return False


def _still_open(clause: Clause) -> bool:
    return "past" not in clause.marks and ("progressive" in clause.marks or _points_ahead(clause))


def _complement(clause: Clause) -> bool:
    said = any(child.relation in ("quote", "complement") for child in clause.children)
    return said or any(a.clauses for a in clause.args if a.case in ("が", "を", ""))


def _arranged(clause: Clause) -> bool:
    """〜が行われることが決まった: what was settled is still to come."""
    if clause.lemma not in lexicon().arrangements:
        return False
    inner = [c for a in clause.args if a.head.norm in ("こと", "事") for c in a.clauses]
    return any("past" not in c.marks and (_dated(c) or _dated(clause)) for c in inner)


def _to_be_held(clause: Clause) -> bool:
    """首脳会談は10日に行われる: a meeting with its day, told as still to come."""
    held = clause.lemma in lexicon().holding and clause.passive and clause.link in ("final", "ga")
    open_ = not clause.marks & {"past", "progressive", "repeated"} and not clause.negative
    every = any(a.text.startswith(("毎", "各")) or a.head.norm in ("度", "毎") for a in clause.args)
    return held and open_ and not every and _dated(clause)


def _dated(clause: Clause) -> bool:
    return any(t.pos == "名詞" and t.sub == "数詞" for a in clause.args for t in a.tokens) or _points_ahead(
        clause
    )


def _outlook(clause: Clause, unit: Unit, confidence: float, rule: str) -> Draft:
    """The draft of an outlook: from its condition or its subject to the end of what is foreseen."""
    if clause.link == "nominal" and clause.parent is not None:
        clause = _last(clause.parent)
    condition = condition_of(clause, unit)
    if condition is None:
        condition = next((found for c in _told_with(clause) if (found := condition_of(c, unit))), None)
    begin = _noun_clause(clause) if rule == "noun" else None
    start = min([begin if begin is not None else _first(clause), *([condition[0]] if condition else [])])
    if rule in ("case", "scenario"):  # 政権が倒れ、軍が撤退する: what happens one after the other
        start = min([start, *(c.start for c in run_on(clause))])
    fields = {
        "condition_span": condition,
        "conditional": condition is not None,
        "consequence_span": (max(condition[1], clause.start) if condition else start, clause.predicate.stop),
    }
    return Draft(
        "outlook", start, max(clause.end, _modal_end(clause)), confidence, f"ja.outlook.{rule}", fields
    )


def _told_with(clause: Clause) -> Iterator[Clause]:
    """減速が長引けば、安定を優先し、譲ることが懸念される: the clauses that a condition may stand with."""
    yield from run_on(clause)
    for told in (c for a in clause.args for c in a.clauses if c.relation == "complement"):
        yield from (told, *run_on(told))


def _last(clause: Clause) -> Clause:
    """The clause that a chain of clauses runs on into."""
    while clause.relation == "chain" and clause.link in ("te", "renyo") and clause.parent is not None:
        clause = clause.parent
    return clause


def _noun_clause(clause: Clause) -> int | None:
    """月内に判断する見通しを示した: the outlook begins with what modifies the noun."""
    noun = next((a for a in clause.args if a.head.norm in lexicon().nouns and a.clauses), None)
    return noun.extent if noun is not None else None


def _first(clause: Clause) -> int:
    """Where a clause begins, with the clauses of its chain that share its subject."""
    starts = [clause.start]
    for child in clause.children:
        chained = child.link in ("te", "renyo") and child.relation == "chain" and not clause.bare_subject
        if chained or (child.relation == "quote" and child.end <= clause.predicate.start):
            starts.append(_first(child) if chained else child.start)
    return min(starts)


def _modal_end(clause: Clause) -> int:
    """The end of the modal phrase (〜可能性がある) without the particle that links the clause on."""
    return clause.predicate.stop if clause.link in ("final", "adnominal") else clause.end


def opinions(clause: Clause) -> Iterator[Chunk]:
    """The nouns of opinion in whose mouth a clause is put: 〜との見方."""
    current: Clause | None = clause
    while current is not None:
        if current.modified is not None and current.modified.head.norm in lexicon().opinions:
            yield current.modified
        current = current.parent if current.relation != "chain" else None
