"""What the coder leaves out unlooked at is what a full look would not find: entries, roles, tokens."""

from __future__ import annotations

import random
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.coding.en.assemble import assembled
from detente.coding.en.fits import (
    ATTACHED,
    PERSON,
    SUFFERED,
    _complement_fits,
    _part,
    _with_fits,
    bloodless,
    contents,
    entries_at,
)
from detente.coding.en.frames import acting, role, roles_at, undergoing
from detente.coding.en.lexicon import Entry, Lexicon, load
from detente.coding.en.shallow.tokens import PLAIN, TOKEN, WITH_NOT, tokens
from detente.coding.en.tree import Tree

DEPS = (
    *(
        "nsubj",
        "nsubjpass",
        "dobj",
        "prep",
        "prep",
        "prep",
        "pobj",
        "pobj",
        "prt",
        "agent",
        "dative",
        "xcomp",
    ),
    *("ccomp", "advcl", "acl", "relcl", "conj", "compound", "amod", "nmod", "poss", "attr", "oprd", "acomp"),
    *("aux", "auxpass", "npadvmod", "det", "advmod", "appos", "pcomp"),
)
TAGS = ("VBD", "VBD", "VBN", "VB", "VBG", "VBZ", "NN", "NN", "NNS", "NNP", "JJ", "IN", "RB", "WDT", "PRP")
PREPOSITIONS = (
    "to",
    "on",
    "upon",
    "with",
    "against",
    "of",
    "for",
    "from",
    "by",
    "between",
    "in",
    "over",
    "as",
)
FUNCTION = (*PREPOSITIONS, "out", "up", "off", "the", "word", "ton", "agreement", "be", "that", "cold")


def entries(lexicon: Lexicon) -> list[Entry]:
    return [entry for group in lexicon.entries.values() for entry in group]


@st.composite
def trees(draw: st.DrawFn) -> Tree:
    """A word with what an entry of it asks for, some of it put wrong, and other words hung anywhere."""
    draws = random.Random(draw(st.integers(0, 2**32)))
    entry = draws.choice(entries(load()))
    tag = {"v": draws.choice(("VBD", "VBN", "VB")), "n": "NNS", "a": "JJ"}[entry.part]
    rows = [("official", "NNS", "nsubj", 1), (entry.lemma, tag, "ROOT", 1)]
    of_noun = [(p, "NN", "compound", 1) for p in entry.particles]
    rows += of_noun if entry.part == "n" else [(p, "IN", "prt", 1) for p in entry.particles]
    for words, noun_tag, dep in (
        (entry.object, "NN", "dobj"),
        (entry.object_not, "NN", "dobj"),
        (entry.subject, "NN", "nsubj"),
        (entry.complement, "VB", "xcomp"),
    ):
        for word in draws.sample(sorted(words), min(len(words), draws.randint(1, 2))):
            *before, noun = word.split("_")
            rows += [(noun, noun_tag, dep, 1), *((b, "JJ", "amod", len(rows)) for b in before)]
            rows += [("to", "TO", "aux", len(rows) - 1)] if dep == "xcomp" else []
    for prep, words in entry.with_.items():
        rows += [(prep, "IN", "prep", 1), (draws.choice(sorted(words) or ["it"]), "NN", "pobj", len(rows))]
    for _ in range(draws.randint(0, 4)):
        rows.append(
            (draws.choice(FUNCTION), draws.choice(TAGS), draws.choice(DEPS), draws.randrange(len(rows)))
        )
    wrong = draws.random() < 0.5
    for n in (n for n in range(len(rows)) if wrong and n != 1 and draws.random() < 0.3):
        rows[n] = (rows[n][0], draws.choice(TAGS), draws.choice(DEPS), rows[n][3])
    lemmas, tags, deps, heads = map(list, zip(*rows, strict=True))
    starts = [sum(len(word) + 1 for word in lemmas[:i]) for i in range(len(lemmas))]
    return assembled(" ".join(lemmas), lemmas, starts, tags, deps, heads, lemmas)


def meets(tree: Tree, entry: Entry, i: int) -> tuple[int, ...] | None:
    """The constraints of an entry read one by one, each looked up afresh."""
    if entry.part == "n":
        before = {tree.words[k].lower() for k in tree.children(i, "compound", "amod", "nmod")}
        there = all(p in before for p in entry.particles) and _with_fits(tree, entry, i)
        return () if there and not (entry.plover == "ASSAULT" and bloodless(tree, i)) else None
    behind = [k for k in tree.kids[i] if k > i and tree.deps[k] in ATTACHED]
    lemmas = {tree.lemmas[k] for k in behind}
    if len(entry.particles) > 1:
        lemmas |= {tree.lemmas[inner] for k in behind for inner in tree.children(k, "prep")}
    objects = objects_with(tree, entry, i) if entry.object or entry.object_not else []
    fitting = tuple(k for k in objects if "*" in entry.object or called(tree, k, entry.object))
    unarmed = entry.plover == "ASSAULT" and all(bloodless(tree, k) for k in fitting)
    demands = (
        set(entry.particles) <= lemmas,
        not any("*" in entry.object_not or called(tree, k, entry.object_not) for k in objects),
        not entry.complement or _complement_fits(tree, entry, i, objects),
        not entry.subject or any(tree.lemmas[k] in entry.subject for k in contents(tree, acting(tree, i))),
        _with_fits(tree, entry, i),
        not entry.object or (bool(fitting) and not unarmed),
    )
    return (fitting if entry.object else ()) if all(demands) else None


