"""The PLOVER type of the relation between two given spans of a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from detente.coding.en.act import Act
from detente.coding.en.actors import Cast
from detente.coding.en.acts import acts
from detente.coding.en.blamed import blames
from detente.coding.en.filed import filed
from detente.coding.en.fits import entries_at
from detente.coding.en.lexicon import Lexicon, load
from detente.coding.en.memory import Memory
from detente.coding.en.modality import mode_of
from detente.coding.en.parse import trees
from detente.coding.en.told import said_must, told_type, without_content
from detente.coding.en.tree import Tree
from detente.errors import UsageError
from detente.ontology.mention import Mention

SOURCE, TARGET = "SOURCE", "TARGET"
NONE = "NONE"
Span = tuple[int, int]


def relation(text: str, *, source: Span | None, target: Span | None, codebooks: Sequence[str] = ()) -> str:
    """The PLOVER type of what the source does to the target in a sentence, or "NONE".

    The type is that of the pair: "X said that Y fired" accuses Y, a threat is what X may do to Y,
    and an embargo is COERCE, as in PLOVER's table of CAMEO codes (2021).

    Parameters
    ----------
    text : one sentence.
    source, target : the spans of the two sides, code points, half-open, into `text`; None for a
        side that the sentence does not name.
    codebooks : the analyst's own codebook files.

    Raises
    ------
    UsageError
        where a span does not lie within the text.
    """
    for name, span in (("source", source), ("target", target)):
        if span is not None and not 0 <= span[0] < span[1] <= len(text):
            raise UsageError(f"The {name} span {span} does not lie within the text.")
    lexicon = load(codebooks)
    tree = next(trees([text], lexicon))
    return type_between(tree, source, target, lexicon)


def type_between(tree: Tree, source: Span | None, target: Span | None, lexicon: Lexicon) -> str:
    """Like `relation`, on a sentence that is parsed already."""
    sides = ((target, TARGET), (source, SOURCE))
    spans = [Mention(*span, (name,), "state") for span, name in sides if span is not None]
    memory = Memory()
    cast = Cast.of(tree, spans, memory)
    memory.take_in(cast)
    own = acts(cast, lexicon)
    blamed = blames(cast, own, lexicon)
    told_of = {act.at for act in blamed}  # "warned that Y was arming" warns of Y, not Y
    own = [act for act in own if not (act.at in told_of and act.entry.plover == "THREATEN")]
    found = without_content(tree, own + said_must(cast)) + blamed
    found = [filed(tree, a) for a in found + _unsided(tree, lexicon, {a.at for a in found})]
    told = [a for a in found if told_type(a) != NONE]
    best = max(told or found, key=lambda act: (_fit(cast, act), -act.at), default=None)
    if best is None:
        return NONE
    return told_type(best) if told else best.entry.plover


def _unsided(tree: Tree, lexicon: Lexicon, known: set[int]) -> list[Act]:
    """Codebook heads that name neither side, for sentences whose grammar was not understood."""
    found = []
    for i in range(len(tree)):
        if i in known:
            continue
        entry, matched = next(entries_at(tree, lexicon, i), (None, ()))
        if entry is not None:
            found.append(Act(i, entry, (), (), (), mode_of(tree, i), "unsided", 0.0, matched))
    return without_content(tree, found)


def _fit(cast: Cast, act: Act) -> float:
    """How well an act joins the two spans: sides right, verb before noun, high in the tree."""
    tree = cast.tree
    score = 4.0 * any(SOURCE in a for a in act.actors) + 4.0 * any(TARGET in t for t in act.targets)
    if not act.actors and any(SOURCE in t for t in act.targets):
        score -= 3.0
    if act.entry.part != "n":
        score += 1.0
    depth = sum(1 for _ in tree.up(act.at))
    return score + act.entry.weight + 0.25 * act.entry.special - 0.5 * depth
