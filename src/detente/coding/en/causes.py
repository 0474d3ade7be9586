"""Causal claims: what the links of a sentence say, with sign, negation, hedge and holder."""

from __future__ import annotations

from collections.abc import Iterable

from detente.coding.en.anchors import anchor
from detente.coding.en.link import Link
from detente.coding.en.links import links
from detente.coding.en.modality import auxiliary_of, holder_of, is_negated, mode_of
from detente.coding.en.reading import Sentence
from detente.coding.en.tree import Tree
from detente.findings import CausalClaim, Modality

UNSURE = frozenset({"may", "might", "could", "can"})
THOUGHT = frozenset(
    {"think", "believe", "hope", "expect", "suspect", "fear", "reckon", "guess", "appear", "seem", "worry"}
)
PERHAPS = frozenset(
    {"probably", "perhaps", "possibly", "presumably", "apparently", "arguably", "likely", "maybe"}
)


def causal_claims(sentences: Iterable[Sentence]) -> list[CausalClaim]:
    """Every causal claim of a document, one a passage."""
    found: dict[tuple[int, int], CausalClaim] = {}
    for sentence in sentences:
        if sentence.heading:
            continue
        for link in filter(_readable, links(sentence)):
            claim = _claim(sentence, link)
            known = found.get((claim.start, claim.end))
            if known is None or known.confidence < claim.confidence:
                found[claim.start, claim.end] = claim
    return list(found.values())


def _claim(sentence: Sentence, link: Link) -> CausalClaim:
    tree = sentence.tree
    start, end = link.told or _both(link)
    mode = mode_of(tree, link.at)
    holders = [c for h in holder_of(tree, mode) for c in sentence.cast.named(h)]
    unsure = (
        mode.auxiliary in UNSURE or mode.modality is Modality.HYPOTHETICAL or _under_may(sentence, link.at)
    )
    return CausalClaim(
        **anchor(sentence, start, end),
        confidence=link.confidence,
        rule=link.rule,
        cause=tree.text[slice(*link.cause)] if link.cause else "",
        effect=tree.text[slice(*link.effect)],
        cause_span=sentence.stored(*link.cause) if link.cause else None,
        effect_span=sentence.stored(*link.effect),
        sign=link.sign,
        hedged=mode.hedged or unsure or link.hedged or _thought(tree, link.at),
        negated=link.negated or (is_negated(tree, link.at) and not link.in_sign),
        holder=", ".join(holders) or "author",
    )


def _readable(link: Link) -> bool:
    """Whether both halves hold characters; where words lie far apart a half may be read backwards."""
    return all(half[0] < half[1] for half in (link.effect, link.cause, link.told) if half is not None)


def _both(link: Link) -> tuple[int, int]:
    cause = link.cause or link.effect
    return min(cause[0], link.effect[0]), max(cause[1], link.effect[1])


def _thought(tree: Tree, at: int) -> bool:
    """Whether a link is put as thought or as probable: some hope it will, it probably did."""
    for i in (at, *tree.up(at)):
        if i != at and tree.lemmas[i] in THOUGHT and tree.verbal(i):
            return True
        if any(tree.words[k].lower() in PERHAPS for k in tree.children(i, "advmod")):
            return True
    return False


def _under_may(sentence: Sentence, at: int) -> bool:
    """Whether a relative clause hangs on something that is itself only possible."""
    tree = sentence.tree
    return tree.deps[at] == "relcl" and auxiliary_of(tree, tree.clause(tree.heads[at])) in UNSURE
