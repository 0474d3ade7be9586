"""Disputes: matters on which parties stand against each other, by noun or by what one holds against the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from detente.coding.en.actors import states
from detente.coding.en.anchors import anchor
from detente.coding.en.events import span_of
from detente.coding.en.issues import issue_of
from detente.coding.en.modality import mode_of
from detente.coding.en.reading import Sentence
from detente.coding.en.spans import clause, phrase
from detente.findings import Dispute

AGAINST = frozenset({"ACCUSE", "REJECT", "PROTEST", "SANCTION"})
QUARREL = frozenset(
    "dispute row rift quarrel standoff stand-off feud tension friction disagreement controversy spat impasse stalemate"
    " difference rivalry confrontation conflict wrangle disputes contention".split()
)
SOUR = frozenset("tense strained sour embroiled frosty icy hostile tensest worst adversarial".split())


def disputes(sentences: Iterable[Sentence]) -> list[Dispute]:
    """One dispute for each set of parties and issue, where it is first told."""
    found: dict[tuple[frozenset[str], str], Dispute] = {}
    for sentence in sentences:
        if sentence.heading:
            continue
        for (start, end), parties, confidence, rule in _in(sentence):
            issue = issue_of(sentence, start, end)
            key = (frozenset(states(parties)), issue)
            if key not in found or found[key].confidence < confidence:
                found[key] = Dispute(
                    **anchor(sentence, start, end),
                    confidence=confidence,
                    rule=rule,
                    name=sentence.tree.text[start:end],
                    parties=parties,
                    issue=issue,
                    status=sentence.tree.text[start:end],
                )
    return sorted(found.values(), key=lambda d: (d.start, d.end))


def _in(sentence: Sentence) -> Iterator[tuple[tuple[int, int], tuple[str, ...], float, str]]:
    tree, cast = sentence.tree, sentence.cast
    for act in sentence.acts:
        pair = states(act.actors + act.targets)
        if act.entry.plover in AGAINST and act.mode.actual and act.actors and act.targets and len(pair) > 1:
            yield span_of(sentence, act), pair, 0.55, f"against/{act.entry.id}"
    for i in range(len(tree)):
        lemma = tree.lemmas[i]
        if lemma in QUARREL and tree.tags[i] in ("NN", "NNS"):
            parties = _parties(sentence, i)
            if len(parties) > 1:
                yield phrase(tree, i), parties, 0.7, f"quarrel/{lemma}"
        elif lemma in SOUR and (verb := tree.clause(i)) != i and not mode_of(tree, verb).negated:
            subject = tree.child(verb, "nsubj", "nsubjpass")
            parties = states(cast.all_in(subject)) if subject is not None else ()
            if len(parties) > 1:
                yield clause(tree, verb), parties, 0.65, f"relations/{lemma}"


def _parties(sentence: Sentence, i: int) -> tuple[str, ...]:
    """The parties of a quarrel: those named with it, those of its clause's subject, the pair meant."""
    tree, cast = sentence.tree, sentence.cast
    own = states(cast.all_in(i, frozenset({"relcl", "acl"})))
    if len(own) > 1:
        return own
    for head in tree.pobj(i, "between", "with", "among"):
        own = tuple(dict.fromkeys((*own, *states(cast.named(head)))))
    holders = [h for k in tree.children(i, "poss") for h in tree.conjuncts(k)]
    own = tuple(dict.fromkeys((*own, *(s for h in holders for s in states(cast.named(h))))))
    if len(own) > 1:
        return own
    verb = tree.clause(i)
    subjects = [h for k in tree.children(verb, "nsubj", "nsubjpass") for h in tree.conjuncts(k)]
    more = [s for h in subjects if h != i for s in states(cast.named(h))]
    return tuple(dict.fromkeys((*own, *more)))
