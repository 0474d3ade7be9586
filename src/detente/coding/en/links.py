"""Causal links in a sentence: by connectives, by clauses, by fixed phrases, by causative verbs."""

from __future__ import annotations

from collections.abc import Iterator

from detente.coding.en.causal_idioms import by_idiom
from detente.coding.en.causal_nouns import by_noun
from detente.coding.en.causal_turns import by_turn
from detente.coding.en.causatives import by_verb
from detente.coding.en.conditions import inverted
from detente.coding.en.connectives import causal, phrases
from detente.coding.en.frames import surface_subject, undergoing
from detente.coding.en.grammar import is_a
from detente.coding.en.link import Link, aimed_sign, main_of, span
from detente.coding.en.modality import MAY, auxiliary_of, conditional, is_negated
from detente.coding.en.motives import motives
from detente.coding.en.reading import Sentence
from detente.coding.en.spans import clause, phrase, trimmed, whole
from detente.coding.en.tree import Tree

AFTERWARDS = frozenset({"following", "after", "since", "upon"})
FURTHER = frozenset({"on", "further", "farther", "so", "far"})
HOPING = frozenset({"hope", "seek", "aim", "try", "attempt", "wish", "intend", "want", "desire"})
STATIVE = frozenset({"be", "have", "lack", "fear", "want", "need", "believe", "consider", "regard"})
ASKING = frozenset(
    {"call", "look", "appeal", "push", "press", "ask", "wait", "plead", "turn", "arrange", "vote"}
)
OCCASIONS = frozenset({"opportunity", "chance", "occasion", "moment", "time", "liberty", "trouble", "turn"})
SANCTIONING = frozenset(
    {"ACCUSE", "SANCTION", "REJECT", "PROTEST", "COERCE", "THREATEN", "SUPPORT", "ASSAULT"}
)


def links(sentence: Sentence) -> Iterator[Link]:
    """The causal links of a sentence."""
    tree = sentence.tree
    yield from _by_phrases(tree)
    for i in range(len(tree)):
        if tree.verbal(i):
            yield from by_verb(sentence, i)
            yield from by_idiom(sentence, i)
            yield from by_turn(sentence, i)
            yield from motives(tree, i)
            yield from _by_clause(sentence, i)
        yield from _by_preposition(sentence, i)
        yield from by_noun(tree, i)


def _by_clause(sentence: Sentence, i: int) -> Iterator[Link]:
    """Because-clauses, conditions, purposes, "thus doing" and "citing" under a verb."""
    tree = sentence.tree
    for k in tree.children(i, "advcl"):
        marks = {tree.words[m].lower() for m in tree.children(k, "mark", "advmod")}
        side, main = whole(tree, k), main_of(tree, i, k)
        if "because" in marks or (marks & {"since", "as"} and _gives_reason(tree, k)):
            denied = tree.text[: side[0]].rstrip().endswith((" not", " rather than", " merely"))
            yield Link(k, side, main, "+", "because", 0.9, negated=denied, in_sign=True)
        elif "so" in marks and "that" in marks:
            yield Link(k, main, side, "+", "so-that", 0.8)
        elif conditional(tree, k) and "whether" not in marks:
            yield _condition(tree, i, k, side, main)
        elif tree.lemmas[k] in ("cite", "citing"):
            yield Link(i, side, main, "+", "citing", 0.84)
        elif tree.infinitive(k) and _on_purpose(tree, i, k):
            yield Link(k, main, side, aimed_sign(tree, k), "purpose/to", 0.75)
        elif tree.tags[k] == "VBG" and any(tree.lemmas[m] in causal()["therefore"] for m in tree.kids[k]):
            yield Link(k, main, side, "+", "therefore", 0.9)
        elif tree.lemmas[k] in HOPING and tree.tags[k] == "VBG" and (aims := tree.children(k, "xcomp")):
            yield Link(k, main, whole(tree, aims[0]), aimed_sign(tree, aims[0]), "purpose/hoping", 0.75)
        elif marks & {"after", "once", "when", "since"} and tree.lemmas[i] in causal()["changed"]:
            yield Link(i, side, main, "+", "changed-after", 0.6)
        elif "after" in marks and _acted(sentence, i):
            yield Link(i, side, main, "+", "after", 0.7 if _acted(sentence, k) else 0.6)

    yield from _therefore(sentence, i)
    for k, (start, end) in inverted(tree, i):
        main = main_of(tree, i, k) if tree.heads[k] == i else clause(tree, i)
        if main[1] <= start or end <= main[0]:
            yield _condition(tree, i, k, (start, end), main)
    for adverb in tree.children(i, "advmod"):
        as_long_as = tree.lemmas[adverb] == "long" and is_negated(tree, i)
        for k in tree.children(adverb, "advcl") if as_long_as else ():
            yield _condition(tree, i, k, whole(tree, adverb), main_of(tree, i, adverb))


