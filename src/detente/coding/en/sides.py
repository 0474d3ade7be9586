"""The two sides of an act: who does it, and to whom, by the roles that its entry names."""

from __future__ import annotations

import calendar
import itertools
from collections.abc import Iterator

from detente.coding.codes import states_of
from detente.coding.en.actors import Cast, lent
from detente.coding.en.beside import felt, only_channel, own_envoy
from detente.coding.en.bills import CONGRESS, is_bill
from detente.coding.en.by_place import Side, by_place
from detente.coding.en.doers import authors
from detente.coding.en.frames import MODIFIERS, acting, carried_root, role, roles_at
from detente.coding.en.grammar import is_a
from detente.coding.en.lexicon import Entry
from detente.coding.en.own_side import addressed, asked_at_home, own_places, someone
from detente.coding.en.owners import whose
from detente.coding.en.points_back import points_back
from detente.coding.en.speakers import name_of
from detente.coding.en.tree import Tree

ELSEWHERE = frozenset({"AGREE", "CONSULT"})  # acts whose place says nothing of the other side
AT_HOME = frozenset(
    {"ASSAULT", "COERCE", "ACCUSE", "REJECT", "PROTEST", "THREATEN", "REQUEST", "CONCEDE", "RETREAT"}
)
SIDE_CLAUSES = frozenset({"conj", "advcl", "parataxis", "relcl"})
OCCASIONS = frozenset(
    {"response", "reaction", "reply", "retaliation", "return", "exchange", "protest", "answer"}
    | {"attempt", "effort", "bid", "order", "hope", "move"}
)
DEEDS = frozenset({"attack", "bombing", "killing", "murder", "shooting", "assault", "massacre", "violence"})
FOUGHT = frozenset({"respond", "retaliate", "react", "reply", "answer", "lock", "engage", "embroil", "clash"})
TIMES = frozenset({"after", "before", "when", "once", "until"})
EVERYONE = ("international community",)
CALENDAR = frozenset((*calendar.month_name[1:], *calendar.day_name))


def actor_of(cast: Cast, entry: Entry, i: int) -> Side:
    """Who does what token `i` says, by the first role of the entry that names someone."""
    tree = cast.tree
    for name in roles_at(tree, i, entry.actor):
        heads = role(tree, i, name)
        if not heads:
            continue
        heads = [h for h in heads if not _called_after(cast, h)]
        if entry.part == "v" and (entry.speech or entry.plover == "AID"):
            heads = [h for h in authors(tree, heads) if can_speak(cast, h)]
        if entry.part == "v" and entry.speech and not heads:
            heads = speaker_above(cast, i)
        if entry.part == "n" and name == "mod" and entry.plover in ELSEWHERE:
            heads = [h for h in heads if not _mere_place(cast, h)]
        if entry.part == "n" and name == "of" and entry.plover == "REJECT":
            heads = [h for h in heads if can_speak(cast, h)]  # a breach of Chad's airspace is not Chad's
        if entry.part == "n" and name == "subject":
            in_war = entry.plover == "ASSAULT" and _at_a_time(tree, carried_root(tree, i))
            heads = [] if in_war else [h for h in heads if can_speak(cast, h)]
        if side := _side(cast, heads, name, wide=False):
            return side
    if entry.part == "n" and (root := carried_root(cast.tree, i)) != i:
        for name in ("poss", "mod", "by"):
            if side := _side(cast, role(cast.tree, root, name), name, wide=False):
                return side
    if side := _side(cast, whose(cast.tree, i, entry.plover), "owner", wide=False):
        return side
    if (place := by_place(cast, entry, i)).codes:
        return place
    return _unlisted(cast, i) if entry.part == "v" else Side()


def _at_a_time(tree: Tree, noun: int) -> bool:
    """Whether a fight only says when something was done: after the war; not "responded with an attack"."""
    prep = tree.heads[noun]
    means = tree.lemmas[prep] in ("with", "in") and tree.lemmas[tree.heads[prep]] in FOUGHT
    return tree.deps[noun] == "pobj" and not means


