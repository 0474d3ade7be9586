"""Views told without a verb of saying: AをBとしている, …とする立場だ, X政府によれば…という."""

from __future__ import annotations

from detente.coding.codes import is_state
from detente.coding.ja.actors import Actors
from detente.coding.ja.clauses import Clause
from detente.coding.ja.heads import verb_key
from detente.coding.ja.said import Said, first_told
from detente.coding.ja.speakers import document_of
from detente.coding.ja.speech import cues
from detente.coding.ja.subjects import subject_of
from detente.coding.ja.words import word_set

_MAKING = frozenset({verb_key(w) for w in ("する", "位置付ける", "見なす", "捉える", "呼ぶ", "見る")})
_STANDING = word_set("立場 論理 主張 考え 言い分 見立て 見解 認識 解釈 理屈 見方 説明 受け止め")
_SOURCES = frozenset({"よれば", "よると"})


def regarded(clause: Clause, actors: Actors) -> Said | None:
    """A view that a clause tells of by what it holds something to be, or by whose it is."""
    return _held_to_be(clause, actors) or _standing(clause, actors) or _by_source(clause, actors)


def _held_to_be(clause: Clause, actors: Actors) -> Said | None:
    """白書は米国を最大の脅威としている, 発射を挑発と見なした: a judgement of one thing as another."""
    if clause.lemma not in _MAKING or clause.passive or clause.negative or clause.relation == "complement":
        return None
    thing, held = clause.argument("を"), clause.argument("と")
    if thing is None or held is None or held.end < thing.start or held.topic == "は":
        return None
    if not held.text.endswith(cues().judgements):
        return None
    speaker = _speaker(clause, actors)
    if not speaker:
        return None
    start = clause.start if clause.relation != "relative" else thing.extent
    return Said(start, clause.end, speaker, False, "regarded/as", clause, (thing.extent, clause.end), 0.6)


def _speaker(clause: Clause, actors: Actors) -> tuple[str, ...]:
    """Who holds it: an actor, or a paper that speaks for who issued it."""
    subject = subject_of(clause, actors)
    if subject.how != "own" and (paper := document_of(clause, actors)):
        return paper
    return subject.actors if subject.how in ("own", "head", "topic", "shared") else ()


def _standing(clause: Clause, actors: Actors) -> Said | None:
    """貯水は自国の権利だとする立場だ: what somebody's standing or argument is said to be."""
    predicate = clause.predicate
    if clause.lemma != "だ" or predicate.head.norm not in _STANDING or clause.negative:
        return None
    told = [c for c in predicate.clauses if _quotes(c)]
    subject = subject_of(clause, actors)
    if not told or not subject.actors or subject.how not in ("own", "topic"):
        return None
    start = clause.start
    inner = (min(first_told(c) for c in told), predicate.start)
    return Said(start, predicate.stop, subject.actors, False, "regarded/standing", clause, inner, 0.65)


def _quotes(clause: Clause) -> bool:
    """〜とする(立場), 〜という(立場), 〜との(立場)."""
    within = clause.lemma == "為る" and any(c.relation == "quote" for c in clause.children)
    return within or clause.relation == "quote"


def _by_source(clause: Clause, actors: Actors) -> Said | None:
    """政府によれば、権利が侵害されているという: what a side to the matter is given as the source of."""
    if "reported" not in clause.marks:
        return None
    told = (clause, *(c for c in clause.children if c.link in ("renyo", "te", "ga")))
    source = next((a for c in told for a in c.args if a.case in _SOURCES), None)
    speaker = actors.refer(source) if source is not None else None
    if source is None or not speaker or not is_state(speaker[0].split("/")[0]):
        return None
    parts = [a.extent for c in told for a in c.args] + [c.start for c in clause.children]
    start = min([p for p in parts if p > source.start], default=clause.predicate.start)
    return Said(
        start, clause.predicate.stop, speaker, False, "regarded/source", clause, (start, clause.end), 0.6
    )
