"""A verb group finds its clause: the one that waits for it, a coordinate one, an infinitive, a participle."""

from __future__ import annotations

from detente.coding.en.grammar import is_a
from detente.coding.en.shallow.draft import Piece
from detente.coding.en.shallow.state import NONE, Clause, State

CONTROL = ("object_control", "demand", "plan", "promise", "avert", "threat", "driven", "fact")


def read_verb(state: State, k: int, piece: Piece) -> None:
    """Place the verb group at `k`."""
    if _inverted_condition(state, k, piece):
        clause = state.open("advcl", state.top.verb)
        clause.waiting.append((piece.head, "aux"))
    elif piece.form == "finite" or _after_auxiliary(state, piece):
        _finite(state, k, piece)
    elif state.preposition != NONE:
        _take(state, state.open("pcomp", state.preposition), piece)
    elif state.conjunction != NONE and (fellow := _fellow(state, piece)) is not None:
        _conjoin(state, fellow, piece)
    elif piece.form == "to":
        _infinitive(state, k, piece)
    elif (
        piece.form == "part" and state.top.verb == NONE and state.top.subject == NONE and state.top.wh != NONE
    ):
        _take(state, state.top, piece)
    else:
        _participle(state, k, piece)
    state.preposition = state.conjunction = NONE


def _inverted_condition(state: State, k: int, piece: Piece) -> bool:
    """Whether an auxiliary stands alone before its subject: should the talks fail; will Peru attack?"""
    alone = piece.first == piece.head and state.draft.tags[piece.head] == "MD"
    return alone and state.kind(k + 1) == "NOUN" and state.unfinished() is None


def _after_auxiliary(state: State, piece: Piece) -> bool:
    """Whether a bare verb goes with an auxiliary before its subject."""
    bare = state.draft.tags[piece.first] == "VB"
    return bare and state.top.verb == NONE and any(dep == "aux" for _, dep in state.top.waiting)


def _take(state: State, clause: Clause, piece: Piece) -> None:
    """Make a verb group the verb of a clause and hang on it what waited."""
    draft = state.draft
    verb = clause.verb = piece.head
    clause.form, clause.passive = piece.form, piece.passive
    if clause.dep == "source":
        _says(state, clause)
    elif clause.dep != "ROOT":
        if clause.over != NONE:
            draft.link(verb, clause.over, clause.dep)
        else:
            state.attach(state.clauses[-2], verb, clause.dep)
    subject = clause.subject
    if clause.wh != NONE:
        object_too = subject != NONE and draft.tags[clause.wh] != "WRB"
        label = "advmod" if draft.tags[clause.wh] == "WRB" else "dobj" if object_too else "nsubj"
        draft.link(clause.wh, verb, "nsubjpass" if label == "nsubj" and piece.passive else label)
    if subject != NONE:
        draft.link(subject, verb, "nsubjpass" if piece.passive else "nsubj")
    for token, dep in clause.waiting:
        draft.link(token, verb, dep)
    clause.nouns.clear()
    clause.waiting.clear()


def _says(state: State, clause: Clause) -> None:
    """Set the main clause under the verb of who said it; that verb is the root then."""
    draft = state.draft
    draft.link(state.main.verb, clause.verb, "ccomp")
    state.clauses = [clause]
    state.main = clause
    clause.dep = "ROOT"


def _finite(state: State, k: int, piece: Piece) -> None:
    top = state.top
    waiting = state.unfinished()
    if top.verb == NONE and (top.subject != NONE or top.wh != NONE):
        _take(state, top, piece)
    elif state.conjunction != NONE and state.finite().verb != NONE and top.verb != NONE:
        _conjoin(state, state.finite(), piece)
    elif waiting is not None:
        state.back_to(waiting)
        _take(state, waiting, piece)
    elif top.verb == NONE:
        _take(state, top, piece)
    elif _inverted(state, k, piece):
        clause = state.open("source")
        state.clauses = [state.clauses[0], clause]
        _take(state, clause, piece)
    elif state.draft.tags[piece.head] == "VBD" and piece.first == piece.head and top.nouns:
        _describe(state, piece)
    else:
        _after_all(state, piece)


