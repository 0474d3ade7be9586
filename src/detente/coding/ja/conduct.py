"""Conduct that no entry of the codebook names: what a political actor is told to have done, by its words."""

from __future__ import annotations

import re
from functools import lru_cache

from detente.coding.codes import is_state, states_of
from detente.coding.ja.actors import Actors
from detente.coding.ja.candidates import adverb_of
from detente.coding.ja.chunks import Chunk
from detente.coding.ja.clauses import Clause
from detente.coding.ja.counterparts import counterpart
from detente.coding.ja.draft import Draft, Telling, told_act
from detente.coding.ja.heads import predicate_key, verb_key
from detente.coding.ja.kinds import clause_kinds, likeliest
from detente.coding.ja.lexicon import table
from detente.coding.ja.meetings import MEETINGS
from detente.coding.ja.mood import Mood, mood_of
from detente.coding.ja.openings import agentive
from detente.coding.ja.scene import Scene
from detente.coding.ja.sentence import Unit
from detente.coding.ja.speech import speech_act
from detente.coding.ja.subjects import Subject, own_subject, subject_of
from detente.coding.ja.tokens import QUOTED
from detente.findings import Modality

_DONE = frozenset({"past", "progressive", "repeated", "humble"})
_RUNNING_ON = ("renyo", "te", "tomoni")
_HOW = ("own", "topic", "shared")
_PATIENTS = ("を", "に", "へ", "と", "対して", "から", "向けて")
_TOGETHER = frozenset({"AGREE", "CONSULT", "COOPERATE", "SUPPORT"})
_OCCASIONS = ("で", "おいて", "として")
# what a declaration alone brings about; a visit or an aid that is announced is a plan
_DECLARED = frozenset({"SANCTION", "REJECT", "RETREAT", "CONCEDE", "MOBILIZE"})
_FORCE = frozenset({"ASSAULT", "COERCE"})
_BORNE = ("を", "に", "へ", "と", "から", "対して", "で", "")
_LEFT_OPEN = frozenset({"事", "物", "法律", "法案", "選挙", "議会", "政権"})


@lru_cache(maxsize=8)
def _verbs(name: str) -> frozenset[str]:
    return frozenset(verb_key(w) for w in str(table("conduct")[name]).split())


@lru_cache(maxsize=4)
def _words(name: str) -> tuple[str, ...]:
    return tuple(str(table("conduct")[name]).split())


