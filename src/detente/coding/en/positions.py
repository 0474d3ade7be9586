"""Positions: where an actor stands on an issue, with the reasons that the sentence gives."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from detente.coding.codes import together
from detente.coding.en.anchors import anchor
from detente.coding.en.courtesies import invited, thanks, welcomed_together
from detente.coding.en.events import span_of
from detente.coding.en.frames import acting, role, surface_subject
from detente.coding.en.grammar import is_a
from detente.coding.en.held_stands import ATTITUDES, DESCRIBING, HELD, bent_on, held_as, in_doubt, wanted
from detente.coding.en.issues import OTHER, issue_of
from detente.coding.en.modality import auxiliary_of, is_negated, mode_of
from detente.coding.en.one_stand import Found, each_once
from detente.coding.en.reading import Sentence
from detente.coding.en.reasons import reasons_of
from detente.coding.en.recommended import recommended
from detente.coding.en.refusals import refused
from detente.coding.en.said_stands import THINKING, mere_opinion, says, takes_a_stand
from detente.coding.en.spans import clause, phrase
from detente.coding.en.speakers import speaker_of
from detente.coding.en.stakes import stakes
from detente.coding.en.stances import stances
from detente.coding.en.tree import Tree
from detente.coding.en.views import views
from detente.findings import Position

GOING_ON = frozenset({"continue", "persist", "choose", "work"})  # to do something, not something
PERCEIVING = DESCRIBING | {"see"}  # what they are said to be is told by "as"
BELIEVING = frozenset({"believe", "think", "fear", "doubt", "suspect", "worry", "expect", "hope", "assume"})
ENABLING = frozenset({"allow", "enable", "permit", "let", "help"})
UNWANTED = frozenset({"want", "seek", "wish", "intend", "favour", "favor"})
OCCASIONS = frozenset({"occasion", "opportunity", "chance", "visit", "arrival", "guest", "visitor"})
WISHED = frozenset({"prefer", "favour", "favor"})


def positions(sentences: Iterable[Sentence]) -> list[Position]:
    """One position an actor and issue line, at the place where it is first put."""
    found: dict[tuple[str, str, str], Position] = {}
    for sentence in sentences:
        if sentence.heading or sentence.tree.text.rstrip().endswith("?"):
            continue
        for at, (start, end), actor, confidence, rule in each_once(_in(sentence)):
            issue = issue_of(sentence, start, end)
            key = (actor, issue if issue != OTHER else sentence.tree.text[start:end], rule)
            reasons = reasons_of(sentence.tree, at)
            found.setdefault(
                key,
                Position(
                    **anchor(sentence, start, end),
                    confidence=confidence,
                    rule=rule,
                    actor=actor,
                    issue=issue,
                    stance=sentence.tree.text[start:end],
                    reasons=tuple(sentence.tree.text[s:e] for s, e in reasons),
                    reason_quotes=tuple(_quote(sentence, s, e) for s, e in reasons),
                    hedged=mode_of(sentence.tree, at).hedged,
                ),
            )
    return list(found.values())


def _in(sentence: Sentence) -> Iterator[Found]:
    taken: set[int] = set()
    told: list[Found] = []
    for act in sentence.acts:
        if act.entry.stance and act.actors and act.mode.actual and act.entry.part != "n":
            if _within(sentence.tree, act.at, taken) or _foreseen_by_another(sentence.tree, act.at):
                continue
            if _polite(sentence, act.at) or _no_stand(sentence.tree, act.at):
                continue
            taken.add(act.at)
            told.append(
                (act.at, span_of(sentence, act), together(act.actors), 0.82, f"stance/{act.entry.id}")
            )
            yield told[-1]
        elif act.entry.stance and not act.actors and act.mode.actual and act.entry.part != "n":
            voices = speaker_of(sentence.cast, sentence.tree.children(act.at, "nsubj"))
            if voices is not None and not voices.codes and voices.role:
                taken.add(act.at)
                yield act.at, span_of(sentence, act), voices.role, 0.6, f"stance/{act.entry.id}"
    tree = sentence.tree
    for at, heads, rule in (*stances(tree), *stakes(tree)):
        holder = speaker_of(sentence.cast, heads)
        if at not in taken and holder is not None and (actor := together(holder.codes)):
            taken.add(at)
            yield at, clause(tree, at, heads), actor, 0.68, f"stance-held/{rule}"
    for i in range(len(tree)):
        if i in taken or (tree.deps[i] == "dobj" and tree.heads[i] in taken):
            continue  # what someone voices is one position: reaffirmed its commitment to peace
        if taken & set(tree.children(i, "ccomp")):
            continue  # so is what someone says that he refuses: said it would not recognise the border
        if tree.heads[i] in taken and tree.deps[i] == "advcl" and _argues(tree, i):
            continue  # what is argued for it is its reason: lobbied for the deal, arguing that it works
        for found in _put(sentence, i):
            taken.add(i)
            if not (found[4].startswith("stance-noun") and _told_already(told, found)):
                told.append(found)
                yield found
    for view in views(sentence.tree):
        if (holder := speaker_of(sentence.cast, view.holders)) is not None and holder.codes:
            yield view.at, view.span, together(holder.codes), 0.65, f"view-is/{sentence.tree.lemmas[view.at]}"


def _told_already(told: list[Found], found: Found) -> bool:
    """Whether a noun only names over again what its holder stands for: supported him and his position."""
    (start, end), actor = found[1], found[2]
    return any(s <= start and end <= e and actor == who for _, (s, e), who, _, _ in told)


def _argues(tree: Tree, i: int) -> bool:
    return tree.tags[i] == "VBG" and is_a("speech", tree.lemmas[i])


def _foreseen_by_another(tree: Tree, i: int) -> bool:
    """Whether an act is only what someone is sure of or fears: convinced that Chile would not keep it."""
    over = tree.heads[i]
    believed = tree.lemmas[over] in BELIEVING or is_a("stance_adj", tree.words[over].lower())
    return tree.deps[i] == "ccomp" and believed and auxiliary_of(tree, i) in ("will", "would", "wo")


def _polite(sentence: Sentence, i: int) -> bool:
    return thanks(sentence.tree, i) or invited(sentence.tree, i) or welcomed_together(sentence, i)


def _allowed(tree: Tree, i: int) -> bool:
    """Whether it is only told what something might let someone do: would allow Chile to claim the bay."""
    over = tree.heads[i]
    might = tree.lemmas[over] in ENABLING and auxiliary_of(tree, over) in ("might", "could", "may", "would")
    return tree.deps[i] in ("ccomp", "xcomp") and might


def _no_stand(tree: Tree, i: int) -> bool:
    """Whether someone only failed to do it, or made people do something: encouraged migrants to leave."""
    people = [k for k in tree.children(i, "dobj") if is_a("actor", tree.lemmas[k])]
    moved = (i, *people) if tree.lemmas[i] == "encourage" and people else ()
    led = any(tree.tags[t] == "VB" for k in moved for t in tree.children(k, "xcomp", "relcl", "acl", "ccomp"))
    things = tree.children(i, "dobj") if tree.lemmas[i] == "welcome" else []
    greeted = any(tree.lemmas[k] in OCCASIONS for k in things)
    return tree.lemmas[i] == "fail" or led or greeted or _allowed(tree, i)


def _within(tree: Tree, i: int, taken: set[int]) -> bool:
    """Whether an act is part of what a position of before is about: reaffirmed support for the law."""
    at = i
    for above in tree.up(i):
        if tree.deps[at] not in ("xcomp", "pcomp", "acl", "dobj", "pobj", "prep", "conj"):
            return False
        if above in taken:
            return tree.deps[at] != "conj"
        at = above
    return False


def _put(sentence: Sentence, i: int) -> Iterator[Found]:
    tree, cast = sentence.tree, sentence.cast
    lemma = tree.lemmas[i]
    if tree.verbal(i) and refused(tree, i):
        who = speaker_of(cast, surface_subject(tree, i))
        if who is not None and (actor := together(who.codes)):
            yield i, clause(tree, i, surface_subject(tree, i)), actor, 0.72, "will-not"
        return
    going_on = lemma in GOING_ON and tree.children(i, "dobj")
    if mere_opinion(tree, i) or going_on or is_a("glad", lemma) or _allowed(tree, i):
        return
    if (
        tree.verbal(i)
        and (is_a("stance_verb", lemma) or lemma in HELD | ATTITUDES or lemma == "be")
        and (
            (lemma != "be" and lemma not in PERCEIVING and tree.children(i, "ccomp", "xcomp"))
            or wanted(tree, i)
            or held_as(tree, i)
            or bent_on(tree, i)
        )
    ):
        heads, span, rule = acting(tree, i), clause(tree, i, acting(tree, i)), "stance-verb"
    elif tree.verbal(i) and says(tree, i) and takes_a_stand(sentence, i):
        heads, span, rule = acting(tree, i), clause(tree, i, acting(tree, i)), "said-stand"
    elif recommended(sentence, i):
        holder = together(cast.memory.speaker) or "author"
        yield i, clause(tree, i, surface_subject(tree, i)), holder, 0.65, "author-should"
        return
    elif (
        tree.tags[i] in ("JJ", "VBN")
        and (is_a("stance_adj", lemma) or is_a("stance_adj", tree.words[i].lower()))
        and (tree.deps[i] in ("acomp", "ROOT", "conj") or (tree.deps[i] == "ccomp" and tree.tags[i] == "VBN"))
    ) or (lemma == "open" and tree.deps[i] == "acomp" and tree.pobj(i, "to")):
        heads, span, rule = _of_adjective(sentence, i)
    elif tree.tags[i] in ("NN", "NNS") and is_a("stance_noun", lemma) and _about(tree, i):
        heads, span, rule = _of_noun(sentence, i), phrase(tree, i), "stance-noun"
    else:
        return
    speaker = speaker_of(cast, heads)
    disbelieved = lemma in THINKING and is_negated(tree, i) and not auxiliary_of(tree, i)
    unwanted = lemma in UNWANTED and is_negated(tree, i) and not auxiliary_of(tree, i)
    wished = lemma in WISHED and auxiliary_of(tree, i) == "would" and not is_negated(tree, i)
    if speaker is not None and (mode_of(tree, i).actual or disbelieved or unwanted or wished):
        actor = together(speaker.codes) or speaker.role or ""
        yield i, span, actor, 0.7 if speaker.codes else 0.6, f"{rule}/{lemma}"


def _of_adjective(sentence: Sentence, i: int) -> tuple[list[int], tuple[int, int], str]:
    tree = sentence.tree
    verb = tree.heads[i] if tree.deps[i] == "acomp" else i
    feels = tree.children(i, "auxpass") and is_a("felt", tree.words[i].lower())
    felt = surface_subject(tree, verb) if feels else []
    heads = felt or role(tree, i, "subject") or acting(tree, verb) or surface_subject(tree, verb)
    return heads, clause(tree, verb, heads), "stance-adjective"


def _about(tree: Tree, i: int) -> bool:
    """Whether a noun of a stance tells what it is about, and that it is held."""
    if in_doubt(tree, i):
        return False
    if is_a("bare_stance", tree.lemmas[i]) and tree.children(i, "poss", "amod", "compound"):
        return True
    return bool(
        tree.pobj(i, "to", "for", "of", "on", "about", "over", "toward", "towards", "regarding")
    ) or bool(tree.children(i, "acl"))


def _of_noun(sentence: Sentence, i: int) -> list[int]:
    tree = sentence.tree
    named = [k for k in role(tree, i, "mod") if sentence.cast.named(k)]
    return role(tree, i, "poss") or named or tree.pobj(i, "among", "by", "from")


def _quote(sentence: Sentence, start: int, end: int) -> str:
    first, last = sentence.stored(start, end)
    return sentence.document.text[first:last]
