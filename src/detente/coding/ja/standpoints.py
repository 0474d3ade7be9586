"""Stands that a noun tells: what is somebody's aim, stake or worry, what he makes his principle."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from detente.coding.codes import states_of
from detente.coding.ja.actors import Actors
from detente.coding.ja.agent_words import lists
from detente.coding.ja.chunks import Chunk
from detente.coding.ja.clauses import Clause
from detente.coding.ja.lexicon import table
from detente.coding.ja.subjects import Subject
from detente.coding.ja.words import word_set

_MAKING = frozenset({"為る", "掲げる", "上げる", "据える", "置く", "見做す"})
_LASTING = word_set("有る 強い 根強い 大きい 高まる 強まる 広がる 募る 深まる 残る 燻る")
_RISING = word_set("上がる 次ぐ 相次ぐ 出る 多い 増える 有る 噴出する")
_CALLING = word_set("求める 要求する 望む 支持する 反対する 批判する 非難する 訴える 疑問視する")
_FIRM = word_set("一貫する 揺るぎない 不変 変わり無い")
_SHIFTING = word_set("変わる 揺らぐ 揺るぐ 変化する 変える")
_UNNAMED = ("unnamed",)
_INSIDE = ("内", "国内", "内部", "政府", "議会", "世論", "間")
_EMPTY = frozenset({"もの", "こと", "物", "事"})
_KNOWN = ("own", "topic", "shared", "head")


@lru_cache(maxsize=4)
def _nouns(name: str) -> tuple[str, ...]:
    return tuple(table("positions")[name])


def standpoint(clause: Clause, subject: Subject, actors: Actors) -> tuple[tuple[str, ...], str] | None:
    """Who takes a stand by a noun in a clause, and by which rule."""
    if clause.relation == "relative" or clause.passive:
        return None
    for rule, find in (("stake", _staked), ("aim", _aimed), ("worry", _worried), ("voice", _voiced)):
        if holder := find(clause, actors):
            return holder, rule
    if subject.how in _KNOWN and subject.actors and made(clause):
        return subject.actors, "principle"
    return None


def _staked(clause: Clause, actors: Actors) -> tuple[str, ...]:
    """制裁への対応は両国ともに最優先課題だ, 同盟は日本外交の基軸だ, Aにとって台湾は核心的利益だ."""
    if clause.lemma != "だ" or not any(a.topic for a in clause.args):
        return ()
    said = clause.predicate
    if not said.text.endswith(_nouns("stakes")):
        one_of = next((m for m in said.mods if m.text.endswith(_nouns("stakes"))), None)
        if one_of is None or not said.text.startswith("一"):
            return ()
    for arg in clause.args:
        if arg.case == "とって" and (found := actors.refer(arg)):
            return found
        if arg.text.removesuffix("とも") in lists().joint and arg.text.endswith("とも"):
            return actors.memory.pair
    return next((f for m in _modifiers(said) if (f := _named(m, actors))), ())


def _aimed(clause: Clause, actors: Actors) -> tuple[str, ...]:
    """トルコの狙いは…を防ぐことにある, 韓国の立場は…応じないというものだ."""
    topic = next((a for a in clause.args if a.topic == "は" and not a.case), None)
    if topic is not None and clause.lemma == "だ" and clause.predicate.text.endswith(_nouns("aims")):
        thing = clause.argument("が")  # 韓国は関係を強めるのが狙いだ
        return (actors.refer(topic) or ()) if thing is not None and thing.text in ("の", "こと") else ()
    if topic is None or not topic.text.endswith(_nouns("aims")):
        return ()
    if clause.lemma in _FIRM or (clause.negative and clause.lemma in _SHIFTING):  # 中国の立場は一貫している
        return next((f for m in topic.mods if (f := _named(m, actors))), ())
    said = (
        clause.predicate
        if clause.lemma == "だ"
        else clause.argument("に")
        if clause.lemma == "有る"
        else None
    )
    if said is None or said.head.norm not in _EMPTY or not said.clauses:
        return ()
    return next((f for m in topic.mods if (f := _named(m, actors))), ())


def _worried(clause: Clause, actors: Actors) -> tuple[str, ...]:
    """背景には進出に対する両国の懸念がある, 日本には圧力を強める狙いがある, 政府内で不信感が強まっている."""
    held = clause.argument("が") or next((a for a in clause.args if a.topic and not a.case), None)
    if held is None or clause.negative or clause.lemma not in _LASTING:
        return ()
    if not held.text.endswith(_nouns("worries")):
        return ()
    own = (f for m in held.mods if m.case == "の" and (f := actors.refer(m)))
    inner = [a for c in held.clauses for a in c.args]
    return next(own, ()) or next((f for a in (*clause.args, *inner) if (f := _within(a, actors))), ())


def _voiced(clause: Clause, actors: Actors) -> tuple[str, ...]:
    """業界からは改善を求める声が相次いだ, 改革を求める声も高まっている: a demand, whosever it is."""
    voices = clause.argument("が") or next((a for a in clause.args if a.topic and not a.case), None)
    if voices is None or voices.text != "声" or clause.negative or clause.lemma not in _LASTING | _RISING:
        return ()
    if not any(c.lemma in _CALLING for c in voices.clauses):
        return ()
    around = [*clause.args, *(a for c in voices.clauses for a in c.args)]
    named = [m for m in voices.mods if m.case == "の"] + [a for a in around if a.case in ("から", "で")]
    return next((f for a in named if (f := actors.refer(a) or states_of(actors.named(a)))), _UNNAMED)


def _within(arg: Chunk, actors: Actors) -> tuple[str, ...]:
    """Whose house a feeling is told of: 政府内で, 米議会では, 日本には."""
    inside = arg.text.endswith(_INSIDE) and arg.case == "で"
    if not inside and not (arg.case == "に" and arg.topic == "は"):
        return ()
    return actors.refer(arg) or states_of(actors.named(arg))


def called_for(clause: Clause, words: frozenset[str], verbs: frozenset[str]) -> int | None:
    """Where what the author calls for begins: 重要なのは…を管理することだ, 求められるのは…ことであろう."""
    if clause.lemma != "だ" or clause.predicate.text not in ("こと", "事"):
        return None
    inside = [clause]
    for each in inside:  # the topic stands with the first clause of what is called for
        inside += [*each.predicate.clauses, *(c for c in each.children if c not in inside)]
    for arg in (a for c in inside for a in c.args if a.topic == "は" and a.text in ("の", "こと", "もの")):
        needed = any(m.lemma in words or m.text in words for m in arg.mods)
        if needed or any(c.lemma in words or (c.lemma in verbs and c.passive) for c in arg.clauses):
            parts = [p.extent for c in inside for p in (*c.args, c.predicate) if p.extent >= arg.stop]
            return min(parts, default=clause.start)
    return None


def made(clause: Clause) -> bool:
    """Whether something is made a principle: 自律を外交原則としている, 解除を停戦の条件として挙げる."""
    if clause.argument("を") is None or clause.lemma not in _MAKING or "want" in clause.marks:
        return False
    return any(
        a.case in ("と", "に", "として") and a.text.endswith(_nouns("principles")) for a in clause.args
    )


def _modifiers(noun: Chunk) -> Iterator[Chunk]:
    for part in (noun, *noun.joined):
        for mod in part.mods:
            if mod.case == "の":
                yield mod
                yield from _modifiers(mod)


def _named(mod: Chunk, actors: Actors) -> tuple[str, ...]:
    return actors.refer(mod) or states_of(actors.named(mod))
