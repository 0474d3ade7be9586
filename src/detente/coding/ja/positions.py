"""Positions: where an actor stands on an issue, and the reasons that the text gives."""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.coding.codes import together
from detente.coding.ja.actors import Actors
from detente.coding.ja.causal_links import by_condition, by_ground, by_link, by_motive
from detente.coding.ja.chunks import Chunk
from detente.coding.ja.clauses import Clause
from detente.coding.ja.draft import Draft
from detente.coding.ja.needs import AUTHOR, needed
from detente.coding.ja.one_stand import Told, each_once
from detente.coding.ja.own_words import of_statement, values
from detente.coding.ja.readings import romanised
from detente.coding.ja.said import Said, first_told
from detente.coding.ja.scene import Scene
from detente.coding.ja.sentence import Unit
from detente.coding.ja.stand_words import stand_words
from detente.coding.ja.standpoints import called_for, made, standpoint
from detente.coding.ja.subjects import Subject, previous_clause, subject_of

_HEDGES = frozenset({"hedged", "possible", "reported"})
_CHAINED = frozenset({"te", "renyo", "while", "tomoni", "上", "うえ"})
_LONG = 60
_POLICY = re.compile("(?:という|との)?(?:方針|構え|考え|意向|決意|覚悟)")
_BACKED = ("政権", "政府", "勢力", "派", "組織", "側", "政策", "陣営", "運動", "独立", "統一", "防衛")
_REACTING = frozenset({"反発する", "抗議する"})


def positions_of(scene: Scene, actors: Actors, said: list[Said]) -> list[Draft]:
    """The positions of one sentence; `said` are its statements, whose speakers stand by their words."""
    spoken = [(s, d) for s in said if (d := of_statement(s, scene, actors)) is not None]
    told = {id(s.clause): d for s, d in spoken if s.clause is not None}
    stands: list[Told] = [(s.clause, d) for s, d in spoken]
    for unit in scene.sentence.units:
        if unit.kind == "sentence":
            for clause, draft in _of_unit(unit, scene, actors):
                if (same := told.get(id(clause))) is None:
                    stands.append((clause, draft))
                else:  # what is said is the stand; the clause that reports it gives the reasons
                    same.confidence = max(same.confidence, draft.confidence)
                    same.fields |= {k: draft.fields[k] for k in ("reasons", "reason_spans", "hedged")}
    return each_once(stands)


def _of_unit(unit: Unit, scene: Scene, actors: Actors) -> Iterator[tuple[Clause, Draft]]:
    for clause in unit.clauses:
        found = _stance(clause, actors) or _policy(clause, scene, actors)
        if found is not None and "unlikely" not in clause.marks and not _supposed(clause):
            holder, confidence, rule = found
            yield clause, _position(clause, unit, scene, holder, confidence, rule)


def _policy(clause: Clause, scene: Scene, actors: Actors) -> tuple[str, float, str] | None:
    """圧力を強める方針だ, 起訴する方針となっている: what somebody's policy is said to be."""
    planned = "planned" in clause.marks and clause.relation == "chain"
    if not planned or not _POLICY.match(scene.text(clause.end, clause.predicate.stop)):
        return None
    holder = _holder(subject_of(clause, actors))
    return (holder, 0.6, "policy") if holder is not None else None


def _supposed(clause: Clause) -> bool:
    above = clause.parent.marks if clause.parent is not None and clause.relation != "quote" else frozenset()
    feared = "feared" in clause.marks or "feared" in above
    return feared or clause.link in ("ba", "tara", "nara", "限り", "場合")


