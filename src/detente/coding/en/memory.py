"""What a text has named so far, in order, and the two that "the two sides" are there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from detente.coding.en.grammar import is_a
from detente.coding.en.name_groups import joined_names
from detente.coding.en.story import Story
from detente.coding.en.tree import Tree
from detente.ontology.mention import Mention

if TYPE_CHECKING:
    from detente.coding.en.actors import Cast

UNNAMED = frozenset({"official", "lawmaker", "diplomat", "citizen", "soldier", "spokesman", "spokesperson"})
BRIEFING = frozenset({"official", "spokesperson", "spokesman", "spokeswoman"})
LESSER = frozenset(
    {"consul", "ambassador", "spokesperson", "official", "special envoy", "legislator", "senator"}
)
TITLES = frozenset({"Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Dr", "Sir", "Lord", "Lady", "Sheikh", "Hajji"})
PAIR = frozenset({"two", "both", "either"})
WHERE = frozenset({"in", "at", "near", "from", "outside", "inside", "around", "across", "into", "through"})
OWNING = frozenset({"poss", "compound", "amod", "nmod"})


@dataclass(frozen=True, slots=True)
class Named:
    """One naming: the codes, the kind and role of the mention, where, whether as subject or mere place."""

    codes: tuple[str, ...]
    kind: str
    role: str
    place: tuple[int, int]
    subject: bool
    noun: str
    dep: str = ""
    aside: bool = False


@dataclass(slots=True)
class Memory:
    """The namings of a document in text order.

    `dyad` is the pair that the document is about, `speaker` who says "I" in the present passage;
    `addressed` is whom that speaker calls "you"; `doers` are the actors of the last act told before;
    `together` is set where "we" is both sides of a joint statement; `people` holds the code of each
    unlisted surname that an office has introduced.
    """

    dyad: tuple[str, ...] = ()
    speaker: tuple[str, ...] = ()
    addressed: tuple[str, ...] = ()
    together: bool = False
    doers: tuple[str, ...] = ()
    past: list[Named] = field(default_factory=list)
    groups: list[tuple[str, ...]] = field(default_factory=list)
    people: dict[str, str] = field(default_factory=dict)
    sentence: int = 0
    story: Story = field(default_factory=Story)

    @property
    def briefing(self) -> bool:
        """Whether whoever says "I" is an unnamed official, who tells what others do."""
        return bool(self.speaker) and self.speaker[0].rpartition("/")[2].split()[-1] in BRIEFING

    @property
    def common_we(self) -> bool:
        """Whether "we" is the two sides of a joint statement."""
        return self.together and not self.speaker and len(self.dyad) == 2

    def take_in(self, cast: Cast) -> None:
        """Remember the mentions of a sentence before its pronouns are resolved."""
        tree = cast.tree
        self.sentence += 1
        self.groups += joined_names(tree.text, cast.found)
        for top, mention in sorted(cast.tops.items()):
            if not mention.actors:
                continue
            if mention.kind == "person" and len(mention.actors) == 1:
                self._call_by_given_name(tree, top, mention)
            subject = tree.deps[top] in ("nsubj", "nsubjpass") or _under_subject(tree, top)
            place, role = (self.sentence, top), mention.role or ""
            aside = mention.kind == "place" and not subject and _only_where(tree, top)
            noun, dep = tree.lemmas[top], tree.deps[top]
            self.past.append(Named(mention.actors, mention.kind, role, place, subject, noun, dep, aside))
            head = tree.heads[top]
            if tree.deps[top] in OWNING and is_a("abstract_state", tree.lemmas[head]):
                place = (self.sentence, head)
                self.past.append(Named(mention.actors, "organ", role, place, subject, tree.lemmas[head]))
            if tree.deps[top] != "conj":
                self._note_group(cast, tree.conjuncts(top))
        for head in range(len(tree)):
            if (
                tree.deps[head] in ("nsubj", "nsubjpass")
                and _two_sides(tree, head)
                and (both := self.pair(head))
            ):
                place = (self.sentence, head)
                self.past.append(Named(both, "joint", "", place, True, tree.lemmas[head]))
        self._introduce(cast)
        del self.past[:-60], self.groups[:-20]

    def _call_by_given_name(self, tree: Tree, top: int, mention: Mention) -> None:
        """Keep the given name of somebody named in full, unless another bears it: Bill and Boris."""
        first = max(top - 1, 0)
        given, name = tree.words[first], tree.words[top]
        full = tree.heads[first] == top != first and tree.starts[first] >= mention.start
        titled = given in TITLES or is_a("actor", tree.lemmas[first])
        if full and not titled and tree.tags[first] == "NNP" and name == mention.name:
            code = mention.actors[0]
            self.people[given] = code if self.people.get(given, code) == code else ""

    def _introduce(self, cast: Cast) -> None:
        """Keep whom the sentence brings in by office without a listed name: his envoy Kofi Abalo."""
        tree = cast.tree
        for head, tag in enumerate(tree.tags):
            mention = cast.at.get(head)
            known = mention is not None and (mention.actors or mention.kind != "person")
            if tag != "NNP" or known or tree.deps[head] == "compound" or not tree.kids[head]:
                continue
            if not _with_office(tree, head):
                continue
            codes = cast.named(head)
            if len(codes) == 1:
                code = f"{codes[0].split('/')[0]}/{tree.words[head]}"
                self.people[tree.words[head]] = code
                subject = tree.deps[head] in ("nsubj", "nsubjpass")
                place = (self.sentence, head)
                self.past.append(Named((code,), "person", "", place, subject, tree.lemmas[head]))

    def as_now(self) -> Memory:
        """A copy that later sentences leave as it is: statements are found when all has been read."""
        return replace(self, past=list(self.past), groups=list(self.groups), people=dict(self.people))

    def _note_group(self, cast: Cast, heads: list[int]) -> None:
        codes = [c for h in heads if h in cast.tops for c in cast.tops[h].actors]
        if len(codes) > 1:
            self.groups.append(tuple(dict.fromkeys(codes)))

    def partner(self, near: int) -> tuple[str, ...]:
        """The other state of the document's pair, as last named in the last `near` sentences, or ()."""
        own = {code.split("/")[0] for code in self.speaker}
        for named in reversed(self.past):
            if named.place[0] <= self.sentence - near:
                break
            other = [c for c in named.codes if c.split("/")[0] in set(self.dyad) - own]
            if other and own & set(self.dyad):
                return (other[0],)
        return ()

    def third(self, own: Sequence[str], head: int) -> tuple[str, ...]:
        """The state outside `own` of which a word speaks, or ().

        The last named before it in its sentence, else one named after it that does nothing there, else the
        last of the sentence before.
        """
        near = [n for n in self.past if n.place[0] >= self.sentence - 1 and len(n.codes) == 1]
        near = [n for n in near if n.kind not in ("group", "place", "organisation", "press")]
        outside = [n for n in near if n.codes[0].split("/")[0] not in own]
        here = [n for n in outside if n.place[0] == self.sentence]
        before = [n for n in here if n.place[1] < head]
        after = [n for n in here if n.place[1] > head and not n.subject]
        return next(
            (found[-1].codes for found in (before, after, outside[: -len(here) or None]) if found), ()
        )

    def pair(self, head: int, without: Sequence[str] = ()) -> tuple[str, ...]:
        """The two states that "the two sides" are: a pair named together, the document's, the last two.

        None of them is one of `without`, who acts on both, unless no other two are named with it.
        """
        everyone = [n for n in self.past if n.place < (self.sentence, head)]
        here = [n for n in everyone if not {code.split("/")[0] for code in n.codes} & set(without)]
        same = [n for n in here if n.place[0] == self.sentence and n.kind not in ("place", "group", "joint")]
        both = tuple(dict.fromkeys(code.split("/")[0] for n in same for code in n.codes))
        if len(both) == 2:
            return both
        here = everyone if set(without) & set(self.dyad) else here
        recent: dict[str, None] = {}
        for named in reversed(here):
            for code in reversed(named.codes):
                state = code.split("/")[0]
                recent.setdefault(state)
                if len(recent) == 2 and (not self.dyad or set(recent) == set(self.dyad)):
                    return tuple(reversed(recent))
        return self.dyad or tuple(reversed(list(recent)[:2]))

    def all_of(self, count: int) -> tuple[str, ...]:
        """The states named of late, where there are just so many; () otherwise."""
        named = [n for n in self.past if n.kind not in ("place", "group", "organisation", "press")]
        states = tuple(dict.fromkeys(code.split("/")[0] for n in named for code in n.codes))
        return states if len(states) == count else ()

    def two_people(self, head: int, without: Sequence[str] = ()) -> tuple[str, ...]:
        """The last two people of different states, none `without`; () where fewer were named."""
        people: dict[str, str] = {}
        for named in reversed(self.before(head)):
            lone = named.kind == "person" and len(named.codes) == 1 and named.noun not in UNNAMED
            if lone and named.codes[0].split("/")[0] not in without:
                people.setdefault(named.codes[0].split("/")[0], named.codes[0])
        return tuple(people.values())[1::-1] if len(people) > 1 else ()

    def of_two(self, head: int) -> tuple[str, ...]:
        """The first and the last of those that the latest sentence to name two of them names."""
        by_sentence: dict[int, list[str]] = {}
        for named in self.before(head):
            if len(named.codes) == 1:
                by_sentence.setdefault(named.place[0], []).append(named.codes[0])
        two = [c for _, c in sorted(by_sentence.items()) if len({x.split("/")[0] for x in c}) > 1]
        return (two[-1][0], two[-1][-1]) if two else ()

    def before(self, head: int) -> list[Named]:
        """The namings before a word of the present sentence, those as mere places left out."""
        return [n for n in self.past if n.place < (self.sentence, head) and n.kind != "place"]

    def same_noun(self, lemma: str) -> tuple[str, ...]:
        """The last naming with the same noun: the Thai Foreign Ministry ... the ministry."""
        one = (n for n in reversed(self.past) if n.kind != "joint")
        return next((n.codes for n in one if n.noun.lower() == lemma), ())

    def person_of(self, lemma: str, head: int) -> tuple[str, ...]:
        """The last person named before a word with an office, or the last whose office is not told."""
        persons = [n for n in self.before(head) if n.kind == "person"]
        persons = persons or [n for n in self.past if n.kind == "person"]
        fitting = [n for n in persons if lemma in n.role.lower()]
        fitting = fitting or [n for n in persons if n.role not in LESSER]
        return fitting[-1].codes if fitting else ()


