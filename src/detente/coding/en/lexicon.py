"""The codebooks as the English coder reads them: entries by head word, word classes, all lemmas."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml

from detente.coding.codebook import PLOVER, records_for, text_of
from detente.coding.en.connectives import causal
from detente.coding.en.forms import noun_forms, verb_forms
from detente.coding.en.grammar import groups
from detente.coding.en.steps import steps
from detente.errors import DetenteError, UnknownName

FIELDS = frozenset({
    "id", "plover", "news", "mode", "verbs", "nouns", "adjectives", "object", "object_not", "subject",
    "without", "with", "complement", "actor", "target", "joint", "speech", "stance", "note", "examples",
    "weight", "needs", "issue",
})  # fmt: skip
UNINFLECTED = frozenset({"JJ", "RB"})
HEADS = {"verbs": "v", "nouns": "n", "adjectives": "a"}
VERB_ROLES = (
    ("subject",),
    ("object", "dative", "clause", "to", "with", "on", "against", "at", "from", "of", "for", "over"),
)
NOUN_ROLES = (
    ("poss", "by", "between", "mod", "subject", "from"),
    (
        "on",
        "against",
        "with",
        "to",
        "of",
        "for",
        "toward",
        "towards",
        "over",
        "in",
        "between",
        "light",
        "mod",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A head word with its PLOVER type, the roles of its grammar, and what it demands of them.

    Parameters
    ----------
    news : the type under which the PLOVER manual files the act in news, where our rules for
        documents differ (signing is AGREE in a document, SUPPORT in the manual); "" for none.
    part : "v", "n" or "a": verb, noun, adjective.
    lemma, particles : the head and what must hang on it ("break", ("off",)); for nouns the words before it.
    object, object_not : lemmas of which one must (none may) head an object; "*" stands for any.
    subject : lemmas of which one must head the subject (who acts).
    with_ : preposition -> lemmas of which one must head its object (an empty set: any).
    complement : lemmas of which one must head the verb's complement clause, not denied; "*" for any, "to"
        for an infinitive, "alone" for one with nobody between (help to bring about), "not" for a denied one,
        "none" where the verb must not call its object something (called the pact immoral).
    actor, target : roles in which the sides are looked for, in order.
    joint : both sides act on each other.
    speech, stance : whether it reports speech; "+" or "-" where it shows a stance.
    needs : "target" where it is an event only with another actor on the other side; "doer" where no thing can
        do it (an agreement allows), "visitor" for both of these (a letter goes to Paris); "joint" where
        several states must do it together; "pair" where the two states of the text may do it; "happens"
        where the noun must be the subject of a verb of happening (came into force, broke out).
    weight : how often the head means this, in (0, 1].
    """

    id: str
    plover: str
    news: str = ""
    mode: str | None = None
    part: str = "v"
    lemma: str = ""
    particles: tuple[str, ...] = ()
    object: frozenset[str] = frozenset()
    object_not: frozenset[str] = frozenset()
    subject: frozenset[str] = frozenset()
    with_: Mapping[str, frozenset[str]] = field(default_factory=dict)
    complement: frozenset[str] = frozenset()
    actor: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    joint: bool = False
    speech: bool = False
    stance: str = ""
    needs: str = ""
    weight: float = 1.0

    @property
    def special(self) -> int:
        """How much the entry demands: the entry that demands most is tried first."""
        constraints = (self.object, self.with_, self.complement, self.subject)
        narrowed = bool(self.object_not) or self.needs == "happens"
        return 2 * len(self.particles) + 2 * sum(map(bool, constraints)) + narrowed


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Everything that the codebooks say.

    `entries` maps (part, lemma) to entries, the most demanding first; `classes` maps a class name
    to its lemmas; `verbs` and `nouns` map every inflected form to its lemma; `known` are the lemmas,
    `heads` those of the entries.
    """

    entries: Mapping[tuple[str, str], tuple[Entry, ...]]
    classes: Mapping[str, frozenset[str]]
    verbs: Mapping[str, str]
    nouns: Mapping[str, str]
    known: frozenset[str]
    heads: frozenset[str]

    def lemma(self, word: str, tag: str) -> str:
        """The lemma of a word as tagged; the word in lower case where no codebook knows it."""
        return self.lemmas((word,), (tag,))[0]

    def lemmas(self, words: Sequence[str], tags: Sequence[str]) -> list[str]:
        """The lemma of each word as tagged."""
        verbs, nouns = self.verbs, self.nouns
        found: list[str] = []
        for word, tag in zip(words, tags, strict=True):
            low = word.lower()
            if "’" in low:
                low = low.replace("’", "'")
            sort = tag[:2]
            if sort == "VB":
                low = verbs.get(low) or nouns.get(low) or low
            elif tag[:1] == "N" and tag != "NNP":
                low = nouns.get(low) or verbs.get(low) or low
            elif sort not in UNINFLECTED:
                low = nouns.get(low, low)
            found.append(low)
        return found


def load(paths: Iterable[Path | str] = ()) -> Lexicon:
    """The built-in lexicon with the analyst's own codebooks over it: the same id replaces ours."""
    return _load(tuple(str(p) for p in paths))


