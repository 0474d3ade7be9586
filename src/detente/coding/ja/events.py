"""Events: the candidates of a sentence that hold up, with sides, date, modality and issue."""

from __future__ import annotations

from detente.coding.codebook import Entry
from detente.coding.dates import ResolvedDate, scoping
from detente.coding.ja.actors import Actors
from detente.coding.ja.announced import announced_date, announced_from, announced_mood, announcement
from detente.coding.ja.candidates import Candidate, candidates
from detente.coding.ja.chunks import Chunk
from detente.coding.ja.completion import complete
from detente.coding.ja.demonstrations import with_visitor
from detente.coding.ja.draft import AT_LARGE, Draft, Telling
from detente.coding.ja.extents import extent, widened, year_after
from detente.coding.ja.heads import Heads
from detente.coding.ja.left_open import filled
from detente.coding.ja.mood import Mood, mood_of, noun_mood
from detente.coding.ja.noun_doers import by_subject, followed, visitor
from detente.coding.ja.noun_sides import noun_sides
from detente.coding.ja.openings import agentive
from detente.coding.ja.retyped import retyped
from detente.coding.ja.roles import clause_sides
from detente.coding.ja.scene import Scene
from detente.coding.ja.screening import (
    FRIENDLY,
    by_a_thing,
    enough,
    expected,
    gathered,
    generic,
    judges,
    named_enough,
    voiced,
)
from detente.coding.ja.sentence import Unit
from detente.coding.ja.sides import Sides
from detente.coding.ja.subjects import RECEIVING, own_subject
from detente.findings import Modality

_TOGETHER = frozenset({"AGREE", "CONSULT", "COOPERATE", "SUPPORT"})


def events_of(scene: Scene, heads: Heads, actors: Actors) -> list[Draft]:
    """The events of one sentence, in text order."""
    found: list[tuple[Candidate, Draft]] = []
    for unit in scene.sentence.units:
        for candidate in candidates(unit, heads):
            if candidate.path == "noun" and candidate.noun is not None and _of_a_name(candidate.noun, actors):
                continue
            draft = _event(scene, unit, candidate, heads, actors)
            if draft is None or (unit.kind == "quote" and not _told_in_quote(candidate, draft, actors)):
                continue
            draft.rule += ", quoted" if unit.kind == "quote" else ""
            found.append((candidate, draft))
    found = [(c, d) for c, d in found if not _only_announces(c, found)]
    with_visitor([draft for _, draft in found])
    telling = {id(c.clause) for c, _ in found if c.path != "noun"}
    for candidate, draft in found:
        draft.start = widened(candidate, draft, telling)
    return [draft for candidate, draft in found if not _is_content(candidate, draft, telling)]


def _of_a_name(noun: Chunk, actors: Actors) -> bool:
    """湾岸協力会議: whether the deed that a noun names is the last word of a body's name."""
    last = next(iter(reversed(actors.inside(noun.start, noun.end))), None)
    return last is not None and last.kind == "organisation" and last.end >= noun.head.end > last.start


def _no_act(scene: Scene, candidate: Candidate, named: Sides) -> bool:
    """Whether its words tell what is due or what a thing does; the scene keeps where."""
    found = by_a_thing(candidate, named) or expected(candidate, named)
    if found:
        scene.ruled_out.append((candidate.start, candidate.end))
    return found


def _only_announces(candidate: Candidate, found: list[tuple[Candidate, Draft]]) -> bool:
    """報復措置を講じる姿勢を示した: no promise, but the harm that is announced, which is told already."""
    if candidate.entry.id not in ("agree.promise", "agree.avow") or candidate.clause is None:
        return False
    return any(
        announcement(other) is candidate.clause and draft.fields["plover"] not in FRIENDLY - {"SUPPORT"}
        for other, draft in found
        if other is not candidate
    )


def _told_in_quote(candidate: Candidate, draft: Draft, actors: Actors) -> bool:
    """Whether a quotation itself tells what a state that it names did or may do."""
    clause = candidate.clause
    if clause is None or candidate.path == "noun" or not draft.fields["targets"]:
        return False
    subject = own_subject(clause)
    return subject is not None and bool(actors.named(subject)) and bool(actors.refer(subject))


