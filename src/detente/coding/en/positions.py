"""Positions: where an actor stands on an issue, with the reasons that the sentence gives."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from detente.coding.codes import together
from detente.coding.en.anchors import anchor
from detente.coding.en.events import span_of
from detente.coding.en.frames import acting, role, surface_subject, undergoing
from detente.coding.en.grammar import is_a
from detente.coding.en.issues import OTHER, issue_of
from detente.coding.en.modality import auxiliary_of, is_negated, mode_of
from detente.coding.en.reading import Sentence
from detente.coding.en.reasons import reasons_of
from detente.coding.en.refusals import refused
from detente.coding.en.spans import clause, phrase
from detente.coding.en.speakers import speaker_of
from detente.coding.en.stances import stances
from detente.coding.en.tree import Tree
from detente.coding.en.views import views
from detente.findings import Position

STANDS = frozenset({"will", "would", "shall", "must", "should", "ought", "wo"})
SHOULD = frozenset({"must", "should", "ought"})
WISHING = frozenset({"hope", "want", "wish", "like", "intend", "seek", "aspire"})
FAVOURING = frozenset({"want", "favour", "favor", "advocate", "prefer", "seek", "claim", "desire"})
GOING_ON = frozenset({"continue", "persist", "choose", "work"})  # to do something, not something
WARINESS = frozenset(
    {
        "suspicion",
        "alarm",
        "concern",
        "hostility",
        "distrust",
        "mistrust",
        "scepticism",
        "skepticism",
        "favour",
    }
    | {"favor", "unease", "anxiety", "sympathy", "dismay", "contempt", "caution", "disdain", "apprehension"}
)
DESCRIBING = frozenset({"describe", "characterise", "characterize", "portray", "depict"})
FAVOUR = frozenset({"favour", "favor"})
HELD = frozenset(
    {
        "describe",
        "characterise",
        "characterize",
        "portray",
        "depict",
        "regard",
        "view",
        "consider",
        "see",
        "treat",
        "perceive",
    }
)
THINKING = frozenset({"think", "believe", "guess", "suppose", "feel", "know", "doubt"})
UNWANTED = frozenset({"want", "seek", "wish", "intend", "favour", "favor"})
WISHED = frozenset({"prefer", "favour", "favor"})
BEING = frozenset({"be", "is", "'s", "’s", "remain", "was"})
ASKING = frozenset({"know", "ask", "question"})
Found = tuple[int, tuple[int, int], str, float, str]


def positions(sentences: Iterable[Sentence]) -> list[Position]:
    """One position an actor and issue line, at the place where it is first put."""
    found: dict[tuple[str, str, str], Position] = {}
    for sentence in sentences:
        if sentence.heading or sentence.tree.text.rstrip().endswith("?"):
            continue
        for at, (start, end), actor, confidence, rule in _in(sentence):
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
    for act in sentence.acts:
        if act.entry.stance and act.actors and act.mode.actual and act.entry.part != "n":
            if _within(sentence.tree, act.at, taken):
                continue
            taken.add(act.at)
            yield act.at, span_of(sentence, act), together(act.actors), 0.82, f"stance/{act.entry.id}"
    tree = sentence.tree
    for at, heads, rule in stances(tree):
        holder = speaker_of(sentence.cast, heads)
        if at not in taken and holder is not None and (actor := together(holder.codes)):
            taken.add(at)
            yield at, clause(tree, at, heads), actor, 0.68, f"stance-held/{rule}"
    for i in range(len(tree)):
        if i in taken or (tree.deps[i] == "dobj" and tree.heads[i] in taken):
            continue  # what someone voices is one position: reaffirmed its commitment to peace
        if taken & set(tree.children(i, "ccomp")):
            continue  # so is what someone says that he refuses: said it would not recognise the border
        if tree.heads[i] in taken and tree.deps[i] == "advcl" and is_a("speech", tree.lemmas[i]):
            continue  # what is argued for it is its reason: lobbied for the deal, arguing that it works
        for found in _put(sentence, i):
            taken.add(i)
            yield found
    for view in views(sentence.tree):
        if (holder := speaker_of(sentence.cast, view.holders)) is not None and holder.codes:
            yield view.at, view.span, together(holder.codes), 0.65, f"view-is/{sentence.tree.lemmas[view.at]}"


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
    if _mere_opinion(tree, i) or (lemma in GOING_ON and tree.children(i, "dobj")):
        return
    if (
        tree.verbal(i)
        and (is_a("stance_verb", lemma) or lemma in HELD or lemma == "be")
        and (
            (lemma != "be" and lemma not in DESCRIBING and tree.children(i, "ccomp", "xcomp"))
            or _wanted(tree, i)
            or _held_as(tree, i)
            or _bent_on(tree, i)
        )
    ):
        heads, span, rule = acting(tree, i), clause(tree, i, acting(tree, i)), "stance-verb"
    elif tree.verbal(i) and is_a("speech", lemma) and _takes_a_stand(sentence, i):
        heads, span, rule = acting(tree, i), clause(tree, i, acting(tree, i)), "said-stand"
    elif _recommended(sentence, i):
        holder = together(cast.memory.speaker) or "author"
        yield i, clause(tree, i, surface_subject(tree, i)), holder, 0.65, "author-should"
        return
    elif (
        tree.tags[i] in ("JJ", "VBN")
        and (is_a("stance_adj", lemma) or is_a("stance_adj", tree.words[i].lower()))
        and tree.deps[i] in ("acomp", "ROOT", "conj")
    ) or (lemma == "open" and tree.deps[i] == "acomp" and tree.pobj(i, "to")):
        heads, span, rule = _of_adjective(sentence, i)
    elif tree.tags[i] in ("NN", "NNS") and is_a("stance_noun", lemma) and _about(sentence, i):
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


def _takes_a_stand(sentence: Sentence, i: int) -> bool:
    """Whether what is said is a will, a demand or a denial: would defend, must leave, is not worthy."""
    tree = sentence.tree
    contents = tree.children(i, "ccomp") if tree.lemmas[i] not in ASKING else []
    if any(is_a("weighty_noun", tree.lemmas[k]) for k in undergoing(tree, i)):
        return True
    if any(is_a("value", tree.lemmas[a]) for k in contents for a in tree.children(k, "acomp", "attr")):
        return True
    if contents and tree.tags[i] in ("VBZ", "VBP") and _is_state(sentence, i):
        return True  # what a state says now it holds: Ankara says the waters are its own
    return any(auxiliary_of(tree, k) in STANDS or is_negated(tree, k) for k in contents)


def _is_state(sentence: Sentence, i: int) -> bool:
    """Whether the subject of a verb is a state by its name or capital, no person and no office."""
    mentions = [sentence.cast.at.get(h) for h in acting(sentence.tree, i)]
    return bool(mentions) and all(m is not None and m.kind == "state" and m.role is None for m in mentions)


def _mere_opinion(tree: Tree, i: int) -> bool:
    """Whether "I" only thinks something is so, or wants to do something himself."""
    if not any(tree.words[h].lower() == "i" for h in tree.children(i, "nsubj")):
        return False
    if tree.lemmas[i] in WISHING:
        return bool(tree.children(i, "xcomp"))
    contents = [t for k in tree.children(i, "ccomp") for t in (k, *tree.children(k, "xcomp", "acomp"))]
    stands = any(_obliged(tree, t) or is_negated(tree, t) or is_a("value", tree.lemmas[t]) for t in contents)
    return tree.lemmas[i] in THINKING and not stands


def _obliged(tree: Tree, i: int) -> bool:
    """Whether a clause says what should be done: must leave, have to talk, need to agree."""
    return auxiliary_of(tree, i) in STANDS or (tree.lemmas[i] in ("have", "need") and _has_task(tree, i))


def _has_task(tree: Tree, i: int) -> bool:
    return any(tree.tags[k] == "VB" for k in tree.children(i, "xcomp"))


def _recommended(sentence: Sentence, i: int) -> bool:
    """Whether the author says what someone should do; who speaks may put it as a need or an interest."""
    tree = sentence.tree
    if not tree.verbal(i):
        return False
    told = tree.deps[i] not in ("relcl", "advcl", "acl")
    spoken = told and bool(sentence.cast.memory.speaker) and (_needed(tree, i) or _valued(tree, i))
    if spoken and tree.tags[i] in ("VBP", "VBZ"):
        return True
    own = tree.deps[i] in ("ROOT", "conj") and tree.verbal(i) and auxiliary_of(tree, i) in SHOULD
    own = own and not _inverted(tree, i)
    guessed = any(tree.lemmas[k] == "have" for k in tree.children(i, "aux"))
    around = (*tree.up(i), *tree.children(i, "parataxis"))
    return own and not guessed and not any(is_a("speech", tree.lemmas[k]) for k in around)


def _inverted(tree: Tree, i: int) -> bool:
    """Whether the auxiliary stands before its subject, as in a condition: should the drought return."""
    subject = tree.child(i, "nsubj", "nsubjpass")
    return subject is not None and any(k < min(tree.subtree(subject)) for k in tree.children(i, "aux"))


def _wanted(tree: Tree, i: int) -> bool:
    """Whether a thing is wanted or favoured, not a person: want a settlement by talks."""
    wanted = undergoing(tree, i) if tree.lemmas[i] in FAVOURING else []
    return any(tree.tags[k] in ("NN", "NNS") and not is_a("actor", tree.lemmas[k]) for k in wanted)


def _held_as(tree: Tree, i: int) -> bool:
    """Whether something is held to be something: regards the dam as a threat, saw him as a rival."""
    if tree.lemmas[i] == "be":
        return bool(tree.pobj(i, "against")) or any(tree.lemmas[k] in FAVOUR for k in tree.pobj(i, "in"))
    if tree.lemmas[i] not in HELD or not undergoing(tree, i):
        return False
    return bool(tree.pobj(i, "as")) or any(tree.lemmas[k] in WARINESS for k in tree.pobj(i, "with"))


def _bent_on(tree: Tree, i: int) -> bool:
    """Whether someone is set on doing something: insisted on leaving, focused on ensuring."""
    return any(tree.tags[k] == "VBG" for k in tree.pobj(i, "on", "toward", "towards"))


def _needed(tree: Tree, i: int) -> bool:
    """Whether someone is said to need, or to have, to do something."""
    return tree.lemmas[i] in ("need", "have") and _has_task(tree, i)


def _valued(tree: Tree, i: int) -> bool:
    """Whether doing something is said to be good or needed: it is vital to, it is in the interest of X to."""
    if tree.lemmas[i] not in BEING or not tree.children(i, "xcomp", "ccomp", "advcl"):
        return False
    expletive = any(tree.words[k].lower() == "it" for k in tree.children(i, "nsubj", "expl"))
    valued = [k for k in tree.children(i, "acomp", "attr") if is_a("value", tree.lemmas[k])]
    return expletive and bool(valued or [k for k in tree.pobj(i, "in") if tree.lemmas[k] == "interest"])


def _of_adjective(sentence: Sentence, i: int) -> tuple[list[int], tuple[int, int], str]:
    tree = sentence.tree
    verb = tree.heads[i] if tree.deps[i] == "acomp" else i
    heads = role(tree, i, "subject") or acting(tree, verb)
    return heads, clause(tree, verb, heads), "stance-adjective"


def _about(sentence: Sentence, i: int) -> bool:
    tree = sentence.tree
    if is_a("bare_stance", tree.lemmas[i]) and tree.children(i, "poss", "amod", "compound"):
        return True
    return bool(tree.pobj(i, "to", "for", "of", "on", "about", "toward", "towards")) or bool(
        tree.children(i, "acl")
    )


def _of_noun(sentence: Sentence, i: int) -> list[int]:
    tree = sentence.tree
    return role(tree, i, "poss") or role(tree, i, "mod") or tree.pobj(i, "among", "by", "from")


def _quote(sentence: Sentence, start: int, end: int) -> str:
    first, last = sentence.stored(start, end)
    return sentence.document.text[first:last]