def _stance(clause: Clause, actors: Actors) -> tuple[str, float, str] | None:
    """Who takes a stand in a clause, how surely, and by which rule."""
    lexicon = stand_words()
    if (need := needed(clause)) is not None:
        return need
    subject = subject_of(clause, actors)
    if subject.how == "before" and (how := _goes_on(clause)) is not None:
        return together(subject.actors), 0.5, how
    if (told := standpoint(clause, subject, actors)) is not None:
        return together(told[0]), 0.55, told[1]
    holder = _holder(subject)
    if holder is None:
        return None
    wants = "want" in clause.marks
    if (
        clause.lemma in lexicon.stances
        and not clause.passive
        and not _in_passing(clause)
        and (clause.args or clause.relation == "relative" or _done_together(clause))
    ):
        return holder, 0.6, f"stance.{clause.lemma}"
    if clause.lemma in lexicon.backing and _backs(clause, actors):
        return holder, 0.55, f"backing.{clause.lemma}"
    if clause.negative and clause.lemma in lexicon.refusals and clause.relation == "chain" and clause.args:
        return holder, 0.55, "refusal"
    if _holds(clause):
        return holder, 0.7, "hold"
    if wants and (clause.argument("を", "に") is not None or any(_wanted(a, subject) for a in clause.args)):
        return holder, 0.7, "want"
    if "obligation" in clause.marks and clause.relation == "quote":
        return holder, 0.6, "ought"
    if clause.lemma in lexicon.thinks and _valued(clause):
        return holder, 0.6, "view"
    believed = clause.lemma in lexicon.beliefs and _believed(clause)
    if believed and clause.passive and clause.lemma != "見る":  # 中国は同志と位置付けられた
        others = actors.memory.other_side(subject.actors) if subject.how in ("own", "topic") else ()
        return (together(others), 0.5, "belief") if others else None
    if believed and not clause.passive and subject.how in ("own", "topic"):
        return holder, 0.55, "belief"
    if "attempt" in clause.marks and clause.marks & {"progressive", "repeated"}:
        return holder, 0.55, "intent"
    return None


def _backs(clause: Clause, actors: Actors) -> bool:
    """政権を支援してきた, 政権を支えるロシア: lasting support for an actor or a policy."""
    backed = clause.argument("を")
    lasts = bool(clause.marks & {"progressive", "repeated"}) or clause.relation == "relative"
    if backed is None or clause.passive or not lasts:
        return False
    return backed.text.strip("「」").endswith(_BACKED) or bool(actors.refer(backed))


def _goes_on(clause: Clause) -> str | None:
    """条件として挙げている, …も警戒している: by which rule whoever was spoken of goes on to stand."""
    if _holds(clause):
        return "hold"
    lasting = clause.link == "final" and "progressive" in clause.marks and not clause.passive
    if not lasting or not clause.args:
        return None
    if clause.lemma in stand_words().stances:
        return f"stance.{clause.lemma}"
    return "principle" if made(clause) else None


def _done_together(clause: Clause) -> bool:
    """解除を一致して求めている: how it is done stands between, with all that is asked for."""
    before = previous_clause(clause)
    return before is not None and before.link == "te" and not before.predicate.comma


def _wanted(arg: Chunk, subject: Subject) -> bool:
    """緊張の高まりは避けたい: what is wished for stands first."""
    return bool(arg.topic) and not arg.case and not arg.temporal and arg is not subject.chunk


def _in_passing(clause: Clause) -> bool:
    """反発したイラン, 終結を目指し、会議を開く: what only describes a doer, or why something else is done."""
    if clause.relation == "relative":
        done = clause.lemma in _REACTING and "past" in clause.marks
        return done or clause.lemma == "目指す" or not _of_something(clause)
    if clause.lemma == "急ぐ":  # 妥結を急いだ tells of a pace
        return "past" in clause.marks
    return clause.lemma == "目指す" and clause.link in ("renyo", "te")


def _of_something(clause: Clause) -> bool:
    """制裁に反対する米国, not 米国の主張する権利: whether a relative clause has its own object."""
    return any(a.case not in ("が", "の", "") for a in clause.args) or bool(clause.children)


def _holder(subject: Subject) -> str | None:
    """Who takes the stand: an actor, or a person named in the clause whom no gazetteer knows."""
    if subject.actors:
        return together(subject.actors) if subject.how not in ("before", "other", "none") else None
    chunk = subject.chunk
    person = chunk is not None and chunk.head.third == "人名"
    return romanised(chunk.text) if chunk is not None and person else None