def _with_office(tree: Tree, head: int) -> bool:
    """Whether an office stands before a name, or beside it set off by commas."""
    beside = [*tree.children(head, "compound", "nmod", "appos")]
    beside += [tree.heads[head]] if tree.deps[head] == "appos" else []
    return any(tree.tags[k] == "NN" and is_a("actor", tree.lemmas[k]) for k in beside)


def _under_subject(tree: Tree, top: int) -> bool:
    return tree.deps[top] in ("poss", "compound", "appos", "conj") and tree.deps[tree.heads[top]] in (
        "nsubj",
        "nsubjpass",
    )


def _only_where(tree: Tree, top: int) -> bool:
    """Whether a town or region is named as the place of something: in, at, near it."""
    if tree.deps[top] == "pobj":
        return tree.lemmas[tree.heads[top]] in WHERE
    return tree.deps[top] in ("compound", "npadvmod", "nmod")


def _two_sides(tree: Tree, head: int) -> bool:
    """Whether a noun means two sides named before: the two governments, both capitals."""
    marked = {tree.words[k].lower() for k in tree.children(head, "det", "nummod", "predet", "preconj")}
    plural = tree.tags[head] in ("NNS", "NNPS")
    named = any(tree.children(head, "prep", "appos"))
    return plural and not named and is_a("plural_sides", tree.lemmas[head]) and bool(marked & PAIR)
