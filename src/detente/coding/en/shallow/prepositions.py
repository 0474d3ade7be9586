"""Prepositions and particles: on the noun or the verb before them; some of them can begin a clause."""

from __future__ import annotations

from detente.coding.en.grammar import is_a
from detente.coding.en.shallow.ahead import subject_of
from detente.coding.en.shallow.draft import Piece
from detente.coding.en.shallow.state import NONE, State

TAKERS = frozenset({"NOUN", "TIME", "VERB", "WH", "PREPOSITION", "ADJECTIVE"})
ABOUT = frozenset({"against", "for", "about", "over", "toward", "towards"})
NEAR = frozenset({"between", "among", "near", "including", "concerning", "regarding"})
OF_VERB = frozenset({"after", "before", "during", "since", "until", "despite", "amid", "because", "as"})


def read_preposition(state: State, k: int, piece: Piece) -> None:
    """Hang a preposition on its noun or verb, or begin a side clause with a word that can do both."""
    if _begins_clause(state, k, piece):
        clause = state.open("advcl", state.top.verb)
        clause.waiting.append((piece.head, "mark"))
        state.preposition = state.conjunction = NONE
        return
    draft, token = state.draft, piece.head
    if state.preposition != NONE:
        draft.link(token, state.preposition, "prep")
    elif not _takes_something(state, k) or _of_the_verb(state, k, piece):
        state.attach(state.top, token, "prt")
        state.conjunction = NONE
        return
    elif state.conjunction != NONE and (fellow := _same_before(state, piece)) != NONE:
        draft.link(token, draft.heads[fellow], "prep")
    elif (over := _governor(state, k, piece)) != NONE:
        draft.link(token, over, "prep")
    else:
        state.attach(state.top, token, "prep")
    state.preposition, state.conjunction = token, NONE


def _takes_something(state: State, k: int) -> bool:
    """Whether a noun, a gerund or the like comes after the preposition at `k`."""
    at = k + 1
    while state.kind(at) == "ADVERB":
        at += 1
    return state.kind(at) in TAKERS and (state.kind(at) != "VERB" or state.pieces[at].form == "ing")


def _of_the_verb(state: State, k: int, piece: Piece) -> bool:
    """Whether a word is a particle of the verb directly before it: hand over."""
    draft = state.draft
    before = state.pieces[k - 1] if k else None
    if before is None or before.kind != "VERB" or draft.low[piece.head] != "over":
        return False
    return (draft.lemmas[before.head], "over") in draft.vocabulary.phrasal


def _begins_clause(state: State, k: int, piece: Piece) -> bool:
    """Whether a word such as "after" or "as" has a clause after it, not just a noun."""
    word = state.draft.low[piece.head]
    if word not in state.draft.listed["marks"] or state.preposition != NONE:
        return False
    if word in state.draft.listed["always_marks"]:
        return state.kind(k + 1) != "PREPOSITION"
    at = k + 1
    while state.kind(at) in ("ADVERB", "TIME"):
        at += 1
    return state.kind(at) == "NOUN" and subject_of(state, at) != NONE and not _taken(state, at)


def _taken(state: State, at: int) -> bool:
    """Whether the verb ahead belongs to a subject that still waits: talks since Monday have failed."""
    verb = subject_of(state, at)
    return state.unfinished() is not None and not any(
        p.kind == "VERB" and p.form == "finite" for p in state.pieces[verb + 1 :]
    )


def _same_before(state: State, piece: Piece) -> int:
    """The last token with the same word as a preposition after "and": in Paris and in Rome."""
    low = state.draft.low
    for at in range(piece.head - 1, max(-1, piece.head - 10), -1):
        if low[at] == low[piece.head] and state.draft.deps[at] == "prep":
            return at
    return NONE


def _governor(state: State, k: int, piece: Piece) -> int:
    """The noun that a preposition goes with, or the verb; NONE where the verb is still to come."""
    draft, top = state.draft, state.top
    word = draft.low[piece.head]
    before = state.pieces[k - 1] if k else None
    direct = before is not None and before.kind in ("NOUN", "ADJECTIVE")
    if before is not None and before.kind == "ADJECTIVE":
        return before.head
    if word == "with" and top.verb == NONE and top.subject != NONE:
        return top.nouns[-1] if direct else top.subject
    if not direct or not top.nouns:
        return top.verb
    last = top.nouns[-1]
    if top.verb == NONE:
        return last
    if word == "of":
        asked = draft.is_one_of("prefers_of", top.verb) and (last in draft.named or draft.tags[last] == "PRP")
        return top.verb if asked else last
    if word == "by":
        doing = [noun for noun in top.nouns[-3:] if _eventful(state, noun, word)]
        return top.verb if top.passive or top.form == "part" else doing[-1] if doing else last
    if word in OF_VERB or (word == "from" and draft.is_one_of("from_verbs", top.verb)):
        return top.verb
    if state.kind(k + 1) == "TIME" or _of_time(state, k + 1):
        return top.verb
    if word == "for" and draft.is_one_of("for_verbs", top.verb):
        return top.verb
    for noun in reversed(top.nouns[-3:]):
        if _eventful(state, noun, word):
            return noun
    if word in NEAR:
        return last
    personal = last in draft.named or draft.tags[last] in ("PRP", "NNP")
    if word in ("in", "from", "near", "on", "at") and not personal:
        actor = is_a("actor", draft.lemmas[last]) or word != "from"
        return last if actor else top.verb
    if word in ABOUT and not personal and not is_a("actor", draft.lemmas[last]):
        return last
    return top.verb


def _eventful(state: State, noun: int, word: str) -> bool:
    """Whether a noun tells an act and can take a preposition: talks with, a visit to, sanctions on."""
    return noun not in state.draft.named and word in state.draft.takes(noun)


def _of_time(state: State, at: int) -> bool:
    """Whether a noun group says when or how long."""
    if state.kind(at) != "NOUN":
        return False
    head = state.pieces[at].head
    return state.draft.is_one_of("periods", head) or state.draft.is_one_of("month", head)


def read_particle(state: State, k: int, piece: Piece) -> None:
    """up, out, off: part of the verb before them; "out of" is a preposition."""
    if state.kind(k + 1) == "PREPOSITION" and state.draft.low[state.pieces[k + 1].head] == "of":
        state.attach(state.top, piece.head, "prep")
        state.preposition = piece.head
    else:
        state.attach(state.top, piece.head, "prt")
