"""Commitments: what two sides bind themselves to without an instrument's name."""

from __future__ import annotations

from detente.coding.codes import is_state, state_of, states_of
from detente.coding.dates import scoping
from detente.coding.ja.actors import Actors
from detente.coding.ja.agent_words import lists
from detente.coding.ja.agreement_words import lexicon
from detente.coding.ja.chunks import Chunk
from detente.coding.ja.clauses import Clause
from detente.coding.ja.instruments import Instrument
from detente.coding.ja.meetings import MEETINGS
from detente.coding.ja.reported import settled
from detente.coding.ja.scene import Scene
from detente.coding.ja.sentence import Unit
from detente.coding.ja.subjects import own_subject, previous_clause, subject_of

_MUTUAL_IF_PASSIVE = frozenset({"決定する", "確認する"})
_BY_ITSELF = frozenset({"決まる", "妥結する"})
_BETWEEN = ("間", "双方", "両者", "互い")
_CONTENT = frozenset({"で", "に", "を", "が", ""})
_ABOUT = frozenset({"ついて", "関して", "めぐって"})
_HOLDING = frozenset({"開く", "開催する", "行う"})
_MATTERS = frozenset({"協議", "交渉", "折衝"})  # talks that are themselves what sides agree on
_UNREAL = frozenset({"planned", "possible", "feared", "hedged", "unlikely", "obligation", "want"})
_LONG = 60


def may_commit(clause: Clause) -> bool:
    """Whether a clause tells as real that somebody binds himself."""
    if clause.negative or clause.relation == "relative" or clause.marks & _UNREAL or only_meant(clause):
        return False
    return _commits(clause) or _truce(clause) or _resolves(clause)


def only_meant(clause: Clause) -> bool:
    """受け入れることを提案した, 一致して求めた: told as a wish, or only how something else is done."""
    above = clause.parent
    if clause.lemma == "一致する" and clause.link == "te" and not clause.predicate.comma:
        return True
    embedded = above is not None and clause.relation in ("complement", "quote")
    return embedded and above is not None and above.lemma in lexicon().wishing


def _resolves(clause: Clause) -> bool:
    """双方は交渉を再開することとした, 連携していくことを確認した: what both mean to do from now on."""
    if clause.lemma == "確認する":
        return settled(clause)
    return "resolved" in clause.marks and clause.link in ("final", "ga") and not clause.passive


def commitment(
    clause: Clause, unit: Unit, scene: Scene, actors: Actors, known: list[Instrument], named: bool
) -> None:
    """Add what a clause commits its sides to (〜で合意した); `named` where it tells of an instrument."""
    truce = _truce(clause)
    told = [a for a in clause.args if (a.case in _CONTENT and _is_told(a, clause)) or _settles(a, clause)]
    if any(_meeting_to_come(a) for a in told):
        return
    told_so = any(c.relation in ("quote", "complement") for c in clause.children)
    subject = subject_of(clause, actors)
    parties = _sides(clause, states_of(subject.actors), told, actors)
    joint = _both(clause, subject.chunk)
    if (_resolves(clause) and not joint and len(parties) < 2) or _of_one_body(clause, subject.actors):
        return
    mutual = truce or clause.lemma in _BY_ITSELF or joint
    if not (told or told_so or truce) or (len(parties) < 2 and not mutual):
        return
    deed = any(a.clauses for a in told)  # 共同宣言を基礎として交渉を加速させることで合意した
    here = [a for a in clause.args if a.clauses or not deed]
    if named or any(a.extent <= f.start < a.stop for f in known for a in here):
        return
    what = [(a.extent, a.stop) for a in told]
    what += [(c.start, c.end) for c in clause.children if c.relation in ("quote", "complement")]
    what += [(c.start, c.end) for c in unit.clauses if c.relation == "relative" and not _met(c.modified)]
    apart = [d for d in scene.dates if not any(a <= d.start and d.end <= b for a, b in what)]
    date = scoping(apart, clause.start, clause.end)
    start = _committed_from(clause, told)
    step = ("agreed", date.edtf if date is not None else None, clause.start, clause.end)
    text = scene.text(start, clause.end)
    if truce and (told_before := _same_truce(parties, step[1], known)) is not None:
        told_before.steps.append(step)
        return
    known.append(Instrument(text, start, clause.end, parties, 0.6, "commitment", steps=[step]))


