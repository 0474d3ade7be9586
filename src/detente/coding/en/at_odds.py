"""Quarrels that a verb tells: disagree over, are at odds, claim the islands, ties hit a low."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from detente.coding.codes import states_of
from detente.coding.en.frames import acting, surface_subject, undergoing
from detente.coding.en.grammar import groups, is_a
from detente.coding.en.modality import MAY, auxiliary_of, is_negated, mode_of
from detente.coding.en.reading import Sentence
from detente.coding.en.spans import clause
from detente.coding.en.tree import Tree

ODDS = frozenset({"odds", "loggerheads", "variance", "daggers"})
APART = frozenset({"apart", "divided", "split", "deadlocked", "estranged"})
DIVIDING = frozenset({"divide", "separate", "pit", "split", "alienate", "estrange"})
LOW = frozenset({"low", "nadir", "bottom", "freezing-point"})
SINKING = frozenset({"hit", "reach", "sink", "fall", "plunge", "be", "drop"})
TERRITORY = frozenset(
    {"ownership", "jurisdiction", "peninsula", "region", "province", "enclave", "archipelago", "shoal"}
    | {"reef", "rock", "airspace", "strip", "valley", "islet", "atoll", "shelf", "plateau", "strait"}
)
Found = tuple[tuple[int, int], tuple[str, ...], str]


def at_odds(sentence: Sentence) -> Iterator[Found]:
    """The span, parties and rule of each quarrel that a verb tells as a fact."""
    tree = sentence.tree
    for i in range(len(tree)):
        if not tree.verbal(i) or tree.lemmas[i] not in _verbs():
            continue
        if (rule := _told(sentence, i)) is None or not _factual(tree, i, rule):
            continue
        parties = _sides(sentence, i, rule)
        if len(parties) > 1:
            yield clause(tree, i, acting(tree, i)), parties, f"at-odds/{rule}"


@lru_cache(maxsize=1)
def _verbs() -> frozenset[str]:
    return (
        groups()["quarrelling"]
        | DIVIDING
        | SINKING
        | frozenset(
            {"agree", "claim", "recognise", "recognize", "remain", "stand", "is", "are", "was", "were"}
        )
    )


def _told(sentence: Sentence, i: int) -> str | None:
    """What makes the verb one of a quarrel, None where it tells none."""
    tree, lemma = sentence.tree, sentence.tree.lemmas[i]
    if lemma in groups()["quarrelling"]:
        told = tree.pobj(i, "over", "on", "about", "with", "against") or tree.children(i, "dobj", "nsubjpass")
        return lemma if told or not _pronouns(tree, i) else None
    if lemma in DIVIDING:
        return "divide" if len(_of(sentence, undergoing(tree, i))) > 1 else None
    if lemma == "claim":
        return "claim" if any(_claimed(sentence, k) for k in undergoing(tree, i)) else None
    if lemma in ("recognise", "recognize"):
        return "unrecognised" if is_negated(tree, i) else None
    if lemma == "agree":
        return "no-accord" if _without_accord(tree, i) else None
    if any(tree.lemmas[k] in ODDS for k in tree.pobj(i, "at")):
        return "odds"
    if any(
        tree.lemmas[k] in APART and tree.pobj(k, "on", "over")
        for k in tree.children(i, "acomp", "advmod", "attr")
    ):
        return "apart"
    ties = [k for k in surface_subject(tree, i) if is_a("relation_noun", tree.lemmas[k])]
    low = [k for k in (*undergoing(tree, i), *tree.pobj(i, "to", "at")) if tree.lemmas[k] in LOW]
    return "low" if ties and low else None


def _without_accord(tree: Tree, i: int) -> bool:
    """Whether sides are told not to have agreed on something: failed to agree on, could not agree whether."""
    over = tree.heads[i] if tree.deps[i] == "xcomp" else i
    missed = tree.lemmas[over] == "fail" or any(tree.lemmas[k] == "unable" for k in (over, *tree.kids[over]))
    missed = missed or (is_negated(tree, i) and auxiliary_of(tree, i) in ("", "could", "can", "ca"))
    return missed and bool(tree.pobj(i, "on", "over", "about") or tree.children(i, "ccomp"))


def _pronouns(tree: Tree, i: int) -> bool:
    """Whether only a pronoun says who quarrels: where we disagreed."""
    return all(tree.tags[k] == "PRP" for k in surface_subject(tree, i))


def _claimed(sentence: Sentence, k: int) -> bool:
    """Whether what is claimed is a place or a right to one: claims the islands, claims sovereignty."""
    tree = sentence.tree
    if is_a("sore_matter", tree.lemmas[k]) or tree.lemmas[k] in TERRITORY:
        return True
    return tree.tags[k] in ("NNP", "NNPS") and k not in sentence.cast.at


def _factual(tree: Tree, i: int, rule: str) -> bool:
    mode = mode_of(tree, i)
    if rule == "no-accord":
        return True
    if rule == "unrecognised":
        return auxiliary_of(tree, i) in ("", "will", "wo")
    above = tree.heads[i] if tree.deps[i] in ("ccomp", "xcomp") else i  # it might allow Chile to claim
    return (
        mode.actual
        and not mode.negated
        and not auxiliary_of(tree, i)
        and auxiliary_of(tree, above) not in MAY | {"would"}
    )


def _sides(sentence: Sentence, i: int, rule: str) -> tuple[str, ...]:
    """Who stands against whom: subjects, those with whom, objects that are states, the pair of the text."""
    tree, cast = sentence.tree, sentence.cast
    subjects = acting(tree, i)
    if rule == "low":
        named = tuple(c for k in subjects for c in cast.all_in(k))
        own = states_of(tuple(dict.fromkeys(named)))
        return own if len(own) > 1 else cast.memory.dyad
    if rule == "divide":
        return _of(sentence, undergoing(tree, i))
    heads = [*subjects, *tree.pobj(i, "with", "against", "between")]
    heads += [h for p in ("at", "with") for k in tree.pobj(i, p) for h in tree.pobj(k, "with")]
    heads += [h for k in tree.children(i, "acomp", "advmod", "attr") for h in tree.pobj(k, "with", "from")]
    if rule == "unrecognised":
        heads += undergoing(tree, i)
    own = _of(sentence, heads)
    if len(own) > 1 or not own or rule == "unrecognised":
        return own
    if rule == "claim":
        own = tuple(
            dict.fromkeys((*own, *(s for k in undergoing(tree, i) for s in states_of(cast.all_in(k)))))
        )
    return own if len(own) > 1 else cast.memory.dyad if set(own) <= set(cast.memory.dyad) else own


def _of(sentence: Sentence, heads: list[int]) -> tuple[str, ...]:
    """The states that the phrases name."""
    codes = tuple(dict.fromkeys(c for h in heads for c in sentence.cast.named(h)))
    return states_of(codes)
