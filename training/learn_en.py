"""Fit the model of acts in unlisted words (coding/en/unlisted.py) to the project's own sentences.

    python training/learn_en.py [--check]

Read are the passages that may be read (tests/passages; one in six is kept aside) and the visible English
cases. Two logistic regressions with a ridge penalty are fitted over the traits that occur at least three
times: whether a verb tells an act, and of which type. The second also learns from the entries of the
codebook: each is an act of its type told by its verb, with the objects that it asks for. With --check nothing
is written: the passages are cut in four, each quarter is coded with a model of the rest, and the scores with
and without it are printed. The weights go to src/detente/coding/codebooks/en/unlisted.npz.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "bench"))

from cases import Case, Pool, add  # noqa: E402
from detente.coding.en import reading, unlisted  # noqa: E402
from detente.coding.en.events import events  # noqa: E402
from detente.coding.en.implied import with_other_side  # noqa: E402
from detente.coding.en.lexicon import load as load_lexicon  # noqa: E402
from detente.coding.en.reading import Sentence  # noqa: E402
from detente.coding.en.tree import Tree  # noqa: E402
from detente.coding.en.word_classes import word_class  # noqa: E402
from detente.coding.linear import Linear, Parts, linear, save, without_words  # noqa: E402
from detente.reading import from_text  # noqa: E402
from fitting import fitted, often, span, table  # noqa: E402
from passages import load as load_passages  # noqa: E402

TARGET = ROOT / "src" / "detente" / "coding" / "codebooks" / "en" / "unlisted.npz"
OFTEN = 3
TAKEN = 0.3  # how much a verb counts at which the rules find an act by themselves
OF_CASES = 3.0  # how much a verb of the cases counts, which are nearer to documents than the dense passages
WEAK = 0.3  # how much an act counts that a careful reader could leave out
FROM_CODEBOOK = 0.3  # how much an entry of the codebook counts
OBJECTS = 6
ACT_PENALTY, TYPE_PENALTY = 3.0, 6.0
QUARTERS = 4


@dataclass(frozen=True, slots=True)
class Read:
    """A passage or case, its sentences as they are without the model, and the part that it falls into."""

    case: Case
    sentences: list[Sentence]
    passage: bool

    @property
    def part(self) -> int:
        """Which quarter it belongs to, by its text."""
        return int(hashlib.sha256(self.case["text"].encode()).hexdigest()[8:16], 16) % QUARTERS


@dataclass(frozen=True, slots=True)
class Seen:
    """A verb with the event that it tells, None where it tells none; whether the rules find one there."""

    traits: list[str]
    taken: bool
    event: dict[str, Any] | None
    weight: float


def material() -> Iterator[Read]:
    """The passages that may be read and the visible cases, read without the model."""
    lexicon = load_lexicon()
    cases = [passage.case for passage in load_passages("en") if not passage.aside]
    passages = len(cases)
    for line in (ROOT / "tests" / "cases" / "en.jsonl").read_text("utf-8").splitlines():
        case = json.loads(line)
        told = [f for f in case["findings"] if f["kind"] == "event"]
        cases.append({**case, "findings": [{"occurrence": 0, "weak": False, **f} for f in told]})
    usual, reading.unlisted = reading.unlisted, lambda cast, found: list(found)
    try:
        for n, case in enumerate(cases):
            document = from_text(case["text"], name="passage", language="en", date=case["date"])
            yield Read(case, list(reading.sentences(document, lexicon)), n < passages)
    finally:
        reading.unlisted = usual


def seen_in(read: Read) -> Iterator[Seen]:
    """The verbs of a text."""
    told: dict[tuple[int, int], dict[str, Any]] = {}
    for event in read.case["findings"]:
        start, end = span(read.case["text"], event)
        for n, sentence in enumerate(read.sentences):
            if (verb := _telling(sentence, start, end)) is not None:
                if (n, verb) not in told or told[n, verb]["weak"]:
                    told[n, verb] = event
                break
    for n, sentence in enumerate(read.sentences):
        if not sentence.heading:
            for place in unlisted.places(sentence.cast, sentence.acts):
                traits = place.traits(sentence.cast)
                event, taken = told.get((n, place.at)), place.taken is not None
                weight = 1.0 if read.passage else OF_CASES
                yield Seen(traits, taken, event, weight * (WEAK if event and event["weak"] else 1.0))


def _telling(sentence: Sentence, start: int, end: int) -> int | None:
    """The highest verb within the characters [start, end) of a text, None where a noun stands over it."""
    tree = sentence.tree
    at = [sentence.stored(*interval) for interval in zip(tree.starts, tree.ends, strict=True)]
    inside = [i for i, (first, last) in enumerate(at) if first >= start - 1 and last <= end + 1]
    told = [i for i in inside if tree.deps[i] not in unlisted.NO_CLAUSE and _clause_or_noun(tree, i)]
    top = min(told, key=lambda i: (_depth(tree, i, set(inside)), not tree.verbal(i), i), default=None)
    return top if top is not None and tree.verbal(top) else None


def _clause_or_noun(tree: Tree, i: int) -> bool:
    return (tree.verbal(i) and tree.tags[i] != "MD") or tree.tags[i] in ("NN", "NNS")


def _depth(tree: Tree, i: int, inside: set[int]) -> int:
    """How many words of the stretch stand over a word."""
    depth = 0
    while tree.heads[i] != i and tree.heads[i] in inside:
        i, depth = tree.heads[i], depth + 1
    return depth


def of_codebook() -> Iterator[tuple[list[str], str, float]]:
    """The traits of each verb entry with each object it asks for, its type, how much it counts."""
    for (part, lemma), entries in load_lexicon().entries.items():
        for entry in entries if part == "v" else ():
            own = [f"v={lemma}+{particle}" for particle in entry.particles]
            own += [f"{lemma}+{particle}" for particle in entry.particles]
            own += _named("v", lemma, types=False)
            objects = [word.split("_")[-1] for word in sorted(entry.object - {"*"}, key=_mixed)][:OBJECTS]
            for word in objects:
                told = [*own, *_named("o", word), f"{lemma}&o={word}", f"w={word}"]
                yield told, entry.plover, FROM_CODEBOOK / len(objects)
            if not objects:
                yield own, entry.plover, FROM_CODEBOOK


def _named(place: str, word: str, types: bool = True) -> list[str]:
    """A word and its classes; the types of a verb of the codebook are what is to be learned."""
    found = word_class(word, "v" if place == "v" else "n", word)
    return [f"{place}={word}", *(f"{place}^{c}" for c in found.classes if types or not c.isupper())]


def _mixed(word: str) -> str:
    return hashlib.sha256(word.encode()).hexdigest()


def learned(seen: Sequence[Seen]) -> Parts:
    """The model that fits these verbs and the codebook."""
    told = [place for place in seen if place.event is not None]
    taught = list(of_codebook())
    names = often([place.traits for place in seen] + [traits for traits, _, _ in taught], OFTEN)
    is_act = np.array([place.event is not None for place in seen])
    weight = np.array([TAKEN if place.taken else 1.0 for place in seen])
    weight *= [place.weight for place in seen]
    act = fitted(table([p.traits for p in seen], names), is_act.astype(int), 2, weight, ACT_PENALTY, 60)
    kinds = [p.event["plover"] for p in told if p.event is not None] + [kind for _, kind, _ in taught]
    types = sorted(set(kinds))
    x = table([p.traits for p in told] + [traits for traits, _, _ in taught], names)
    weight = np.array([place.weight for place in told] + [share for _, _, share in taught])
    typed = fitted(x, np.array([types.index(kind) for kind in kinds]), len(types), weight, TYPE_PENALTY, 60)
    return without_words(names, types, act[:, 1] - act[:, 0], typed)


def coded(read: Read, model: Linear | None) -> list[dict[str, Any]]:
    """The events of a text, with the acts that a model adds to those of the rules."""
    sentences = read.sentences
    if model is not None:
        usual, unlisted.load = unlisted.load, lambda _: model
        try:
            sentences = [replace(s, acts=_with_model(s)) for s in sentences]
        finally:
            unlisted.load = usual
    return [found.as_dict() for found in events(sentences)]


def _with_model(sentence: Sentence) -> tuple[Any, ...]:
    if sentence.heading:
        return sentence.acts
    found = unlisted.unlisted(sentence.cast, sentence.acts)
    whole = (a if a in sentence.acts else with_other_side(a, sentence.cast) for a in found)
    return tuple(act for act in whole if not unlisted.half_known(act))


def check(reads: Sequence[Read], places: Sequence[list[Seen]]) -> None:
    """Print the scores of each text, coded without a model and with one fitted to other quarters."""
    pools = {(kind, tried): Pool() for kind in ("passages", "cases") for tried in ("without", "with")}
    for part in range(QUARTERS):
        rest = zip(reads, places, strict=True)
        model = linear(learned([place for read, own in rest if read.part != part for place in own]))
        for read in reads:
            if read.part == part:
                kind = "passages" if read.passage else "cases"
                add(pools[kind, "without"], read.case, "event", coded(read, None))
                add(pools[kind, "with"], read.case, "event", coded(read, model))
    for (kind, tried), pool in pools.items():
        row = pool.summary()
        shown = "  ".join(f"{name} {row[name]:.3f}" for name in ("P", "R", "F1", "coded", "plover"))
        print(f"{kind} {tried}: {shown}")


def main() -> None:
    """Fit, then write or check."""
    form = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=form)
    parser.add_argument("--check", action="store_true", help="write nothing, print how well it does")
    given = parser.parse_args()
    reads = list(material())
    places = [list(seen_in(read)) for read in reads]
    if given.check:
        check(reads, places)
        return
    seen = [place for own in places for place in own]
    model = learned(seen)
    save(str(TARGET), model)
    print(f"{len(seen)} verbs, {sum(p.event is not None for p in seen)} acts, {len(model.names)} traits")


if __name__ == "__main__":
    main()
