"""Events of speech: what a statement does between states, where no verb has said so already."""

from __future__ import annotations

import re

from detente.coding.codes import states_of
from detente.coding.ja.actors import Actors
from detente.coding.ja.clauses import Clause
from detente.coding.ja.conduct import declared, own_step
from detente.coding.ja.counterparts import counterpart
from detente.coding.ja.draft import Draft, told_act
from detente.coding.ja.mood import mood_of
from detente.coding.ja.said import Said
from detente.coding.ja.scene import Scene
from detente.coding.ja.speech import said_words, speech_act
from detente.coding.ja.tellers import over_quotation
from detente.coding.ja.voice import meant

_PAST = re.compile("(?:合意|一致|約束|署名)しま?した$")
_DONE = re.compile("合意|停戦|一致|署名")


def speech_events(scene: Scene, said: list[Said], events: list[Draft], actors: Actors) -> list[Draft]:
    """What the statements of a sentence do between states, where no verb has said so already."""
    found: list[Draft] = []
    for statement in said:
        clause = statement.clause
        if clause is None or not statement.speaker or any(_told(e, statement) for e in events):
            continue
        content = scene.text(*statement.content)
        kind = _sense(scene, statement, clause)
        own = states_of(statement.speaker)
        targets = addressed(scene, statement, actors, own, content)
        past = any("past" in c.marks for c in clause.children if c.relation == "quote")
        if kind == "AGREE" and (past or _PAST.search(content.rstrip("」。"))) and _DONE.search(content):
            continue  # what is told to have been agreed is no promise
        if kind is None or not targets or actors.memory.private.issuperset(statement.speaker):
            continue
        if any(_says_it(e, statement, kind) for e in events):
            continue
        span = _extent(statement, clause, [s for s in said if s.clause is clause])
        if any(d.start < span[1] and span[0] < d.end and d.fields["plover"] == kind for d in found):
            continue  # 「失望した」とする声明: said once
        found.append(
            told_act(
                span,
                f"speech.{kind.lower()}/{statement.rule}",
                0.6,
                kind=kind,
                sides=(statement.speaker, targets),
                action=content[:60],
                date=scene.date_of(*span),
                mood=mood_of(clause)._replace(negated=False),  # 立場を崩していない says it all the same
            )
        )
    return found


def _sense(scene: Scene, statement: Said, clause: Clause) -> str | None:
    """What a saying does: what it declares done, stops or cuts, else what its words are."""
    start, end = statement.content
    if statement.direct and clause.relation == "relative":  # 「妥協案を拒んだ」と非難する声明を出した
        of_verb = speech_act(scene.text(clause.predicate.start, clause.end))
        if of_verb is not None:
            return of_verb
    if statement.rule == "reported/act":
        kind = declared(clause) or speech_act(scene.text(clause.predicate.start, clause.end))
        return kind or speech_act(scene.text(start, end))
    if not statement.direct and any(c.link == "you" for c in clause.children):
        return "REQUEST"  # 報告しないよう説明した
    words = said_words(scene.text(start, end if statement.direct else min(end, clause.predicate.start)))
    return own_step(words) or speech_act(words) or speech_act(scene.text(start, end))


def _extent(statement: Said, clause: Clause, together: list[Said]) -> tuple[int, int]:
    """The clause from its speaker to its verb; the quotation alone where it is one of several."""
    if statement.rule.endswith("/との"):
        return statement.start, statement.end
    starts = [a.start if a.clauses else a.extent for a in clause.args if a.start < statement.start]
    first, last = statement is together[0], statement is together[-1]
    start = min([*starts, statement.start]) if first else statement.start
    return start, clause.end if last else statement.end


def _told(event: Draft, statement: Said) -> bool:
    """Whether an event already stands on the same words."""
    clause = statement.clause
    if statement.rule.endswith("/との") or clause is None:
        return statement.start <= event.start and event.end <= statement.end
    return event.start < clause.end and event.end in (clause.end, meant(clause).end)


def _says_it(event: Draft, statement: Said, kind: str) -> bool:
    """Whether the words said tell the same act of the speaker themselves: 支援する用意があると述べた."""
    start, end = statement.content
    own = states_of(event.fields["actors"]) == states_of(statement.speaker)
    return start <= event.start and event.end <= end and event.fields["plover"] == kind and own


def addressed(
    scene: Scene, statement: Said, actors: Actors, own: tuple[str, ...], content: str
) -> tuple[str, ...]:
    """Whom a saying concerns: states in its content, else the other side of the pair it speaks of."""
    if len(own) > 1:
        return own
    both = over_quotation(statement.clause) if statement.clause is not None else None
    led_in = actors.refer(both[1]) if both is not None else None  # 省は、ロシアは「失敗した」と指摘
    named = [*(led_in or ()), *(a for m in actors.inside(*statement.content) for a in m.actors)]
    others = tuple(s for s in states_of(named) if s not in own)
    if others:
        return tuple(s for s in others if s in actors.memory.other_side(own)) or others[:1]
    return counterpart(actors, own, (statement.start, statement.end))
