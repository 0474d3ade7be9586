"""Who says it: the subject, the phrase of a passive, the holder that a noun names."""

from __future__ import annotations

from detente.coding.ja.actors import Actors
from detente.coding.ja.chunks import Chunk
from detente.coding.ja.clauses import Clause
from detente.coding.ja.draft import Draft
from detente.coding.ja.readings import romanised
from detente.coding.ja.said import Said
from detente.coding.ja.speech import cues
from detente.coding.ja.subjects import Subject, own_subject, previous_clause, subject_of
from detente.ontology.states import states

_BACK = 2  # clauses told in one sentence before the verb of saying


def _as_told(statement: Said, actors: Actors) -> str | None:
    """The speaker in the words of the text (呉謙報道官), where a phrase of the clause names him."""
    if statement.clause is None or not statement.speaker:
        return None
    chunk = subject_of(statement.clause, actors).chunk
    return chunk.text if chunk is not None and actors.refer(chunk) == statement.speaker else None


def name_speakers(said: list[Said], drafts: list[Draft], actors: Actors) -> None:
    """Give the findings their speakers as an analyst reads them, and in the words of the text.

    A state that speaks as such has its name beside its code: "JPN/Japan".
    """
    for statement, draft in zip(said, drafts, strict=True):
        speaker = fully_named(draft.fields["speaker"])
        draft.fields |= {"speaker": speaker, "role": _as_told(statement, actors)}


def fully_named(speaker: tuple[str, ...]) -> tuple[str, ...]:
    """The speakers with a state's name beside its code."""
    known = states()
    return tuple(f"{one}/{known[one].label['en']}" if one in known else one for one in speaker)


def speaker_of(clause: Clause, content: Chunk | None, actors: Actors) -> tuple[str, ...] | None:
    """Who says it: the subject, the から phrase of a passive, the holder that a noun names; () unknown."""
    holding = [
        n for arg in clause.args for n in (arg, *arg.joined) if content is not None and content in n.mods
    ]
    for mod in [m for noun in holding for m in noun.mods]:
        if mod is not content and mod.case in ("の", "から", "よって") and (found := actors.refer(mod)):
            return found
    if clause.passive:
        for case in ("から", "よって", "に"):
            if found := actors.refer(clause.argument(case)):
                return found
    subject = subject_of(clause, actors)
    if outer := _outer_topic(clause, actors):
        return outer
    inner = subject.chunk is not None and subject.chunk.case == "が"  # 白書は、ロシアが…とした
    if (subject.how != "own" or inner) and (document := document_of(clause, actors)):
        return document
    if inner and _quotes(clause) and (told := _over_content(clause, subject, actors)):
        return told
    if subject.how in ("before", "none") and (over := _topic_person(clause)) is not None:
        return (over,)
    if subject.actors:
        return subject.actors
    if subject.how == "other" and (told := _over_content(clause, subject, actors)):
        return told
    named = _person(subject, content, actors)
    if named:
        return (named,)
    if clause.passive and actors.memory.topic_age < 2:
        return actors.memory.topic
    return ()


def _quotes(clause: Clause) -> bool:
    return any(c.relation == "quote" for c in clause.children)


def document_of(clause: Clause, actors: Actors) -> tuple[str, ...]:
    """国防省の発表では〜としている, 白書では〜と指摘した: a paper speaks for who issued it."""
    over = [clause.topic] if clause.topic is not None and not clause.topic.case else []
    before = previous_clause(clause)
    for arg in (*clause.args, *over, *(before.args if before is not None else ())):
        spoken = arg.topic == "は" and arg.case in ("で", "")
        if spoken and (document := paper_of(arg, actors)):
            return document
    return ()


def paper_of(chunk: Chunk, actors: Actors) -> tuple[str, ...]:
    """Who issued the paper that a phrase names, else the paper itself; () for any other phrase."""
    name = chunk.text.strip("「」『』")
    return (actors.named(chunk) or (name,)) if name.endswith(cues().papers) else ()


def _outer_topic(clause: Clause, actors: Actors) -> tuple[str, ...]:
    """外相は、交渉は困難だが続いていると述べた: of two topics told first the outer one is who says it."""
    if own_subject(clause) is not None and own_subject(clause) in clause.args:
        return ()
    before, steps = previous_clause(clause), 0
    told = [*clause.children]
    while before is not None and steps < _BACK:
        told, before, steps = [*told, before], previous_clause(before), steps + 1
    for one in told:
        topics = [a for a in one.args if a.topic == "は" and a.case == "" and not a.temporal]
        if len(topics) > 1 and one.relation in ("chain", "quote") and (found := actors.refer(topics[0])):
            return found
    return ()


def _over_content(clause: Clause, subject: Subject, actors: Actors) -> tuple[str, ...]:
    """首相は協力が「重要だ」と指摘した: the が phrase belongs to what is said, the topic says it."""
    if subject.chunk is None or subject.chunk.case != "が":
        return ()
    topics = [a for a in clause.args if a.topic == "は" and a.case == "" and a is not subject.chunk]
    return next((found for a in topics if (found := actors.refer(a))), ())


def _topic_person(clause: Clause) -> str | None:
    """国務相は会見し、「…」と指摘した: a topic that is somebody whom no gazetteer knows."""
    topic = clause.topic
    if topic is None or topic.case or topic.topic != "は" or clause.passive:
        return None
    if topic.head.third == "人名":
        return romanised(topic.text)
    return topic.text if len(topic.tokens) > 1 and topic.text.endswith(cues().holders) else None


def _lettered(chunk: Chunk) -> bool:
    """CSISは…と指摘した: a body that goes by its letters."""
    text = chunk.text.strip("「」『』")
    return len(text) > 1 and text.isascii() and text.isupper()


def _person(subject: Subject, content: Chunk | None, actors: Actors) -> str | None:
    """The subject as the text names it, where it is somebody whom no gazetteer knows."""
    chunk = subject.chunk
    if chunk is None or chunk is content or chunk.temporal or chunk.text in ("の", "こと", "もの"):
        return None
    if chunk.head.third == "人名":
        return romanised(chunk.text)
    known = chunk.text.endswith(cues().holders) or _lettered(chunk)
    return chunk.text if known or actors.refer(chunk) is not None else None
