"""The actors that a pronoun or a definite noun points back to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from detente.coding.en.binding import apart, blamed, bound_by, told_of
from detente.coding.en.frames import surface_subject
from detente.coding.en.grammar import is_a
from detente.coding.en.memory import PAIR, Memory
from detente.coding.en.pronouns import FIRST, PERSONS, PLURALS, PRONOUNS, WE, YOU
from detente.coding.en.tree import Tree

if TYPE_CHECKING:
    from detente.coding.en.actors import Cast

PEOPLE = frozenset(
    {"man", "woman", "leader", "president", "minister", "premier", "statesman", "chief", "monarch"}
)
SPECIFYING = ("prep", "relcl", "acl", "appos", "poss")
OTHERS = frozenset(
    {"other", "many", "several", "most", "some", "few", "such", "various", "third", "three", "four"}
)
NEIGHBOURS = frozenset({"giant", "neighbour", "neighbor", "rival", "foe", "adversary", "enemy"})
OUTRIGHT = frozenset({"dobj", "pobj", "poss", "nsubj", "nsubjpass", "dative"})
NUMBERS = {"three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9}


def points_back(cast: Cast, head: int) -> tuple[str, ...]:
    """The actors that a pronoun or a definite noun points back to; () where it is neither."""
    if cast.tree.words[head].lower() in PRONOUNS:
        return _by_pronoun(cast, head)
    return _by_noun(cast, head)


def _by_pronoun(cast: Cast, head: int) -> tuple[str, ...]:
    tree, memory, word = cast.tree, cast.memory, cast.tree.words[head].lower()
    if word in FIRST or word in WE:
        return _first(memory, word) or _quoted(cast, head)
    if word in YOU:
        return () if tree.lemmas[tree.heads[head]] == "thank" else memory.addressed
    meant = blamed(tree, head)
    if codes := tuple(dict.fromkeys(code for h in meant for code in cast.named(h, 3))):
        return codes
    if word in PLURALS:
        return _several(cast, head)
    return _last(cast, head, persons=word in PERSONS)


def _by_noun(cast: Cast, head: int) -> tuple[str, ...]:
    """Whom the two sides, the leaders, the three countries, the latter, the president mean."""
    tree, memory = cast.tree, cast.memory
    word, lemma = tree.words[head].lower(), _common(tree, head)
    det = {tree.words[k].lower() for k in tree.children(head, "det", "nummod", "amod", "predet")}
    if not det:
        return ()
    if word in ("former", "latter") and "the" in det:
        return memory.of_two(head)[:1] if word == "former" else memory.of_two(head)[1:]
    plural = word != lemma and (det & PAIR or (det & {"the"} and lemma in ("side", "party")))
    doers = _doers(cast, head)
    if lemma in PEOPLE and "two" in det and det & {"the", "these"}:
        return memory.two_people(head, doers) or memory.pair(head, doers)
    if lemma == "superpower" and plural and {"USA", "RUS"} == set(memory.dyad):
        return ("USA", "USSR")
    if is_a("plural_sides", lemma) and (plural or (word == lemma and det & {"each", "either", "neither"})):
        return memory.pair(head, doers)
    if word == "two" and "the" in det:
        return memory.pair(head)
    if _meant_both(memory, tree, head, doers):
        return (memory.two_people(head) if lemma in PEOPLE else ()) or memory.pair(head)
    for number in det & NUMBERS.keys():
        if is_a("plural_sides", lemma):
            counted = NUMBERS[number]
            return next((g for g in reversed(memory.groups) if len(g) == counted), memory.all_of(counted))
    if det & {"the", "this", "that"} and word == lemma and not _specified(cast, head):
        if is_a("person_role", lemma):
            return memory.person_of(lemma, head)
        if is_a("body", lemma):
            return memory.same_noun(lemma)
        if is_a("abstract_state", lemma):
            return memory.same_noun(lemma) or _last(cast, head, persons=False)
    return ()


def _doers(cast: Cast, head: int) -> tuple[str, ...]:
    """Who acts on the two sides, so that it is none of them."""
    tree = cast.tree
    over = tree.heads[head]
    verb = tree.heads[over] if tree.deps[head] == "pobj" else over
    if tree.deps[verb] == "dobj":  # declared war on both
        verb = tree.heads[verb]
    if tree.deps[head] not in ("dobj", "pobj", "dative") or not tree.verbal(verb):
        return ()
    named = [m for k in surface_subject(tree, verb) if (m := cast.at.get(k)) is not None]
    return tuple(s for m in named for s in _states(m.actors))


def _meant_both(memory: Memory, tree: Tree, head: int, doers: tuple[str, ...]) -> bool:
    """Whether a bare plural means the two states just named: the leaders, the rivals, all sides."""
    lemma, plural = _common(tree, head), tree.tags[head] in ("NNS", "NNPS")
    det = {tree.words[k].lower() for k in tree.children(head, "det")}
    if not plural or len(memory.dyad) != 2 or not det & {"the", "these", "all"} or memory.speaker:
        return False
    if not (is_a("plural_sides", lemma) or lemma in PEOPLE) or tree.children(head, *SPECIFYING):
        return False
    before = {tree.words[k].lower() for k in tree.children(head, "amod", "compound", "nummod")}
    if before & OTHERS or any(word[:1].isupper() for word in _words_before(tree, head)):
        return False
    near = [n for n in memory.past if n.place[0] >= memory.sentence - 2 and n.place < (memory.sentence, head)]
    named = {code.split("/")[0] for n in near if n.kind not in ("place", "group") for code in n.codes}
    outsiders = set(doers) - set(memory.dyad)
    others = named - set(memory.dyad) - outsiders
    return named == set(memory.dyad) or (bool(outsiders) and len(others) < 2)


def _common(tree: Tree, head: int) -> str:
    """The lemma, also of a noun that a communiqué writes with a capital: the Presidents, the Parties."""
    lemma = tree.lemmas[head].lower()
    if tree.tags[head] != "NNPS":
        return lemma
    return f"{lemma[:-3]}y" if lemma.endswith("ies") else lemma.removesuffix("s")


def _words_before(tree: Tree, head: int) -> list[str]:
    known = tree.lemmas[head] in NEIGHBOURS
    return [] if known else [tree.words[k] for k in tree.children(head, "amod", "compound", "nmod")]


def _first(memory: Memory, word: str) -> tuple[str, ...]:
    """Who says "I", or the state for which he says "we"; both sides in a joint statement."""
    if word in WE and memory.common_we:
        return memory.dyad
    return memory.speaker if word in FIRST else tuple(code.split("/")[0] for code in memory.speaker)


def _quoted(cast: Cast, head: int) -> tuple[str, ...]:
    """Whoever is told to say the words in which "I" or "we" stands: “We agreed,” the envoy said."""
    tree, memory = cast.tree, cast.memory
    says = [v for v in tree.up(head) if tree.verbal(v) and is_a("speech", tree.lemmas[v])]
    for verb in says if not memory.speaker else []:
        subjects = [k for k in surface_subject(tree, verb) if head not in tree.subtree(k)]
        if subjects and not any(tree.words[k].lower() in FIRST | WE for k in subjects):
            codes = tuple(dict.fromkeys(c for k in subjects for c in cast.named(k, 3)))
            plain = tree.words[head].lower() in FIRST
            return codes if plain else tuple(dict.fromkeys(c.split("/")[0] for c in codes))
    return ()


def _specified(cast: Cast, head: int) -> bool:
    """Whether the noun brings its own state along: the president of Chile, the Thai premier."""
    inside = cast.tree.subtree(head, frozenset({"relcl", "acl", "conj"}))
    return any(cast.at[i].actors for i in inside if i in cast.at)


def _last(cast: Cast, head: int, *, persons: bool) -> tuple[str, ...]:
    tree, memory = cast.tree, cast.memory
    options = [n for n in memory.before(head) if (n.kind == "person") == persons and len(n.codes) == 1]
    options = [n for n in options if not persons or n.codes != memory.speaker]
    bound, barred = bound_by(tree, head), set[tuple[str, ...]]()
    barred |= set() if persons else _named_in(cast, told_of(tree, head))
    for verb in [v for v in tree.up(head) if tree.verbal(v) and not apart(tree, v, head)]:
        for subject in surface_subject(tree, verb):
            same = [n for n in memory.past if n.place == (memory.sentence, subject)]
            if verb == bound:
                barred |= {_states(n.codes) for n in same}
            if same and _states(same[0].codes) in barred:
                continue
            other = subject != head and not (persons and same and same[0].codes == memory.speaker)
            if same and other and (same[0].kind == "person") == persons:
                return same[0].codes
    options = [n for n in options if _states(n.codes) not in barred]
    last = [n for n in options if n.place[0] == options[-1].place[0]]
    if last and last[0].place[0] == memory.sentence:
        if persons or not _carries_on(tree, head):
            return last[-1].codes
        last.reverse()
    chosen = next((n for n in last if n.subject), last[-1] if last else None)
    return chosen.codes if chosen else ()


def _states(codes: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(code.split("/")[0] for code in codes)


def _named_in(cast: Cast, tokens: set[int]) -> set[tuple[str, ...]]:
    """The states that some of the present sentence's words name outright: Togo, Togo's envoy."""
    named = {k: m for k in tokens if (m := cast.tops.get(k)) is not None and cast.tree.deps[k] in OUTRIGHT}
    text = cast.tree.text
    return {
        _states(m.actors)
        for m in named.values()
        if m.kind == "state" or re.search("['’]s ", text[m.start : m.end])
    }


def _carries_on(tree: Tree, head: int) -> bool:
    """Whether "it" or "its" is of the subject of a clause, which takes up the subject before it."""
    noun = tree.heads[head] if tree.deps[head] == "poss" else head
    subject = tree.deps[noun] in ("nsubj", "nsubjpass")
    return subject and (noun == head or is_a("actor", tree.lemmas[noun]))


def _several(cast: Cast, head: int) -> tuple[str, ...]:
    tree, memory = cast.tree, cast.memory
    alone: set[tuple[int, int]] = set()
    for verb in [v for v in tree.up(head) if tree.verbal(v)]:
        subjects = [s for s in surface_subject(tree, verb) if s < head and head not in tree.subtree(s)]
        if len(subjects) == 1 and _one_person(cast, subjects[0]):
            alone.add((memory.sentence, subjects[0]))
            continue
        if group := tuple(dict.fromkeys(c for s in subjects for c in cast.named(s, 3))):
            return group
    own = set() if memory.briefing else {code.split("/")[0] for code in memory.speaker}
    before = [n for n in memory.before(head) if n.place not in alone]
    before = [n for n in before if not own & {c.split("/")[0] for c in n.codes}]
    last = [n for n in before if before and n.place[0] == before[-1].place[0]]
    people = [n for n in last if n.kind == "person"]
    several = len({c.split("/")[0] for n in people for c in n.codes}) > 1
    last = [n for n in last if n.subject or own]
    if len(last) == 1 and last[0] in people and several:
        last = people  # "they" is never one person
    if own and last:
        return next((n.codes for n in last if n.subject), last[0].codes)
    return tuple(dict.fromkeys(c for n in last for c in n.codes)) or memory.dyad


def _one_person(cast: Cast, subject: int) -> bool:
    """Whether a subject is one person by name, whom "their" cannot mean."""
    mention = cast.at.get(subject)
    named = mention is not None and mention.kind == "person" and len(mention.actors) == 1
    return named and cast.tree.tags[subject] == "NNP"