def _unlisted(cast: Cast, i: int) -> Side:
    """A proper name that the gazetteer does not know, as the doer of a verb: its name stands for it."""
    tree = cast.tree
    resolutions = tuple(h for h in acting(tree, i) if _numbered_resolution(tree, h))
    if resolutions:
        return Side(("UNSC",), resolutions, "resolution")
    if bills := tuple(h for h in acting(tree, i) if is_bill(tree, h)):
        return Side(CONGRESS, bills, "bill")
    names = [h for h in acting(tree, i) if tree.tags[h] == "NNP" and not cast.placed(h)]
    names = [h for h in names if tree.words[h] not in CALENDAR]
    if codes := tuple(c for h in names for c in _concluded_with(cast, h)):
        return Side(codes, tuple(names), "instrument")
    if names:
        return Side(tuple(cast.name(h) for h in names), tuple(names), "unlisted")
    parties = [h for h in acting(tree, i) if _parties(tree, h)]
    return Side(tuple(name_of(tree, h) for h in parties), tuple(parties), "parties") if parties else Side()


def _concluded_with(cast: Cast, instrument: int) -> tuple[str, ...]:
    """With whom a treaty was made that grants or ends something: the treaty, negotiated with Colombia."""
    named = is_a("instrument", cast.tree.lemmas[instrument])
    made = cast.tree.children(instrument, "acl") if named else []
    return tuple(c for k in made for h in cast.tree.pobj(k, "with", "between") for c in cast.named(h))


def _numbered_resolution(tree: Tree, head: int) -> bool:
    """Resolution 1483: what it does, the council does that passed it; only that of the UN numbers them so."""
    return any(
        one == "Resolution" and two.isdigit()
        for one, two in itertools.pairwise(tree.words[max(0, head - 1) : head + 2])
    )


def _parties(tree: Tree, head: int) -> bool:
    """Whether a phrase means the two sides of a text that does not name them: the Parties."""
    marked = {tree.words[k].lower() for k in tree.children(head, "det", "nummod", "predet")}
    plural = tree.tags[head] in ("NNS", "NNPS")
    return (
        plural and is_a("plural_sides", tree.lemmas[head]) and bool(marked & {"the", "both", "two", "these"})
    )


def can_speak(cast: Cast, head: int) -> bool:
    """Whether a phrase is someone, not something of theirs: not "Beijing's actions threaten"."""
    lemma = cast.tree.lemmas[head]
    person = head in cast.at or is_a("actor", lemma) or is_a("voices", lemma) or is_a("utterance", lemma)
    return person or cast.tree.tags[head] not in ("NN", "NNS")


def speaker_above(cast: Cast, i: int) -> list[int]:
    """Who speaks in a participle that hangs on a thing: handed over a note complaining of, after accusing."""
    tree = cast.tree
    at = tree.heads[i] if tree.deps[i] == "pcomp" else i
    if tree.tags[i] != "VBG" or tree.deps[at] not in ("acl", "advcl", "prep") or tree.child(i, "nsubj"):
        return []
    for above in tree.up(at):
        doers = acting(tree, above) if tree.verbal(above) else []
        if doers := [h for h in doers if can_speak(cast, h)]:
            return doers
        if tree.deps[above] in ("ccomp", "relcl"):
            break
    return []


def _mere_place(cast: Cast, head: int) -> bool:
    """Whether a name before a noun only says where: the Geneva talks."""
    mention = cast.at.get(head)
    return mention is not None and mention.kind == "place"


def _called_after(cast: Cast, head: int) -> bool:
    """Whether an agreement only has its name from the place of its signing: the Algiers Agreement."""
    named = cast.tree.tags[head] == "NNP" and is_a("instrument", cast.tree.lemmas[head])
    return named and any(_mere_place(cast, k) for k in cast.tree.children(head, *MODIFIERS))


def _side(cast: Cast, heads: list[int], name: str, *, wide: bool, placed: bool = True) -> Side | None:
    codes: list[str] = []
    used: list[int] = []
    for head in heads:
        if more := (cast.touched(head, placed) if wide else cast.named(head)):
            codes += more
            used.append(head)
    return Side(tuple(dict.fromkeys(codes)), tuple(used), name) if codes else None


def target_of(cast: Cast, entry: Entry, i: int, actor: Side) -> Side:
    """The first role that names someone other than the actor; someone of the actor's own state else."""
    own = set(states_of(actor.codes))
    home: Side | None = None
    at_home = False
    for name in roles_at(cast.tree, i, (*entry.target, "anywhere")):
        if name == "none" or (name == "anywhere" and at_home and entry.plover == "ACCUSE"):
            return home or Side()
        side = _target_in(cast, entry, i, name, actor)
        if side is None and entry.plover == "REQUEST":
            side = asked_at_home(cast, entry, i, name, actor)
        if side is None:
            continue
        others = tuple(c for c in side.codes if c.split("/")[0] not in own)
        if others or not own:
            return Side(others or side.codes, side.heads, name)
        at_home = True
        own_troops = entry.plover == "RETREAT" and name == "object"
        within = [c for c in side.codes if "/" in c and c not in actor.codes and not own_troops]
        within = within or own_places(cast, side.heads, entry.plover)
        within = [] if own_envoy(cast.tree, side.heads, entry.plover) else within
        if addressed(entry, name, actor) and someone(cast.tree, side.heads[0]):
            return home or side  # she called on the government to answer Chad
        if home is None and name not in ("anywhere", "clause") and within and entry.plover in AT_HOME:
            home = Side(tuple(within), side.heads, name)
    return home or Side()