@lru_cache(maxsize=1)
def _kinds() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Types of conduct with the words that mark them, in the order in which they are tried."""
    kinds = table("conduct")["kinds"].items()
    return tuple((k.partition(" ")[0], re.compile("|".join(str(w).split()))) for k, w in kinds)


def conduct(scene: Scene, actors: Actors, taken: list[Draft]) -> list[Draft]:
    """What the actors of a sentence do in clauses on which no act stands yet."""
    found = []
    for unit in scene.sentence.units:
        for clause in unit.clauses if unit.kind == "sentence" else ():
            if any(d.start < clause.end and clause.predicate.start < d.end for d in taken):
                continue
            if _settled(clause, taken):
                continue
            if (draft := _draft(scene, unit, clause, actors)) is not None:
                found.append(draft)
    return found


def _settled(clause: Clause, taken: list[Draft]) -> bool:
    """制裁措置を講じることを決定した: what is decided on is the act, and stands already."""
    deed = clause.argument("を")
    inside = deed.clauses if deed is not None else []
    return any(c.predicate.start < d.end and d.start < c.end for c in inside for d in taken)


def _draft(scene: Scene, unit: Unit, clause: Clause, actors: Actors) -> Draft | None:
    subject = subject_of(clause, actors)
    if (pair := _between(clause, subject, actors)) != ():
        subject = Subject(pair, "pair", subject.chunk)
    elif not _acts(clause, subject) or actors.reports(subject.chunk):
        return None
    mood = mood_of(clause)
    start, end = _extent(clause, bool(pair))
    kind = _named(clause) or (pair and _done_together(clause))
    if not kind:
        kind = suggested_kind(scene, clause, start, end)
        if kind == "NONE" and not _plain(clause, subject, mood):
            return None
        if pair and kind not in _TOGETHER:
            return None
        kind = kind if pair else likeliest(clause_kinds(unit, clause, actors, kind), kind)
    targets = _targets(clause, subject, actors, kind)
    objects = frozenset(a.text for a in clause.args if a.case in ("を", "に", "が") and not a.temporal)
    return told_act(
        (start, end),
        f"conduct.{kind.lower()}/{subject.how}",
        0.35,
        kind=kind,
        sides=(subject.actors, targets),
        action=scene.text(start, end)[-60:],
        date=scene.date_of(start, clause.end),
        mood=mood,
        telling=Telling(clause.lemma.removesuffix("する"), objects, False, scene.number),
    )


def _extent(clause: Clause, bare: bool) -> tuple[int, int]:
    """From the first argument (`bare`: without its modifying clauses) to the verb or the paper it is of."""
    if bare:
        starts = [a.own_extent for a in clause.args if a.case not in _OCCASIONS]
    else:
        starts = [a.start if a.topic and a.clauses else a.extent for a in clause.args]
    end = clause.modified.end if bare and clause.modified is not None else clause.end
    return min([clause.predicate.start, *starts]), end


def _between(clause: Clause, subject: Subject, actors: Actors) -> tuple[str, ...]:
    """The two states of a text in which something was done by no one named: 10の合意が実行された."""
    if not clause.passive or clause.negative:
        return ()
    pair = _met(clause, actors) or actors.memory.dyad
    thing = own_subject(clause) if clause.relation == "chain" else _paper(clause)
    if thing is None:
        return ()
    if len(pair) != 2 or not all(map(is_state, pair)) or thing.head.norm in _LEFT_OPEN:
        return ()
    if subject.actors and (clause.relation == "chain" or subject.how == "own"):
        return ()
    if any(a.case in ("で", "おいて") and actors.place(a) for a in clause.args):
        return ()  # ウクライナでは新しい法が採択された
    told = "past" in clause.marks or clause.link in _RUNNING_ON
    by = any(a.case in ("よって", "に", "から") and not a.temporal for a in clause.args)
    return pair if told and not by and actors.refer(thing) is None else ()


def _met(clause: Clause, actors: Actors) -> tuple[str, ...]:
    """日露首脳会談で承認された: the two states of the meeting at which something is done."""
    for arg in clause.args:
        if arg.case in ("で", "おいて") and arg.text.endswith(tuple(MEETINGS)):
            return states_of(actors.named(arg)) or actors.memory.dyad or actors.memory.pair
    return ()


def _paper(clause: Clause) -> Chunk | None:
    """2016年に確立されたパートナーシップ: the paper or bond that a dated relative clause is of."""
    noun = clause.modified
    if clause.relation != "relative" or noun is None or not any(a.temporal for a in clause.args):
        return None
    return noun if noun.text.endswith(tuple(str(table("conduct")["bonds"]).split())) else None


def _done_together(clause: Clause) -> str | None:
    """The type of what two states did, by the passive verb that tells of it."""
    return next((k for k in table("conduct")["together"] if clause.lemma in _together(k)), None)


@lru_cache(maxsize=8)
def _together(kind: str) -> frozenset[str]:
    return frozenset(verb_key(w) for w in str(table("conduct")["together"][kind]).split())


def _plain(clause: Clause, subject: Subject, mood: Mood) -> bool:
    """Whether an act without a sense between states is told as done, by a state or its organs."""
    told = mood.modality is Modality.ASSERTED and (
        bool(clause.marks & _DONE) or (clause.relation == "chain" and clause.link in _RUNNING_ON)
    )
    told = told and clause.lemma not in _verbs("vague") and "attempt" not in clause.marks
    told = told and subject.how == "own"  # one of a chain tells what the named act of it is for
    return told and any(map(is_state, states_of(subject.actors)))


def _acts(clause: Clause, subject: Subject) -> bool:
    """Whether a clause tells an action of its own subject that can act between states."""
    if subject.how not in _HOW or (subject.how == "shared" and not subject.actors):
        return False
    if clause.relation == "relative" or clause.negative or clause.passive:
        return False
    marks = clause.marks
    if marks & {"potential", "obligation", "want", "question"} or clause.predicate.lemma == "だ":
        return False
    patients = [a for a in clause.args if a is not subject.chunk and not a.temporal]
    if (
        not any(a.case in _PATIENTS or (a.topic and not a.case) for a in patients)
        or clause.predicate.tokens[0].pos == "形容詞"
        or not (clause.lemma.endswith("する") or clause.predicate.tokens[-1].pos == "動詞")
    ):
        return False
    said = {predicate_key(clause.predicate, adverb_of(clause)), clause.lemma}
    if _verbs("idle") & said and _named(clause) is None and declared(clause) is None:
        return False
    told = clause.relation == "chain" and (marks & _DONE or clause.link in _RUNNING_ON)
    unreal = mood_of(clause).modality is not Modality.ASSERTED
    return bool(told) or (subject.how == "own" and unreal)


def _named(clause: Clause) -> str | None:
    """中国の措置を「経済的威圧」と呼んだ: the act of speech in a name that is given."""
    name = clause.argument("と")
    if clause.lemma not in _verbs("naming") or name is None:
        return None
    kind = speech_act(name.text)
    if kind is not None or name.head.pos != QUOTED or any(w in name.text for w in _words("friendly")):
        return kind
    whom = clause.argument("を")  # 判決を「紙くず」と呼んだ: what is named so is judged
    judged = whom is not None and (agentive(whom) or whom.text.endswith(_words("judged")))
    return "ACCUSE" if judged else None


def declared(clause: Clause) -> str | None:
    """財団の解散を発表した, 採択を終了することを表明した: the type of an act done by making it known."""
    deed = clause.argument("を")
    known = predicate_key(clause.predicate, adverb_of(clause)) in _verbs("declaring")
    if not known or deed is None or not (deed.head.verbal_noun or deed.clauses):
        return None
    kind = conduct_type(_told(deed))
    return kind if kind in _DECLARED else None


def own_step(words: str) -> str | None:
    """「条約を停止する」: the type of what those who say so stop or cut, 停止する being no act by itself."""
    kind = conduct_type(words) if words.endswith(_words("own_acts")) else "NONE"
    return kind if kind in _DECLARED else None


def _told(deed: Chunk) -> str:
    inside = [w for c in deed.clauses for w in (*(a.text for a in c.args), c.predicate.text)]
    return "".join([*(m.text for m in deed.mods), *inside, deed.text])


def conduct_type(text: str) -> str:
    """The PLOVER type that the words of a clause suggest, NONE where they suggest none."""
    return next((kind for kind, pattern in _kinds() if pattern.search(text)), "NONE")


def suggested_kind(scene: Scene, clause: Clause, start: int, end: int) -> str:
    """The type that the words of a clause suggest: those of its deed first, then all that stands with it.

    Force is told by the deed alone: 侵攻を機に腐心している is no invasion, 断絶した関係を修復した no break.
    """
    kind = conduct_type(_deed(scene, clause, _BORNE))
    if kind in (undone := table("conduct")["undone"]) and _undoes(clause):
        return str(undone[kind])
    if kind == "ASSAULT" and conduct_type(_deed(scene, clause, ("を", ""))) != kind:
        return "NONE"  # 侵略に対応した
    if kind != "NONE":
        return kind
    kind = conduct_type(scene.text(start, end))
    return "NONE" if kind in _FORCE else kind


def _undoes(clause: Clause) -> bool:
    """演習を終えた, 交流の扉を閉ざした: a verb that ends or cuts what its object names."""
    return clause.argument("を", "から") is not None and clause.lemma in _verbs("undoing")


def _deed(scene: Scene, clause: Clause, cases: tuple[str, ...]) -> str:
    """The verb with whom and what it bears on, their relative clauses left out."""
    borne = [a for a in clause.args if a.case in cases and not a.temporal]
    words = [scene.text(part.start, part.stop) for a in borne for part in (*a.mods, *a.joined, a)]
    return "".join([*words, *(a.text for a in clause.adverbs), clause.predicate.text])


def _targets(clause: Clause, subject: Subject, actors: Actors, kind: str) -> tuple[str, ...]:
    own = set(states_of(subject.actors))
    if len(own) == 2 and kind in (*_TOGETHER, "NONE"):
        return tuple(states_of(subject.actors))
    for case in _PATIENTS:
        arg = clause.argument(case)
        found = tuple(s for s in states_of(actors.named(arg)) if s not in own) if arg is not None else ()
        if found:
            return found
    if kind == "NONE" or not own or actors.memory.private.issuperset(subject.actors):
        return ()
    if len(own) > 1 and kind in _TOGETHER:
        return states_of(subject.actors)
    other = counterpart(actors, subject.actors, (clause.start, clause.end), kind)
    return other or (states_of(subject.actors) if len(own) > 1 else ())