def _after_all(state: State, piece: Piece) -> None:
    """A finite verb without a subject of its own: of the main clause if that has none, else one more."""
    base = state.finite()
    if base.verb == NONE:
        state.back_to(base)
        _take(state, base, piece)
    else:
        _conjoin(state, base, piece)


def _inverted(state: State, k: int, piece: Piece) -> bool:
    """Whether who says it stands after the verb of saying: "...", said the minister."""
    says = state.draft.is_one_of("sayers", piece.head) and state.kind(k - 1) == "COMMA"
    return says and state.kind(k + 1) in ("NOUN", "STOP") and state.main.verb != NONE


def _describe(state: State, piece: Piece) -> None:
    """Read a past tense as a participle: it stands in a clause that has its verb."""
    state.draft.tags[piece.head] = "VBN"
    over = state.top.nouns[-1]
    _take(state, state.open("acl", over), Piece("VERB", piece.first, piece.last, piece.head, "part"))


def _fellow(state: State, piece: Piece) -> Clause | None:
    """The clause whose verb has the form of a verb after "and"."""
    tag = state.draft.tags[piece.head]
    for clause in reversed(state.clauses):
        if clause.verb != NONE and (clause.form == piece.form or state.draft.tags[clause.verb] == tag):
            return clause
    return None


def _conjoin(state: State, fellow: Clause, piece: Piece) -> None:
    """A verb coordinated with another; it shares the subject."""
    state.back_to(fellow)
    if state.conjunction != NONE:
        state.draft.link(state.conjunction, fellow.verb, "cc")
    clause = Clause("conj", fellow.verb)
    state.clauses.append(clause)
    _take(state, clause, piece)
    same = fellow.passive and piece.form == "part"
    clause.form, clause.passive = fellow.form, piece.passive or same


def _infinitive(state: State, k: int, piece: Piece) -> None:
    """What is planned, asked, feared or meant: on the verb, adjective or noun that it goes with."""
    draft, top = state.draft, state.top
    before = state.before(k)
    kind = before.kind if before is not None else "START"
    if top.verb == NONE:
        if kind == "NOUN" and top.nouns:
            _take(state, state.open("acl", top.nouns[-1]), piece)
        else:
            _take(state, state.open("advcl"), piece)
        return
    over, dep = top.verb, "xcomp"
    if kind == "ADJECTIVE" and before is not None:
        over = before.head
    elif kind == "COMMA":
        dep = "advcl"
    elif kind == "NOUN" and before is not None and draft.is_one_of("intent", before.head):
        over, dep = before.head, "acl"
    elif _has_object(state) and not _controls(state, top.verb):
        dep = "advcl"
    _take(state, state.open(dep, over), piece)


def _has_object(state: State) -> bool:
    """Whether the verb of the innermost clause has an object, so that "to" tells a purpose."""
    top, draft = state.top, state.draft
    return any(draft.deps[n] == "dobj" and draft.heads[n] == top.verb for n in top.nouns)


def _controls(state: State, verb: int) -> bool:
    lemma = state.draft.lemmas[verb]
    return lemma == "be" or any(is_a(group, lemma) for group in CONTROL)


def _participle(state: State, k: int, piece: Piece) -> None:
    """A participle describes the noun before it, or goes with the verb of its clause."""
    top = state.top
    before = state.before(k)
    kind = before.kind if before is not None else "START"
    if top.nouns and (kind == "NOUN" or (kind == "COMMA" and piece.form == "part")):
        _take(state, state.open("acl", top.nouns[-1]), piece)
    elif kind == "VERB" and top.verb != NONE and piece.form == "ing":
        _take(state, state.open("xcomp", top.verb), piece)
    elif top.verb == NONE and top.dep != "ROOT" and top.subject == NONE:
        _take(state, top, piece)
    else:
        _take(state, state.open("advcl", top.verb), piece)