@lru_cache(maxsize=8)
def _load(paths: tuple[str, ...]) -> Lexicon:
    folder = files("detente.coding").joinpath("codebooks", "en")
    classes = _classes(yaml.load(folder.joinpath("classes.yaml").read_text("utf-8"), Loader=_LOADER))
    rows: dict[str, dict[str, Any]] = {}
    for item in sorted(folder.iterdir(), key=lambda f: f.name):
        if item.name.startswith("plover-"):
            rows |= _rows(item.read_text("utf-8"), item.name)
    for path in paths:
        rows |= _rows(text_of(path), path)
    entries: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for row in rows.values():
        for entry in _entries(row, classes):
            entries[entry.part, entry.lemma].append(entry)
    ordered = {k: tuple(sorted(v, key=lambda e: -e.special)) for k, v in entries.items()}
    verbs, nouns = _forms(ordered, classes)
    known = frozenset(verbs.values()) | frozenset(nouns.values())
    return Lexicon(ordered, classes, verbs, nouns, known, frozenset(lemma for _, lemma in ordered))


# Every scalar is read as text: YAML would take the preposition "on" for a truth value.
_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def examples(paths: Iterable[Path | str] = ()) -> list[tuple[str, dict[str, Any]]]:
    """Every example of the built-in codebooks (or of the files given) with the id of its entry."""
    folder = files("detente.coding").joinpath("codebooks", "en")
    texts = [Path(p).read_text("utf-8") for p in paths] or [
        f.read_text("utf-8")
        for f in sorted(folder.iterdir(), key=lambda f: f.name)
        if f.name.startswith("plover-")
    ]
    rows = [row for text in texts for row in yaml.load(text, Loader=_LOADER)]
    return [(row["id"], example) for row in rows for example in row.get("examples", ())]


def _rows(text: str, where: str) -> dict[str, dict[str, Any]]:
    try:
        rows = yaml.load(text, Loader=_LOADER)
    except yaml.YAMLError as problem:
        raise DetenteError(f"This is no YAML: {problem}", where=where) from problem
    rows = records_for(rows, "en", where)
    for row in rows:
        if not isinstance(row, dict) or "id" not in row or "plover" not in row:
            raise DetenteError(
                'Every English codebook entry needs "id" and "plover".',
                where=where,
                hint="Entries for another language carry `lang: ja` or `lang: ru`.",
            )
        if row["plover"] not in PLOVER:
            raise UnknownName(f'PLOVER type of the entry "{row["id"]}"', row["plover"], PLOVER)
        for name in row:
            if name not in FIELDS:
                raise UnknownName(f'field of the codebook entry "{row["id"]}"', str(name), FIELDS)
    return {row["id"]: row for row in rows}


def _classes(raw: dict[str, list[str]]) -> dict[str, frozenset[str]]:
    """Word classes with the classes named inside them (@name) written out."""
    done: dict[str, frozenset[str]] = {}
    for name, words in raw.items():
        done[name] = _words(words, done)
    return done


def _words(words: Iterable[str] | str, classes: Mapping[str, frozenset[str]]) -> frozenset[str]:
    found: set[str] = set()
    for word in words.split() if isinstance(words, str) else words:
        if word.startswith("@"):
            if word[1:] not in classes:
                raise UnknownName("word class", word[1:], classes)
            found |= classes[word[1:]]
        else:
            found.add(word)
    return frozenset(found)


def _entries(row: dict[str, Any], classes: Mapping[str, frozenset[str]]) -> Iterable[Entry]:
    of_verbs = {name: _words(row.get(name, ()), classes) for name in ("object", "object_not", "subject")}
    with_ = {k: _words(v, classes) for k, v in row.get("with", {}).items()}
    complement = _words(row.get("complement", ()), classes)
    for heads, part in HEADS.items():
        actor, target = VERB_ROLES if part != "n" else NOUN_ROLES
        narrowing = of_verbs if part == "v" else {}
        for head in row.get(heads, ()):
            words = str(head).split()
            lemma, particles = (words[-1], words[:-1]) if part == "n" else (words[0], words[1:])
            yield Entry(
                id=row["id"],
                plover=row["plover"],
                news=row.get("news", ""),
                mode=row.get("mode"),
                part=part,
                lemma=lemma,
                particles=tuple(particles),
                **narrowing,
                with_=with_,
                complement=complement,
                actor=_nearest_first(tuple(row.get("actor", actor)), part),
                target=tuple(row.get("target", target)),
                joint=row.get("joint") == "true",
                speech=row.get("speech") == "true",
                stance=row.get("stance", ""),
                needs=row.get("needs", ""),
                weight=float(row.get("weight", 1.0)),
            )


def _nearest_first(roles: tuple[str, ...], part: str) -> tuple[str, ...]:
    """The roles of an actor; with a noun whoever owns it goes before the subject of the verb over it."""
    return tuple(sorted(roles, key=lambda name: name == "subject")) if part == "n" else roles


def _forms(
    entries: Mapping[tuple[str, str], tuple[Entry, ...]], classes: Mapping[str, frozenset[str]]
) -> tuple[dict[str, str], dict[str, str]]:
    verbs: dict[str, str] = {}
    nouns: dict[str, str] = {}
    demanded = {
        words  # many entries demand the same words
        for group in entries.values()
        for entry in group
        for words in (entry.object, entry.object_not, entry.complement, entry.subject, *entry.with_.values())
    }
    in_classes = set().union(*classes.values(), *groups().values(), *causal().values(), steps(), *demanded)
    for lemma in sorted({lemma for part, lemma in entries if part == "v"} | in_classes):
        for form in verb_forms(lemma):
            verbs.setdefault(form, lemma)
    for lemma in sorted({lemma for part, lemma in entries if part == "n"} | in_classes):
        for form in noun_forms(lemma):
            nouns.setdefault(form, lemma)
    return verbs, nouns
