"""What a text has named so far, so that "he", "the two countries" and "its" find their actors."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from detente.coding.en.binding import apart, blamed, bound_by
from detente.coding.en.frames import surface_subject
from detente.coding.en.grammar import is_a
from detente.coding.en.story import Story
from detente.coding.en.tree import Tree
from detente.ontology.mention import Mention

if TYPE_CHECKING:
    from detente.coding.en.actors import Cast

PERSONS = frozenset({"he", "she", "him", "her", "his", "himself", "herself"})
FIRST = frozenset({"i", "me", "my", "mine", "myself"})
WE = frozenset({"we", "us", "our", "ours", "ourselves"})
YOU = frozenset({"you", "your", "yours", "yourself"})
THINGS = frozenset({"it", "its", "itself"})
PLURALS = frozenset({"they", "their", "them", "themselves", "both", "each"})
DEFINITE = frozenset({"the", "this", "that", "both", "these", "those", "each"})
PEOPLE = frozenset(
    {"man", "woman", "leader", "president", "minister", "premier", "statesman", "chief", "monarch"}
)
UNNAMED = frozenset({"official", "lawmaker", "diplomat", "citizen", "soldier", "spokesman", "spokesperson"})
BRIEFING = frozenset({"official", "spokesperson", "spokesman", "spokeswoman"})
PAIR = frozenset({"two", "both", "either"})
OWNING = frozenset({"poss", "compound", "amod", "nmod"})
DASHES = ("-", "–", "—", "/")
SPECIFYING = ("prep", "relcl", "acl", "appos", "poss")
OTHERS = frozenset(
    {"other", "many", "several", "most", "some", "few", "such", "various", "third", "three", "four"}
)
NEIGHBOURS = frozenset({"giant", "neighbour", "neighbor", "rival", "foe", "adversary", "enemy"})
NUMBERS = {"three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9}


@dataclass(frozen=True, slots=True)
class Named:
    """One naming: the codes, the kind and role of the mention, where, whether as subject, its noun."""

    codes: tuple[str, ...]
    kind: str
    role: str
    place: tuple[int, int]
    subject: bool
    noun: str


@dataclass(slots=True)
class Memory:
    """The namings of a document in text order.

    `dyad` is the pair that the document is about, `speaker` who says "I" in the present passage;
    `addressed` is whom that speaker calls "you"; `doers` are the actors of the last act told before;
    `together` is set where "we" is both sides of a joint statement.
    """

    dyad: tuple[str, ...] = ()
    speaker: tuple[str, ...] = ()
    addressed: tuple[str, ...] = ()
    together: bool = False
    doers: tuple[str, ...] = ()
    past: list[Named] = field(default_factory=list)
    groups: list[tuple[str, ...]] = field(default_factory=list)
    sentence: int = 0
    story: Story = field(default_factory=Story)

    @property
    def briefing(self) -> bool:
        """Whether whoever says "I" is an unnamed official, who tells what others do."""
        return bool(self.speaker) and self.speaker[0].rpartition("/")[2].split()[-1] in BRIEFING

    def take_in(self, cast: Cast) -> None:
        """Remember the mentions of a sentence before its pronouns are resolved."""
        tree = cast.tree
        self.sentence += 1
        self.groups += joined_names(tree.text, cast.found)
        for top, mention in sorted(cast.tops.items()):
            if not mention.actors:
                continue
            subject = tree.deps[top] in ("nsubj", "nsubjpass") or self._under_subject(tree, top)
            place, role = (self.sentence, top), mention.role or ""
            self.past.append(Named(mention.actors, mention.kind, role, place, subject, tree.lemmas[top]))
            head = tree.heads[top]
            if tree.deps[top] in OWNING and is_a("abstract_state", tree.lemmas[head]):
                place = (self.sentence, head)
                self.past.append(Named(mention.actors, "organ", role, place, subject, tree.lemmas[head]))
            if tree.deps[top] != "conj":
                self._note_group(cast, tree.conjuncts(top))
        for head in range(len(tree)):
            if (
                tree.deps[head] in ("nsubj", "nsubjpass")
                and self._two(tree, head)
                and (both := self.pair(head))
            ):
                place = (self.sentence, head)
                self.past.append(Named(both, "joint", "", place, True, tree.lemmas[head]))
        del self.past[:-60], self.groups[:-20]

    def _two(self, tree: Tree, head: int) -> bool:
        """Whether a noun means two sides named before: the two governments, both capitals."""
        marked = {tree.words[k].lower() for k in tree.children(head, "det", "nummod", "predet", "preconj")}
        plural = tree.tags[head] in ("NNS", "NNPS")
        named = any(tree.children(head, "prep", "appos"))
        return plural and not named and is_a("plural_sides", tree.lemmas[head]) and bool(marked & PAIR)

    def as_now(self) -> Memory:
        """A copy that later sentences leave as it is: statements are found when all has been read."""
        return replace(self, past=list(self.past), groups=list(self.groups))

    def _note_group(self, cast: Cast, heads: list[int]) -> None:
        codes = [c for h in heads if h in cast.tops for c in cast.tops[h].actors]
        if len(codes) > 1:
            self.groups.append(tuple(dict.fromkeys(codes)))

    def resolve(self, tree: Tree, head: int, cast: Cast) -> tuple[str, ...]:
        """The actors that a pronoun or a definite noun points back to; () where it is neither."""
        word, lemma = tree.words[head].lower(), tree.lemmas[head]
        if word in FIRST or word in WE:
            return self._first(word) or self._quoted(tree, head, cast)
        if word in YOU:
            return () if tree.lemmas[tree.heads[head]] == "thank" else self.addressed
        meant = blamed(tree, head) if word in PERSONS | THINGS | PLURALS else []
        if codes := tuple(dict.fromkeys(code for h in meant for code in cast.named(h, 3))):
            return codes
        if word in PERSONS:
            return self._last(tree, head, persons=True)
        if word in THINGS:
            return self._last(tree, head, persons=False)
        if word in PLURALS:
            return self._several(tree, head, cast)
        det = {tree.words[k].lower() for k in tree.children(head, "det", "nummod", "amod", "predet")}
        if word in ("former", "latter") and "the" in det:
            return self._of_two(head)[:1] if word == "former" else self._of_two(head)[1:]
        plural = word != lemma and (det & PAIR or (det & {"the"} and lemma in ("side", "party")))
        if lemma in PEOPLE and "two" in det and det & {"the", "these"}:
            return self._two_people(head) or self.pair(head)
        if is_a("plural_sides", lemma) and (
            plural or (word == lemma and det & {"each", "either", "neither"})
        ):
            return self.pair(head)
        if word == "two" and "the" in det:
            return self.pair(head)
        if self._meant_both(tree, head, cast):
            return self._two_people(head) or self.pair(head) if lemma in PEOPLE else self.pair(head)
        for number in det & NUMBERS.keys():
            if is_a("plural_sides", lemma):
                return next((g for g in reversed(self.groups) if len(g) == NUMBERS[number]), ())
        if det & {"the", "this", "that"} and word == lemma and not self._specified(tree, head, cast):
            if is_a("person_role", lemma):
                return self._person_of(lemma)
            if is_a("abstract_state", lemma):
                return self._same_noun(lemma) or self._last(tree, head, persons=False)
        return ()

    def _meant_both(self, tree: Tree, head: int, cast: Cast) -> bool:
        """Whether a bare plural means the two states just named: the leaders, the rivals, all sides."""
        lemma, plural = tree.lemmas[head], tree.tags[head] in ("NNS", "NNPS")
        det = {tree.words[k].lower() for k in tree.children(head, "det")}
        if not plural or len(self.dyad) != 2 or not det & {"the", "these", "all"} or self.speaker:
            return False
        if not (is_a("plural_sides", lemma) or lemma in PEOPLE) or tree.children(head, *SPECIFYING):
            return False
        before = {tree.words[k].lower() for k in tree.children(head, "amod", "compound", "nummod")}
        if before & OTHERS or any(word[:1].isupper() for word in self._words_before(tree, head)):
            return False
        near = [n for n in self.past if n.place[0] >= self.sentence - 2 and n.place < (self.sentence, head)]
        named = {code.split("/")[0] for n in near if n.kind not in ("place", "group") for code in n.codes}
        return named == set(self.dyad)

    def _words_before(self, tree: Tree, head: int) -> list[str]:
        known = tree.lemmas[head] in NEIGHBOURS
        return [] if known else [tree.words[k] for k in tree.children(head, "amod", "compound", "nmod")]

    def _first(self, word: str) -> tuple[str, ...]:
        """Who says "I", or the state for which he says "we"; both sides in a joint statement."""
        if word in WE and not self.speaker and self.together:
            return self.dyad
        return self.speaker if word in FIRST else tuple(code.split("/")[0] for code in self.speaker)

    def _quoted(self, tree: Tree, head: int, cast: Cast) -> tuple[str, ...]:
        """Whoever is told to say the words in which "I" or "we" stands: “We agreed,” the envoy said."""
        says = [v for v in tree.up(head) if tree.verbal(v) and is_a("speech", tree.lemmas[v])]
        for verb in says if not self.speaker else []:
            subjects = [k for k in surface_subject(tree, verb) if head not in tree.subtree(k)]
            if subjects and not any(tree.words[k].lower() in FIRST | WE for k in subjects):
                codes = tuple(dict.fromkeys(c for k in subjects for c in cast.named(k, 3)))
                plain = tree.words[head].lower() in FIRST
                return codes if plain else tuple(dict.fromkeys(c.split("/")[0] for c in codes))
        return ()

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

    def third(self, own: Sequence[str]) -> tuple[str, ...]:
        """The state outside `own` last named in this sentence or the one before, or ()."""
        near = [n for n in self.past if n.place[0] >= self.sentence - 1 and len(n.codes) == 1]
        outside = [
            n for n in near if n.codes[0].split("/")[0] not in own and n.kind not in ("group", "place")
        ]
        return outside[-1].codes if outside else ()

    def pair(self, head: int) -> tuple[str, ...]:
        """The two states that "the two sides" are: a pair named together, the document's, the last two."""
        here = [n for n in self.past if n.place < (self.sentence, head)]
        same = [n for n in here if n.place[0] == self.sentence and n.kind not in ("place", "group", "joint")]
        both = tuple(dict.fromkeys(code.split("/")[0] for n in same for code in n.codes))
        if len(both) == 2:
            return both
        recent: dict[str, None] = {}
        for named in reversed(here):
            for code in reversed(named.codes):
                state = code.split("/")[0]
                recent.setdefault(state)
                if len(recent) == 2 and (not self.dyad or set(recent) == set(self.dyad)):
                    return tuple(reversed(recent))
        return self.dyad or tuple(reversed(list(recent)[:2]))

    def _two_people(self, head: int) -> tuple[str, ...]:
        """The last two people of different states; () where fewer were named."""
        people: dict[str, str] = {}
        for named in reversed(self._before(head)):
            if named.kind == "person" and len(named.codes) == 1 and named.noun not in UNNAMED:
                people.setdefault(named.codes[0].split("/")[0], named.codes[0])
        return tuple(people.values())[1::-1] if len(people) > 1 else ()

    def _of_two(self, head: int) -> tuple[str, ...]:
        """The first and the last of those that the latest sentence to name two of them names."""
        by_sentence: dict[int, list[str]] = {}
        for named in self._before(head):
            if len(named.codes) == 1:
                by_sentence.setdefault(named.place[0], []).append(named.codes[0])
        two = [c for _, c in sorted(by_sentence.items()) if len({x.split("/")[0] for x in c}) > 1]
        return (two[-1][0], two[-1][-1]) if two else ()

    def _under_subject(self, tree: Tree, top: int) -> bool:
        return tree.deps[top] in ("poss", "compound", "appos", "conj") and tree.deps[tree.heads[top]] in (
            "nsubj",
            "nsubjpass",
        )

    def _specified(self, tree: Tree, head: int, cast: Cast) -> bool:
        """Whether the noun brings its own state along: the president of Chile, the Thai premier."""
        inside = tree.subtree(head, frozenset({"relcl", "acl", "conj"}))
        return any(cast.at[i].actors for i in inside if i in cast.at)

    def _same_noun(self, lemma: str) -> tuple[str, ...]:
        """The last naming with the same noun: the Trump administration ... the administration."""
        return next((n.codes for n in reversed(self.past) if n.noun == lemma), ())

    def _before(self, head: int) -> list[Named]:
        return [n for n in self.past if n.place < (self.sentence, head) and n.kind != "place"]

    def _last(self, tree: Tree, head: int, *, persons: bool) -> tuple[str, ...]:
        options = [n for n in self._before(head) if (n.kind == "person") == persons and len(n.codes) == 1]
        options = [n for n in options if not persons or n.codes != self.speaker]
        bound, barred = bound_by(tree, head), set[tuple[str, ...]]()
        for verb in [v for v in tree.up(head) if tree.verbal(v) and not apart(tree, v, head)]:
            for subject in surface_subject(tree, verb):
                same = [n for n in self.past if n.place == (self.sentence, subject)]
                if verb == bound:
                    barred |= {n.codes for n in same}
                if same and same[0].codes in barred:
                    continue
                other = subject != head and not (persons and same and same[0].codes == self.speaker)
                if same and other and (same[0].kind == "person") == persons:
                    return same[0].codes
        options = [n for n in options if n.codes not in barred]
        same_sentence = [n for n in options if n.place[0] == self.sentence]
        if same_sentence:
            return same_sentence[-1].codes
        last = [n for n in options if options and n.place[0] == options[-1].place[0]]
        chosen = next((n for n in last if n.subject), last[-1] if last else None)
        return chosen.codes if chosen else ()

    def _several(self, tree: Tree, head: int, cast: Cast) -> tuple[str, ...]:
        alone: set[tuple[int, int]] = set()
        for verb in [v for v in tree.up(head) if tree.verbal(v)]:
            subjects = [s for s in surface_subject(tree, verb) if s < head and head not in tree.subtree(s)]
            if len(subjects) == 1 and _one_person(cast, subjects[0]):
                alone.add((self.sentence, subjects[0]))
                continue
            if group := tuple(dict.fromkeys(c for s in subjects for c in cast.named(s, 3))):
                return group
        own = set() if self.briefing else {code.split("/")[0] for code in self.speaker}
        before = [n for n in self._before(head) if n.place not in alone]
        before = [n for n in before if not own & {c.split("/")[0] for c in n.codes}]
        last = [n for n in before if before and n.place[0] == before[-1].place[0]]
        people = [n for n in last if n.kind == "person"]
        several = len({c.split("/")[0] for n in people for c in n.codes}) > 1
        last = [n for n in last if n.subject or own]
        if len(last) == 1 and last[0] in people and several:
            last = people  # "they" is never one person
        if own and last:
            return next((n.codes for n in last if n.subject), last[0].codes)
        return tuple(dict.fromkeys(c for n in last for c in n.codes)) or self.dyad

    def _person_of(self, lemma: str) -> tuple[str, ...]:
        persons = [n for n in self.past if n.kind == "person"]
        fitting = [n for n in persons if lemma in n.role.lower()] or persons
        return fitting[-1].codes if fitting else ()