def _therefore(sentence: Sentence, i: int) -> Iterator[Link]:
    """What follows from the clause or the sentence before: and therefore keeps, as a result it left."""
    tree = sentence.tree
    yield from _so(tree, i)
    adverbs = [k for k in tree.children(i, "advmod") if tree.lemmas[k] in causal()["therefore"]]
    if adverbs and tree.tags[i] != "VBG":
        first = tree.heads[i] if tree.deps[i] == "conj" and tree.verbal(tree.heads[i]) else None
        cause = main_of(tree, first, i) if first is not None else None
        effect = clause(tree, i, surface_subject(tree, i) if first is None else ())
        yield Link(i, cause, effect, "+", f"therefore/{tree.lemmas[adverbs[0]]}", 0.8)
        return
    if tree.deps[i] != "ROOT":
        return
    for match in phrases("in_turn").finditer(tree.text):
        after = tree.text[match.end() : match.end() + 6].lstrip(", ").lower()
        if (
            after.startswith(("of ", "to ", "for ", "by ", "with"))
            or tree.clause(tree.within(*match.span())[0]) != i
        ):
            continue
        yield Link(i, None, clause(tree, i, surface_subject(tree, i)), "+", "in-turn", 0.75)


def _so(tree: Tree, i: int) -> Iterator[Link]:
    """Lima refused, so Quito refused as well."""
    for k in tree.children(i, "advmod", "cc", "mark"):
        if tree.words[k].lower() != "so" or k == 0 or tree.words[k - 1] not in (",", ";", "and"):
            continue
        own = [s for s in tree.children(i, "nsubj", "nsubjpass", "expl") if s > k]
        if tree.lemmas[i] in ("be", "is", "are", "do", "remain") and not own[:1] < [i]:
            continue  # Lima refused, and so did Quito
        before = [c for c in (*tree.children(i, "ccomp", "conj"), tree.heads[i]) if c < k and tree.verbal(c)]
        if own and before:
            cause = clause(tree, before[0], surface_subject(tree, before[0]))
            effect = tree.starts[min(tree.subtree(own[0]))], clause(tree, i)[1]
            if cause[1] <= effect[0]:
                yield Link(i, cause, effect, "+", "so", 0.78)


def _condition(tree: Tree, i: int, k: int, side: tuple[int, int], main: tuple[int, int]) -> Link:
    """If A then B; what is not done as long as A holds is kept back by A."""
    sign = "-" if is_negated(tree, i) else "+"
    unless = any(tree.words[m].lower() == "unless" for m in tree.children(k, "mark"))
    if unless:
        sign = "-" if sign == "+" else "+"
    hedged = auxiliary_of(tree, i) in MAY
    return Link(i, side, main, sign, "condition", 0.75, hedged=hedged, in_sign=True)


