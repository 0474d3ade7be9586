"""Outlooks: what is said of the future, with its condition where one is stated."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from detente.coding.en.anchors import anchor
from detente.coding.en.conditions import Span, condition_of
from detente.coding.en.connectives import causal
from detente.coding.en.foreseen import feared, foreseen
from detente.coding.en.frames import passive, surface_subject
from detente.coding.en.grammar import is_a
from detente.coding.en.modality import conditional, holder_of, mode_of
from detente.coding.en.no_forecast import PRONOUNS, courtesy, going_on_now, of_parties, of_the_past
from detente.coding.en.reading import Sentence
from detente.coding.en.refusals import ACCEPTING, refused, unwilling
from detente.coding.en.spans import clause, phrase, whole
from detente.coding.en.tree import Tree
from detente.findings import Outlook

FUTURE = frozenset({"will", "shall", "'ll", "’ll", "wo", "may", "might", "could", "would"})
EXPECTED = frozenset({"expect", "schedule", "anticipate", "forecast", "predict", "project"})
BESIDE = frozenset({"relcl", "acl", "prep", "appos", "conj", "cc", "punct"})
COMING = frozenset({"next", "tomorrow", "soon", "coming", "anytime"})
AGREED = frozenset({"agree", "consensus", "agreement", "understanding", "accord", "pledge", "promise"})
WEIGHED = frozenset(
    {"avoid", "avert", "explore", "discuss", "consider", "examine", "study", "weigh", "ignore"}
)
OPENING = frozenset({'"', "“", "``"})
FEARS = frozenset({"chance", "fear", "risk", "prospect", "likelihood", "danger", "possibility", "outlook"})


def outlooks(sentences: Iterable[Sentence]) -> list[Outlook]:
    """Every outlook of a document, one a clause."""
    found: dict[tuple[int, int], Outlook] = {}
    for sentence in sentences:
        if sentence.heading or sentence.tree.text.rstrip().endswith("?"):
            continue
        for at, (start, end), condition, confidence, rule in _in(sentence):
            record = _record(sentence, at, start, end, condition, confidence, rule)
            found.setdefault((record.start, record.end), record)
    return list(found.values())


def _in(sentence: Sentence) -> Iterator[tuple[int, tuple[int, int], Span | None, float, str]]:
    tree = sentence.tree
    for i in range(len(tree)):
        if tree.verbal(i) and (found := _future(sentence, i)):
            condition = condition_of(tree, i)
            confidence, rule = found
            start, end = _span(tree, i)
            end = max([end, *(whole(tree, k)[1] for k in _relatives(tree, i))])
            end = max([end, *(clause(tree, k)[1] for k in _going_on(tree, i))])
            if condition is not None:
                start, end = min(start, condition[0]), max(end, condition[1])
            start = _quoted_from(tree, i, start)
            yield i, (start, end), condition, confidence, rule
        elif tree.verbal(i) and (dreaded := feared(tree, i)):
            yield i, phrase(tree, dreaded[0]), None, 0.5, f"feared/{tree.lemmas[i]}"
        elif tree.lemmas[i] in FEARS and tree.tags[i] in ("NN", "NNS") and _of_something(tree, i):
            if tree.verbal(tree.heads[i]) and tree.lemmas[tree.heads[i]] in causal()["lowers"] | WEIGHED:
                continue  # steps to reduce the risk of war
            yield i, phrase(tree, i), None, 0.5, f"fear/{tree.lemmas[i]}"


def _span(tree: Tree, i: int) -> Span:
    """The clause of a verb with its subject; of "a step likely to anger", the noun and what hangs on it."""
    above = tree.heads[i]
    if tree.deps[i] == "xcomp" and tree.deps[above] in ("amod", "acl") and above > tree.heads[above]:
        return tree.starts[min(tree.subtree(tree.heads[above], BESIDE))], clause(tree, i)[1]
    near = [h for h in surface_subject(tree, i) if tree.deps[i] != "conj"]
    start, end = clause(tree, i, near)
    return min([start, *(phrase(tree, h)[0] for h in near if h < i and tree.heads[h] in (i, above))]), end


def _quoted_from(tree: Tree, i: int, start: int) -> int:
    """Where what is quoted begins, if the verb stands in it: he warned her: “If they fail, we shall lose.”"""
    opened = [t for t in range(1, i) if tree.words[t] in OPENING and tree.words[t - 1] in (":", ",")]
    return max(start, tree.ends[opened[-1]]) if opened else start


def _future(sentence: Sentence, i: int) -> tuple[float, str] | None:
    """Why a verb speaks of the future, as (confidence, rule); None where it does not."""
    tree = sentence.tree
    modals = [tree.words[k].lower() for k in tree.children(i, "aux") if tree.tags[k] == "MD"]
    mode = mode_of(tree, i)
    if modals and modals[0] in FUTURE:
        neither = any(tree.lemmas[k] == "neither" for k in tree.kids[i])
        if modals[0] == "could" and (mode.negated or neither or tree.lemmas[i] == "do"):
            return None
        if (
            tree.deps[i] == "relcl"
            and _future(sentence, tree.clause(tree.heads[i]))
            and tree.verbal(tree.clause(tree.heads[i]))
        ):
            return None
        if _told_above(sentence, i) or of_parties(tree, i) or courtesy(tree, i, modals[0]):
            return None
        if (
            modals[0] == "shall"
            and not any(tree.words[h].lower() in ("we", "i") for h in surface_subject(tree, i))
            and condition_of(tree, i) is None
        ):
            return None  # what parties shall do they are bound to
        if any(tree.lemmas[k] == "have" for k in tree.children(i, "aux")) and condition_of(tree, i) is None:
            return None
        if going_on_now(tree, i, modals[0]) and not _timed(sentence, i):
            return None
        if of_the_past(tree, i, modals[0]) and not _coming(tree, i):
            return None
        own_will = _by_someone(sentence, i) and (refused(tree, i) or _reported_refusal(tree, i))
        if own_will and condition_of(tree, i) is None and not _foretold(sentence, i, modals[0]):
            return None
        agreed = tree.deps[i] in ("ccomp", "acl") and tree.lemmas[tree.heads[i]] in AGREED
        if agreed and _by_someone(sentence, i):
            return None  # what a side has agreed to do is told as agreed, not that the talks will go on
        if tree.deps[i] == "advcl" and conditional(tree, i):
            return None
        return (0.85 if modals[0] in ("will", "may", "could", "might") else 0.75), f"modal/{modals[0]}"
    ahead = tree.lemmas[i] == "look" and any(tree.lemmas[k] == "forward" for k in tree.kids[i])
    if ahead and tree.pobj(i, "to"):
        return 0.6, "look-forward"
    if tree.deps[i] == "xcomp" and tree.words[tree.heads[i]].lower() == "going" and not _past(tree, i):
        return 0.8, "going-to"
    if tree.lemmas[i] in ("be", "is", "are") and tree.tags[i] in ("VBZ", "VBP") and _to_do(tree, i):
        return 0.7, "is-to"
    if (
        tree.lemmas[i] in ("intend", "plan")
        and tree.tags[i] != "VBN"
        and tree.tags[i] != "VBG"
        and not passive(tree, i)
        and _to_do(tree, i)
    ):
        return 0.65, "intends"
    if tree.lemmas[i] in EXPECTED and passive(tree, i) and not tree.children(i, "xcomp", "ccomp"):
        return 0.65, f"expected/{tree.lemmas[i]}"
    awaited = tree.deps[i] in ("ccomp", "xcomp") and tree.tags[i] == "VB" and tree.children(i, "nsubj")
    if awaited and tree.lemmas[tree.heads[i]] in EXPECTED and not passive(tree, tree.heads[i]):
        return 0.7, f"expected/{tree.lemmas[tree.heads[i]]}"
    if tree.deps[i] == "xcomp" and is_a("likely", tree.lemmas[tree.heads[i]]):
        threat = tree.lemmas[tree.heads[i]] == "threaten" and condition_of(tree, i) is None
        if threat and _by_someone(sentence, tree.heads[i]):
            return None  # a threat, no forecast
        return 0.75, f"likely/{tree.lemmas[tree.heads[i]]}"
    return foreseen(tree, i)


def _told_above(sentence: Sentence, i: int) -> bool:
    """Whether what a clause foretells is told by the word over it: will learn that, the fear that it will."""
    tree, above = sentence.tree, sentence.tree.heads[i]
    if tree.deps[i] in ("acl", "ccomp", "relcl") and tree.lemmas[above] in FEARS:
        return tree.tags[above] in ("NN", "NNS")
    return tree.deps[i] == "ccomp" and tree.verbal(above) and _future(sentence, above) is not None


def _foretold(sentence: Sentence, i: int, modal: str) -> bool:
    """Whether the author says what another will not do by some time: will not ratify before the vote."""
    tree = sentence.tree
    own = any(tree.words[h].lower() in ("we", "i") for h in surface_subject(tree, i))
    if own or modal == "would" or tree.deps[i] == "ccomp" or tree.lemmas[i] in ACCEPTING:
        return False
    return _timed(sentence, i)


def _coming(tree: Tree, i: int) -> bool:
    """Whether what is announced has a time to come: said it would reopen the embassy next week."""
    return tree.deps[i] == "ccomp" and any(tree.lemmas[t] in COMING for t in tree.subtree(i))


def _timed(sentence: Sentence, i: int) -> bool:
    """Whether a clause says by when or until when."""
    tree = sentence.tree
    branch = set(tree.subtree(i))
    by_when = [k for k in tree.pobj(i, "before", "until", "by", "within") if tree.tags[k] != "VBG"]
    if by_when or any(tree.lemmas[t] in COMING for t in branch):
        return True
    after = [d for d in sentence.dates if d.start > tree.starts[i]]
    return any(branch & set(tree.within(d.start, d.end)) for d in after)


def _by_someone(sentence: Sentence, i: int) -> bool:
    """Whether the subject of a verb is a state, an office or a pronoun, not an event or a thing."""
    tree = sentence.tree
    return any(
        h in sentence.cast.at or tree.words[h].lower() in PRONOUNS or is_a("actor", tree.lemmas[h])
        for h in surface_subject(tree, i)
    )


def _reported_refusal(tree: Tree, i: int) -> bool:
    """Whether someone is said to be unwilling: said that the kingdom would not accept it."""
    reported = tree.deps[i] == "ccomp" and is_a("speech", tree.lemmas[tree.heads[i]])
    return reported and unwilling(tree, i)


def _to_do(tree: Tree, i: int) -> bool:
    """Whether a to-infinitive follows: are to leave, intends to leave; not "the aim is to leave"."""
    subjects = surface_subject(tree, i)
    infinitives = [k for k in tree.children(i, "xcomp") if tree.tags[k] == "VB" and k > i]
    if tree.children(i, "acomp", "attr") or any(tree.tags[h] in ("DT", "WP") for h in subjects):
        return False  # it is hard to see; that is to say
    return bool(infinitives and subjects) and not any(is_a("held_noun", tree.lemmas[h]) for h in subjects)


def _past(tree: Tree, i: int) -> bool:
    """Whether "going to" stands in the past: was going to."""
    return any(tree.words[k].lower() in ("was", "were") for k in tree.children(tree.heads[i], "aux"))


def _relatives(tree: Tree, i: int) -> list[int]:
    """The relative clauses on the objects of a verb: pursue a policy that would undermine."""
    return [r for k in tree.children(i, "dobj", "attr") for r in tree.children(k, "relcl") if r > i]


def _going_on(tree: Tree, i: int) -> list[int]:
    """The verbs that share a modal and its subject: might ease the strain, weaken rivals and win friends."""
    bare = [k for k in tree.children(i, "conj") if k > i and tree.tags[k] == "VB" and tree.tags[i] == "VB"]
    shared = [k for k in bare if not tree.children(k, "aux", "nsubj", "nsubjpass", "expl")]
    return shared + [later for k in shared for later in _going_on(tree, k)]


def _of_something(tree: Tree, i: int) -> bool:
    prepositions = ("of",) if tree.lemmas[i] == "fear" else ("of", "for")
    return bool(tree.pobj(i, *prepositions)) or bool(tree.children(i, "acl", "ccomp"))


def _record(
    sentence: Sentence, at: int, start: int, end: int, condition: Span | None, confidence: float, rule: str
) -> Outlook:
    tree = sentence.tree
    holders = [c for h in holder_of(tree, mode_of(tree, at)) for c in sentence.cast.named(h)]
    return Outlook(
        **anchor(sentence, start, end),
        confidence=confidence,
        rule=rule,
        condition=tree.text[slice(*condition)] if condition else None,
        consequence=tree.text[slice(*clause(tree, at))] if tree.verbal(at) else tree.text[start:end],
        conditional=condition is not None,
        holder=", ".join(holders) or "author",
    )
