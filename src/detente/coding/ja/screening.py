"""Whether a candidate tells an act at all, once its sides are known: not a topic, a trait, or what is due."""

from __future__ import annotations

from detente.coding.codebook import Entry
from detente.coding.codes import states_of
from detente.coding.ja.candidates import Candidate
from detente.coding.ja.chunks import Chunk
from detente.coding.ja.clauses import Clause
from detente.coding.ja.content import enacted
from detente.coding.ja.heads import Heads, verb_entries
from detente.coding.ja.meetings import MEETINGS
from detente.coding.ja.noun_sides import INVADING, modifiers
from detente.coding.ja.sides import Sides
from detente.coding.ja.subjects import own_subject

FRIENDLY = frozenset({"SUPPORT", "COOPERATE", "AID", "AGREE", "CONCEDE"})
_EXPLICIT = ("own", "head", "topic", "noun", "shared")
_SAID = frozenset({"REQUEST", "ACCUSE", "THREATEN", "PROTEST", "SUPPORT"})
_ANY = ("いかなる", "どのような", "どの国", "どこの国", "誰")
_SUMMITS = frozenset({"サミット", "会議", "会合", "首脳会議"})
_REACHED = frozenset("交渉 協議 会談 協定 条約 合意 停戦 和平 議定書 取り決め 講和 決議 署名 休戦".split())  # noqa: SIM905
_ON = frozenset({"めぐって", "で", "関して", "ついて", "向けて", "おいて"})
_STRONG = frozenset({"よって", "から", "へ", "対して", "と", "向けて", "おいて"})


def named_enough(entry: Entry, noun: Chunk, sides: Sides, joint: bool) -> bool:
    """Whether a noun alone names its sides well enough to report an act rather than a topic."""
    if entry.nominal == "strong":
        return True
    if joint and _dated(noun) and noun.head.norm in MEETINGS:
        return True
    if joint and any(m.case in _ON for m in noun.mods) and noun.head.norm in MEETINGS:
        return True
    if joint and entry.type == "ASSAULT" and (_dated(noun) or noun.clauses):
        return True
    if not sides.actors and not sides.targets:
        return False
    cases = {m.case for m in noun.mods}
    if joint:
        several = len(states_of(sides.actors)) > 1 and not _taken_up(noun)
        return several or _dated(noun) or (bool(sides.actors) and noun.head.norm in _SUMMITS)
    if entry.id == "agree.join" and not sides.actors:
        return False
    if cases & _STRONG or (noun.head.norm in INVADING and sides.target_how == "noun"):
        return True
    if entry.frame == "visit":
        return bool(sides.actors)
    return entry.type not in FRIENDLY


def _taken_up(noun: Chunk) -> bool:
    """両国の協議, 二国間の対話: the pair is only what the text is about."""
    return any(m.text.startswith(("両", "二国", "双方")) for m in modifiers(noun))


def _dated(noun: Chunk) -> bool:
    return any(m.temporal for m in noun.mods)


def judges(noun: Chunk, clause: Clause, heads: Heads) -> bool:
    """停戦合意を歓迎した: who judges what others did has no part in it, nor is it told anew."""
    if not any(arg is noun for arg in clause.args):
        return False
    entries = verb_entries(heads, clause.predicate, "")
    return any(e.type in ("SUPPORT", "ACCUSE", "REJECT", "PROTEST") and e.frame != "joint" for e in entries)


def gathered(candidate: Candidate) -> bool:
    """未来サミットが開催された, 決議が採択された: a gathering's act, whoever took part."""
    clause, noun = candidate.clause, candidate.noun
    if candidate.path == "noun" and noun is not None and candidate.entry.type == "CONSULT":
        return noun.head.norm in MEETINGS
    if clause is None or candidate.path == "noun" or candidate.entry.type not in ("CONSULT", "AGREE"):
        return False
    reached = own_subject(clause)
    settled = reached is not None and reached.head.norm in _REACHED
    told = "past" in clause.marks or any(a.temporal for a in clause.args)
    return (clause.passive or settled) and told and clause.relation in ("chain", "complement")


def voiced(candidate: Candidate) -> bool:
    """〜を求める声: a demand whose authors the text leaves open."""
    clause = candidate.clause
    if clause is None or candidate.entry.type not in ("REQUEST", "ACCUSE", "REJECT", "PROTEST", "SUPPORT"):
        return False
    return clause.relation == "relative" and clause.modified is not None and clause.modified.text == "声"


def generic(candidate: Candidate, sides: Sides) -> bool:
    """A relative clause that only describes its noun: 協調できる分野, 意見が一致しない問題."""
    clause = candidate.clause
    if clause is None or candidate.path == "noun":
        return False
    if "obligation" in clause.marks or ("potential" in clause.marks and clause.relation == "complement"):
        return not clause.negative
    anybody = (p for a in clause.args for item in (a, *a.joined) for p in (item, *item.mods))
    if any(p.text.startswith(_ANY) for p in anybody) and not clause.negative:
        return True  # いかなる国とも戦う
    if clause.relation != "relative":
        return False
    if "want" in clause.marks:
        return True
    if enacted(clause) or (candidate.entry.type == "CONSULT" and len(states_of(sides.actors)) > 1):
        return False
    if candidate.entry.type in _SAID and not sides.actors and not sides.targets:
        return True  # 怒った群衆
    timeless = not clause.marks & {"past", "progressive", "repeated", "scheduled"}
    return timeless and (sides.actor_how not in ("own", "head") or "potential" in clause.marks)


def by_a_thing(candidate: Candidate, sides: Sides) -> bool:
    """これが侵攻を促した: what speaks for nobody asks, blames and warns nobody."""
    clause = candidate.clause
    if clause is None or candidate.path == "noun" or sides.actors or sides.actor_how != "other":
        return False
    return candidate.entry.type in _SAID and not clause.passive and own_subject(clause) is not None


def expected(candidate: Candidate, sides: Sides) -> bool:
    """自制が求められる, 選択を迫られた: what nobody asks for is only due."""
    clause = candidate.clause
    if candidate.entry.type == "ACCUSE" and clause is not None and clause.passive and not sides.targets:
        return not sides.explicit  # 再燃が懸念される
    if candidate.entry.type != "REQUEST" or clause is None or candidate.path == "noun":
        return False
    return clause.passive and not sides.explicit


def enough(entry: Entry, sides: Sides, named: Sides, adopted: bool) -> bool:
    """Whether the sides that an entry needs are known."""
    if entry.needs == "nothing" or adopted:
        return True
    if entry.needs == "states":
        return len(set(states_of(sides.actors)) | set(states_of(sides.targets))) > 1 or (
            (bool(sides.actors) or bool(sides.targets)) and named.actor_how in _EXPLICIT
        )
    if entry.needs == "target":
        return bool(sides.targets)
    return bool(sides.actors) or bool(named.targets) or named.agentive