def called(tree: Tree, k: int, words: frozenset[str]) -> bool:
    lemma = tree.lemmas[k]
    before = tree.children(k, "amod", "compound", "nmod")
    if PERSON in words and tree.tags[k] in ("NNP", "PRP", "WP"):
        return True
    return lemma in words or any(f"{tree.lemmas[b]}_{lemma}" in words for b in before)


def objects_with(tree: Tree, entry: Entry, i: int) -> list[int]:
    found = undergoing(tree, i) if tree.verbal(i) else []
    found = found + [k for k in tree.children(i, "ccomp", "acomp", "oprd", "advcl") if not tree.verbal(k)]
    found = found + [k for p in tree.children(i, "prep") if tree.lemmas[p] == "as" for k in tree.kids[p]]
    found = found + [k for particle in entry.particles for k in tree.pobj(i, particle)]
    if tree.children(i, "dative"):
        found = found + tree.children(i, "npadvmod")
    return contents(tree, found)


@settings(max_examples=400, deadline=None)
@given(trees())
def test_the_entries_of_a_word_are_those_whose_constraints_it_meets(tree: Tree) -> None:
    lexicon = load()
    for i, lemma in enumerate(tree.lemmas):
        possible = lexicon.entries.get((_part(tree, i) or "", lemma), ())
        met = [(entry, found) for entry in possible if (found := meets(tree, entry, i)) is not None]
        met = [(e, found) for e, found in met if tree.deps[i] != "amod" or e.plover in SUFFERED]
        assert list(entries_at(tree, lexicon, i)) == met


def test_the_trees_of_the_law_meet_entries_of_every_kind() -> None:
    met: list[Entry] = []

    @settings(max_examples=300, deadline=None, database=None, derandomize=True)
    @given(trees())
    def gather(tree: Tree) -> None:
        met.extend(e for i in range(len(tree)) for e, _ in entries_at(tree, load(), i))

    gather()
    for demand in ("object", "object_not", "particles", "with_", "complement"):
        assert sum(bool(getattr(entry, demand)) for entry in met) > 3, demand


@settings(max_examples=200, deadline=None)
@given(trees())
def test_a_role_left_out_would_have_found_no_one(tree: Tree) -> None:
    names = ("subject", "object", "dative", "clause", "poss", "mod", "light", *PREPOSITIONS, "near")
    for i in range(len(tree)):
        kept = roles_at(tree, i, names)
        assert [name for name in names if name in kept] == kept
        assert not [name for name in names if name not in kept and role(tree, i, name)]


TEXTS = st.lists(
    st.sampled_from(
        [
            *(
                "U.S.",
                "U.S",
                "Mr.",
                "Jan.",
                "No.",
                "vs.",
                "can't",
                "n't",
                "don’t",
                "he's",
                "rebels'",
                "’s",
                "O'Neill",
            ),
            *(
                "peace-keeping",
                "café",
                "naïve_x",
                "_a",
                "a1b2",
                "3rd",
                "3M",
                "1,200.5",
                "--",
                "...",
                "``",
                "''",
            ),
            *(
                "end.",
                "So.",
                "the",
                "He",
                "e\u0301",
                "x’y",
                "日本",
                ".",
                ",",
                "(",
                ")",
                "“",
                "\u00a0",
                "\n",
                "A.B",
            ),
        ]
    ),
    max_size=12,
).flatmap(lambda parts: st.sampled_from(["", " ", "  "]).map(lambda gap: gap.join(parts)))


@settings(max_examples=300, deadline=None)
@given(st.one_of(TEXTS, st.text(max_size=60)))
def test_plain_words_are_cut_as_they_would_be_without_the_short_way(text: str) -> None:
    words, starts = tokens(text)
    pattern = WITH_NOT if "n't" in text or "n’t" in text else TOKEN
    long_way = re.compile(pattern.pattern.removeprefix(PLAIN))
    assert pattern.pattern != long_way.pattern
    found = list(long_way.finditer(text))
    assert words == [match.group() for match in found]
    assert starts == [match.start() for match in found]


@pytest.mark.parametrize("names", [("upon",), ("on",), ("against", "on")])
def test_upon_counts_as_on(names: tuple[str, ...]) -> None:
    words = ["imposed", "upon", "Peru"]
    tree = assembled(
        "imposed upon Peru",
        words,
        [0, 8, 13],
        ["VBD", "IN", "NNP"],
        ["ROOT", "prep", "pobj"],
        [0, 0, 1],
        words,
    )
    assert tree.pobj(0, *names) == [2]
    assert set(names) & tree.linked_by(0)
