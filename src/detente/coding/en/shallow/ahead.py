"""Looking ahead from a noun group: whether it is the subject of a verb, one of a list, or who says so."""

from __future__ import annotations

from detente.coding.en.shallow.state import ASIDE, NONE, State

PASSED = ASIDE | {"PREPOSITION", "PARTICLE"}
PARENTHESIS = 14  # pieces that a parenthesis between commas may have


def subject_of(state: State, k: int) -> int:
    """The index of the finite verb group whose subject the noun group at `k` can be, or NONE."""
    return _verb_from(state, k + 1)


def _verb_from(state: State, at: int) -> int:
    pieces = state.pieces
    while at < len(pieces):
        piece = pieces[at]
        if piece.kind in PASSED:
            at += 1
            continue
        before = pieces[at - 1].kind
        if piece.kind == "NOUN":
            if before not in ("PREPOSITION", "VERB", "CC", "PARTICLE") and before not in ASIDE:
                return NONE
        elif piece.kind == "VERB":
            if piece.form == "finite":
                return at
        elif piece.kind == "WH":
            return _after_relative(state, at)
        elif piece.kind == "COMMA":
            return _after_parenthesis(state, at)
        elif piece.kind == "CC":
            if state.kind(at + 1) not in ("NOUN", "PREPOSITION"):
                return NONE
        elif piece.kind != "ADJECTIVE":
            return NONE
        at += 1
    return NONE


def _after_relative(state: State, at: int) -> int:
    """The verb after a relative clause without commas: the rebels who took the town fled."""
    pieces = state.pieces
    verbs = 0
    for n in range(at + 1, len(pieces)):
        piece = pieces[n]
        if piece.kind == "VERB" and piece.form == "finite":
            verbs += 1
            if verbs == 2 and pieces[n - 1].kind != "CC":
                return n
        elif piece.kind in ("COMMA", "STOP", "THAT", "WH", "CC"):
            return NONE
    return NONE


def _after_parenthesis(state: State, at: int) -> int:
    """The verb after a second comma, what stands between the two left out."""
    pieces = state.pieces
    for n in range(at + 1, min(len(pieces), at + PARENTHESIS)):
        kind = pieces[n].kind
        if kind == "STOP":
            return NONE
        if kind == "COMMA":
            follows = state.kind(n + 1)
            if follows == "VERB" and pieces[n + 1].form == "finite":
                return n + 1
            if follows == "ADVERB" and state.kind(n + 2) == "VERB" and pieces[n + 2].form == "finite":
                return n + 2
            if pieces[n - 1].kind == "NOUN" and n - 1 == at + 1:
                continue  # one more of a list or a second description
            return NONE
        if kind == "VERB" and pieces[n].form == "finite" and pieces[at + 1].kind not in ("WH", "PREPOSITION"):
            return _joined_subject(state, at, n)
    return NONE


def _joined_subject(state: State, at: int, verb: int) -> int:
    """The verb of a list with commas: France, Italy and Spain agreed."""
    pieces = state.pieces
    kinds = [p.kind for p in pieces[at + 1 : verb] if p.kind not in ASIDE]
    listed = len(kinds) >= 3 and kinds[-2:] == ["CC", "NOUN"] and set(kinds) <= {"NOUN", "CC", "COMMA"}
    return verb if listed else NONE


def in_list(state: State, k: int) -> bool:
    """Whether the noun group at `k`, after a comma, is one of several: France, Italy and Spain."""
    kinds = [p.kind for p in state.pieces[k + 1 : k + 2 * PARENTHESIS]]
    n = 0
    while n + 1 < len(kinds):
        if kinds[n] == "PREPOSITION" and kinds[n + 1] == "NOUN":
            n += 2
            continue
        if kinds[n] == "CC":
            return kinds[n + 1] == "NOUN"
        if kinds[n] == "COMMA" and kinds[n + 1] in ("NOUN", "CC"):
            if kinds[n + 1] == "CC":
                return n + 2 < len(kinds) and kinds[n + 2] == "NOUN"
            n += 2
            continue
        return False
    return False


def attribution(state: State, verb: int) -> bool:
    """Whether a verb of saying has nothing after it but when and where: ..., officials said on Monday."""
    if verb == NONE or not state.draft.is_one_of("sayers", state.pieces[verb].head):
        return False
    at = verb + 1
    while at < len(state.pieces):
        kind = state.kind(at)
        if kind in ("STOP", "COMMA"):
            return True
        if kind == "PREPOSITION" and state.kind(at + 1) in ("NOUN", "TIME"):
            at += 2
        elif kind in ASIDE:
            at += 1
        else:
            return False
    return True
