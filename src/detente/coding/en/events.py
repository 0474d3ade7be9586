"""Events of a document: the acts of its sentences, dated, placed, told once each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from detente.coding.codes import states_of
from detente.coding.en.act import Act
from detente.coding.en.anchors import anchor
from detente.coding.en.carried import Carried
from detente.coding.en.confidence import of_act
from detente.coding.en.frames import carried_root
from detente.coding.en.general import gladly_announced
from detente.coding.en.grammar import is_a
from detente.coding.en.happening import is_placed
from detente.coding.en.modality import holder_of
from detente.coding.en.reading import Sentence
from detente.coding.en.spans import clause, phrase
from detente.coding.en.spoken import TALK
from detente.coding.en.tree import Tree
from detente.coding.en.when import date_at
from detente.coding.issues import issue_of_act
from detente.findings import Event, Modality

WISHES = frozenset({"want", "hope", "wish", "like", "tend", "incline", "aspire", "inclined", "prefer"})
DEFINITE = frozenset({"the", "this", "that", "these", "those", "such", "its", "their", "his", "her"})


def events(sentences: Iterable[Sentence]) -> list[Event]:
    """Every event that the sentences report; a mere later naming of one told before is left out."""
    found: list[Event] = []
    sentences = list(sentences)
    carried = Carried(sentences)
    told: set[tuple[str, frozenset[str], frozenset[str]]] = set()
    dated: dict[tuple[str, tuple[str, ...], tuple[str, ...]], str] = {}
    for sentence in sentences:
        carried.enter(sentence)
        for act in sentence.acts:
            if not worth_telling(sentence, act):
                continue
            key = (act.entry.plover, frozenset(states_of(act.actors)), _told_on(act))
            if key in told and _back_reference(sentence, act):
                continue
            told.add(key)
            record = event(sentence, act, carried)
            if not _retold(record, dated):
                found.append(record)
        carried.leave(sentence)
    return found


def _told_on(act: Act) -> frozenset[str]:
    """The states that an act is on; within one state, on whom: the war in a region, the siege of its city."""
    within = set(states_of(act.targets)) == set(states_of(act.actors))
    return frozenset(act.targets if within and len(set(act.targets)) == 1 else states_of(act.targets))


def _retold(record: Event, dated: dict[tuple[str, tuple[str, ...], tuple[str, ...]], str]) -> bool:
    """Whether an act of the same kind and sides was told before with the same day, more or less exactly."""
    key = (record.rule.split("/")[0], record.actors, record.targets)
    if not record.date or not record.actual or not record.targets:
        return False
    before = dated.setdefault(key, record.date)
    return record.date != before and (record.date.startswith(before) or before.startswith(record.date))


def event(sentence: Sentence, act: Act, carried: Carried) -> Event:
    """The record of one act."""
    (start, end), text = span_of(sentence, act), sentence.tree.text
    date, mode = carried.date(sentence, act, date_at(sentence, act.at, start, end)), act.mode
    if mode.modality is Modality.ASSERTED and carried.is_to_come(sentence, act, date):
        mode = replace(mode, modality=Modality.PLANNED)
    holders = [code for head in holder_of(sentence.tree, act.mode) for code in sentence.cast.named(head)]
    return Event(
        **anchor(sentence, start, end),
        confidence=of_act(act),
        rule=f"{act.entry.id}/{act.path}",
        date=date,
        actors=act.actors,
        targets=act.targets,
        action=text[start:end],
        plover=act.entry.plover,
        mode=act.entry.mode,
        issue=issue_of_act(
            text[start:end],
            text,
            "en",
            kind=act.entry.plover,
            rule=act.entry.id,
            actors=act.actors,
            targets=act.targets,
        ),
        modality=mode.modality,
        actual=mode.actual,
        hedged=act.mode.hedged,
        holder=", ".join(holders) or None,
    )


def span_of(sentence: Sentence, act: Act) -> tuple[int, int]:
    """The characters in which an act stands: the clause of a verb, the phrase of a noun."""
    tree = sentence.tree
    if act.entry.part == "n":
        verb = _carrying(tree, act)
        return phrase(tree, _counted(tree, act.at)) if verb is None else clause(tree, verb, [act.at])
    if tree.deps[act.at] == "relcl" and act.entry.id == TALK.id:
        return clause(tree, tree.clause(tree.heads[act.at]))  # another matter that we spent time on is
    if tree.deps[act.at] == "acl" and is_a("endeavour", tree.lemmas[tree.heads[act.at]]):
        return phrase(tree, tree.heads[act.at])
    near = [h for h in act.heads if _joined(sentence, act.at, h)]
    return clause(tree, _told_by(sentence, act.at), [act.at, *near])


def _carrying(tree: Tree, act: Act) -> int | None:
    """The verb that tells a noun as something that happens, or whose subject does it; None without one.

    Talks opened in Anchorage; launched waves of air strikes.
    """
    at = carried_root(tree, act.at)
    head, dep = tree.heads[at], tree.deps[at]
    if not tree.verbal(head) or at != _counted(tree, act.at):
        return None
    happens = dep in ("nsubj", "nsubjpass") and is_a("happen", tree.lemmas[head])
    does = dep == "dobj" and is_a("light", tree.lemmas[head]) and "(subject" in act.path
    placed = act.entry.joint and is_placed(tree, at)
    return head if happens or does or placed else None


def _counted(tree: Tree, at: int) -> int:
    """The word of measure over a noun, or the noun: two days of talks."""
    prep = tree.heads[at]
    of_measure = tree.deps[at] == "pobj" and tree.lemmas[prep] == "of"
    return tree.heads[prep] if of_measure and is_a("measure", tree.lemmas[tree.heads[prep]]) else at


def _told_by(sentence: Sentence, at: int) -> int:
    """The verb whose clause tells the act: began to bomb, managed to agree."""
    tree = sentence.tree
    while tree.deps[at] == "xcomp" and is_a("fact", tree.lemmas[tree.heads[at]]):
        at = tree.heads[at]
    if tree.deps[at] == "xcomp" and is_a("achieved", tree.lemmas[tree.heads[at]]):
        return tree.clause(tree.heads[at])
    return at


def _joined(sentence: Sentence, at: int, head: int) -> bool:
    """Whether a side stands in the same clause as its verb, so that the span may reach to it."""
    tree = sentence.tree
    return tree.deps[at] not in ("conj", "advcl", "pcomp") or tree.clause(head) == at or head > at


def worth_telling(sentence: Sentence, act: Act) -> bool:
    """Whether an act is an event of its own: not a mere purpose, and someone known takes part."""
    if sentence.heading or act.mode.purpose or act.mode.auxiliary == "can" or _wished(sentence, act.at):
        return False
    if act.entry.part == "n" and act.mode.modality is not Modality.ASSERTED:
        return bool(act.actors and act.targets)
    if act.mode.modality is Modality.HYPOTHETICAL and not (act.actors and act.targets):
        return False
    return bool(act.actors or act.targets)


def _wished(sentence: Sentence, at: int) -> bool:
    """Whether the act is only what someone wants or is inclined to do."""
    tree = sentence.tree
    while tree.deps[at] == "conj" and tree.verbal(tree.heads[at]):
        at = tree.heads[at]
    head = tree.heads[at]
    wishing = tree.lemmas[head] in WISHES
    return (tree.deps[at] in ("xcomp", "ccomp") and wishing) or (
        tree.deps[at] == "xcomp"
        and tree.tags[head] == "JJ"
        and not gladly_announced(tree, at)
        and not (tree.deps[head] == "acomp" and is_a("achieved", tree.lemmas[head]))
    )


def _back_reference(sentence: Sentence, act: Act) -> bool:
    tree = sentence.tree
    if act.entry.part != "n" or is_placed(tree, act.at):
        return False
    return any(tree.words[k].lower() in DEFINITE for k in tree.children(act.at, "det", "poss"))
