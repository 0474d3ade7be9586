"""From a noun phrase to the actors that it names: by gazetteer, modifiers, apposition, of-phrases."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from detente.coding.en.frames import MODIFIERS
from detente.coding.en.grammar import is_a
from detente.coding.en.memory import Memory
from detente.coding.en.points_back import points_back
from detente.coding.en.pronouns import WE
from detente.coding.en.tree import Tree
from detente.ontology.mention import Mention

INSIDE = (
    "by",
    "between",
    "of",
    "from",
    "with",
    "against",
    "on",
    "to",
    "in",
    "into",
    "for",
    "toward",
    "towards",
    "at",
    "over",
    "near",
)
OWNERS = ("of", "from", "in", "for", "to", "with")
FOUNDED = frozenset({"establish", "found", "create", "form", "bear", "base", "headquarter"})
UNNAMED_AGENTS = frozenset({"country", "nation", "state", "government", "side", "people", "republic"})
HYPHENS = ("-", "–", "/")


@dataclass(slots=True)
class Cast:
    """The named actors of one sentence, by token, with the memory of what was named before."""

    tree: Tree
    memory: Memory
    at: dict[int, Mention] = field(default_factory=dict)
    tops: dict[int, Mention] = field(default_factory=dict)
    found: Sequence[Mention] = ()

    @classmethod
    def of(cls, tree: Tree, found: Sequence[Mention], memory: Memory) -> Cast:
        """Tie each mention to its tokens; the head token stands for the mention."""
        cast = cls(tree, memory, found=found)
        for mention in _joined(tree.text, found):
            tokens = tree.within(mention.start, mention.end)
            top = tree.top(tokens)
            if top is None:
                continue
            cast.at.update(dict.fromkeys(tokens, mention))
            cast.tops[top] = mention
        return cast

    def named(self, head: int, depth: int = 0) -> tuple[str, ...]:
        """The codes of the actors that the phrase under `head` names as an actor; () if none."""
        tree = self.tree
        mention = self.at.get(head)
        if mention is not None and mention.actors:
            counted = mention.kind == "group" and points_back(self, head)
            return counted or self._coordinate(head, mention) + mention.actors + self._each_of(head, mention)
        if depth > 4:
            return ()
        if self.memory.common_we and tree.words[head].lower() in WE:
            return self.memory.dyad  # We, the premiers of Chad and Niger
        if tree.tags[head] == "NNP" and (known := self.memory.people.get(tree.words[head])):
            return (known,)
        for other in self._beside(head):
            listed = [m for k in tree.conjuncts(other) if (m := self.at.get(k)) is not None]
            if beside := tuple(dict.fromkeys(code for m in listed for code in m.actors)):
                return beside
            office = tree.tags[head] == "NNP" and is_a("actor", tree.lemmas[other])
            if office and other not in self.at and (beside := self.named(other, depth + 1)):
                return tuple(code.split("/")[0] for code in beside)
        if back := points_back(self, head):
            return back
        if is_a("relational", tree.lemmas[head]) and (across := self._owners_of(head, depth)):
            return across if len(across) == 1 and across[0] in self.memory.dyad else ()
        for k in self._before(head):
            codes = tuple(c for m in tree.conjuncts(k) for c in self._modifier(m, depth))
            if codes:
                return self._with_agent(tuple(dict.fromkeys(codes)), head)
        if tree.tags[head] == "NNP" or _owned(tree.lemmas[head]):
            there = tree.linked_by(head)
            for prep in _owners(tree, head):
                if prep not in there:
                    continue
                owners = [k for k in tree.pobj(head, prep) if not (prep == "in" and self._venue(head, k))]
                if codes := tuple(c for k in owners for c in self.named(k, depth + 1)):
                    return self._with_agent(tuple(dict.fromkeys(codes)), head)
        for k in tree.children(head, "acl"):
            if tree.tags[k] == "VBN" and tree.lemmas[k] in ("lead", "led", "back", "head", "command", "base"):
                for by in tree.pobj(k, "by"):
                    if codes := self.named(by, depth + 1):
                        return codes
        return ()

    def _venue(self, head: int, k: int) -> bool:
        """Whether a town only says where something named was: the Ceasefire in Algiers."""
        mention = self.at.get(k)
        return not is_a("actor", self.tree.lemmas[head]) and mention is not None and mention.kind == "place"

    def gives_name(self, k: int) -> bool:
        """Whether a town only gives an instrument its name: the Geneva Agreements, the Algiers accord."""
        mention, tree = self.at.get(k), self.tree
        placed = mention is not None and mention.kind == "place" and tree.deps[k] in MODIFIERS
        return placed and is_a("instrument", tree.lemmas[tree.heads[k]])

    def _coordinate(self, head: int, mention: Mention) -> tuple[str, ...]:
        """The actors before a noun that share it with its own mention: Thai and Khmer negotiators."""
        tree = self.tree
        before = [k for k in tree.children(head, *MODIFIERS) if self.at.get(k) not in (None, mention)]
        if not before:
            return ()
        shared = [k for k in before if any(self.at.get(c) is mention for c in tree.conjuncts(k))]
        return tuple(code for k in shared for code in self.at[k].actors)

    def _each_of(self, head: int, mention: Mention) -> tuple[str, ...]:
        """The further owners of a plural that its mention leaves out: the Governments of Togo [and Ghana]."""
        tree = self.tree
        if tree.tags[head] not in ("NNS", "NNPS") or len(mention.actors) != 1:
            return ()
        owners = [c for k in tree.pobj(head, "of") if self.at.get(k) is mention for c in tree.conjuncts(k)]
        named = [
            m for c in owners if (m := self.at.get(c)) not in (None, mention) and m and m.kind == "state"
        ]
        agent = mention.actors[0].partition("/")[1:]
        return tuple(f"{code}{''.join(agent)}" for m in named for code in m.actors)

    def touched(self, head: int, placed: bool = True) -> tuple[str, ...]:
        """The actors in a thing's phrase: Iran's proposal, the killing of Palestinians by settlers.

        Where `placed` is False, the place where something is signed or held does not count.
        """
        if codes := self.named(head):
            return codes
        there = self.tree.linked_by(head)
        for prep in INSIDE if there else ():
            if prep not in there or (not placed and prep in ("in", "at", "near")):
                continue
            codes = tuple(c for k in self.tree.pobj(head, prep) for c in self.touched(k, placed))
            if codes:
                return codes
        for k in self.tree.children(head, "acl", "relcl", "appos", "poss", *MODIFIERS):
            made = self.tree.deps[k] == "acl" and (
                is_a("instrument", self.tree.lemmas[head]) or self.tree.lemmas[k] in FOUNDED
            )
            here = placed and not made  # the accord reached in Brussels
            if not lent(self.tree, k) and (codes := self.first_in(k, placed=here)):
                return codes
        return ()

    def first_in(
        self, head: int, leave: frozenset[str] = frozenset(), *, placed: bool = True
    ) -> tuple[str, ...]:
        """The first actors named anywhere under `head`, in text order; mere places only where `placed`."""
        for i in sorted(self.tree.subtree(head, leave)):
            mention = self.tops.get(i)
            if mention is None or not mention.actors or self.gives_name(i):
                continue
            if placed or mention.kind != "place":
                return self.named(i) if mention.kind == "group" else self._listed(i, mention)
        return ()

    def _listed(self, i: int, mention: Mention) -> tuple[str, ...]:
        """The actors of a mention and of those coordinated with it: the people of Togo and Ghana."""
        listed = [m for k in self.tree.conjuncts(i)[1:] if (m := self.at.get(k)) is not None]
        alike = [m for m in listed if m.kind == mention.kind]
        return tuple(dict.fromkeys([*mention.actors, *(code for m in alike for code in m.actors)]))

    def all_in(self, head: int, leave: frozenset[str] = frozenset()) -> tuple[str, ...]:
        """Every actor named under `head`, in text order, each once."""
        found = [
            m.actors for i in sorted(self.tree.subtree(head, leave)) if (m := self.tops.get(i)) is not None
        ]
        return tuple(dict.fromkeys(code for codes in found for code in codes))

    def name(self, head: int) -> str:
        """The name under `head`: the mention's own, or its words."""
        mention = self.at.get(head)
        if mention is not None and mention.name:
            return mention.name
        own = [k for k in self.tree.children(head, "compound") if self.tree.tags[k] == "NNP"]
        return self.tree.text[self.tree.starts[min([head, *own])] : self.tree.ends[head]]

    def placed(self, head: int) -> bool:
        """Whether the phrase under `head` is a known place or actor already."""
        mention = self.at.get(head)
        return mention is not None and (bool(mention.actors) or mention.kind == "place")

    def explicit(self, head: int) -> bool:
        """Whether the phrase names its actor itself (not by a pronoun or a definite noun)."""
        return head in self.at or any(i in self.at for i in self.tree.subtree(head))

    def _before(self, head: int) -> list[int]:
        """What stands before a noun: a named possessor, then modifiers, then "his" and "its"."""
        tree = self.tree
        owners = tree.children(head, "poss")
        meant = [k for k in owners if tree.tags[k] == "PRP$"]
        before = [k for k in tree.children(head, *MODIFIERS) if not lent(tree, k)]
        return [k for k in owners if k not in meant] + before + meant

    def _owners_of(self, head: int, depth: int) -> tuple[str, ...]:
        """For "its neighbour", "his rival": the other state of the text's pair; () without a possessor."""
        tree = self.tree
        owners = [c for k in tree.children(head, "poss") for c in self.named(k, depth + 1)]
        own_name = any(k in self.at and self.at[k].actors for k in tree.children(head, *MODIFIERS))
        states = {code.split("/")[0] for code in owners}
        if not owners or own_name:
            return ()
        other = [code for code in self.memory.dyad if code not in states]
        return tuple(other) if len(other) == 1 else ("", "")

    def _beside(self, head: int) -> list[int]:
        tree = self.tree
        found = [k for k in tree.children(head, "appos") if not self._belongs_elsewhere(k)]
        if tree.deps[head] == "appos":
            found.append(tree.heads[head])
        return [*found, *self._name_after(head)]

    def _belongs_elsewhere(self, k: int) -> bool:
        """Whether a name is one with an office before it that stands apart from it in the tree."""
        mention = self.at.get(k)
        first = self.tree.within(mention.start, mention.end)[0] if mention is not None else k
        return first < k and first not in self.tree.subtree(k)

    def _name_after(self, head: int) -> list[int]:
        """The state named right after a noun that tells what it is to another: NATO ally Greece."""
        following = self.at.get(head + 1)
        if following is None or head in self.at or not is_a("relational", self.tree.lemmas[head]):
            return []
        return [top for top, mention in self.tops.items() if mention is following]

    def _modifier(self, k: int, depth: int) -> tuple[str, ...]:
        mention = self.at.get(k)
        if mention is not None and mention.actors:
            return () if self.gives_name(k) else mention.actors
        if self.tree.deps[k] == "poss" or self.tree.tags[k][:2] == "NN":
            return self.named(k, depth + 1)
        for inner in self.tree.children(k, *MODIFIERS):
            if (mention := self.at.get(inner)) is not None and mention.actors:
                return mention.actors
        return ()

    def _with_agent(self, codes: tuple[str, ...], head: int) -> tuple[str, ...]:
        """The codes with the noun as their agent: "Russian troops" is RUS/troops."""
        tree = self.tree
        lemma = tree.lemmas[head]
        if not is_a("actor", lemma) or lemma in UNNAMED_AGENTS:
            return codes
        return tuple(c if "/" in c else f"{c}/{tree.words[head].lower()}" for c in codes)


