"""Disputes: matters on which parties stand against each other, with what the text last says of them."""

from __future__ import annotations

from collections.abc import Iterator

from detente.coding.codes import states_of
from detente.coding.ja.actors import Actors
from detente.coding.ja.chunks import Chunk
from detente.coding.ja.clauses import Clause
from detente.coding.ja.dispute_draft import cleft, dispute
from detente.coding.ja.dispute_nouns import disputes_of_noun
from detente.coding.ja.dispute_sides import (
    against,
    named_in,
    owners,
    parties_of,
    phrase_parties,
    sides,
    with_beside,
)
from detente.coding.ja.dispute_words import UNREAL, lexicon
from detente.coding.ja.draft import Draft, distinct
from detente.coding.ja.lexicon import lemma
from detente.coding.ja.scene import Scene
from detente.coding.ja.sentence import Unit
from detente.coding.ja.subjects import previous_clause, subject_of
from detente.coding.ja.tokens import QUOTED

_SAME_DISPUTE = 0.3
_SHORT, _FEW = 40, 10


def disputes_of(scene: Scene, actors: Actors) -> list[Draft]:
    """The disputes that a sentence speaks of, the surest where several words name the same one."""
    drafts: list[Draft] = []
    for unit in scene.sentence.units:
        if unit.kind == "parenthesis":
            continue
        for clause in unit.clauses:
            drafts += _of_clause(clause, unit, scene, actors)
            drafts += _over(clause, scene, actors)
            drafts += _arising(clause, scene, actors)
        for chunk in unit.parse.chunks:
            drafts += disputes_of_noun(chunk, unit, scene, actors)
    if any(not d.rule.endswith(".named") for d in drafts):  # 台湾問題をめぐり対立した
        drafts = [d for d in drafts if not d.rule.endswith(".named")]
    return _one_a_pair(distinct(drafts, _SAME_DISPUTE))


def _one_a_pair(drafts: list[Draft]) -> list[Draft]:
    """水利を巡る交渉が長引き、両国は対立してきた: one dispute, told most plainly by the verb.

    Of two tellings one within the other there is one dispute too: AはBとの領有権を争う.
    """
    surest = sorted(drafts, key=lambda d: (-d.confidence, d.start - d.end))
    kept: list[Draft] = []
    for draft in surest:
        if not any(_told_by(draft, other) for other in kept):
            kept.append(draft)
    return [d for d in drafts if d in kept]


def _told_by(draft: Draft, other: Draft) -> bool:
    loose = draft.rule.endswith((".noun", ".over", ".strong", ".named")) and other.rule.endswith(".verb")
    within = other.start <= draft.start and draft.end <= other.end
    around = draft.start <= other.start and other.end <= draft.end
    return (loose or within or around) and set(draft.fields["parties"]) == set(other.fields["parties"])


def _of_clause(clause: Clause, unit: Unit, scene: Scene, actors: Actors) -> Iterator[Draft]:
    """露米は意見を異にした, AとBが対立していた, 日本側は強く抗議した."""
    words = lexicon()
    if _unreal(clause):
        return
    if clause.negative:
        apart = clause.lemma in words.unmet or any(a.head.norm in words.unmet for a in clause.args)
        parties = (parties_of(clause, actors) or actors.memory.pair) if apart else ()
        if len(parties) > 1 and clause.relation != "relative":
            yield dispute((clause.start, clause.end), parties, 0.6, "unmet", scene)
        return
    idiom = any(clause.lemma in words.idioms.get(a.head.norm, ()) for a in clause.args)
    differing = clause.lemma == "為る" and any(a.case == "に" and a.text == "異" for a in clause.args)
    idiom = idiom or (differing and any(a.head.norm in words.idioms for a in clause.args))
    opposed = clause.lemma == "有る" and any(a.case == "に" and a.text in words.opposed for a in clause.args)
    idiom = idiom or opposed or _differs(clause)
    if not idiom and clause.lemma not in words.verbs:
        if _protests(clause) and _about(clause) and len(parties := against(clause, actors)) > 1:
            yield dispute((clause.start, _end(clause)), parties, 0.45, "protest", scene)
        return
    parties = with_beside(parties_of(clause, actors), clause, actors)
    quarrel = next((a for a in clause.args if a.head.norm in words.idioms), None)
    if idiom and quarrel is not None and len(parties) < 2:  # 米国とロシアの意見が食い違う
        topics = [a for a in clause.args if a.topic == "は" and not a.case]  # 米朝は立場に隔たりがある
        over = tuple(s for a in topics for s in states_of(actors.refer(a) or ()))
        told = (owners(quarrel, actors), phrase_parties(quarrel, None, actors), over)
        parties = next((both for both in told if len(both) > 1), parties)
        if len(parties) < 2 and quarrel.case == "が" and quarrel.mods:  # 有無自体の主張が
            parties = sides(clause, scene, actors) or parties
    if len(parties) > 1:
        above = cleft(clause)
        end = above.end if above is not None else _end(clause)
        yield dispute((_start(clause, quarrel), end), parties, 0.75, "verb", scene)
    elif idiom and parties:
        yield dispute((clause.start, _end(clause)), parties, 0.6, "claim", scene)
    elif _protests(clause) and _about(clause) and len(parties := against(clause, actors)) > 1:
        yield dispute((clause.start, _end(clause)), parties, 0.45, "protest", scene)


