"""Fit the model of acts in unlisted words (coding/ja/unlisted.py) to the project's own sentences.

    pip download --no-deps ja_ginza==5.3.0 && unzip -q ja_ginza-5.3.0-*.whl -d ginza
    python training/learn_ja.py --vectors ginza/ja_ginza/ja_ginza-5.3.0/vocab [--check]

Read are the passages that may be read (tests/passages; one in six is kept aside) and the visible Japanese
cases, and for the types the heads of the codebook (book_ja.py). Two logistic regressions with a ridge penalty
are fitted over the traits that occur at least three times and the vectors of their words (words_ja.py):
whether a place tells an act, and of which type. With --check nothing is written; printed is how well the
model does on the passages kept aside. The weights go to src/detente/coding/codebooks/ja/unlisted.npz.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix, hstack

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "bench"))

from book_ja import heads_as_places  # noqa: E402
from detente.coding.ja import coder  # noqa: E402
from detente.coding.ja.draft import Draft  # noqa: E402
from detente.coding.ja.unlisted import places  # noqa: E402
from detente.coding.linear import Linear, Parts, linear, save  # noqa: E402
from detente.reading import from_text  # noqa: E402
from fitting import fitted, often, span, table  # noqa: E402
from passages import load as load_passages  # noqa: E402
from words_ja import PLACES, Words, coded  # noqa: E402

TARGET = ROOT / "src" / "detente" / "coding" / "codebooks" / "ja" / "unlisted.npz"
OFTEN = 3
TAKEN = 0.3  # how much a place counts at which the rules find an act by themselves
BOOK = 0.8  # how much a head of the codebook counts
ACT_PENALTY, TYPE_PENALTY = 3.0, 4.0
STEPS = 80


@dataclass(slots=True)
class Seen:
    """A place with the event that is told there, None where none is.

    `told` are the traits that tell whether it is an act, `typed` those that tell its type.
    """

    start: int
    head: int
    end: int
    told: list[str]
    typed: list[str]
    taken: bool
    noun: bool
    event: dict[str, Any] | None = None


def seen_in(text: str, date: str | None, events: list[dict[str, Any]]) -> list[Seen]:
    """All places of a text, each event at the last place within its span."""
    found: list[Seen] = []

    def note(scene: Any, actors: Any, taken: list[Draft]) -> list[Draft]:
        for p in places(scene, taken):
            told = p.traits(actors)
            typed = p.kind_traits(told, p.suggested(scene))
            found.append(Seen(p.start, p.head, p.end, told, typed, p.taken, p.noun is not None))
        return []

    usual, coder.unlisted = coder.unlisted, note  # the coder asks us where it would ask the model
    try:
        coder.code(from_text(text, name="passage", language="ja", date=date), ())
    finally:
        coder.unlisted = usual
    for event in events:
        start, end = span(text, event)
        inside = [p for p in found if start - 2 <= p.head < end and p.end <= end + 8]
        last = max(inside, key=lambda p: (p.end, not p.noun), default=None)
        if last is not None and last.end >= end - 12 and (last.event is None or last.event["weak"]):
            last.event = event
    return found


def material(aside: bool) -> Iterator[Seen]:
    """The places of the passages kept aside, or of the others and of the visible cases."""
    for passage in load_passages("ja"):
        if passage.aside == aside:
            case = passage.case
            yield from seen_in(case["text"], case["date"], case["findings"])
    if not aside:
        for line in (ROOT / "tests" / "cases" / "ja.jsonl").read_text("utf-8").splitlines():
            case = json.loads(line)
            told = [
                {**f, "occurrence": f.get("occurrence", 0), "weak": f.get("weak", False)}
                for f in case["findings"]
                if f["kind"] == "event"
            ]
            yield from seen_in(case["text"], case["date"], told)


def learned(seen: list[Seen], words: Words) -> Parts:
    """The model that fits these places."""
    happened = np.array([place.event is not None for place in seen])
    weight = np.array([TAKEN if place.taken else 1.0 for place in seen])
    names, told, near_told = _fitted_to([p.told for p in seen], words, happened, weight, ACT_PENALTY)
    acts = [p for p in seen if p.event is not None]
    types = sorted({p.event["plover"] for p in acts if p.event is not None})
    kind = np.array([types.index(p.event["plover"]) for p in acts if p.event is not None])
    book = list(heads_as_places())
    kind = np.concatenate([kind, [types.index(told) for _, told in book]])
    counts = np.array([1.0] * len(acts) + [BOOK] * len(book))
    known = [p.typed for p in acts] + [traits for traits, _ in book]
    typed, kinds, near_kinds = _fitted_to(known, words, kind, counts, TYPE_PENALTY)
    by_name = dict(zip(names, told[:, 1] - told[:, 0], strict=False))
    both = [*typed, *sorted(set(names) - set(typed))]
    act = np.array([*(by_name.get(n, 0) for n in both), told[-1, 1] - told[-1, 0]])
    spare = np.zeros((len(both) - len(typed), len(types)))
    near = np.concatenate([near_kinds, near_told[:, :, 1:] - near_told[:, :, :1]], axis=2)
    kept, rows, codes, weights = coded(words, near)
    return Parts(
        both,
        types,
        act,
        np.concatenate([kinds[:-1], spare, kinds[-1:]]),
        kept,
        rows,
        codes,
        list(PLACES),
        weights,
    )


def _fitted_to(
    traits: list[list[str]], words: Words, y: np.ndarray, weight: np.ndarray, penalty: float
) -> tuple[list[str], np.ndarray, np.ndarray]:
    """The traits that count, their weights with the bias last, and those of the vectors at each place."""
    names = often(traits, OFTEN)
    x = table(traits, names)
    parts = [x[:, :-1], words.at_places(traits), x[:, -1:]]
    w = fitted(csr_matrix(hstack(parts)), y.astype(int), int(y.max()) + 1, weight, penalty, STEPS)
    bias = w[-1:]
    near = w[len(names) : -1].reshape(len(PLACES), -1, w.shape[1])
    return names, np.concatenate([w[: len(names)], bias]), near


def check(model: Linear, seen: list[Seen]) -> None:
    """Print precision and recall where no rule speaks, and the share of right types, at several chances."""
    free = [p for p in seen if not p.taken and not (p.event is not None and p.event["weak"])]
    chances = np.array([model.chance(p.told) for p in free])
    told = np.array([p.event is not None for p in free])
    for least in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8):
        hit = [p for p, c in zip(free, chances, strict=True) if c >= least and p.event is not None]
        right = [p for p in hit if p.event and _likeliest(model, p)[0] in _types(p.event)]
        n = int((chances >= least).sum())
        print(
            f"from {least}: {n} found, P {len(hit) / max(1, n):.2f}  R {len(hit) / told.sum():.2f}  "
            f"type right {len(right) / max(1, len(hit)):.2f}"
        )


def _likeliest(model: Linear, place: Seen) -> tuple[str, float]:
    return max(model.likely(place.typed).items(), key=lambda item: item[1])


def _types(event: dict[str, Any]) -> list[str]:
    return [event["plover"], *(event.get("plover_alt") or [])]


def main() -> None:
    """Fit, then write or check."""
    form = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=form)
    parser.add_argument("--vectors", type=Path, required=True, help="the folder vocab of ja_ginza")
    parser.add_argument("--check", action="store_true", help="write nothing, print how well it does")
    given = parser.parse_args()
    seen = list(material(aside=False))
    model = learned(seen, Words(given.vectors))
    print(f"{len(seen)} places, {sum(p.event is not None for p in seen)} acts, {len(model.names)} traits")
    if given.check:
        check(linear(model), list(material(aside=True)))
    else:
        save(str(TARGET), model)


if __name__ == "__main__":
    main()