def _by_preposition(sentence: Sentence, i: int) -> Iterator[Link]:
    """Because of, due to; over and for (what one is blamed for); by doing; despite."""
    tree = sentence.tree
    if tree.deps[i] != "prep" or tree.heads[i] == i:
        return
    low = tree.words[i].lower()
    objects = [k for k in tree.objects_of(i) if tree.tags[k] not in ("IN", "TO")] or [
        o for k in tree.objects_of(i) for o in tree.objects_of(k)
    ]  # because of, due to: the second word may stand as object of the first
    over = tree.clause(tree.heads[i])
    if not objects or not tree.verbal(over):
        return
    main = main_of(tree, over, i)
    if low in causal()["owing"]:
        denied = tree.text[: tree.starts[i]].rstrip().endswith((" not", " rather than"))
        yield Link(
            over, span(tree, objects[0]), main, "+", f"because-of/{low}", 0.9, negated=denied, in_sign=True
        )
    elif low in AFTERWARDS and tree.tags[objects[0]][:2] == "NN" and _followed(sentence, over, objects[0]):
        yield Link(over, span(tree, objects[0]), main, "+", f"after/{low}", 0.65)
    elif low in causal()["despite"]:
        yield Link(over, span(tree, objects[0]), main, "-", "despite", 0.75, negated=True)
    elif low in ("for", "over") and tree.heads[i] == over and _sanctioning(sentence, over):
        if low == "over" or tree.verbal(objects[0]):
            yield Link(over, span(tree, objects[0]), main, "+", f"blamed-{low}", 0.82)
    elif low == "without" and tree.heads[i] == over and _impossible(tree, over):
        yield Link(over, span(tree, objects[0]), main, "+", "not-without", 0.8, in_sign=True)
    elif low == "through" and (sign := _sign(tree, over)):
        effects = undergoing(tree, over)
        if effects and tree.heads[i] == over:
            told = tree.starts[over], whole(tree, i)[1]
            yield Link(over, span(tree, objects[0]), span(tree, effects[0]), sign, "through", 0.8, told=told)
    elif low == "by" and tree.tags[objects[0]] == "VBG" and not is_a("speech", tree.lemmas[objects[0]]):
        yield Link(over, whole(tree, objects[0]), main, "+", "by-doing", 0.8)


def _by_phrases(tree: Tree) -> Iterator[Link]:
    """Fixed phrases: as a result of, in response to, in an effort to."""
    for name, forward in (("following", False), ("purpose", True)):
        for match in phrases(name).finditer(tree.text):
            top = tree.top(tree.within(*match.span()))
            if top is None or tree.heads[top] == top or tree.children(top, "nsubj"):
                continue
            over = tree.clause(tree.heads[top])
            after = [t for t in sorted(tree.subtree(top)) if tree.starts[t] >= match.end()]
            if not after or over == top:
                continue
            if name == "purpose" and tree.tags[after[0]] == "NNP":
                continue  # aimed at someone, not at something
            named = trimmed(tree, after[0], after[-1])
            main = main_of(tree, over, top) if tree.verbal(over) else phrase(tree, over)
            cause, effect = (main, named) if forward else (named, main)
            sign = aimed_sign(tree, after[0]) if forward else "+"
            denied = tree.text[: match.start()].endswith(("not ", "rather than "))
            rule = f"phrase/{match.group().lower()}"
            yield Link(over, cause, effect, sign, rule, 0.9, negated=denied)


def _followed(sentence: Sentence, verb: int, noun: int) -> bool:
    """Whether something done or changed is told to come after something done."""
    tree = sentence.tree
    if is_a("measure", tree.lemmas[noun]):
        return False  # after two years of talks
    told = any(act.at in tree.subtree(noun) for act in sentence.acts) or is_a("quarrel", tree.lemmas[noun])
    return told and (_acted(sentence, verb) or tree.lemmas[verb] in causal()["changed"])


def _sign(tree: Tree, verb: int) -> str:
    lemma = tree.lemmas[verb]
    return "+" if lemma in causal()["raises"] else "-" if lemma in causal()["lowers"] else ""


