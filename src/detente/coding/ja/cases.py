"""What is told to happen in a case (第一のシナリオでは…する), and what is sure or open (避けられない)."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from detente.coding.ja.chunks import Chunk
from detente.coding.ja.clauses import Clause
from detente.coding.ja.lexicon import lemmas, table

_CLOSING = frozenset({"final", "ga", "shi", "quote", "quote-adnominal"})
_KINDS = frozenset({"ケース", "場合", "展開", "事態"})
_THINGS = frozenset({"もの", "こと", "物", "事"})


class _Words(NamedTuple):
    certain: frozenset[str]
    unavoidable: frozenset[str]
    judging: frozenset[str]
    cases: tuple[str, ...]
    whole_cases: tuple[str, ...]
    supposing: frozenset[str]


@lru_cache(maxsize=1)
def _words() -> _Words:
    raw = table("outlooks")
    return _Words(
        lemmas(raw["certain"]), frozenset(raw["unavoidable"]), lemmas(raw["judging"]),
        tuple(raw["cases"]), tuple(raw["whole_cases"]), frozenset(raw["supposing"]),
    )  # fmt: skip


def case_over(clause: Clause) -> Chunk | None:
    """The case in which a clause's act is told to happen, named in it or in a clause that runs on into it."""
    for member in (clause, *(c for c in clause.children if c.link in ("te", "renyo", "ga"))):
        for arg in member.args:
            if is_case(arg):
                return arg
    return None


def is_case(phrase: Chunk) -> bool:
    """第一のシナリオでは, 最悪の場合、, 台湾有事の際には: a phrase that sets a case, with what says which."""
    if not phrase.text.endswith(_words().cases) or phrase.clauses or phrase.adnominal:
        return False
    told = bool(phrase.mods) or len(phrase.tokens) > 1 or phrase.text == "ゲーム"
    if phrase.text.endswith(("場合", "際")):
        return told and phrase.case in ("", "に", "で", "は")
    return told and phrase.case in ("で", "おいて") and bool(phrase.topic)


def in_a_case(clause: Clause) -> bool:
    """Whether a clause tells in the present what happens in a case, or what a scenario is."""
    if "past" in clause.marks or "progressive" in clause.marks or clause.relation not in ("chain", "quote"):
        return False
    if clause.link not in _CLOSING or clause.lemma in ("有る", "無い"):
        return False
    return _is_scenario(clause) or (clause.lemma != "だ" and case_over(clause) is not None)


def _is_scenario(clause: Clause) -> bool:
    """最も可能性が高いシナリオは、台湾が交渉に応じるというものだ."""
    if clause.lemma != "だ":
        return False
    topic = next((a for a in clause.args if a.topic == "は" and not a.case), None)
    named = topic is not None and topic.text.endswith(_words().whole_cases)
    thing = clause.predicate.text in _THINGS | _KINDS and bool(clause.predicate.clauses)
    return named and (thing or clause.predicate.tokens[-1].verbal_noun)


def sure_or_open(clause: Clause) -> bool:
    """悪化は避けられない, 強化は必至だ, 行方は予断を許さない, 合意に至るかは不透明だ."""
    words = _words()
    if "past" in clause.marks or clause.relation == "relative" or not (clause.args or clause.children):
        return False
    if clause.negative and _denied(clause) in words.unavoidable:
        return bool(clause.marks & {"potential", "passive"}) or clause.lemma == "許す"
    word = clause.predicate.head.norm if clause.lemma == "だ" else clause.lemma
    if word == "問題" and any(m.text == "時間" for m in clause.predicate.mods):
        return True
    if word not in words.certain and clause.lemma not in words.certain:
        return False
    return "hedged" in clause.marks or not {word, clause.lemma} & words.judging


def _denied(clause: Clause) -> str:
    noun = clause.argument("を")
    return f"{noun.text}を{clause.lemma}" if noun is not None and clause.lemma == "許す" else clause.lemma


def supposing(clause: Clause) -> bool:
    """仮に実現しても, 実現したとしても: whether words of its own mark a clause as a supposition."""
    words = _words().supposing
    quoted = any(c.relation == "quote" for c in clause.children)
    if clause.link == "teha" and clause.lemma == "為る" and quoted:
        return True  # 停戦が成立したとしても
    return clause.link in ("teha", "te", "temo") and (
        any(a.text in words for a in clause.adverbs) or any(a.text in words for a in clause.args)
    )
