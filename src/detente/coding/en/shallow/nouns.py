"""A noun group finds its place: subject, object, what a preposition takes, one of several, apposition."""

from __future__ import annotations

from detente.coding.en.grammar import is_a
from detente.coding.en.shallow.ahead import attribution, in_list, subject_of
from detente.coding.en.shallow.draft import Piece
from detente.coding.en.shallow.state import NONE, Clause, State


def read_noun(state: State, k: int, piece: Piece) -> None:
    """Place the noun group at `k`."""
    before = state.before(k)
    kind = before.kind if before is not None else "START"
    if state.draft.tags[piece.first] == "WP$" and state.top.nouns:
        state.open("relcl", state.top.nouns[-1])
        _subject(state, piece)
    elif state.preposition != NONE:
        state.draft.link(piece.head, state.preposition, "pobj")
        state.top.nouns.append(piece.head)
    elif _when(state, k, piece):
        state.attach(state.top, piece.head, "npadvmod")
    elif kind == "CC":
        _after_and(state, k, piece)
    elif kind == "COMMA":
        _after_comma(state, k, piece)
    elif state.top.verb == NONE:
        _before_verb(state, piece, direct=kind == "NOUN")
    else:
        _after_verb(state, k, piece, direct=kind == "NOUN")
    state.preposition = state.conjunction = NONE


def _when(state: State, k: int, piece: Piece) -> bool:
    """Whether a noun group says how long before or after something: hours after the talks."""
    draft = state.draft
    if state.kind(k + 1) != "PREPOSITION" or not draft.is_one_of("periods", piece.head):
        return False
    return draft.low[state.pieces[k + 1].head] in ("after", "before")


def _subject(state: State, piece: Piece) -> None:
    state.top.subject = piece.head
    state.top.nouns.append(piece.head)


def _before_verb(state: State, piece: Piece, *, direct: bool) -> None:
    top = state.top
    if top.subject == NONE:
        _subject(state, piece)
    else:
        state.draft.link(piece.head, top.nouns[-1] if direct else top.subject, "appos")
        top.nouns.append(piece.head)


def _after_verb(state: State, k: int, piece: Piece, *, direct: bool) -> None:
    """The object of the verb, or the subject of a clause that begins without a word for it."""
    top, draft = state.top, state.draft
    ahead = subject_of(state, k)
    open_clause = state.unfinished()
    if ahead != NONE and open_clause is None:
        if draft.is_one_of("clausal", top.verb) and not (top.passive and direct):
            state.open("ccomp", top.verb)
            _subject(state, piece)
            return
        if waiting := _main_to_come(state):
            state.back_to(waiting)
            _subject(state, piece)
            return
        if direct and top.nouns:
            state.open("relcl", top.nouns[-1])
            _subject(state, piece)
            return
    own = [n for n in top.nouns if draft.heads[n] == top.verb]
    if own and not top.passive:
        _second_object(state, piece, own[-1], direct)
    else:
        linking = draft.is_one_of("linking", top.verb) and not top.passive
        oprd = top.passive and draft.is_one_of("naming", top.verb)
        draft.link(piece.head, top.verb, "attr" if linking else "oprd" if oprd else "dobj")
    top.nouns.append(piece.head)


def _main_to_come(state: State) -> Clause | None:
    """The clause under a side clause with its verb, where nothing but that side clause was read yet."""
    if len(state.clauses) > 1 and state.top.dep == "advcl":
        below = state.clauses[-2]
        return below if below.verb == NONE and below.subject == NONE else None
    return None


def _second_object(state: State, piece: Piece, first: int, direct: bool) -> None:
    draft, top = state.draft, state.top
    if not direct:
        draft.link(piece.head, top.nouns[-1] if piece.head in draft.named else top.verb, "npadvmod")
    elif draft.is_one_of("ditransitive", top.verb):
        draft.deps[first] = "dative"
        draft.link(piece.head, top.verb, "dobj")
    elif draft.is_one_of("naming", top.verb):
        draft.link(piece.head, top.verb, "oprd")
    else:
        draft.link(piece.head, first, "appos")