def _owned(lemma: str) -> bool:
    """Whether a noun is of someone by a preposition: a minister of, thousands of, a statement by."""
    return is_a("actor", lemma) or is_a("measure", lemma) or is_a("utterance", lemma)


def _owners(tree: Tree, head: int) -> tuple[str, ...]:
    """The prepositions by which a noun has its owner: the envoy of, a statement by."""
    if is_a("utterance", tree.lemmas[head]):
        return ("by", "from", "of")
    return OWNERS[:2] if is_a("posted", tree.lemmas[head]) else OWNERS


def lent(tree: Tree, k: int) -> bool:
    """Whether a word before a noun only names who helps or knows it: US-backed rebels."""
    for participle in (k, k + 2):
        joined = 0 < participle - 1 < len(tree) - 1 and tree.words[participle - 1] == "-"
        if joined and tree.tags[participle] == "VBN" and is_a("lent", tree.lemmas[participle]):
            return True
    return False


def _joined(text: str, found: Sequence[Mention]) -> Iterator[Mention]:
    """The mentions; those that hyphens join name together what each names: Japan-Korea ties."""
    group: list[Mention] = []
    for mention in found:
        if group and text[group[-1].end : mention.start] not in HYPHENS:
            yield from _shared(group)
            group = []
        group.append(mention)
    yield from _shared(group)


def _shared(group: Sequence[Mention]) -> Sequence[Mention]:
    if len(group) < 2:
        return group
    codes = tuple(dict.fromkeys([code for mention in group for code in mention.actors]))
    return [replace(mention, actors=codes) if mention.actors else mention for mention in group]
