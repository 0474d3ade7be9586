"""Fit the model of acts in unlisted words (coding/ja/unlisted.py) to the project's own sentences.

    python training/learn_ja.py [--check]

Read are the passages that may be read (tests/passages; one in six is kept aside) and the visible Japanese
cases. Two logistic regressions with a ridge penalty are fitted over the traits that occur at least three
times: whether a place tells an act, and of which type. With --check nothing is written; printed is how well
the model does on the passages kept aside. The weights go to src/detente/coding/codebooks/ja/unlisted.npz.
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

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "bench"))

from detente.coding.ja import coder  # noqa: E402
from detente.coding.ja.draft import Draft  # noqa: E402
from detente.coding.ja.unlisted import places  # noqa: E402
from detente.coding.linear import Linear, Weights, linear, save  # noqa: E402
from detente.reading import from_text  # noqa: E402
from fitting import fitted, often, span, table  # noqa: E402
from passages import load as load_passages  # noqa: E402

TARGET = ROOT / "src" / "detente" / "coding" / "codebooks" / "ja" / "unlisted.npz"
OFTEN = 3
TAKEN = 0.3  # how much a place counts at which the rules find an act by themselves
ACT_PENALTY, TYPE_PENALTY = 3.0, 2.0


@dataclass(slots=True)
class Seen:
    """A place with the event that is told there, None where none is; `weak` where one may be."""

    start: int
    head: int
    end: int
    traits: list[str]
    taken: bool
    noun: bool
    event: dict[str, Any] | None = None


def seen_in(text: str, date: str | None, events: list[dict[str, Any]]) -> list[Seen]:
    """All places of a text, each event at the last place within its span."""
    found: list[Seen] = []

    def note(scene: Any, actors: Any, taken: list[Draft]) -> list[Draft]:
        found.extend(
            Seen(p.start, p.head, p.end, p.traits(actors), p.taken, p.noun is not None)
            for p in places(scene, taken)
        )
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


def learned(seen: list[Seen]) -> tuple[list[str], Weights, Weights, list[str]]:
    """The names of the traits, their weights for an act, those for its types, and the types."""
    traits = [place.traits for place in seen]
    names = often(traits, OFTEN)
    x = table(traits, names)
    told = np.array([place.event is not None for place in seen])
    weight = np.array([TAKEN if place.taken else 1.0 for place in seen])
    act = fitted(x, told.astype(int), 2, weight, ACT_PENALTY)
    types = sorted({place.event["plover"] for place in seen if place.event is not None})
    kind = np.array([types.index(place.event["plover"]) for place in seen if place.event is not None])
    kinds = fitted(x[told], kind, len(types), np.ones(len(kind)), TYPE_PENALTY)
    return names, act[:, 1] - act[:, 0], kinds, types


def check(model: Linear, seen: list[Seen]) -> None:
    """Print precision and recall where no rule speaks, and the share of right types, at several chances."""
    free = [p for p in seen if not p.taken and not (p.event is not None and p.event["weak"])]
    chances = np.array([model.chance(p.traits) for p in free])
    told = np.array([p.event is not None for p in free])
    for least in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8):
        hit = [p for p, c in zip(free, chances, strict=True) if c >= least and p.event is not None]
        right = [p for p in hit if p.event and model.kind(p.traits)[0] in _types(p.event)]
        n = int((chances >= least).sum())
        sure = [p for p in hit if model.kind(p.traits)[1] >= 0.5]
        surely = sum(p.event is not None and model.kind(p.traits)[0] in _types(p.event) for p in sure)
        print(
            f"type sure {len(sure) / max(1, len(hit)):.2f} right {surely / max(1, len(sure)):.2f} "
            f"from {least}: {n} found, P {len(hit) / max(1, n):.2f}  R {len(hit) / told.sum():.2f}  "
            f"type right {len(right) / max(1, len(hit)):.2f}"
        )


def _types(event: dict[str, Any]) -> list[str]:
    return [event["plover"], *(event.get("plover_alt") or [])]


def main() -> None:
    """Fit, then write or check."""
    form = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=form)
    parser.add_argument("--check", action="store_true", help="write nothing, print how well it does")
    given = parser.parse_args()
    seen = list(material(aside=False))
    model = learned(seen)
    print(f"{len(seen)} places, {sum(p.event is not None for p in seen)} acts, {len(model[0])} traits")
    if given.check:
        check(linear(*model), list(material(aside=True)))
    else:
        save(str(TARGET), *model)


if __name__ == "__main__":
    main()