def _same_truce(parties: tuple[str, ...], date: str | None, known: list[Instrument]) -> Instrument | None:
    """The truce between the same sides that was told of before, unless that one was of another day."""
    for found in reversed(known):
        whose = set(found.parties) == set(parties) or not parties
        if whose and any(word in found.name for word in lexicon().truces):
            days = {found.signed, date} - {None}
            return found if len(days) < 2 else None
    return None


def _is_told(arg: Chunk, clause: Clause) -> bool:
    """What is agreed on: 停止することで, 部隊の引き離しに; not the talks at which it was."""
    if _met(arg) and arg.case == "で" and not any(c.relation == "complement" for c in arg.clauses):
        return False
    deed = bool(arg.clauses) or arg.head.verbal_noun
    return deed or (arg.case == "に" and clause.lemma == "合意する" and bool(arg.mods) and not arg.temporal)


def _settles(arg: Chunk, clause: Clause) -> bool:
    """計画をどう履行するかについて合意した: the matter on which sides came to terms."""
    return arg.case in _ABOUT and clause.lemma == "合意する" and not _met(arg)


def _met(noun: Chunk | None) -> bool:
    return noun is not None and noun.text.endswith(tuple(MEETINGS - _MATTERS))


def _meeting_to_come(arg: Chunk) -> bool:
    """首脳会談を開くことで合意した: a meeting that is settled is arranged, not agreed on."""
    held = [c for c in arg.clauses if c.lemma in _HOLDING and c.relation == "complement"]
    return any(_met(c.argument("を", "が")) for c in held)


def _commits(clause: Clause) -> bool:
    """Whether the verb commits: 合意した, passive 確認された; 受け入れた alone does not."""
    if clause.lemma not in lexicon().commitments:
        return False
    if clause.passive and clause.lemma == "確認する":  # 用意があることが確認された tells what is so
        told = any(a.text == "こと" for a in clause.args)
        return not told or settled(clause)
    return clause.passive or clause.lemma not in _MUTUAL_IF_PASSIVE


def _truce(clause: Clause) -> bool:
    """停戦した, 停戦を受け入れた, 休戦となった."""
    named = any(
        a.head.norm in lexicon().truces for a in clause.args if a.case in ("を", "に", "が", "と", "で")
    )
    by_verb = clause.lemma.removesuffix("する") in lexicon().truces
    return by_verb or (named and (clause.lemma in lexicon().set_in or clause.lemma in lexicon().commitments))


def _sides(clause: Clause, doers: tuple[str, ...], told: list[Chunk], actors: Actors) -> tuple[str, ...]:
    """Who binds himself: the subject, with whom he does or met before, the other of the pair spoken of."""
    parties = [*doers]
    for arg in clause.args:
        if arg.case == "と" or arg in told:
            parties += states_of(actors.refer(arg) or actors.named(arg))
    if len(set(parties)) < 2 and (before := previous_clause(clause)) is not None:
        partner = before.argument("と")
        parties += states_of(actors.refer(partner) or ()) if partner is not None and doers else ()
    if len(set(parties)) == 1 and clause.lemma in lexicon().mutual:
        parties += actors.memory.other_side(tuple(parties[:1]))
    if len(set(parties)) < 2 and (clause.passive or clause.lemma in _BY_ITSELF or _truce(clause)):
        parties = [*actors.memory.pair]
    return tuple(dict.fromkeys(parties))


def _of_one_body(clause: Clause, doers: tuple[str, ...]) -> bool:
    """EUは首脳会議でトルコへの制裁で合意した: what one body decides within itself."""
    bodies = len(doers) == 1 and not is_state(state_of(doers[0]))
    return bodies and clause.argument("と") is None and not clause.passive


def _both(clause: Clause, subject: Chunk | None) -> bool:
    """両首脳は合意した, 首脳間で合意した: both sides, though the text does not name them here."""
    joint = subject is not None and (subject.text in lists().joint or subject.text[0] == "両")
    return joint or any(a.text.endswith(_BETWEEN) for a in clause.args)


def _committed_from(clause: Clause, told: list[Chunk]) -> int:
    """関係を回復し、大使館を再開することで合意した: what is agreed begins with the clause chained before."""
    if clause.end - clause.start > _LONG and told:
        start = told[-1].own_extent
        inner = [c for c in told[-1].clauses if c.args] if clause.end - start > _LONG else []
        return inner[-1].args[-1].extent if inner else start
    before = previous_clause(clause)
    if before is None or before.link != "renyo" or before.marks or own_subject(clause) is not None:
        return clause.start
    return min(clause.start, before.start) if before.lemma not in lexicon().status else clause.start