def _believed(clause: Clause) -> bool:
    """〜と認識している, 〜をベンチマークと見ている, 〜を現実として受け入れ."""
    quoted = any(c.relation == "quote" for c in clause.children)
    return quoted or any(a.case in ("と", "として") for a in clause.args)


def _holds(clause: Clause) -> bool:
    holds = stand_words().holds
    if clause.lemma == "だ":
        return "だ" in holds.get(clause.predicate.head.norm, ()) and bool(clause.predicate.clauses)
    return any(
        clause.lemma in holds.get(arg.head.norm, ())
        for arg in clause.args
        if arg.case in ("を", "で", "と", "に")
    )


def _valued(clause: Clause) -> bool:
    """米国を不可欠とする, 第一の課題と位置付ける: a judgement in the と phrase or complement."""
    valued = any(
        a.case == "と" and values().search(a.text + "課題") for a in clause.args if len(a.tokens) < 4
    )
    quoted = any(c.relation == "quote" and values().search(c.predicate.text) for c in clause.children)
    return (valued and clause.argument("を") is not None) or quoted


def _thought(clause: Clause) -> int:
    """Where what somebody thinks begins: 交渉は難しいとみている."""
    return min([_begin(clause), *(first_told(c) for c in clause.children if c.relation == "quote")])


def _position(clause: Clause, unit: Unit, scene: Scene, holder: str, confidence: float, rule: str) -> Draft:
    whole = clause.link == "final" or rule == "policy" or "obligation" in clause.marks
    start, end = _begin(clause), clause.predicate.stop if whole else clause.end
    lexicon = stand_words()
    if rule == "need.cleft":
        start = called_for(clause, lexicon.need_words, lexicon.need_verbs) or start
    elif rule == "belief":
        start = _thought(clause)
    elif end - start > _LONG:
        start = _core(clause) if holder != AUTHOR else _ought(clause)
    if clause.relation == "relative" and clause.modified is not None and clause.modified.start >= clause.end:
        end = clause.modified.end
    reasons = [r for r in _reasons(clause, unit) if r[0] < r[1]]
    spans = [(max(a, unit.start), b) for a, b in reasons]
    return Draft(
        "position",
        start,
        end,
        confidence,
        f"ja.position.{rule}",
        {
            "actor": holder,
            "stance": scene.text(start, end),
            "reasons": tuple(scene.text(a, b) for a, b in spans),
            "reason_spans": tuple(spans),
            "hedged": bool(clause.marks & _HEDGES),
        },
    )


def _begin(clause: Clause) -> int:
    """Where a stand begins: with the clauses chained before it where the subject stands there."""
    if clause.bare_subject is not None:
        return clause.start
    chained = [c for c in clause.children if c.relation == "chain" and c.link in _CHAINED]
    return min([clause.start, *(_begin(c) for c in chained)])


def _core(clause: Clause) -> int:
    """Where what is stood for begins, when topic, time and occasion stand long before it."""
    core = [a for a in clause.args if a.case in ("を", "と", "に", "対して") and not a.topic]
    said = [c.start for c in clause.children if c.relation in ("quote", "complement")]
    return min([*(a.extent for a in core[-2:]), *said], default=clause.start)


def _ought(clause: Clause) -> int:
    """Where what ought to be begins: with its own が or は phrase."""
    own = [a for a in clause.args if a.case == "が" or (a.topic and a.case == "")]
    if not own:
        return _core(clause)
    embedded = (_begin(c) for c in own[-1].clauses if c.relation == "complement")
    return min([own[-1].own_extent, *embedded])


def _reasons(clause: Clause, unit: Unit) -> Iterator[tuple[int, int]]:
    """The causes that the sentence links to the clause: 〜ため, 〜として, 〜との懸念から."""
    for cause in [clause, *clause.children, *([clause.parent] if clause.parent else [])]:
        for rule in (by_link, by_motive, by_ground, by_condition):
            for draft in rule(cause, unit, lambda _: False):
                inside = draft.end >= clause.end and draft.start <= clause.predicate.start
                place = draft.fields["cause_span"]
                if inside and place and place[1] <= clause.predicate.start and "condition" not in draft.rule:
                    yield place