def _target_in(cast: Cast, entry: Entry, i: int, name: str, actor: Side) -> Side | None:
    tree = cast.tree
    if name == "complement":
        clauses = tree.children(i, "xcomp", "ccomp") + _to_clauses(tree, i)
        return _within(cast, clauses, name, actor)
    if name == "anywhere":
        if not tree.verbal(i):
            return None
        after = ("dobj", "prep", "dative", "xcomp", "ccomp")
        inside = [k for k in tree.kids[i] if k > i and tree.deps[k] in after and not _side_clause(tree, k)]
        inside = [k for k in inside if not only_channel(tree, k)]
        inside += _to_clauses(tree, i)
        return _within(cast, inside, name, actor)
    heads = [h for h in role(tree, i, name) if h not in actor.heads and not _called_after(cast, h)]
    heads = [h for h in heads if not felt(tree, h)]
    if name == "clause" and entry.speech:
        heads = [h for h in heads if not _at_that_time(tree, tree.heads[h])]
    if entry.plover == "ACCUSE" and is_a("condemning", tree.lemmas[i]):
        heads = [h for h in heads if not suffered(tree, h)]
    if entry.part == "n" and name == "mod" and entry.plover in ELSEWHERE:
        heads = [h for h in heads if not _mere_place(cast, h)]
    if name in ("in", "at", "on", "for") and tree.verbal(i):
        heads = [h for h in heads if tree.lemmas[h] not in OCCASIONS]
    if entry.plover in ("REJECT", "SUPPORT", "CONSULT") and name == "object":
        heads = [h for h in heads if tree.words[h].lower() != "it"]
    return _side(cast, heads, name, wide=True, placed=entry.plover not in ELSEWHERE)


def _at_that_time(tree: Tree, clause: int) -> bool:
    """Whether a clause only says when: after talks in Geneva had failed."""
    return tree.deps[clause] == "advcl" and any(tree.lemmas[k] in TIMES for k in tree.kids[clause])


def suffered(tree: Tree, head: int) -> bool:
    """Whether a noun is a deed that only tells where it was done: condemned the bombing in Nairobi."""
    by_whom = tree.pobj(head, "by", "of", "from") or tree.children(head, "poss", *MODIFIERS)
    return tree.lemmas[head] in DEEDS and bool(tree.pobj(head, "in", "on", "against", "at")) and not by_whom


def _within(cast: Cast, branches: list[int], name: str, actor: Side) -> Side | None:
    own = set(states_of(actor.codes))
    for branch in branches:
        for token in sorted(t for t in _inside(cast.tree, branch) if t in cast.tops):
            mention = cast.tops.get(token)
            if (
                mention
                and mention.actors
                and not set(states_of(mention.actors)) <= own
                and mention.kind != "place"
                and mention.actors != EVERYONE
                and not lent(cast.tree, token)
            ):
                group = cast.tree.conjuncts(token)
                return _side(cast, group, name, wide=False) or Side(mention.actors, (token,), name)
    for branch in branches:
        for token in _inside(cast.tree, branch):
            if token not in cast.at and is_a("abstract_state", cast.tree.lemmas[token]):
                codes = points_back(cast, token)  # sent arms to the kingdom
                if codes and not set(states_of(codes)) & own:
                    return Side(codes, (token,), name)
    return None


def _inside(tree: Tree, branch: int) -> Iterator[int]:
    """The tokens of a branch without what its side clauses tell."""
    stack = [branch]
    while stack:
        at = stack.pop()
        yield at
        stack.extend(k for k in tree.kids[at] if not _side_clause(tree, k))


def _side_clause(tree: Tree, k: int) -> bool:
    """Whether a branch tells something else: a relative or side clause, a coordinate one, an account."""
    if tree.words[k].lower() == "according":
        return True
    return tree.deps[k] in SIDE_CLAUSES and (tree.deps[k] != "conj" or tree.verbal(k))


def _to_clauses(tree: Tree, i: int) -> list[int]:
    return [k for k in tree.children(i, "advcl") if tree.tags[k] == "VB"]