def _sanctioning(sentence: Sentence, verb: int) -> bool:
    return any(
        act.at == verb and act.entry.plover in SANCTIONING and not act.entry.joint for act in sentence.acts
    )


def _acted(sentence: Sentence, verb: int) -> bool:
    return any(act.at == verb and act.mode.actual for act in sentence.acts)


def _impossible(tree: Tree, verb: int) -> bool:
    """Whether a clause says that something could not be: would not have come, is impossible."""
    subjects = tree.children(verb, "nsubj", "nsubjpass")
    words = {tree.words[k].lower() for s in subjects for k in (s, *tree.children(s, "det"))}
    none = bool(words & {"none", "nothing", "neither", "no"})
    if tree.lemmas[verb] == "do":
        return False  # to do without something is to have none
    not_possible = any(tree.lemmas[k] in ("impossible", "unthinkable") for k in tree.children(verb, "acomp"))
    unreal = auxiliary_of(tree, verb) in {"would", "could", "can", "will"}
    return not_possible or (unreal and (none or is_negated(tree, verb)))


def _likening(tree: Tree, i: int) -> bool:
    """Whether an as-clause only likens with what one has had or done: the terms are as we have now."""
    subject = tree.child(i, "nsubj", "nsubjpass", "expl")
    turned = subject is not None and subject > i and any(tree.words[k].lower() == "as" for k in tree.kids[i])
    return turned or (tree.lemmas[i] in ("have", "do") and not tree.children(i, "dobj"))


def _on_purpose(tree: Tree, i: int, k: int) -> bool:
    """Whether an infinitive says what something is done for: not whom one goes to meet, or what was tried."""
    if is_a("demand", tree.lemmas[i]) and tree.children(i, "dobj", "nsubjpass"):
        return False  # urged Congress to remain
    if tree.lemmas[i] in ASKING and any(_asked(tree, o) for o in tree.pobj(i, "for", "on", "upon", "to")):
        return False  # called on both sides to withdraw
    if tree.lemmas[i] in ASKING and tree.children(k, "nsubj"):
        return False  # called for both parties to withdraw
    idle = tree.lemmas[k] in causal()["no_purpose"] and not (tree.lemmas[k] == "meet" and _of_things(tree, k))
    further = tree.lemmas[i] == "go" and any(tree.words[m].lower() in FURTHER for m in tree.kids[i])
    taken = tree.lemmas[i] in ("take", "use", "have", "welcome", "get", "seize") and any(
        tree.lemmas[o] in OCCASIONS for o in tree.children(i, "dobj")
    )
    if tree.lemmas[i] in ("be", "seem", "appear", "use") or idle or further or taken:
        return False
    return not any(is_a("future_noun", tree.lemmas[o]) for o in tree.children(i, "dobj", "nsubjpass"))


def _asked(tree: Tree, o: int) -> bool:
    """Whether a phrase names someone who can be asked to do a thing."""
    return (
        tree.tags[o] in ("NNP", "NNPS", "PRP") or is_a("actor", tree.lemmas[o]) or tree.lemmas[o] == "party"
    )


def _of_things(tree: Tree, k: int) -> bool:
    """Whether a verb has things for objects, no people: to meet its needs."""
    objects = tree.children(k, "dobj")
    return bool(objects) and all(
        tree.tags[o] in ("NN", "NNS") and not is_a("actor", tree.lemmas[o]) for o in objects
    )


def _gives_reason(tree: Tree, i: int) -> bool:
    """Whether a since- or as-clause gives a reason: it has a linking or modal verb."""
    if not tree.children(i, "nsubj", "nsubjpass", "expl"):
        return False
    perfect = is_negated(tree, i) or any(tree.words[k].lower() == "had" for k in tree.children(i, "aux"))
    stative = tree.lemmas[i] in STATIVE and not _likening(tree, i)
    return stative or perfect or auxiliary_of(tree, i) in MAY