def _one_person(cast: Cast, subject: int) -> bool:
    """Whether a subject is one person by name, whom "their" cannot mean."""
    mention = cast.at.get(subject)
    named = mention is not None and mention.kind == "person" and len(mention.actors) == 1
    return named and cast.tree.tags[subject] == "NNP"


def joined_names(text: str, mentions: Sequence[Mention]) -> list[tuple[str, ...]]:
    """The groups that names joined by a dash or stroke make: U.S.-Japan-South Korea relations."""
    groups: list[list[str]] = []
    last: Mention | None = None
    for mention in mentions:
        if last is None or text[last.end : mention.start].strip() not in DASHES:
            groups.append([])
        groups[-1] += mention.actors
        last = mention
    return [tuple(dict.fromkeys(group)) for group in groups if len(set(group)) > 1]


def main_pair(found: Sequence[Mention]) -> tuple[str, ...]:
    """The two states that a document names most often; () where fewer than two are named.

    Russia and the Soviet Union count as one, under the name used more often.
    """
    count = Counter(code.split("/")[0] for m in found for code in m.actors)
    if count["RUS"] and count["USSR"]:
        rarer, other = sorted(("RUS", "USSR"), key=lambda code: count[code])
        count[other] += count.pop(rarer)
    top = [code for code, number in count.most_common(2) if number]
    return tuple(top) if len(top) == 2 else ()
