"""Causal claims: connectives, causative verbs, purposes; sign, negation, hedge, holder."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from detente.coding.en.anchors import anchor
from detente.coding.en.connectives import causal, phrases
from detente.coding.en.frames import acting, passive, surface_subject, undergoing
from detente.coding.en.grammar import is_a
from detente.coding.en.modality import MAY, auxiliary_of, holder_of, is_negated, mode_of
from detente.coding.en.reading import Sentence
from detente.coding.en.spans import APART, clause, phrase, trimmed, whole
from detente.coding.en.tree import QUESTION_WORDS, Tree
from detente.findings import CausalClaim, Modality

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Link:
    """A causal link as found: where its halves stand, its sign, and the predicate that carries it."""

    at: int
    cause: Span
    effect: Span
    sign: str
    rule: str
    confidence: float
    negated: bool = False


def causal_claims(sentences: Iterable[Sentence]) -> list[CausalClaim]:
    """Every causal claim of a document, one a passage."""
    found: dict[tuple[int, int], CausalClaim] = {}
    for sentence in sentences:
        if sentence.heading:
            continue
        for link in links(sentence):
            claim = _claim(sentence, link)
            found.setdefault((claim.start, claim.end), claim)
    return list(found.values())


def links(sentence: Sentence) -> Iterator[Link]:
    """The causal links of a sentence."""
    tree = sentence.tree
    yield from _by_phrases(tree)
    for i in range(len(tree)):
        if tree.verbal(i):
            yield from _by_verb(sentence, i)
            yield from _by_clause(tree, i)
        yield from _by_preposition(tree, i)


def _claim(sentence: Sentence, link: Link) -> CausalClaim:
    tree = sentence.tree
    start, end = min(link.cause[0], link.effect[0]), max(link.cause[1], link.effect[1])
    mode = mode_of(tree, link.at)
    holders = [c for h in holder_of(tree, mode) for c in sentence.cast.named(h)]
    unreal = mode.modality in (Modality.HYPOTHETICAL, Modality.PLANNED) and mode.auxiliary != ""
    threatens = tree.lemmas[link.at] == "threaten" or tree.lemmas[tree.heads[link.at]] == "threaten"
    return CausalClaim(
        **anchor(sentence, start, end),
        confidence=link.confidence,
        rule=link.rule,
        cause=tree.text[slice(*link.cause)],
        effect=tree.text[slice(*link.effect)],
        cause_span=sentence.stored(*link.cause),
        effect_span=sentence.stored(*link.effect),
        sign=link.sign,
        hedged=mode.hedged or unreal or threatens,
        negated=link.negated or is_negated(tree, link.at),
        holder="+".join(holders) or "author",
    )


def _by_verb(sentence: Sentence, i: int) -> Iterator[Link]:
    """A causative verb: subject -> object (led to, eroded, raised concerns)."""
    tree = sentence.tree
    sign = "+" if tree.lemmas[i] in causal()["raises"] else "-" if tree.lemmas[i] in causal()["lowers"] else ""
    if not sign or not _causative_use(sentence, i):
        return
    causes = acting(tree, i) or ([] if passive(tree, i) else surface_subject(tree, i))
    effects = _effects(tree, i)
    if not causes or not effects or causes[0] in effects:
        return
    cause, effect = _span(tree, causes[0]), _span(tree, effects[0])
    if cause[0] < effect[1] and effect[0] < cause[1]:
        return
    strong = 0.7 if tree.lemmas[i] not in ("help", "allow", "make", "bring", "give") else 0.45
    yield Link(i, cause, effect, sign, f"causative/{tree.lemmas[i]}", strong)


def _causative_use(sentence: Sentence, i: int) -> bool:
    """Whether the subject is a circumstance that works, not someone who acts (China ended talks)."""
    tree = sentence.tree
    subjects = acting(tree, i) or surface_subject(tree, i)
    if not subjects or tree.tags[subjects[0]][:2] == "PR":
        return False
    head = subjects[0]
    if head in sentence.cast.at or is_a("actor", tree.lemmas[head]):
        return False
    if tree.lemmas[i] in ("lead", "result", "contribute", "give", "bring", "open", "make"):
        return bool(_effects(tree, i))
    return True


def _effects(tree: Tree, i: int) -> list[int]:
    lemma = tree.lemmas[i]
    if lemma in causal()["needs_into"]:
        return tree.pobj(i, "to", "in", "into") or (undergoing(tree, i) if tree.child(i, "xcomp") else [])
    if lemma == "give":
        return tree.pobj(i, "to") if any(tree.lemmas[k] == "rise" for k in undergoing(tree, i)) else []
    if lemma in ("bring", "make", "open", "allow", "help"):
        about = any(tree.lemmas[k] == "about" for k in tree.kids[i])
        return undergoing(tree, i) if about or tree.child(i, "ccomp", "xcomp") else []
    return undergoing(tree, i) or tree.children(i, "xcomp", "ccomp")


def _by_clause(tree: Tree, i: int) -> Iterator[Link]:
    """Because-clauses, purposes, and "thus doing" under a verb."""
    for k in tree.children(i, "advcl"):
        marks = {tree.words[m].lower() for m in tree.children(k, "mark")}
        main = _main(tree, i, k)
        if marks & {"because"} or (marks & {"since", "as"} and _reason_tense(tree, k)):
            yield Link(k, whole(tree, k), main, "+", f"because/{min(marks)}", 0.75)
        elif {"so"} <= marks and {"that"} <= marks:
            yield Link(k, main, whole(tree, k), "+", "so-that", 0.6)
        elif _infinitive(tree, k) and tree.lemmas[i] not in ("be", "seem", "appear", "use"):
            yield Link(k, main, whole(tree, k), "+", "purpose/to", 0.5)
        elif tree.tags[k] == "VBG" and any(tree.lemmas[m] in causal()["therefore"] for m in tree.kids[k]):
            yield Link(k, main, whole(tree, k), "+", "therefore/participle", 0.75)


def _by_preposition(tree: Tree, i: int) -> Iterator[Link]:
    """Because of, due to; despite (the denied link)."""
    if tree.deps[i] != "prep" or tree.heads[i] == i:
        return
    low = tree.words[i].lower()
    objects = tree.objects_of(i)
    over = tree.clause(tree.heads[i])
    if not objects or not tree.verbal(over):
        return
    if low in causal()["owing"]:
        yield Link(over, _span(tree, objects[0]), _main(tree, over, i), "+", f"because-of/{low}", 0.75)
    elif low in causal()["despite"]:
        yield Link(over, _span(tree, objects[0]), _main(tree, over, i), "-", "despite", 0.45, negated=True)
    elif low == "for" and tree.verbal(objects[0]) and tree.lemmas[over] in BLAMING:
        yield Link(over, whole(tree, objects[0]), _main(tree, over, i), "+", "blame-for", 0.65)


BLAMING = frozenset(
    "criticise criticize blame praise condemn denounce thank punish sanction fault rebuke attack commend".split()
)


def _by_phrases(tree: Tree) -> Iterator[Link]:
    """Fixed phrases: as a result of, in response to, in an effort to."""
    for name, forward in (("following", False), ("purpose", True)):
        for match in phrases(name).finditer(tree.text):
            tokens = tree.within(*match.span())
            top = tree.top(tokens)
            if top is None:
                continue
            over = tree.clause(tree.heads[top])
            inside = sorted(tree.subtree(top, frozenset({"punct"})))
            after = [t for t in inside if tree.starts[t] >= match.end()]
            if not after or over == top:
                continue
            named = trimmed(tree, after[0], after[-1])
            if tree.verbal(over):
                main = _main(tree, over, top)
            else:
                main = phrase(tree, over)
            cause, effect = (main, named) if forward else (named, main)
            yield Link(over, cause, effect, "+", f"phrase/{match.group().lower()}", 0.75)


def _main(tree: Tree, verb: int, without: int) -> Span:
    """The clause of a verb without one of its branches."""
    gone = set(tree.subtree(without))
    tokens = [verb, *(t for k in tree.kids[verb] if tree.deps[k] not in APART for t in tree.subtree(k) if t not in gone)]
    first = [t for t in tokens if t < min(gone)] if min(gone) > verb else [t for t in tokens if t > max(gone)]
    tokens = first or tokens
    return trimmed(tree, min(tokens), max(tokens))


def _span(tree: Tree, i: int) -> Span:
    if tree.tags[i] in QUESTION_WORDS:
        return tree.starts[i], tree.ends[i]
    return clause(tree, i) if tree.verbal(i) else phrase(tree, i)


def _infinitive(tree: Tree, i: int) -> bool:
    return tree.tags[i] == "VB" and any(tree.lemmas[k] == "to" for k in tree.children(i, "aux"))


def _reason_tense(tree: Tree, i: int) -> bool:
    """Whether a since- or as-clause gives a reason: it has an auxiliary or a linking verb."""
    return tree.lemmas[i] in ("be", "have", "lack", "fear", "want", "need") or auxiliary_of(tree, i) in MAY
