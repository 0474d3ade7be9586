"""Statements: quotations with their speaker, and reported speech or opinion with its holder."""

from __future__ import annotations

from detente.coding.codes import is_state, states_of
from detente.coding.ja.actors import Actors
from detente.coding.ja.draft import Draft
from detente.coding.ja.quotation import regions
from detente.coding.ja.quoted import around_words, quoted
from detente.coding.ja.regarded import regarded
from detente.coding.ja.reported import CARRIED, reported
from detente.coding.ja.said import Said, key_of, note_on, overlaps
from detente.coding.ja.scene import Scene
from detente.coding.ja.speech import cues
from detente.coding.ja.subjects import own_subject
from detente.coding.ja.views import feared_view, held_view
from detente.coding.ja.voice import Voice, commits

_SCARCE = 0.4


def said_in(scene: Scene, actors: Actors, voice: Voice | None = None) -> list[Said]:
    """The statements of a sentence, in text order; one item per quotation.

    In a speech (`voice`) the sentences that commit the speaker are his statements too, and what he tells
    of his own state's acts is none.
    """
    outer = scene.sentence.units[0]
    quotes = [r for r in regions(scene.sentence.text, scene.start) if r.depth == 1]
    found = [s for r in quotes if (s := quoted(scene, outer, r, actors)) is not None]
    for few in list(found):
        whole = around_words(few, scene)
        if whole is not None and few.end - few.start < _SCARCE * (whole.end - whole.start):
            found[found.index(few)] = whole
    for clause in outer.clauses:
        made = reported(scene, clause, outer, actors) or feared_view(scene, clause, actors)
        made = made or regarded(clause, actors)
        if made is not None:
            found = [s for s in found if not _told_within(s, made)]
            if not any(overlaps(made, s) for s in found):
                found.append(made)
    for unit in scene.sentence.units[1:]:
        if unit.kind == "parenthesis" and unit.clauses:  # （後日、政府はこれを否定する声明を出した）
            made = reported(scene, unit.clauses[-1], unit, actors)
            if made is not None and made.speaker and not any(overlaps(made, s) for s in found):
                found.append(made)
    for chunk in outer.parse.chunks:
        made = held_view(chunk, outer, actors)
        if made is not None and not any(overlaps(made, s) for s in found):
            found.append(made)
    if voice is not None:
        found = _spoken(scene, found, voice)
    return sorted(found, key=lambda s: (s.start, s.end))


def _told_within(act: Said, told: Said) -> bool:
    """中国が購入を約束したと語った: an act of speech that is itself only told is no statement of its own."""
    if told.clause is None or told.rule == "reported/act":
        return False
    inner = act.clause
    own = inner is not None and inner.parent is told.clause and own_subject(inner) is None
    if act.rule != "reported/act" and not (own and inner is not None and inner.relation == "complement"):
        return False  # 歓迎する旨を述べた
    return told.content[0] <= act.start and act.end < told.clause.predicate.start


def carried_on(said: list[Said], last: tuple[str, ...]) -> tuple[str, ...]:
    """Give words that name nobody (…とも述べた) to whoever spoke `last`; who spoke last now."""
    for statement in list(said):
        clause = statement.clause
        if statement.rule == CARRIED:
            statement.speaker = last or statement.speaker
            if not statement.speaker:
                said.remove(statement)
        elif not statement.speaker and clause is not None and own_subject(clause) is None:
            told = statement.rule.startswith(("quotation/と", "quotation/である")) and not clause.passive
            statement.speaker = last if told else ()
        if statement.speaker:
            last = statement.speaker
    return last


def _spoken(scene: Scene, found: list[Said], voice: Voice) -> list[Said]:
    """The statements of a sentence of a speech."""
    speaker = voice.speaker(scene.start)
    found = [s for s in found if s.rule != "reported/act" or states_of(s.speaker) != states_of(speaker)]
    committed = commits(scene)
    if committed is None or not speaker:
        return found
    clause, start, end = committed
    made = Said(start, end, speaker, False, "voice", clause, (start, end), 0.6)
    return [*(s for s in found if not overlaps(s, made)), made]


def drafts_of(scene: Scene, said: list[Said]) -> list[Draft]:
    """The statements as findings, with date and note."""
    drafts = []
    for statement in said:
        date = scene.date_of(statement.start, statement.end)
        drafts.append(
            Draft(
                "statement", statement.start, statement.end, statement.confidence, statement.rule,
                {
                    "speaker": statement.speaker,
                    "role": None,
                    "date": date.edtf if date is not None else None,
                    "direct": statement.direct,
                    "note": note_on(scene, statement.start),
                },
            )
        )  # fmt: skip
    return drafts


def worded(said: list[Said], drafts: list[Draft]) -> list[Draft]:
    """Of the statements, those that are somebody's words.

    中国は会談を提案した, 日本は関与を否定した: what a state as a whole proposes, claims, admits or denies,
    none of its words being told, is an act and a stand; what it protests or warns of is said to somebody.
    """
    return [d for s, d in zip(said, drafts, strict=True) if not _mere_act(s)]


def _mere_act(statement: Said) -> bool:
    if statement.rule != "reported/act" or statement.clause is None:
        return False
    return all(map(is_state, statement.speaker)) and key_of(statement.clause) in cues().doing