def _is_content(candidate: Candidate, draft: Draft, telling: set[int]) -> bool:
    """What another act of the sentence demands, promises or agrees on, told only as its content."""
    clause = candidate.clause
    if clause is None or candidate.path == "noun" or draft.fields["actual"]:
        return False
    if own_subject(clause) is not None and own_subject(clause) is not clause.topic:
        return False
    if clause.relation == "relative" and clause.modified is not None:
        return (
            clause.modified.head.norm in ("方針", "計画", "提案", "用意", "意向")
            and id(clause.parent) in telling
        )
    return clause.relation in ("complement", "quote") and id(clause.parent) in telling


def _event(scene: Scene, unit: Unit, candidate: Candidate, heads: Heads, actors: Actors) -> Draft | None:
    entry, clause = candidate.entry, candidate.clause
    if entry.type is None:
        return None
    frame = heads.book.frames[entry.frame]
    if candidate.path == "noun":
        assert candidate.noun is not None
        sides = noun_sides(candidate.noun, frame, actors)
        if frame.name == "visit" and clause is not None and not sides.actors:
            sides = visitor(candidate.noun, clause, sides, actors)
        sides = followed(candidate, by_subject(candidate, sides, actors), actors)
        told = sides.actor_how == "subject" or (bool(sides.actors) and year_after(scene, candidate) > 0)
        if not told and not named_enough(entry, candidate.noun, sides, frame.joint):
            return None
        if frame.joint and not sides.actors and clause is not None and entry.type != "ASSAULT":
            if judges(candidate.noun, clause, heads):
                return None
            sides = clause_sides(clause, None, frame, actors)
    else:
        assert clause is not None
        received = clause.lemma in RECEIVING and not clause.passive
        noun = candidate.noun
        received = received and noun is not None and noun.case != "と" and not agentive(noun)  # 大使を呼ぶ
        told = received or clause.lemma == "有る"  # A議員の提案があった
        denied = noun is not None and noun.topic == "は" and "negated" in candidate.path
        object_first = denied and own_subject(clause) is noun  # 攻勢は緩めない
        kept = frame.joint or told or object_first or "idiom" not in candidate.path
        noun = candidate.noun if kept else None
        sides = clause_sides(clause, noun, frame, actors)
    of_voices = voiced(candidate)
    if not of_voices and generic(candidate, sides):
        return None
    named = sides
    sides = complete(
        sides, entry, frame, actors, candidate.start, clause if candidate.path != "noun" else None
    )
    if not of_voices and _no_act(scene, candidate, named):
        return None
    if not of_voices and not enough(entry, sides, named, gathered(candidate)):
        return None
    mood = _mood(scene, candidate, entry)
    if mood.modality is Modality.PREDICTED and not entry.predicted:
        return None  # 利害は今後も対立するだろう: a forecast of relations, no act
    start, end = extent(candidate)
    if (above := announcement(candidate)) is not None:
        mood = announced_mood(mood, above)
        if clause is not None and candidate.start == clause.start:  # not the second of two acts announced
            start, end = min(start, announced_from(above)), above.end
    end += year_after(scene, candidate)
    kind, mood = _typed(entry, mood, candidate.path)
    given, kind = kind, retyped(scene, unit, candidate, kind, actors)
    if kind != given and frame.joint and kind not in _TOGETHER and clause is not None:
        act = heads.book.frames["act"]  # 議会は虐殺を認める決議を採択した
        sides = complete(clause_sides(clause, None, act, actors), entry, act, actors, candidate.start, clause)
    at_large = of_voices or entry.id == "protest.demo"  # the visitor of the sentence, if any, is meant
    if not (at_large := at_large or (gathered(candidate) and not named.actors)):
        sides = filled(sides, kind, frame.joint, actors, (start, end))
    if kind != "NONE" and named.explicit:
        actors.memory.dealt(sides.actors, sides.targets, kind, bool(named.targets))
    date = announced_date(scene, start, end) if above else _date(scene, candidate, start, end)
    return Draft(
        "event",
        start,
        end,
        _confidence(entry, candidate, named, mood),
        f"{entry.id}/{candidate.path}",
        {
            "date": date.edtf if date is not None else None,
            "actors": sides.actors,
            "targets": sides.targets,
            "action": _action(scene, candidate),
            "plover": kind,
            "mode": entry.mode,
            "modality": mood.modality,
            "actual": mood.modality in (Modality.ASSERTED, Modality.SCHEDULED)
            and (mood.modality is Modality.ASSERTED or kind == "NONE"),
            "hedged": mood.hedged,
            "holder": None,
        },
        _telling(candidate, scene.number),
        AT_LARGE if at_large else (sides.actor_how, sides.target_how),
    )


