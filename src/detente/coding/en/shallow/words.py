"""What a word can be without its sentence: closed classes as listed, verbs and nouns of the codebooks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml

from detente.coding.en.forms import irregular, noun_forms, plural, verb_forms
from detente.coding.en.grammar import groups
from detente.coding.en.lexicon import Lexicon, load

_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
CLOSED = ("DT", "WDT", "WP", "WP$", "WRB", "PRP", "PRP$", "MD", "CC", "IN", "RB", "RP")
VERB_GROUPS = (
    *("light", "passive_light", "object_control", "plan", "promise", "demand", "driven", "avert", "threat"),
    *("fact", "speech", "no_act", "happen", "stance_verb", "undo", "talk_verb", "hold_verb", "tell_verb"),
    *("standing", "judging", "says_object"),
)
NOUN_GROUPS = ("actor", "measure", "future_noun", "held_noun", "attack", "craft")
FINITE = frozenset({"MD", "VBD", "VBP", "VBZ"})
BE = {
    **{"be": "VB", "am": "VBP", "are": "VBP", "is": "VBZ"},
    **{"was": "VBD", "were": "VBD", "been": "VBN", "being": "VBG"},
}
HAVE = {"have": "VBP", "has": "VBZ", "had": "VBD", "having": "VBG", "'ve": "VBP", "’ve": "VBP"}
DO = {"do": "VBP", "does": "VBZ", "did": "VBD", "doing": "VBG", "done": "VBN"}
AUXILIARY = BE | HAVE | DO | {"'re": "VBP", "’re": "VBP", "'m": "VBP", "’m": "VBP"}


@dataclass(frozen=True, slots=True)
class Words:
    """The vocabulary of a set of codebooks.

    Parameters
    ----------
    closed : word -> its one tag.
    verbs : form -> the verb tags that it can have, VB where it can be a base form.
    nouns, adjectives : forms that can be nouns or adjectives.
    finite : words that can be nothing but a finite verb.
    clausal : finite forms of verbs that take a clause without "that": said, hopes.
    phrasal : verbs with the particle that makes another verb of them: ("hand", "over").
    takes : lemma of a noun that tells an act -> prepositions of its sides.
    """

    closed: dict[str, str]
    verbs: dict[str, tuple[str, ...]]
    nouns: frozenset[str]
    adjectives: frozenset[str]
    finite: frozenset[str]
    clausal: frozenset[str]
    phrasal: frozenset[tuple[str, str]]
    takes: dict[str, frozenset[str]]


@lru_cache(maxsize=1)
def classes() -> dict[str, frozenset[str]]:
    """The word lists of `codebooks/en/words.yaml` by name."""
    raw = files("detente.coding").joinpath("codebooks", "en", "words.yaml").read_text("utf-8")
    return {name: frozenset(words.split()) for name, words in yaml.load(raw, Loader=_LOADER).items()}


def words_of(codebooks: Iterable[str] = ()) -> Words:
    """The vocabulary with the analyst's own codebooks, made once."""
    return _words_of(tuple(codebooks))


@lru_cache(maxsize=8)
def _words_of(codebooks: tuple[str, ...]) -> Words:
    lexicon = load(codebooks)
    listed = classes()
    closed = {word: tag for tag in reversed(CLOSED) for word in listed[tag]} | AUXILIARY
    verbs: dict[str, set[str]] = {}
    for base in sorted(_verb_bases(lexicon)):
        for form in verb_forms(base):
            verbs.setdefault(form, set()).update(_verb_tags(base, form))
    nouns = {form for lemma in _noun_bases(lexicon) | listed["NN"] for form in _noun_forms(lemma, verbs)}
    clausal = {form for base in listed["clausal"] for form in verb_forms(base) - {f"{base}ing"}}
    finite = {
        form for form, tags in verbs.items() if tags == {"VBD"} or (tags == {"VBZ"} and form in clausal)
    }
    return Words(
        closed=closed,
        verbs={form: tuple(sorted(tags)) for form, tags in verbs.items()},
        nouns=frozenset(nouns),
        finite=frozenset(word for word, tag in closed.items() if tag in FINITE) | (finite - nouns),
        clausal=frozenset(clausal),
        adjectives=listed["JJ"] | {lemma for part, lemma in lexicon.entries if part == "a"},
        phrasal=frozenset(
            (lemma, entry.particles[0])
            for (part, lemma), entries in lexicon.entries.items()
            for entry in entries
            if part == "v" and len(entry.particles) == 1
        ),
        takes={
            lemma: frozenset(role for entry in entries for role in (*entry.actor, *entry.target))
            for (part, lemma), entries in lexicon.entries.items()
            if part == "n"
        },
    )


def _verb_bases(lexicon: Lexicon) -> set[str]:
    in_groups = set().union(*(groups()[name] for name in VERB_GROUPS))
    listed = set().union(*(classes()[name] for name in ("clausal", "ditransitive", "for_verbs", "verbs_too")))
    complements = {
        w for entries in lexicon.entries.values() for entry in entries for w in entry.complement - {"*"}
    }
    heads = {lemma for part, lemma in lexicon.entries if part == "v"}
    return {w for w in in_groups | listed | complements | heads if w.isalpha() and w not in ADJECTIVES}


ADJECTIVES = frozenset({"ready", "willing", "prepared", "determined", "likely", "unlikely", "due", "must"})


def _noun_bases(lexicon: Lexicon) -> set[str]:
    in_classes = set().union(*lexicon.classes.values())
    objects = {w for entries in lexicon.entries.values() for entry in entries for w in entry.object}
    heads = {lemma for part, lemma in lexicon.entries if part == "n"}
    named = set().union(
        *(groups()[name] for name in ("actor", "measure", "future_noun", "held_noun", "attack", "craft"))
    )
    return {w for w in heads | in_classes | objects | named if w.replace("-", "").isalpha()}


def _noun_forms(base: str, verbs: Mapping[str, object]) -> set[str]:
    """Singular and plural, without the irregular forms of a verb that is spelt alike."""
    return {base, plural(base)} if base in verbs else noun_forms(base)


def _verb_tags(base: str, form: str) -> set[str]:
    special = irregular().get(base, ())
    if form == base and form not in special:
        return {"VB"}
    if form.endswith("ing") and form != base:
        return {"VBG"}
    if form.endswith("s") and not (base.endswith("s") and form == base) and form not in special:
        return {"VBZ"}
    if form in special and not form.endswith("ed"):
        return _irregular_tags(base, form, [f for f in special if not f.endswith("ing")])
    return {"VBD", "VBN"} | ({"VB"} if form == base else set())


def _irregular_tags(base: str, form: str, past: list[str]) -> set[str]:
    """Past tense, participle or both: where two forms are given, the first is the past tense."""
    tags = {"VB"} if form == base else set()
    if len(past) < 2 or past[0] == past[1]:
        return tags | {"VBD", "VBN"}
    return tags | ({"VBD"} if form == past[0] else {"VBN"})
