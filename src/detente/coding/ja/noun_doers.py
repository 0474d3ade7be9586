"""The doer of an act that only a noun names, as the clause tells it that the noun stands in."""

from __future__ import annotations

from functools import lru_cache

from detente.coding.codes import state_of, states_of
from detente.coding.ja.actors import Actors
from detente.coding.ja.candidates import Candidate
from detente.coding.ja.chunks import Chunk
from detente.coding.ja.clauses import Clause
from detente.coding.ja.heads import verb_key
from detente.coding.ja.lexicon import table
from detente.coding.ja.mood import modified_by
from detente.coding.ja.sides import Sides
from detente.coding.ja.subjects import subject_of

_VISITING = ("own", "topic", "shared", "control", "before")


def visitor(noun: Chunk, clause: Clause, sides: Sides, actors: Actors) -> Sides:
    """来日中のモディ首相: whoever the visit's noun modifies is the visitor."""
    for head in modified_by(noun, clause):
        if found := actors.refer(head):
            return Sides(found, sides.targets, "noun", sides.target_how)
    return sides


def by_subject(candidate: Candidate, sides: Sides, actors: Actors) -> Sides:
    """北朝鮮がミサイルの発射を含め…: a forceful act without a doer of its own is the subject's.

    So is a visit (訪米の際、首相は…), and an act that one stops or goes on with: 隣国への援助を凍結した.
    """
    noun, clause = candidate.noun, candidate.clause
    if sides.actors or noun is None or clause is None:
        return sides
    subject = subject_of(clause, actors)
    if candidate.entry.frame == "visit" and sides.targets and subject.how in _VISITING:
        others = tuple(a for a in subject.actors if state_of(a) not in states_of(sides.targets))
        return Sides(others, sides.targets, "subject", sides.target_how) if others else sides
    if subject.how in ("own", "topic") and noun in _objects(clause) and clause.lemma in _own_acts():
        others = tuple(a for a in subject.actors if state_of(a) not in states_of(sides.targets))
        return Sides(others, sides.targets, "subject", sides.target_how) if others else sides
    if candidate.entry.type not in ("MOBILIZE", "COERCE"):
        return sides
    told = any(m.case == "の" for m in noun.mods) or noun.case == "はじめ"
    if subject.how != "own" or not subject.actors or not told:
        return sides
    owners = tuple(s for m in noun.mods for s in states_of(actors.named(m)))
    if owners and not set(owners) & set(states_of(subject.actors)):  # 米国製ミサイルの配備を理由に、ソ連側は…
        return Sides(owners, sides.targets, "noun", sides.target_how)
    return Sides(subject.actors, sides.targets, "subject", sides.target_how)


def followed(candidate: Candidate, sides: Sides, actors: Actors) -> Sides:
    """首相の要請を受け、大統領は…: what somebody goes by was done to him."""
    clause = candidate.clause
    if sides.targets or not sides.actors or clause is None or clause.parent is None:
        return sides
    if clause.lemma != "受ける" or candidate.noun not in clause.args:
        return sides
    doer = subject_of(clause.parent, actors)
    other = tuple(a for a in doer.actors if state_of(a) not in states_of(sides.actors))
    return Sides(sides.actors, other, sides.actor_how, "subject") if doer.how == "own" and other else sides


def _objects(clause: Clause) -> list[Chunk]:
    """What a clause's を phrase names, itself or by の: 援助の一部を凍結した."""
    deed = clause.argument("を")
    return [deed, *deed.mods] if deed is not None else []


@lru_cache(maxsize=1)
def _own_acts() -> frozenset[str]:
    return frozenset(verb_key(w) for w in str(table("conduct")["own_acts"]).split())