def _date(scene: Scene, candidate: Candidate, start: int, end: int) -> ResolvedDate | None:
    """6月に予定された首脳会談: the date in a relative clause is that of the noun it modifies."""
    if candidate.path == "noun":
        return scoping(scene.dates, start, end)
    return scene.date_of(start, end)


def _telling(candidate: Candidate, sentence: int) -> Telling:
    """What the merging of repeated mentions compares: head word, objects, and whether it is background."""
    clause, noun = candidate.clause, candidate.noun
    head = noun.head.norm if noun is not None else clause.lemma.removesuffix("する") if clause else ""
    if candidate.path == "noun" or clause is None:
        return Telling(head, frozenset(), True, sentence)
    told = [a for a in clause.args if a.case in ("を", "に", "が") and not a.temporal]
    objects = frozenset(_of(a) + a.text for a in told)
    return Telling(
        head,
        objects,
        clause.relation in ("relative", "complement"),
        sentence,
        clause.argument("を") is not None or any(a.topic == "も" and not a.case for a in clause.args),
    )


def _of(thing: Chunk) -> str:
    """What an object is of that means nothing alone: 対話の of 対話の重要性, 協力する of 協力する旨."""
    if thing.head.norm not in _EMPTY:
        return ""
    told = [c for part in (*thing.mods, thing) for c in part.clauses]
    content = (a.text for c in told for a in c.args if not a.topic)
    return "".join([*(m.text for m in thing.mods), *content, *(c.lemma for c in told)])


_EMPTY = frozenset({"こと", "旨", "重要性", "必要性", "意義", "意向", "考え", "姿勢", "方針"})


def _mood(scene: Scene, candidate: Candidate, entry: Entry) -> Mood:
    clause = candidate.clause
    if clause is None:
        return Mood(Modality(entry.modality) if entry.modality else Modality.ASSERTED, False, False)
    if candidate.path == "noun" and candidate.noun is not None:
        return noun_mood(candidate.noun, clause)
    mood = mood_of(clause)
    if scene.article and mood.modality is Modality.ASSERTED and "past" not in clause.marks:
        return Mood(Modality.PLANNED, mood.hedged, mood.negated)  # 第一条　両国は協力を促進する
    if candidate.path == "light verb" and clause.lemma in _SCHEDULING and mood.actual:
        return Mood(Modality.PLANNED, mood.hedged, mood.negated)  # 6月に予定された会談
    return mood


_SCHEDULING = frozenset({"予定する", "計画する", "見込む", "検討する"})


def _typed(entry: Entry, mood: Mood, path: str) -> tuple[str, Mood]:
    assert entry.type is not None
    if not mood.negated:
        return entry.type, mood
    if "negated" in path:
        modality = Modality.ASSERTED if mood.modality is Modality.DENIED else mood.modality
        return entry.type, Mood(modality, mood.hedged, False)
    if entry.negative is not None:
        return entry.negative, mood
    if mood.modality is Modality.ASSERTED:
        return entry.type, Mood(Modality.DENIED, mood.hedged, True)
    return entry.type, mood


def _confidence(entry: Entry, candidate: Candidate, named: Sides, mood: Mood) -> float:
    value = entry.confidence
    if candidate.path == "noun":
        value *= 0.75
    if not named.explicit:
        value *= 0.7
    if not named.targets and entry.type != "NONE":
        value *= 0.85
    if mood.modality is not Modality.ASSERTED:
        value *= 0.85
    return round(min(value, 0.98), 2)


def _action(scene: Scene, candidate: Candidate) -> str:
    text = scene.text(candidate.start, candidate.end)
    return text if len(text) <= 60 else "…" + text[-59:]