def _after_and(state: State, k: int, piece: Piece) -> None:
    """A further member of the last noun group, or the subject of a further clause."""
    draft, top = state.draft, state.top
    ahead = subject_of(state, k)
    if NONE not in (top.verb, ahead) and state.unfinished() is None and not _shares(state, k, ahead):
        base = state.coordinate()
        state.back_to(base)
        if state.conjunction != NONE:
            draft.link(state.conjunction, base.verb, "cc")
        state.open("conj", base.verb)
        _subject(state, piece)
        return
    partner = _like(state, k, piece)
    if partner == NONE:
        _before_verb(state, piece, direct=False) if top.verb == NONE else _after_verb(
            state, k, piece, direct=False
        )
        return
    draft.link(piece.head, partner, "conj")
    if state.conjunction != NONE:
        draft.link(state.conjunction, partner, "cc")
    top.nouns.append(piece.head)


def _alone(state: State, k: int, piece: Piece) -> None:
    """A noun group after "and" with none before it."""
    if state.top.verb == NONE:
        _before_verb(state, piece, direct=False)
    else:
        _after_verb(state, k, piece, direct=False)


def _shares(state: State, k: int, ahead: int) -> bool:
    """Whether the verb ahead says who told it, so that the noun before it stays an object."""
    return state.kind(ahead - 1) == "COMMA" and not attribution(state, ahead)


def _like(state: State, k: int, piece: Piece) -> int:
    """The noun before "and" that a noun is coordinated with: the last, or the last that also names someone.

    With the same preposition after both, it is the noun before that: X of Britain and Y of Ireland.
    """
    nouns, draft = state.top.nouns, state.draft
    if not nouns:
        return NONE
    prep = draft.heads[nouns[-1]]
    if draft.deps[nouns[-1]] == "pobj" and state.kind(k + 1) == "PREPOSITION":
        alike = draft.low[prep] == draft.low[state.pieces[k + 1].head]
        if alike and draft.heads[prep] in nouns:
            return draft.heads[prep]
    named = piece.head in draft.named or is_a("actor", draft.lemmas[piece.head])
    if not named and draft.tags[piece.first] == "PRP$":
        return nouns[-1]
    same = [n for n in nouns[-3:] if (n in draft.named) == named]
    return same[-1] if same else nouns[-1]


def _after_comma(state: State, k: int, piece: Piece) -> None:
    top, draft = state.top, state.draft
    ahead = subject_of(state, k)
    if state.main.verb != NONE and attribution(state, ahead):
        state.back_to(state.main)
        state.open("source")
        _subject(state, piece)
        return
    if top.verb == NONE and top.subject == NONE:
        _subject(state, piece)
        return
    last = state.pieces[k - 2] if k > 1 else None
    after_noun = last is not None and last.kind == "NOUN" and bool(top.nouns)
    if NONE not in (top.verb, ahead):
        _new_clause(state, piece)
        return
    if after_noun and in_list(state, k):
        draft.link(piece.head, _like(state, k, piece), "conj")
    elif after_noun:
        draft.link(piece.head, top.nouns[-1] if top.verb != NONE else top.subject, "appos")
    elif top.verb != NONE:
        draft.link(piece.head, top.verb, "npadvmod")
    top.nouns.append(piece.head)


def _new_clause(state: State, piece: Piece) -> None:
    """A clause set beside the last with a comma only, or the main clause after a side clause."""
    below = state.clauses[-2] if len(state.clauses) > 1 else None
    if below is not None and below.verb == NONE and below.subject == NONE:
        state.back_to(below)
    else:
        base = state.coordinate()
        state.back_to(base)
        state.open("parataxis", base.verb)
    _subject(state, piece)
