"""The small words between groups: conjunctions, relative words, commas, adjectives, days, adverbs."""

from __future__ import annotations

from detente.coding.en.grammar import is_a
from detente.coding.en.shallow.draft import Piece
from detente.coding.en.shallow.state import NONE, State


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