def _differs(clause: Clause) -> bool:
    """異なる見解を有する, 相反する立場を取る."""
    held = clause.argument("を") if clause.lemma in lexicon().bearing else None
    if held is None or held.head.norm not in lexicon().idioms:
        return False
    return any(c.lemma in lexicon().apart for c in held.clauses) or any(
        m.head.norm in lexicon().apart for m in held.mods
    )


def _unreal(clause: Clause) -> bool:
    """Whether the clause only supposes, expects or means to bring about what it tells: 渡り合うため."""
    if clause.marks & UNREAL or clause.link in ("ba", "tara", "nara", "限り"):
        return True
    meant = clause.link == "ため" and not clause.marks & {"past", "progressive"}
    above = clause.parent if clause.relation == "complement" else None  # 提訴することになるだろう
    marks = clause.marks | (above.marks if above is not None and above.lemma == "成る" else frozenset())
    foretold = "hedged" in marks and not marks & {"past", "progressive"}
    return meant or foretold


def _end(clause: Clause) -> int:
    """韓国が反発していた問題: a matter that the clause modifies belongs to the span."""
    modified = clause.modified
    if modified is not None and clause.relation == "relative" and modified.text.endswith(lexicon().matters):
        return modified.end
    return clause.end


def _start(clause: Clause, quarrel: Chunk | None) -> int:
    """日本と韓国の対立が激化した: where the quarrel, its matter and sides begin, or the clause."""
    if quarrel is None or quarrel.case != "が" or not quarrel.mods:
        return _whole_start(clause)
    own = [a for a in clause.args if a is quarrel or a.case == "めぐって" or a.text.endswith("間")]
    return min(a.extent for a in own)


def _whole_start(clause: Clause) -> int:
    """自国領土と反論し、平行線となった: a few words of standing apart take in the clause that they sum up."""
    before = previous_clause(clause)
    few = clause.end - clause.start < _FEW and before is not None and before.link in ("renyo", "te")
    return before.start if few and before is not None and before.end <= clause.start else clause.start


def _protests(clause: Clause) -> bool:
    """反発した, 反発を強めた, 抗議を申し入れた: by the verb, or by its noun under a verb of voicing."""
    if clause.passive:  # 後退したと批判されるA国: by whom is not told
        return False
    words, deed = lexicon(), clause.argument("を")
    named = lemma(deed.head.norm + "する") if deed is not None and clause.lemma in words.voicing else ""
    return clause.lemma in words.protests or named in words.protests


def _about(clause: Clause) -> bool:
    """Whether the text says what the protest is against."""
    told = any(c.relation == "quote" for c in clause.children)
    return told or any(a.case in ("に", "を", "と", "対して", "めぐって") for a in clause.args)


def _over(clause: Clause, scene: Scene, actors: Actors) -> Iterator[Draft]:
    """領有権をめぐり、AとBの艦艇が接触した: a matter that sides contend over, whatever they do about it."""
    words = lexicon()
    matter = next((a for a in clause.args if _is_matter(a, clause)), None)
    if (
        matter is None
        or clause.lemma in words.talks | words.held
        or clause.marks & UNREAL
        or _no_quarrel(clause)
    ):
        return
    parties = sides(clause, scene, actors, matter)
    makers = [s for c in matter.clauses for s in states_of(subject_of(c, actors).actors)]
    parties = tuple(dict.fromkeys([*makers, *parties]))  # 米国が科した制裁を巡り
    if len(parties) > 1:
        near = clause.end - matter.extent <= _SHORT
        yield dispute((matter.extent, clause.end if near else matter.stop), parties, 0.55, "over", scene)


def _is_matter(arg: Chunk, clause: Clause) -> bool:
    """通商をめぐり; what is told about only where sides demand or protest: 通商に関しては〜を求めた."""
    demanded = clause.lemma in lexicon().protests | lexicon().demanding
    about = arg.case in ("関して", "ついて") and arg.topic == "は" and demanded
    return not arg.adnominal and (arg.case == "めぐって" or about)


def _arising(clause: Clause, scene: Scene, actors: Actors) -> Iterator[Draft]:
    """EUとトルコの間で緊張が高まった, 両国は対立を抱える: a quarrel arises or lasts between sides."""
    words = lexicon()
    if clause.lemma not in words.arising or clause.negative or _unreal(clause) or clause.relation == "quote":
        return
    told = [a for a in clause.args if a.head.norm in words.nouns and a.case in ("が", "を", "")]
    if told and len(parties := named_in(clause, actors)) > 1:
        sides = [
            a
            for a in clause.args
            if a.text.endswith("間") or set(states_of(actors.refer(a) or ())) & set(parties)
        ]
        yield dispute((min(a.extent for a in (*told, *sides)), _end(clause)), parties, 0.6, "arising", scene)


def _no_quarrel(clause: Clause) -> bool:
    """対応を巡り協力が重要だと指摘した, 〜をめぐっては会談が行われた: talk of a matter is no quarrel."""
    words = lexicon()
    said = any(a.case == "と" and a.head.pos == QUOTED for a in clause.args)
    said = said or any(c.relation == "quote" for c in clause.children)
    met = any(
        lemma(a.head.norm + "する") in words.talks | words.held for a in clause.args if a.case in ("が", "を")
    )
    return met or (said and clause.lemma not in words.protests | words.verbs)
