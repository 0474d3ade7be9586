"""The small words between groups: prepositions, conjunctions, relative words, commas, adverbs."""

from __future__ import annotations

from detente.coding.en.grammar import is_a
from detente.coding.en.shallow.ahead import subject_of
from detente.coding.en.shallow.draft import Piece
from detente.coding.en.shallow.state import NONE, State
from detente.coding.en.shallow.words import classes

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
    """Whether a word is a particle of the verb directly before it, which has its object after it: hand over."""
    draft = state.draft
    before = state.pieces[k - 1] if k else None
    if before is None or before.kind != "VERB" or draft.low[piece.head] != "over":
        return False
    return (draft.lemmas[before.head], "over") in draft.vocabulary.phrasal


def _begins_clause(state: State, k: int, piece: Piece) -> bool:
    word = state.draft.low[piece.head]
    if word not in classes()["marks"] or state.preposition != NONE:
        return False
    if word in classes()["always_marks"]:
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
    if not direct or not top.nouns:
        return top.verb
    last = top.nouns[-1]
    if top.verb == NONE:
        return last
    if word == "of":
        asked = draft.is_one_of("prefers_of", top.verb) and (last in draft.named or draft.tags[last] == "PRP")
        return top.verb if asked else last
    if word == "by":
        return top.verb if top.passive or top.form == "part" else last
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
    return state.kind(at) == "NOUN" and (
        state.draft.is_one_of("periods", state.pieces[at].head) or state.draft.is_one_of("month", state.pieces[at].head)
    )


def read_particle(state: State, k: int, piece: Piece) -> None:
    """up, out, off: part of the verb before them; "out of" is a preposition."""
    if state.kind(k + 1) == "PREPOSITION" and state.draft.low[state.pieces[k + 1].head] == "of":
        state.attach(state.top, piece.head, "prep")
        state.preposition = piece.head
    else:
        state.attach(state.top, piece.head, "prt")


def read_that(state: State, k: int, piece: Piece) -> None:
    """ "that" begins what is said, feared or agreed, or describes a noun."""
    draft, top = state.draft, state.top
    before = state.before(k)
    over, dep = top.verb, "ccomp"
    if before is not None and before.kind == "NOUN" and top.nouns and not _speaks(state):
        noun = top.nouns[-1]
        reported = is_a("future_noun", draft.lemmas[noun]) or is_a("view_noun", draft.lemmas[noun])
        over, dep = noun, "acl" if reported else "relcl"
    if state.conjunction != NONE and (fellow := _last_content(state)) != NONE:
        over, dep = fellow, "conj"
    clause = state.open(dep, over)
    clause.waiting.append((piece.head, "mark"))
    state.preposition = state.conjunction = NONE


def _speaks(state: State) -> bool:
    return state.top.verb != NONE and state.draft.is_one_of("clausal", state.top.verb)


def _last_content(state: State) -> int:
    """The verb of the last "that" clause."""
    return next((c.verb for c in reversed(state.clauses) if c.dep == "ccomp" and c.verb != NONE), NONE)


def read_wh(state: State, k: int, piece: Piece) -> None:
    """which, who, where: a clause about the noun before; what, how, why: the content of a verb."""
    top = state.top
    before = state.before(k)
    described = state.draft.low[piece.head] not in ("what", "how", "why", "whatever")
    after = before is not None and before.kind in ("NOUN", "COMMA", "PREPOSITION", "TIME")
    noun = top.nouns[-1] if top.nouns else NONE
    if described and noun != NONE and after and state.draft.low[piece.head] not in ("when", "whenever"):
        clause = state.open("relcl", noun)
    else:
        dep = "ccomp" if before is not None and before.kind in ("VERB", "PREPOSITION") else "advcl"
        clause = state.open(dep, top.verb)
    if state.preposition != NONE:
        state.draft.heads[state.preposition], state.draft.deps[state.preposition] = state.preposition, "ROOT"
        clause.waiting.append((state.preposition, "prep"))
        state.draft.link(piece.head, state.preposition, "pobj")
    else:
        clause.wh = piece.head
    state.preposition = state.conjunction = NONE


def read_comma(state: State, k: int, piece: Piece) -> None:
    """Close side clauses, except where the comma stands in a list within them."""
    del k, piece
    state.close_side_clauses()
    state.preposition = NONE


def read_and(state: State, k: int, piece: Piece) -> None:
    """Remember a conjunction for what comes after it."""
    del k
    state.conjunction = piece.head


def read_adjective(state: State, k: int, piece: Piece) -> None:
    """An adjective after "be" or another verb; else one that stands alone."""
    top, draft = state.top, state.draft
    del k
    if state.preposition != NONE:
        draft.link(piece.head, state.preposition, "pobj")
        top.nouns.append(piece.head)
    elif top.verb != NONE:
        linking = draft.is_one_of("linking", top.verb)
        draft.link(piece.head, top.verb, "acomp" if linking else "oprd")
    else:
        state.attach(top, piece.head, "amod")
    state.preposition = state.conjunction = NONE


def read_time(state: State, k: int, piece: Piece) -> None:
    """A day or period: the object of a preposition, else with the verb."""
    del k
    if state.preposition != NONE:
        state.draft.link(piece.head, state.preposition, "pobj")
    else:
        state.attach(state.top, piece.head, "npadvmod")
    state.preposition = NONE


def read_adverb(state: State, k: int, piece: Piece) -> None:
    """An adverb goes with the verb of its clause."""
    del k
    low = state.draft.low[piece.head]
    state.attach(state.top, piece.head, "neg" if low in ("not", "never", "n't", "n’t") else "advmod")
