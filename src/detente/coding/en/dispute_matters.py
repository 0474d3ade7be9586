"""Which of the quarrels that a text tells of are one: told again, or named barely beside its name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from detente.coding.en.grammar import groups, is_a
from detente.coding.en.reading import Sentence
from detente.coding.en.tree import Tree
from detente.findings import Dispute
from detente.ontology.issues import OTHER

STATE = ("relations", "at-odds/low", "quarrel/tension", "quarrel/friction")  # of relations, about nothing
# what a quarrel is called when nothing is meant but that there is one
FAINT = frozenset({"tension", "friction", "conflict", "crisis", "hostility", "animosity", "antagonism"})
TERRITORY = "territory"  # whatever word says that a quarrel is over land or its border
CAUSED = (" over ", " after ", " because ", " in the wake of ", " following ", " due to ")


@dataclass(frozen=True, slots=True)
class Telling:
    """A quarrel as one place tells it, with the words that say what it is about."""

    dispute: Dispute
    rule: str
    matter: frozenset[str]

    @property
    def bare(self) -> bool:
        """Whether nothing says what the quarrel is about: the two neighbours' latest dispute, ties soured."""
        if self.rule.startswith("relations/"):
            return not any(word in self.dispute.name for word in CAUSED)
        return not self.matter and self.rule.startswith(("quarrel/", "at-odds/", "against/"))


def matter_of(sentence: Sentence, start: int, end: int, rule: str) -> frozenset[str]:
    """The nouns, names and border words in [start, end) that name neither a side nor the quarrel itself.

    In the name of a matter the state stands for what it is about: the Taiwan issue.
    """
    tree, cast = sentence.tree, sentence.cast
    names = groups()["quarrel"] | groups()["matter_noun"] | groups()["no_matter"]
    said = frozenset(
        tree.lemmas[t].lower()
        for t in tree.within(start, end)
        if (tree.tags[t].startswith("NN") or is_a("sore_matter", tree.lemmas[t]))
        and (t not in cast.at or rule.startswith("matter/"))
        and tree.lemmas[t] not in names
        and not is_a("relation_noun", tree.lemmas[t])
        and not (rule.startswith("quarrel/") and _of_side(tree, t))
    )
    return said | {TERRITORY} if said & groups()["land_matter"] else said


def _of_side(tree: Tree, t: int) -> bool:
    """Whether a word only tells of a side: tensions between Serbia and its former province."""
    return any(tree.lemmas[k] in ("between", "among") and tree.deps[k] == "prep" for k in tree.up(t))


def one_a_matter(tellings: Sequence[Telling]) -> list[Dispute]:
    """The disputes, each where its matter is first told; barely named ones where they are all."""
    kept: list[Telling] = []
    for telling in sorted(tellings, key=_rank):
        if not any(_again(telling, other) for other in kept):
            kept.append(telling)
    return [telling.dispute for telling in kept]


def _rank(telling: Telling) -> tuple[bool, bool, bool, int]:
    faint = telling.rule.removeprefix("quarrel/") in FAINT
    faint = faint or telling.rule.startswith("relations/")
    return telling.rule.startswith("against/"), telling.bare, telling.bare and faint, telling.dispute.start


def _again(telling: Telling, other: Telling) -> bool:
    """Whether a quarrel between the same sides is the other one: barely told, on its issue, in its words."""
    mine, its = set(telling.dispute.parties), set(other.dispute.parties)
    opposing, opposed = (t.rule.startswith("against/") for t in (telling, other))
    if opposed and not opposing:
        return False
    if telling.bare and mine <= its:
        return True
    if telling.rule.startswith("matter/") and len(mine & its) > 1 and telling.matter == other.matter:
        return True
    shared = telling.matter & other.matter
    if len(mine & its) > 1 and TERRITORY in shared:
        return True
    if mine != its:
        return False
    if opposing and _within(telling.dispute, other.dispute):
        return telling.matter <= other.matter  # Peru, which had denounced the pact, objected to the drill
    if opposing:
        return 2 * len(shared) > min(len(telling.matter), len(other.matter))
    if _within(telling.dispute, other.dispute):
        return True
    one = telling.dispute.issue == other.dispute.issue
    if one and (telling.dispute.issue != OTHER or _of_ties(telling, other)):
        return True
    return bool(shared)


def _within(told: Dispute, other: Dispute) -> bool:
    """Whether one stands in the other's words: tensions over a border dispute, are locked in a dispute."""
    return (other.start <= told.start and told.end <= other.end) or (
        told.start <= other.start and other.end <= told.end
    )


def _of_ties(telling: Telling, other: Telling) -> bool:
    return telling.rule.startswith(STATE) and other.rule.startswith(STATE)
